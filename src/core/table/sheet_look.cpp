#include "core/table/sheet_look.hpp"

#include <algorithm>
#include <string>

namespace panorama {

namespace {

/// The text that a format shows beside the number: what is quoted, escaped or a currency's sign.
std::string shownTextOf(std::string_view code)
{
    std::string shown;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '"') {
            const std::size_t end = std::min(code.find('"', i + 1), code.size());
            shown += std::string(code.substr(i + 1, end - i - 1)) + " ";
            i = end;
        } else if (code[i] == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            const auto bracketed = code.substr(i + 1, end - i - 1); // "$€-40C", or a colour, or a condition
            if (bracketed.starts_with('$'))
                shown += std::string(bracketed.substr(1, bracketed.find('-') - 1)) + " ";
            i = end;
        } else if (code[i] == '\\' && i + 1 < code.size())
            shown += code[++i];
        else if (static_cast<unsigned char>(code[i]) >= 0x80 || code[i] == '$')
            shown += code[i];
    }
    return shown;
}

/// Thousands that a format leaves out of what it shows: "#,##0,," shows millions.
double scaleOf(std::string_view code)
{
    double scale = 1;
    const std::size_t digit = code.find_last_of("0#?");
    if (digit == std::string_view::npos) return scale;
    for (std::size_t i = digit + 1; i < code.size() && code[i] == ','; ++i)
        scale *= 1000;
    return scale;
}

} // namespace

CellFormat formatOfCode(std::string_view code)
{
    code = code.substr(0, code.find(';')); // of positive numbers
    CellFormat format;
    const std::string shown = shownTextOf(code);
    std::string bare;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '"') i = std::min(code.find('"', i + 1), code.size());
        if (i < code.size()) bare += code[i];
    }
    format.percent = bare.find('%') != std::string::npos;
    format.unit = unitOfMoney(shown);
    if (format.unit.money && !format.unit.foreign) format.unit.divisor *= scaleOf(code);
    return format;
}

bool SheetLook::isRowHidden(int row) const
{
    return std::binary_search(hiddenRows.begin(), hiddenRows.end(), row);
}

bool SheetLook::isColumnHidden(int column) const
{
    return std::binary_search(hiddenColumns.begin(), hiddenColumns.end(), column);
}

void SheetLook::sort()
{
    std::sort(merged.begin(), merged.end(),
              [](const CellArea& a, const CellArea& b) { return a.first.row < b.first.row; });
    for (const CellArea& area : merged)
        tallest = std::max(tallest, area.last.row - area.first.row + 1);
    std::sort(hiddenRows.begin(), hiddenRows.end());
    std::sort(hiddenColumns.begin(), hiddenColumns.end());
}

const CellArea* SheetLook::mergedAt(Place place) const
{
    auto above = std::upper_bound(merged.begin(), merged.end(), place.row,
                                  [](int row, const CellArea& area) { return row < area.first.row; });
    while (above != merged.begin() && (--above)->first.row > place.row - tallest)
        if (above->contains(place)) return &*above;
    return nullptr;
}

CellFormat SheetLook::formatAt(Place place) const
{
    for (const Shown& shown : formats)
        if (shown.area.contains(place)) return shown.format;
    return {};
}

} // namespace panorama
