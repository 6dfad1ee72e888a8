#pragma once

#include "core/figures/slippage.hpp"
#include "core/table/table.hpp"

#include <optional>
#include <span>
#include <vector>

namespace panorama {

/// The column that findings and formulas about costs point to: the updated cost, or the only one there is.
std::optional<Field> costField(const Table& table);

/// Whether the table can be the whole edition: published headlines say nothing about a ministry's share of
/// it.
bool mayBeWholeEdition(const Table& table);

/// How many projects' costs are kept back; 0 where the table has no cost.
std::size_t countWithheld(const Table& table);

/// The key figures of a table, as the panorama publishes them. What cannot be computed is not there; what was
/// left out is counted.
struct PortfolioFigures
{
    std::size_t tables = 0; ///< that are one portfolio
    std::size_t projects = 0;
    std::optional<std::size_t> interministerial = {};
    std::optional<double> total = {}; ///< M€, of the projects whose cost is a number and not withheld
    std::size_t costsCounted = 0;
    std::size_t withheld = 0;                ///< projects in cadrage or whose cost is kept back
    std::size_t costsMissing = 0;            ///< projects without a cost and without a reason for it
    std::optional<double> meanDuration = {}; ///< years, over the projects that have one
    std::size_t durationsCounted = 0;
    std::optional<PortfolioSlippage> budget = {};   ///< where initial and updated costs stand side by side
    std::optional<PortfolioSlippage> calendar = {}; ///< the same for durations
};

PortfolioFigures portfolioFigures(const Table& table);
/// Of several tables that are one portfolio; a figure that one of them cannot give is none of all.
PortfolioFigures portfolioFigures(std::span<const Table* const> tables);

/// Project::budget() and Project::calendar() of each project.
std::vector<Forecast> budgetForecasts(const Table& table);
std::vector<Forecast> calendarForecasts(const Table& table);

} // namespace panorama
