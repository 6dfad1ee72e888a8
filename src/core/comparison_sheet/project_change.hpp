#pragma once

#include "core/figures/slippage.hpp"
#include "core/rules/check.hpp"

#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// What became of one project from an edition to the next. What a table does not say is not there.
struct ProjectChange
{
    std::size_t before = 0, now = 0; ///< rows of the two tables
    std::string nameBefore, name;
    std::optional<double> costBefore, cost; ///< M€
    std::optional<Date> endBefore, end;     ///< planned
    std::string phaseBefore, phase;
    std::optional<double> budgetBefore, budget; ///< slippage, fractions
    std::optional<double> calendarBefore, calendar;

    /// Of the planned end; nothing where one is not known.
    std::optional<int> monthsLater() const;
    bool isRenamed() const;
};

/// The projects of both editions, in the order of the later one.
std::vector<ProjectChange> projectChanges(const EarlierEdition& earlier, const Table& now);

/// The rate of one project; nothing where its forecasts give none.
std::optional<double> rateOf(const Forecast& forecast);

/// The cost of a project as the table says it, M€.
std::optional<double> costOf(const Table& table, std::size_t row);

/// Why a project has no cost: what stands in its place, or else what is said of the project.
Withheld withheldCost(const Table& table, std::size_t row);

} // namespace panorama
