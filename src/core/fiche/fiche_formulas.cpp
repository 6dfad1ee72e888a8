#include "core/fiche/fiche_formulas.hpp"

#include "core/formulas/formula.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace panorama {

namespace {

int columnOf(const FicheJournal& journal, std::string_view id)
{
    const auto found = std::find_if(journal.columns.begin(), journal.columns.end(),
                                    [&](const auto& column) { return column.id == id; });
    return FicheLayout::labelColumn + static_cast<int>(found - journal.columns.begin());
}

/// The first and the last row of natures of a kind.
std::pair<int, int> rowsOf(const FicheSchedule& schedule, FicheSchedule::Kind kind)
{
    const auto is = [&](const auto& nature) { return nature.kind == kind; };
    const auto first = std::find_if(schedule.natures.begin(), schedule.natures.end(), is);
    const auto last = std::find_if_not(first, schedule.natures.end(), is);
    return {static_cast<int>(first - schedule.natures.begin()),
            static_cast<int>(last - schedule.natures.begin()) - 1};
}

} // namespace

std::string fixedAddress(Place place)
{
    return fmt::format("${}${}", columnName(place.column), place.row + 1);
}

std::string fixedAddress(const CellBlock& block)
{
    return fixedAddress(Place{block.firstRow, block.firstColumn}) + ":" +
           fixedAddress(Place{block.lastRow, block.lastColumn});
}

std::string FicheFormulas::resolve(std::string_view formula) const
{
    std::string result = "=";
    for (std::size_t at = 0; at < formula.size();) {
        if (formula[at] == '{') {
            const std::size_t end = std::min(formula.find('}', at), formula.size());
            result += cellsOf(formula.substr(at + 1, end - at - 1));
            at = end + 1;
        } else if (formula[at] == '@') {
            const std::size_t end = std::min(formula.find('(', at), formula.size());
            result += functionInFiles(formula.substr(at + 1, end - at - 1));
            at = end;
        } else {
            result += formula[at++];
        }
    }
    return result;
}

std::string FicheFormulas::cellsOf(std::string_view name) const
{
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) {
        const auto field = fieldNamed(name);
        const auto place = field ? layout_.valueOf(*field) : std::nullopt;
        return place ? fixedAddress(*place) : fmt::format("{{{}}}", name);
    }
    const auto id = name.substr(0, dot);
    const auto rest = name.substr(dot + 1);
    for (const FicheSection& section : plan_.sections)
        for (const FichePart& part : section.parts) {
            const auto* journal = std::get_if<FicheJournal>(&part);
            if (journal && journal->id == id) return journalCells(*journal, rest);
            const auto* schedule = std::get_if<FicheSchedule>(&part);
            if (schedule && schedule->id == id) return scheduleCells(*schedule, rest);
        }
    return fmt::format("{{{}}}", name);
}

std::string FicheFormulas::journalCells(const FicheJournal& journal, std::string_view columns) const
{
    const std::size_t colon = columns.find(':');
    if (colon != std::string_view::npos)
        return datedRows(journal, columns.substr(0, colon), columns.substr(colon + 1));
    CellBlock block = layout_.cellsOf(journal);
    block.firstColumn = block.lastColumn = columnOf(journal, columns);
    return fixedAddress(block);
}

/// Dates as 2026-03-15: the codes of TEXT for days and years differ between languages.
std::string FicheFormulas::datedRows(const FicheJournal& journal, std::string_view dates,
                                     std::string_view text) const
{
    const CellBlock block = layout_.cellsOf(journal);
    const std::size_t comma = std::min(dates.find(','), dates.size());
    const int first = columnOf(journal, dates.substr(0, comma));
    const int second = comma < dates.size() ? columnOf(journal, dates.substr(comma + 1)) : first;
    std::string rows;
    for (int row = block.firstRow; row <= block.lastRow; ++row) {
        const std::string preferred = fixedAddress(Place{row, first}),
                          other = fixedAddress(Place{row, second});
        const std::string date = fmt::format("IF(ISNUMBER({0});{0};{1})", preferred, other);
        rows += fmt::format(
            "{0}IF(ISNUMBER({1});YEAR({1})&\"-\"&TEXT(MONTH({1});\"00\")&\"-\"&TEXT(DAY({1});\"00\")"
            "&\" : \"&{2};\"\")",
            rows.empty() ? "" : ";", date, fixedAddress(Place{row, columnOf(journal, text)}));
    }
    return rows;
}

std::string FicheFormulas::scheduleCells(const FicheSchedule& schedule, std::string_view line) const
{
    const FicheLayout::Schedule& rows = layout_.schedules.at(schedule.id);
    if (line == "starts") return fixedAddress(rows.row(rows.header));
    if (line == "total") return fixedAddress(rows.row(rows.total));
    if (line == "mco-total") return fixedAddress(rows.row(rows.mcoTotal));
    if (line == "taxes") {
        const int last = rows.firstNature + static_cast<int>(schedule.natures.size()) - 1;
        return fixedAddress(
            CellBlock{rows.firstNature, FicheLayout::valueColumn, last, FicheLayout::valueColumn});
    }
    const bool payroll = line == "payroll";
    const auto [first, last] =
        rowsOf(schedule, payroll ? FicheSchedule::Kind::payroll : FicheSchedule::Kind::bought);
    CellBlock block = rows.row(rows.firstNature + first);
    block.lastRow = rows.firstNature + last;
    return fixedAddress(block);
}

} // namespace panorama
