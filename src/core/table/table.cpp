#include "core/table/table.hpp"

#include <algorithm>

namespace panorama {

const Table::Slot* Table::slot(FieldId field) const
{
    const auto found =
        std::find_if(slots_.begin(), slots_.end(), [&](const Slot& s) { return s.field == field; });
    return found == slots_.end() ? nullptr : &*found;
}

bool Table::has(std::string_view key) const
{
    const auto field = vocabulary_->find(key);
    return field && has(*field);
}

const std::vector<Reading>& Table::readings(FieldId field) const
{
    static const std::vector<Reading> none;
    const Slot* found = slot(field);
    return found ? found->readings : none;
}

const std::vector<Reading>& Table::readings(std::string_view key) const
{
    static const std::vector<Reading> none;
    const auto field = vocabulary_->find(key);
    return field ? readings(*field) : none;
}

double Table::divisor(FieldId field) const
{
    const auto found = std::find_if(recognised_.begin(), recognised_.end(),
                                    [&](const Column& c) { return c.meaning.field == field; });
    return found == recognised_.end() ? 1 : found->meaning.divisor;
}

int Table::decimals(FieldId field) const
{
    const Slot* found = slot(field);
    return found ? found->decimals : 0;
}

Place Table::place(FieldId field, std::size_t row) const
{
    const Slot* found = slot(field);
    if (found && found->label) return {found->row, found->column};
    return {rows_[row], found ? found->column : recognised_.front().column};
}

Place Table::headerPlace(FieldId field) const
{
    const Slot* found = slot(field);
    if (found && found->label) return *found->label;
    return {headerRow_, found ? found->column : recognised_.front().column};
}

std::string_view Table::projectName(std::size_t row) const
{
    const auto field = vocabulary_->find("name");
    return field && has(*field) ? sheet_->text(place(*field, row)) : std::string_view();
}

std::string_view Table::textOf(const Reading& reading) const
{
    const bool holdsText = reading.kind == Reading::Kind::text || reading.kind == Reading::Kind::withheld ||
                           reading.kind == Reading::Kind::error || reading.typedAsText;
    return holdsText ? sheet_->texts().view(reading.text) : std::string_view();
}

} // namespace panorama
