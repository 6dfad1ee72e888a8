#pragma once

#include "core/comparison_sheet/project_change.hpp"

#include <cstdint>

namespace panorama {

/// A project that may belong on the watch list, and why. A suggestion: the panorama publishes no rule for its
/// list, only what it watches (closing projects, recurring drift, heightened vigilance, new trajectories).
struct WatchSuggestion
{
    enum class Why : std::uint8_t {
        recurringDrift,      ///< a rate above the limit before, and higher now
        heightenedVigilance, ///< a rate above the limit, or the end moved far
        risingCost,          ///< the cost rose much since the edition before, whatever was planned first
        newTrajectory,       ///< in révision de trajectoire, or re-baselined since the edition before
        closing,             ///< it ends within months: no slippage should come now
        entering             ///< new in the panorama
    };
    std::size_t row = 0; ///< of the later table
    Why why = Why::heightenedVigilance;
    double before = 0, now = 0; ///< the rates, the rise or the months that speak for it
    bool isListed = false;      ///< the table's watch list names it already
};

/// From which rate on a project is watched: the target announced in 2021 for the global rate.
constexpr double watchedRate = 0.15;
/// From which rise of its cost within one edition on a project is watched: the one that rule D05 wants
/// explained (large-change in packs/changes.xml).
constexpr double watchedCostRise = 0.20;
/// Months by which an end that moved at once draws attention, and before its end a project is closing.
constexpr int watchedMonths = 6;

/// At most one suggestion for each project and reason; recurring drift first.
std::vector<WatchSuggestion> watchSuggestions(const EarlierEdition& earlier, const Table& now,
                                              const std::vector<ProjectChange>& changes,
                                              std::optional<YearMonth> edition);

} // namespace panorama
