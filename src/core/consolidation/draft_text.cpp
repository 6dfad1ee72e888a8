#include "core/consolidation/draft_text.hpp"

#include "core/table/csv_text.hpp"
#include "core/text/plain_text.hpp"
#include "core/words/shown_values.hpp"

namespace panorama {

namespace {

std::string plainCell(const DraftCell& cell)
{
    if (cell.kind != DraftCell::Kind::number) return withoutFormula(cell.text);
    if (cell.form == NumberForm::date)
        if (const auto date = dateOfSerial(cell.number)) return isoDate(*date);
    return csvNumber(cell.number);
}

std::string shownCell(const DraftCell& cell, Language language)
{
    if (cell.kind != DraftCell::Kind::number) return cell.text;
    switch (cell.form) {
    case NumberForm::date:
        if (const auto date = dateOfSerial(cell.number)) return shownDate(*date, language);
        break;
    case NumberForm::percent: return shownPercent(cell.number, language);
    case NumberForm::countChange:
        return (cell.number > 0 ? "+" : "") + shownNumber(cell.number, 0, 0, language);
    case NumberForm::amountChange:
        return (cell.number > 0 ? "+" : "") + shownNumber(cell.number, 2, 2, language);
    case NumberForm::points: return (cell.number > 0 ? "+" : "") + shownNumber(cell.number, 1, 1, language);
    default: break;
    }
    return shownNumber(cell.number, 0, 6, language);
}

} // namespace

std::string csvOf(const SheetDraft& draft)
{
    std::size_t width = 0;
    for (const auto& row : draft.rows)
        width = std::max(width, row.size());
    std::string text;
    for (const auto& row : draft.rows) {
        std::vector<std::string> cells(width);
        for (std::size_t i = 0; i < row.size(); ++i)
            cells[i] = plainCell(row[i]);
        text += csvRecord(cells);
    }
    return text;
}

std::string plainTextOf(const SheetDraft& draft, Language language)
{
    std::string text;
    for (const auto& row : draft.rows) {
        std::string line;
        for (const DraftCell& cell : row) {
            const std::string shown = onOneLine(shownCell(cell, language));
            if (!shown.empty()) line += (line.empty() ? "" : " | ") + shown;
        }
        text += line + "\n";
    }
    return text;
}

} // namespace panorama
