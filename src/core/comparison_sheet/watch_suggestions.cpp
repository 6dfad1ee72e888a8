#include "core/comparison_sheet/watch_suggestions.hpp"

#include "core/table/cell_words.hpp"
#include "core/table/portfolio.hpp"
#include "core/table/project_dates.hpp"

#include <algorithm>
#include <cmath>

namespace panorama {

namespace {

using Why = WatchSuggestion::Why;

class Suggestions
{
  public:
    Suggestions(const EarlierEdition& earlier, const Table& now, std::optional<YearMonth> edition)
        : earlier_(earlier), now_(now), edition_(edition)
    {
    }

    std::vector<WatchSuggestion> find(const std::vector<ProjectChange>& changes)
    {
        for (const ProjectChange& change : changes) {
            if (isFinished(now_, change.now)) continue;
            drift(change);
            cost(change);
            trajectory(change);
            closing(change);
        }
        enter();
        std::stable_sort(found_.begin(), found_.end(),
                         [](const auto& a, const auto& b) { return a.why < b.why; });
        return std::move(found_);
    }

  private:
    void add(std::size_t row, Why why, double before = 0, double now = 0)
    {
        const auto& list = now_.readings("watch");
        found_.push_back({row, why, before, now, !list.empty() && !list[row].isEmpty()});
    }

    void drift(const ProjectChange& change)
    {
        const auto recurs = [](const auto& before, const auto& now) {
            return before && now && *before > watchedRate && *now > *before;
        };
        if (recurs(change.budgetBefore, change.budget))
            return add(change.now, Why::recurringDrift, *change.budgetBefore, *change.budget);
        if (recurs(change.calendarBefore, change.calendar))
            return add(change.now, Why::recurringDrift, *change.calendarBefore, *change.calendar);
        if (highRate(change.now, change.budget, change.calendar)) return;
        if (change.monthsLater().value_or(0) > watchedMonths)
            add(change.now, Why::heightenedVigilance, *change.monthsLater(), 0);
    }

    /// Suggests a project for the higher of its rates, where that is above the limit.
    bool highRate(std::size_t row, std::optional<double> budget, std::optional<double> calendar)
    {
        const double highest = std::max(budget.value_or(0), calendar.value_or(0));
        if (highest > watchedRate) add(row, Why::heightenedVigilance, 0, highest);
        return highest > watchedRate;
    }

    /// Needs no initial forecast, which many tables do not have.
    void cost(const ProjectChange& change)
    {
        if (!change.costBefore || !change.cost) return;
        const auto rise = slippage(*change.costBefore, *change.cost);
        // As it is shown, in tenths of a percent: 20% is 20% whatever its last binary digit.
        if (rise && std::round(*rise * 1000) / 1000 >= watchedCostRise)
            add(change.now, Why::risingCost, 0, *rise);
    }

    /// A new project may have drifted before it came into the panorama.
    void enter()
    {
        const auto budgets = budgetForecasts(now_), calendars = calendarForecasts(now_);
        for (const std::size_t row : earlier_.match.entering()) {
            if (isFinished(now_, row)) continue;
            highRate(row, rateOf(budgets[row]), rateOf(calendars[row]));
            add(row, Why::entering);
        }
    }

    void trajectory(const ProjectChange& change)
    {
        const auto recalage = firstDate(now_, change.now, {"recalage"});
        const bool since =
            recalage && earlier_.edition.month && monthOf(recalage->date) > *earlier_.edition.month;
        if (since || now_.reason(change.now) == Withheld::revision) add(change.now, Why::newTrajectory);
    }

    void closing(const ProjectChange& change)
    {
        if (!edition_ || !change.end) return;
        const auto left = (monthOf(*change.end) - *edition_).count();
        if (left >= 0 && left <= watchedMonths) add(change.now, Why::closing, 0, static_cast<double>(left));
    }

    const EarlierEdition& earlier_;
    const Table& now_;
    std::optional<YearMonth> edition_;
    std::vector<WatchSuggestion> found_;
};

} // namespace

std::vector<WatchSuggestion> watchSuggestions(const EarlierEdition& earlier, const Table& now,
                                              const std::vector<ProjectChange>& changes,
                                              std::optional<YearMonth> edition)
{
    return Suggestions(earlier, now, edition).find(changes);
}

} // namespace panorama
