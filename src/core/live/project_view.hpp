#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/data/language.hpp"
#include "core/figures/cost_band.hpp"
#include "core/report/key_figures.hpp"
#include "core/table/project.hpp"

#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// A project as one edition shows it. Figures that the cells do not say are not there; figures that are kept
/// back are there where the sheet has them all the same, beside the reason, and never as 0.
struct ProjectEdition
{
    std::string name;                 ///< as typed
    std::string phase;                ///< as typed
    Withheld withheld = Withheld::no; ///< why its figures are kept back
    std::optional<double> cost;       ///< M€, full cost as it is now
    std::optional<double> years;      ///< planned duration
    std::optional<ProjectDate> end;   ///< planned, and the cell that says it
    std::optional<double> budgetRate; ///< fraction; not where figures are kept back
    std::optional<YearMonth> month;   ///< of the edition
    std::string source;               ///< its sheet, or its file
    bool otherFile = false;
    bool current = false; ///< the row under the cursor itself
};

/// What DINUM's opinion (avis « article 3 ») is for a project.
struct ProjectOpinion
{
    std::string status; ///< what is owed, as opinionStatus() says it; empty where the cost is not known
    std::optional<Date> given; ///< date of the opinion
    std::optional<Date> due;   ///< when the answer is due, where the sheet says when the file was received
};

/// The project of one row: its figures, its opinion, its course over the editions known and what was found.
/// It points into the workbook it was made from.
struct ProjectView
{
    const CheckedTable* table = nullptr;
    std::size_t row = 0; ///< among the table's projects
    ProjectEdition now;
    std::optional<double> initialCost;  ///< M€
    std::optional<double> calendarRate; ///< fraction; not where figures are kept back
    std::optional<CostBand> band;       ///< of the cost, or the one that says why there is none
    std::optional<double> spent;        ///< M€
    ProjectOpinion opinion;
    std::vector<ProjectEdition> course; ///< oldest first, this edition among them
    std::vector<const Finding*> findings;
};

/// The project in the row of a cell; of a sheet that is a fiche, its one project. Nothing where the cell is
/// in no project's row. `previous` is another file to look for the project in; there and on the workbook's
/// other sheets it is known by identifier, former name or folded name, and never by a mere proposal.
std::optional<ProjectView> projectAt(const CheckedWorkbook& workbook, const CheckedWorkbook* previous,
                                     const std::string& sheet, Place cursor);

/// Its figures in words, those the sheet has columns for.
std::vector<ShownFigure> shownProject(const ProjectView& view, Language language);
/// "novembre 2021 (feuille « 2021 ») : 12,5 M€, fin 03/2024, Déploiement": one line an edition.
std::vector<std::string> shownCourse(const ProjectView& view, Language language);

} // namespace panorama
