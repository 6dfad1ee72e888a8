#include "core/live/project_view.hpp"

#include "core/figures/opinion.hpp"
#include "core/live/project_course.hpp"
#include "core/table/portfolio.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <filesystem>

namespace panorama {

namespace {

using Keys = std::initializer_list<std::string_view>;

std::optional<double> firstNumber(const Table& table, std::size_t row, Keys keys)
{
    for (const auto key : keys)
        if (const auto& readings = table.readings(key); !readings.empty() && readings[row].isNumber())
            return readings[row].number;
    return std::nullopt;
}

std::string textAt(const Table& table, std::size_t row, std::string_view key)
{
    const auto& readings = table.readings(key);
    return readings.empty() ? std::string() : std::string(trimmed(table.textOf(readings[row])));
}

/// Why the row's figures, or its cost alone, are kept back.
Withheld withheldAt(const Table& table, std::size_t row)
{
    if (table.state(row) != RowState::open || !isCostWithheld(table, row)) return table.reason(row);
    return table.readings(*costField(table))[row].withheld;
}

/// A cost of 0 in a row whose figures are kept back says nothing.
std::optional<double> amountAt(const Table& table, std::size_t row, Keys keys)
{
    const auto amount = firstNumber(table, row, keys);
    return amount == 0.0 && withheldAt(table, row) != Withheld::no ? std::nullopt : amount;
}

std::optional<double> rateOf(const Forecast& forecast)
{
    if (!forecast.isUsed(SlippageMethod::mean)) return std::nullopt;
    const auto rate = slippage(*forecast.initial, *forecast.updated);
    return rate ? std::optional(*rate) : std::nullopt;
}

// The forecasts of one row, as budgetForecasts() and calendarForecasts() give them for all: the cursor moves
// faster than a hundred thousand rows are read.

std::optional<double> budgetRateAt(const Table& table, std::size_t row)
{
    return rateOf({.initial = firstNumber(table, row, {"initial_cost"}),
                   .updated = firstNumber(table, row, {"updated_cost", "cost"}),
                   .weight = {},
                   .withheld = isCostWithheld(table, row)});
}

std::optional<double> calendarRateAt(const Table& table, std::size_t row)
{
    if (table.state(row) != RowState::open) return std::nullopt;
    const auto start = firstDate(table, row, {"initial_start", "start"});
    const auto initialEnd = firstDate(table, row, {"initial_end"});
    const auto updatedEnd = firstDate(table, row, {"updated_end", "end"});
    if (start && initialEnd && updatedEnd) {
        const auto rate = calendarSlippage(start->date, initialEnd->date, updatedEnd->date);
        return rate ? std::optional(*rate) : std::nullopt;
    }
    return rateOf({.initial = firstNumber(table, row, {"initial_duration"}),
                   .updated = firstNumber(table, row, {"updated_duration", "duration"})});
}

std::optional<double> yearsAt(const Table& table, std::size_t row)
{
    if (const auto years = firstNumber(table, row, {"updated_duration", "duration"})) return years;
    return yearsByDates(table, row);
}

ProjectEdition editionOf(const ProjectPlace& place)
{
    const Table& table = place.table->table;
    return {.name = std::string(trimmed(table.projectName(place.row))),
            .phase = textAt(table, place.row, "phase"),
            .withheld = withheldAt(table, place.row),
            .cost = amountAt(table, place.row, {"updated_cost", "cost"}),
            .years = yearsAt(table, place.row),
            .end = projectEnd(table, place.row),
            .budgetRate = budgetRateAt(table, place.row),
            .month = place.table->edition.month,
            .source = table.sheet().name()};
}

std::optional<CostBand> bandOf(const ProjectEdition& project)
{
    if (project.withheld == Withheld::cadrage) return CostBand::cadrage;
    if (project.withheld != Withheld::no) return CostBand::undisclosed;
    return project.cost && *project.cost >= 0 ? std::optional(costBand(*project.cost)) : std::nullopt;
}

std::optional<Date> dateAt(const Table& table, std::size_t row, std::string_view key)
{
    const auto found = firstDate(table, row, {key});
    return found ? std::optional(found->date) : std::nullopt;
}

std::optional<Date> opinionDueAt(const Table& table, std::size_t row)
{
    constexpr double longest = 3660; // days, as opinionDue() takes them
    const auto received = dateAt(table, row, "opinion_received");
    const double suspended = firstNumber(table, row, {"opinion_suspended"}).value_or(0);
    if (!received || suspended < 0 || suspended > longest) return std::nullopt;
    const auto due = opinionDue(*received, static_cast<int>(suspended));
    return due ? std::optional(*due) : std::nullopt;
}

ProjectOpinion opinionAt(const Table& table, std::size_t row, const std::optional<double>& cost)
{
    ProjectOpinion opinion{
        .status = {}, .given = dateAt(table, row, "opinion_date"), .due = opinionDueAt(table, row)};
    const std::string kindText = textAt(table, row, "opinion_kind");
    const auto kind = kindText.empty() ? OpinionKind::ministry : opinionKind(kindText);
    const bool known = cost && *cost > 0;
    if (!kind || (!known && kind != OpinionKind::outsideScope)) return opinion;
    const auto start = firstDate(table, row, {"start", "initial_start"});
    opinion.status = opinionStatus(cost.value_or(0), table.state(row) == RowState::cadrage, *kind,
                                   start ? std::optional(start->date) : std::nullopt);
    return opinion;
}

/// The project whose row is this one of the sheet.
std::optional<std::size_t> projectInRow(const Table& table, int sheetRow)
{
    const FieldId name = table.columns().find("name").value_or(0);
    std::size_t first = 0, last = table.rowCount();
    while (first < last) { // rows grow
        const std::size_t middle = first + (last - first) / 2;
        if (table.place(name, middle).row < sheetRow)
            first = middle + 1;
        else
            last = middle;
    }
    const bool found = first < table.rowCount() && table.place(name, first).row == sheetRow;
    return found ? std::optional(first) : std::nullopt;
}

bool reachesOver(const Table& table, int column)
{
    const auto& columns = table.recognised();
    const auto [first, last] = std::minmax_element(
        columns.begin(), columns.end(), [](const auto& a, const auto& b) { return a.column < b.column; });
    return first != columns.end() && first->column <= column && column <= last->column;
}

/// Of tables side by side, the one over the cell.
std::optional<ProjectPlace> placeAt(const CheckedWorkbook& workbook, const std::string& sheet, Place cursor)
{
    std::optional<ProjectPlace> found;
    for (const CheckedTable& checked : workbook.tables()) {
        const Table& table = checked.table;
        if (table.sheet().name() != sheet) continue;
        if (table.role() == LayoutRole::fiche)
            return ProjectPlace{.table = &checked, .row = 0, .workbook = &workbook};
        const auto row =
            table.role() == LayoutRole::projects ? projectInRow(table, cursor.row) : std::nullopt;
        if (row && (!found || reachesOver(table, cursor.column)))
            found = ProjectPlace{.table = &checked, .row = *row, .workbook = &workbook};
    }
    return found;
}

std::vector<ProjectEdition> editionsOf(const ProjectPlace& project, const CheckedWorkbook* previous)
{
    std::vector<ProjectEdition> editions;
    for (const ProjectPlace& place : courseOf(project, previous)) {
        editions.push_back(editionOf(place));
        ProjectEdition& edition = editions.back();
        edition.current = place.table == project.table;
        edition.otherFile = place.workbook != project.workbook;
        if (edition.otherFile)
            edition.source = std::filesystem::path(place.workbook->fileName()).filename().string();
    }
    return editions;
}

} // namespace

std::optional<ProjectView> projectAt(const CheckedWorkbook& workbook, const CheckedWorkbook* previous,
                                     const std::string& sheet, Place cursor)
{
    const auto place = placeAt(workbook, sheet, cursor);
    if (!place) return std::nullopt;
    const Table& table = place->table->table;
    const std::size_t row = place->row;
    ProjectView view;
    view.table = place->table;
    view.row = row;
    view.now = editionOf(*place);
    view.now.current = true;
    view.initialCost = amountAt(table, row, {"initial_cost"});
    view.calendarRate = calendarRateAt(table, row);
    view.band = bandOf(view.now);
    view.spent = amountAt(table, row, {"spent"});
    view.opinion = opinionAt(table, row, view.now.cost);
    view.course = editionsOf(*place, previous);
    for (const Finding& finding : place->table->findings) // those of lists of acceptances are of other tables
        if (finding.table == &table && finding.project == row) view.findings.push_back(&finding);
    return view;
}

} // namespace panorama
