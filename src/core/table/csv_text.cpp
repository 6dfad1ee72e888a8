#include "core/table/csv_text.hpp"

#include "core/text/fold.hpp"
#include "core/text/number.hpp"

#include <cmath>
#include <fmt/format.h>

namespace panorama {

namespace {

std::string quoted(const std::string& cell)
{
    // A space at an end is kept by no reader unless it is quoted.
    const bool plain = cell.find_first_of(",\"\r\n") == std::string::npos && trimmed(cell) == cell;
    if (plain) return cell;
    std::string text = "\"";
    for (const char character : cell) {
        if (character == '"') text += '"';
        text += character;
    }
    return text + '"';
}

} // namespace

std::string csvRecord(std::span<const std::string> cells)
{
    std::string record;
    for (std::size_t i = 0; i < cells.size(); ++i)
        record += (i > 0 ? "," : "") + quoted(cells[i]);
    // A record of one empty cell would be an empty line, which is none.
    return (record.empty() ? "\"\"" : record) + "\r\n";
}

std::string csvNumber(double number)
{
    // Whole numbers in full, also large ones; others in the shortest form that reads back the same.
    if (number == std::floor(number) && std::fabs(number) < 1e15) return fmt::format("{:.0f}", number + 0.0);
    return fmt::format("{}", number);
}

std::string withoutFormula(const std::string& cell)
{
    return looksLikeFormula(cell) ? "'" + cell : cell;
}

bool looksLikeFormula(const std::string& cell)
{
    const auto start = trimmed(cell);
    if (start.empty() || std::string_view("=+-@").find(start.front()) == std::string_view::npos) return false;
    return start.size() > 1 && !parseNumber(start);
}

} // namespace panorama
