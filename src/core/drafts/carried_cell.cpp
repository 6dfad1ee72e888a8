#include "core/drafts/carried_cell.hpp"

#include "core/text/fold.hpp"

namespace panorama {

namespace {

NumberForm formOf(FieldType type)
{
    switch (type) {
    case FieldType::money: return NumberForm::amount;
    case FieldType::years: return NumberForm::years;
    case FieldType::rate: return NumberForm::percent;
    default: return NumberForm::general;
    }
}

} // namespace

DraftCell rawCell(const Sheet& sheet, Place place)
{
    switch (sheet.kind(place)) {
    case CellKind::empty: return {};
    case CellKind::number: return numberCell(sheet.number(place), NumberForm::general);
    case CellKind::date: return numberCell(sheet.number(place), NumberForm::date);
    case CellKind::logical: return textCell(sheet.number(place) != 0 ? "Oui" : "Non");
    case CellKind::error: return textCell(sheet.text(place), Look::error);
    case CellKind::text: break;
    }
    const auto text = sheet.text(place);
    return trimmed(text).empty() ? DraftCell{} : textCell(text);
}

DraftCell carriedCell(const Table& table, Field field, std::size_t row)
{
    const Reading& reading = table.readings(field)[row];
    const FieldType type = table.columns().field(field).type;
    if (reading.isDate() && !reading.shortYear && !reading.bareSerial)
        return numberCell(reading.number, NumberForm::date);
    if (reading.isNumber() && formOf(type) != NumberForm::general)
        return numberCell(reading.number, formOf(type));
    if (reading.isNumber() && type == FieldType::number)
        return numberCell(reading.number, NumberForm::general);
    return rawCell(table.sheet(), table.place(field, row));
}

} // namespace panorama
