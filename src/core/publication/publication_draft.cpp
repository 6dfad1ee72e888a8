#include "core/publication/publication_draft.hpp"

#include "core/text/number.hpp"

namespace panorama {

namespace {

DraftCell publishedCell(const std::string& text, FieldType type)
{
    if (text.empty()) return {};
    if (type == FieldType::date)
        if (const auto date = parseDate(text); date && date->form == DateForm::iso)
            return numberCell(serialOf(date->date), NumberForm::date);
    const bool isFigure = type == FieldType::money || type == FieldType::years;
    if (const auto number = isFigure ? parseNumber(text) : std::nullopt)
        return numberCell(number->value, type == FieldType::money ? NumberForm::amount : NumberForm::years);
    return textCell(text);
}

double widthOf(Field field, FieldType type)
{
    if (field == Field::description) return 9;
    return type == FieldType::text || type == FieldType::url ? 4.5 : 3;
}

} // namespace

SheetDraft publicationDraft(const Publication& publication, const Columns& columns)
{
    SheetDraft draft;
    draft.name = "Panorama";
    draft.frozenRows = 1;
    std::vector<DraftCell> headers;
    for (const auto& header : publication.headers)
        headers.push_back(textCell(header, Look::heading));
    for (const Field field : publication.fields)
        draft.widths.push_back(widthOf(field, columns.field(field).type));
    draft.rows.push_back(std::move(headers));
    for (const auto& row : publication.rows) {
        std::vector<DraftCell> cells;
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.push_back(publishedCell(row[i], columns.field(publication.fields[i]).type));
        draft.rows.push_back(std::move(cells));
    }
    return draft;
}

} // namespace panorama
