#include "core/table/table.hpp"

#include <algorithm>

namespace panorama {

void Table::addSlot(Slot slot)
{
    slotOf_[indexOf(slot.field)] = static_cast<std::uint8_t>(slots_.size());
    slots_.push_back(std::move(slot));
}

std::optional<Field> Table::firstOf(std::span<const Field> fields) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](Field field) { return has(field); });
    return found == fields.end() ? std::nullopt : std::optional(*found);
}

const std::vector<Reading>& Table::readings(Field field) const
{
    static const std::vector<Reading> none;
    const Slot* found = slot(field);
    return found ? found->readings : none;
}

double Table::divisor(Field field) const
{
    const auto found = std::find_if(recognised_.begin(), recognised_.end(),
                                    [&](const Column& c) { return c.meaning.field == field; });
    return found == recognised_.end() ? 1 : found->meaning.divisor;
}

bool Table::isForeign(Field field) const
{
    return std::any_of(recognised_.begin(), recognised_.end(), [&](const Column& column) {
        return column.meaning.foreignCurrency && column.meaning.field == field;
    });
}

int Table::decimals(Field field) const
{
    const Slot* found = slot(field);
    return found ? found->decimals : 0;
}

Place Table::place(Field field, std::size_t row) const
{
    const Slot* found = slot(field);
    if (found && found->label && !turned_) return {found->row, found->column};
    if (turned_) return {found ? found->row : headerRow_, rows_[row]};
    return {rows_[row], found ? found->column : recognised_.front().column};
}

Place Table::headerPlace(Field field) const
{
    const Slot* found = slot(field);
    if (found && found->label) return *found->label;
    return {headerRow_, found ? found->column : recognised_.front().column};
}

std::string_view Table::projectName(std::size_t row) const
{
    return has(Field::name) ? sheet_->text(place(Field::name, row)) : std::string_view();
}

std::string_view Table::textOf(const Reading& reading) const
{
    const bool holdsText = reading.kind == Reading::Kind::text || reading.kind == Reading::Kind::withheld ||
                           reading.kind == Reading::Kind::error || reading.typedAsText;
    return holdsText ? sheet_->texts().view(reading.text) : std::string_view();
}

} // namespace panorama
