#include "core/formulas/formula.hpp"

#include "core/functions/function.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace panorama {

namespace {

constexpr std::string_view prefix = "ORG.PANORAMACALC.ADDIN.";
// A formula over more runs would be longer than anybody reads.
constexpr std::size_t mostRuns = 12;

std::string inQuotes(std::string_view text, char quote)
{
    std::string result(1, quote);
    for (const char character : text) {
        result += character;
        if (character == quote) result += character;
    }
    return result + quote;
}

Value valueAt(const Sheet& sheet, Place place)
{
    switch (sheet.kind(place)) {
    case CellKind::empty: return {};
    case CellKind::text: return std::string(sheet.text(place));
    case CellKind::error: return CellError::noValue;
    default: return sheet.number(place);
    }
}

std::string addressOf(const Sheet& sheet, Place first, Place last)
{
    return fmt::format("${}.${}${}:${}${}", inQuotes(sheet.name(), '\''), columnName(first.column),
                       first.row + 1, columnName(last.column), last.row + 1);
}

/// Cells below each other, or beside each other where projects stand in columns; nothing where one holds an
/// error.
std::optional<Formula> cellsOf(const Sheet& sheet, Place first, Place last)
{
    std::vector<Value> cells;
    for (int row = first.row; row <= last.row; ++row)
        for (int column = first.column; column <= last.column; ++column) {
            cells.push_back(valueAt(sheet, {row, column}));
            if (cells.back().isError()) return std::nullopt;
        }
    const auto rows = static_cast<std::size_t>(last.row) - static_cast<std::size_t>(first.row) + 1;
    const std::size_t columns = cells.size() / rows;
    return Formula{addressOf(sheet, first, last), Array(rows, columns, std::move(cells))};
}

bool hasCells(const Table& table, Field field)
{
    return table.role() == LayoutRole::projects && table.has(field) && table.rowCount() > 0 &&
           table.sheet().origin() == CellOrigin::document;
}

template <typename Function>
void eachCell(const std::vector<Formula>& ranges, Function function)
{
    for (const Formula& range : ranges)
        for (std::size_t i = 0; i < range.gives.array().size(); ++i)
            function(range.gives.array().at(i));
}

std::string joined(const std::vector<Formula>& formulas, std::string_view separator)
{
    std::string text;
    for (const Formula& formula : formulas)
        text += (text.empty() ? "" : std::string(separator)) + formula.text;
    return text;
}

/// As COUNTIF compares: whatever the case of letters without accents.
bool equalTexts(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

} // namespace

Formula literal(double number)
{
    return {fmt::format("{}", number), number};
}

Formula literal(std::string_view text)
{
    return {inQuotes(text, '"'), std::string(text)};
}

Formula literal(YearMonth month)
{
    return {
        fmt::format("DATE({};{};1)", static_cast<int>(month.year()), static_cast<unsigned>(month.month())),
        serialOf(month / 1)};
}

std::string quotedRange(const Table& table, Field field)
{
    if (!table.has(field) || table.rowCount() == 0) return {};
    return addressOf(table.sheet(), table.place(field, 0), table.place(field, table.rowCount() - 1));
}

std::optional<Formula> rangeOf(const Table& table, Field field)
{
    if (!hasCells(table, field)) return std::nullopt;
    return cellsOf(table.sheet(), table.place(field, 0), table.place(field, table.rowCount() - 1));
}

std::optional<std::vector<Formula>> runsOf(const Table& table, Field field)
{
    if (!hasCells(table, field)) return std::nullopt;
    std::vector<Formula> runs;
    for (std::size_t first = 0; first < table.rowCount();) {
        std::size_t last = first;
        while (last + 1 < table.rowCount() &&
               table.place(field, last + 1).row == table.place(field, last).row + 1)
            ++last;
        auto cells = cellsOf(table.sheet(), table.place(field, first), table.place(field, last));
        if (!cells || runs.size() == mostRuns) return std::nullopt;
        runs.push_back(std::move(*cells));
        first = last + 1;
    }
    return runs;
}

std::string functionInFiles(std::string_view function)
{
    std::string name(prefix);
    std::transform(function.begin(), function.end(), std::back_inserter(name),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return name;
}

Formula call(std::string_view function, const std::vector<Formula>& arguments, const EditionTable& editions)
{
    std::vector<Value> values;
    values.reserve(arguments.size());
    for (const Formula& argument : arguments)
        values.push_back(argument.gives);
    const Host host{.editions = &editions};
    return {fmt::format("{}({})", functionInFiles(function), joined(arguments, ";")),
            compute(function, values, host)};
}

Formula countFilled(const std::vector<Formula>& ranges)
{
    double count = 0;
    eachCell(ranges, [&](const Value& cell) { count += cell.isAbsent() ? 0 : 1; });
    return {"COUNTA(" + joined(ranges, ";") + ")", count};
}

Formula countEqual(const std::vector<Formula>& ranges, std::string_view text)
{
    std::vector<Formula> counts;
    for (const Formula& range : ranges) {
        double count = 0;
        eachCell({range},
                 [&](const Value& cell) { count += cell.isText() && equalTexts(cell.text(), text) ? 1 : 0; });
        counts.push_back({fmt::format("COUNTIF({};{})", range.text, inQuotes(text, '"')), count});
    }
    return sumOf(counts);
}

Formula average(const std::vector<Formula>& ranges)
{
    double sum = 0, count = 0;
    eachCell(ranges, [&](const Value& cell) {
        if (!cell.isNumber()) return;
        sum += cell.number();
        ++count;
    });
    return {"AVERAGE(" + joined(ranges, ";") + ")",
            count > 0 ? Value(sum / count) : Value(CellError::divisionByZero)};
}

Formula sumOf(const std::vector<Formula>& terms)
{
    double sum = 0;
    for (const Formula& term : terms) {
        if (!term.number()) return {joined(terms, "+"), CellError::notAvailable};
        sum += *term.number();
    }
    return {joined(terms, "+"), sum};
}

Formula difference(const Formula& from, const Formula& subtracted)
{
    const std::string text = fmt::format("{}-{}", from.text, subtracted.text);
    if (!from.number() || !subtracted.number()) return {text, CellError::notAvailable};
    return {text, *from.number() - *subtracted.number()};
}

Formula dividedBy(Formula formula, double divisor)
{
    if (divisor == 1) return formula;
    const bool multiplies = divisor < 1;
    formula.text = fmt::format("{}{}{:.0f}", formula.text, multiplies ? "*" : "/",
                               std::round(multiplies ? 1 / divisor : divisor));
    if (formula.number()) formula.gives = *formula.number() / divisor;
    return formula;
}

std::optional<Formula> ifGives(Formula formula, double number)
{
    const auto given = formula.number();
    const bool same = given && std::abs(*given - number) <= 1e-9 * std::max(1.0, std::abs(number));
    return same ? std::optional(std::move(formula)) : std::nullopt;
}

} // namespace panorama
