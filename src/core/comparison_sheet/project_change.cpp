#include "core/comparison_sheet/project_change.hpp"

#include "core/text/fold.hpp"

namespace panorama {

std::optional<int> ProjectChange::monthsLater() const
{
    const auto then = before.end(), end = now.end();
    if (!then || !end) return std::nullopt;
    return static_cast<int>((monthOf(end->date) - monthOf(then->date)).count());
}

bool ProjectChange::isRenamed() const
{
    return fold(before.name()) != fold(now.name());
}

std::vector<ProjectChange> projectChanges(const EarlierEdition& earlier, const Table& now)
{
    std::vector<ProjectChange> changes;
    const auto& matches = earlier.match.nowMatches();
    for (std::size_t row = 0; row < matches.size(); ++row)
        if (matches[row]) changes.push_back({Project(earlier.table, *matches[row]), Project(now, row)});
    return changes;
}

} // namespace panorama
