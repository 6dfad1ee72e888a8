#include "core/comparison_sheet/watch_suggestions.hpp"

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
            if (change.now.isFinished()) continue;
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
    void add(const Project& project, Why why, double before = 0, double now = 0)
    {
        found_.push_back({project.row(), why, before, now, !project.reading(Field::watch).isEmpty()});
    }

    void drift(const ProjectChange& change)
    {
        const auto recurs = [](const auto& before, const auto& now) {
            // As they are shown, in tenths of a percent: "from 40% to 40%" is no rise.
            return before && now && *before > watchedRate &&
                   std::round(*now * 1000) > std::round(*before * 1000);
        };
        for (const auto rate : {&Project::budgetRate, &Project::calendarRate}) {
            const auto before = (change.before.*rate)(), now = (change.now.*rate)();
            if (recurs(before, now)) return add(change.now, Why::recurringDrift, *before, *now);
        }
        if (highRate(change.now)) return;
        if (change.monthsLater().value_or(0) > watchedMonths)
            add(change.now, Why::heightenedVigilance, *change.monthsLater(), 0);
    }

    /// Suggests a project for the higher of its rates, where that is above the limit.
    bool highRate(const Project& project)
    {
        const double highest = std::max(project.budgetRate().value_or(0), project.calendarRate().value_or(0));
        if (highest > watchedRate) add(project, Why::heightenedVigilance, 0, highest);
        return highest > watchedRate;
    }

    /// Needs no initial forecast, which many tables do not have.
    void cost(const ProjectChange& change)
    {
        const auto before = change.before.cost(), now = change.now.cost();
        if (!before || !now) return;
        const auto rise = slippage(before->value, now->value);
        // As it is shown, in tenths of a percent: 20% is 20% whatever its last binary digit.
        if (rise && std::round(*rise * 1000) / 1000 >= watchedCostRise)
            add(change.now, Why::risingCost, 0, *rise);
    }

    /// A new project may have drifted before it came into the panorama.
    void enter()
    {
        for (const std::size_t row : earlier_.match.entering()) {
            const Project project(now_, row);
            if (project.isFinished()) continue;
            highRate(project);
            add(project, Why::entering);
        }
    }

    void trajectory(const ProjectChange& change)
    {
        const auto recalage = change.now.date(Field::recalage);
        const bool since = recalage && earlier_.edition.month && monthOf(*recalage) > *earlier_.edition.month;
        if (since || change.now.table().reason(change.now.row()) == Withheld::revision)
            add(change.now, Why::newTrajectory);
    }

    void closing(const ProjectChange& change)
    {
        const auto end = change.now.end();
        if (!edition_ || !end) return;
        const auto left = (monthOf(end->date) - *edition_).count();
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
