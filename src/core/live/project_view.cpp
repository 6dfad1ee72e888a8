#include "core/live/project_view.hpp"

#include "core/figures/opinion.hpp"
#include "core/live/project_course.hpp"
#include "core/table/project.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <filesystem>

namespace panorama {

namespace {

ProjectEdition editionOf(const ProjectPlace& place)
{
    const Project project(place.table->table, place.row);
    return {.name = std::string(project.name()),
            .phase = std::string(project.text(Field::phase)),
            .withheld = project.withheld(),
            .cost = valueOf(project.cost()),
            .years = project.years(),
            .end = project.end(),
            .budgetRate = project.budgetRate(),
            .month = place.table->edition.month,
            .source = project.table().sheet().name()};
}

std::optional<Date> opinionDueOf(const Project& project)
{
    constexpr double longest = 3660; // days, as opinionDue() takes them
    const auto received = project.date(Field::opinionReceived);
    const double suspended = project.number(Field::opinionSuspended).value_or(0);
    if (!received || suspended < 0 || suspended > longest) return std::nullopt;
    const auto due = opinionDue(*received, static_cast<int>(suspended));
    return due ? std::optional(*due) : std::nullopt;
}

ProjectOpinion opinionOf(const Project& project, const std::optional<double>& cost)
{
    ProjectOpinion opinion{
        .status = {}, .given = project.date(Field::opinionDate), .due = opinionDueOf(project)};
    const auto kindText = project.text(Field::opinionKind);
    const auto kind = kindText.empty() ? OpinionKind::ministry : opinionKind(kindText);
    const bool known = cost && *cost > 0;
    if (!kind || (!known && kind != OpinionKind::outsideScope)) return opinion;
    opinion.status =
        opinionStatus(cost.value_or(0), project.table().state(project.row()) == RowState::cadrage, *kind,
                      dayOf(project.start()));
    return opinion;
}

/// The project whose row is this one of the sheet.
std::optional<std::size_t> projectInRow(const Table& table, int sheetRow)
{
    std::size_t first = 0, last = table.rowCount();
    while (first < last) { // rows grow
        const std::size_t middle = first + (last - first) / 2;
        if (table.place(Field::name, middle).row < sheetRow)
            first = middle + 1;
        else
            last = middle;
    }
    const bool found = first < table.rowCount() && table.place(Field::name, first).row == sheetRow;
    return found ? std::optional(first) : std::nullopt;
}

/// Of a table whose projects stand in columns, the one whose column this is.
std::optional<std::size_t> projectInColumn(const Table& table, int column)
{
    for (std::size_t project = 0; project < table.rowCount(); ++project)
        if (table.place(Field::name, project).column == column) return project;
    return std::nullopt;
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
        if (table.role() != LayoutRole::projects) continue;
        const auto row =
            table.isTurned() ? projectInColumn(table, cursor.column) : projectInRow(table, cursor.row);
        if (row && (!found || table.isTurned() || reachesOver(table, cursor.column)))
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
    const Project project(table, row);
    view.initialCost = valueOf(project.initialCost());
    view.calendarRate = project.calendarRate();
    view.band = project.band();
    view.spent = project.spent();
    view.opinion = opinionOf(project, view.now.cost);
    view.course = editionsOf(*place, previous);
    for (const Finding& finding : place->table->findings) // those of lists of acceptances are of other tables
        forEachOf(finding, [&](const Finding& each) {
            if (each.table == &table && each.project == row) view.findings.push_back(&each);
        });
    return view;
}

} // namespace panorama
