#include "core/drafts/sheet_preparation.hpp"

#include <algorithm>

namespace panorama {

namespace {

constexpr int rowsToCome = 100;

int lastRow(const Table& table)
{
    int last = table.headerRow() + 1;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        last = std::max(last, table.place(Field::name, row).row);
    return last >= table.sheet().rowCount() - 1 ? last + rowsToCome : last;
}

/// "Coût estimé" is the updated cost of a table that knows only one; durations likewise stand for dates.
bool standsIn(const Table& table, Field field)
{
    static constexpr std::pair<Field, Field> likes[] = {
        {Field::updatedCost, Field::cost},           {Field::updatedEnd, Field::end},
        {Field::updatedEnd, Field::duration},        {Field::updatedEnd, Field::updatedDuration},
        {Field::initialEnd, Field::initialDuration}, {Field::initialStart, Field::start},
        {Field::ministry, Field::ministryName}};
    return std::any_of(std::begin(likes), std::end(likes),
                       [&](const auto& like) { return like.first == field && table.has(like.second); });
}

} // namespace

SheetPreparation preparationOf(const Table& table, const FieldGuidance& guidance,
                               const std::vector<Field>& recommended)
{
    SheetPreparation preparation;
    const int first = table.headerRow() + 1;
    const int last = lastRow(table);
    for (const auto& column : table.recognised()) {
        const auto& field = table.columns().field(column.meaning.field);
        PreparedColumn prepared{
            .field = column.meaning.field,
            .guidance = guidance.of(column.meaning.field, {first, column.column, last, column.column})};
        if (column.meaning.divisor == 1) prepared.form = numberFormOf(field.type);
        preparation.columns.push_back(std::move(prepared));
    }
    for (const Field field : recommended)
        if (!table.has(field) && !standsIn(table, field)) preparation.missing.push_back(field);
    preparation.firstFree = {table.headerRow(), table.sheet().columnCount()};
    return preparation;
}

} // namespace panorama
