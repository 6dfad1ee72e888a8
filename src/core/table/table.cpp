#include "core/table/table.hpp"

#include "core/table/per_text.hpp"
#include "core/table/project.hpp"
#include "core/table/reading_limits.hpp"

#include <algorithm>

namespace panorama {

void Table::chooseLayout()
{
    const auto hasField = [&](Field field) {
        return has(field) || std::any_of(recognised_.begin(), recognised_.end(),
                                         [&](const auto& c) { return c.meaning.field == field; });
    };
    for (const auto& layout : vocabulary_->layouts()) {
        const bool needed = layout.role != LayoutRole::fiche &&
                            std::all_of(layout.needed.begin(), layout.needed.end(), hasField) &&
                            std::none_of(layout.lacking.begin(), layout.lacking.end(), hasField);
        const auto found = std::count_if(layout.any.begin(), layout.any.end(), hasField);
        if (!needed || static_cast<std::size_t>(found) < layout.anyCount) continue;
        layout_ = &layout;
        return;
    }
}

void Table::settle()
{
    for (auto& slot : slots_)
        for (const Reading& reading : slot.readings)
            if (reading.isNumber()) slot.decimals = std::max<int>(slot.decimals, reading.decimals);
    doubtFigures();
    settleStates();
    settleAbandoned();
}

void Table::settleStates()
{
    states_.assign(rowCount(), RowState::open);
    reasons_.assign(rowCount(), Withheld::no);
    const bool phases = has(Field::phase);
    PerText<Withheld> said;
    for (const Field field : {Field::phase, Field::diffusion}) {
        const auto& read = readings(field);
        for (std::size_t row = 0; row < read.size(); ++row) {
            if (read[row].kind != Reading::Kind::text) continue;
            const TextId id = read[row].text;
            keepBack(row, said.get(id, [&] { return withheldBy(sheet_->texts().view(id)); }));
        }
    }
    for (std::size_t row = 0; row < rowCount(); ++row) {
        const Project project(*this, row);
        const auto cost = project.firstFilled(says::cost);
        const Withheld keyword = cost ? project.reading(*cost).withheld : Withheld::no;
        // "En cadrage" as a cost beside another phase is a contradiction for the rules to tell.
        if (keyword == Withheld::revision || keyword == Withheld::tender ||
            (keyword == Withheld::cadrage && !phases))
            keepBack(row, keyword);
    }
}

void Table::settleAbandoned()
{
    abandoned_.assign(rowCount(), 0);
    PerText<bool> said;
    for (const Field field : {Field::phase, Field::diffusion, Field::status}) {
        const auto& read = readings(field);
        for (std::size_t row = 0; row < read.size(); ++row) {
            if (read[row].kind != Reading::Kind::text) continue;
            const TextId id = read[row].text;
            if (said.get(id, [&] { return saysAbandoned(sheet_->texts().view(id)); })) abandoned_[row] = 1;
        }
    }
}

void Table::keepBack(std::size_t row, Withheld said)
{
    if (!isControlledKeyword(said) || states_[row] != RowState::open) return;
    states_[row] = said == Withheld::cadrage ? RowState::cadrage : RowState::withheld;
    reasons_[row] = said;
}

void Table::append(Table block)
{
    const auto add = [](auto& all, auto& more) {
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        Slot& own = slots_[i];
        Slot& other = block.slots_[block.slotOf_[indexOf(own.field)]];
        if (!own.places.empty() || !other.places.empty()) {
            for (std::size_t row = own.places.size(); row < rowCount(); ++row)
                own.places.push_back({rows_[row], own.column});
            for (std::size_t row = 0; row < block.rowCount(); ++row)
                own.places.push_back(block.place(own.field, row));
        }
        add(own.readings, other.readings);
        own.decimals = std::max(own.decimals, other.decimals);
    }
    doubtFigures();
    for (int row = block.headerRow_; row <= block.lastHeaderRow(); ++row)
        ignored_.push_back({row, Ignored::Why::repeatedHeader});
    blockHeaders_.push_back(block.headerRow_);
    add(ignored_, block.ignored_);
    add(unitPlaces_, block.unitPlaces_);
    add(rows_, block.rows_);
    add(groups_, block.groups_);
    add(states_, block.states_);
    add(reasons_, block.reasons_);
    add(abandoned_, block.abandoned_);
}

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
    return isImplausible(field) ||
           std::any_of(recognised_.begin(), recognised_.end(), [&](const Column& column) {
               return column.meaning.foreignCurrency && column.meaning.field == field;
           });
}

bool Table::isImplausible(Field field) const
{
    const Slot* found = slot(field);
    return found && found->implausible;
}

/// A single amount or duration may be mistyped, and waits to be confirmed; where most are out of reach, the
/// unit of the column is another.
void Table::doubtFigures()
{
    const auto doubt = [&](Field field, double lowest, double highest) {
        if (!has(field)) return;
        Slot& slot = slots_[slotOf_[indexOf(field)]];
        std::size_t numbers = 0, unlikely = 0;
        for (Reading& reading : slot.readings) {
            if (!reading.isNumber() || reading.number <= 0) continue;
            ++numbers;
            if (reading.number >= lowest && reading.number <= highest) continue;
            ++unlikely;
            reading.toConfirm = true;
        }
        slot.implausible = 2 * unlikely > numbers;
    };
    for (const Field field : {Field::cost, Field::initialCost, Field::updatedCost})
        doubt(field, limits::lowestUsualAmount, limits::highestUsualAmount);
    for (const Field field : {Field::duration, Field::initialDuration, Field::updatedDuration})
        doubt(field, 0, limits::mostUsualYears);
}

int Table::decimals(Field field) const
{
    const Slot* found = slot(field);
    return found ? found->decimals : 0;
}

std::vector<CellArea> Table::unclaimed() const
{
    std::vector<CellArea> areas;
    int lastNamed = 0;
    for (const auto& column : recognised_)
        lastNamed = std::max(lastNamed, column.column);
    for (const auto& column : repeated_)
        lastNamed = std::max(lastNamed, column.column);
    for (const auto& column : unrecognised_)
        if (!sheet_->text(column.place).empty()) lastNamed = std::max(lastNamed, column.place.column);
    const int lastColumn = sheet_->columnCount() - 1;
    for (const Ignored& line : ignored_) {
        if (line.why != Ignored::Why::otherTable) continue;
        const bool goesOn =
            !areas.empty() && areas.back().last.row + 1 >= line.row - 1; // a blank row between
        if (goesOn)
            areas.back().last.row = line.row;
        else
            areas.push_back({{line.row, 0}, {line.row, lastColumn}});
    }
    const bool isRow = !turned_ && (!layout_ || layout_->role == LayoutRole::projects);
    if (isRow && lastNamed + 1 < lastColumn)
        areas.push_back({{0, lastNamed + 1}, {sheet_->rowCount() - 1, lastColumn}});
    return areas;
}

Place Table::place(Field field, std::size_t row) const
{
    const Slot* found = slot(field);
    if (found && !found->places.empty()) return found->places[row];
    if (turned_) return {headerRow_, rows_[row]};
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
