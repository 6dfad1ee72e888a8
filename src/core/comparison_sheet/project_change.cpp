#include "core/comparison_sheet/project_change.hpp"

#include "core/table/portfolio.hpp"
#include "core/table/project_dates.hpp"
#include "core/text/fold.hpp"

namespace panorama {

std::optional<double> rateOf(const Forecast& forecast)
{
    if (!forecast.isUsed(SlippageMethod::mean)) return std::nullopt;
    const auto rate = slippage(*forecast.initial, *forecast.updated);
    return rate ? std::optional(*rate) : std::nullopt;
}

namespace {

std::string phaseOf(const Table& table, std::size_t row)
{
    const auto& phases = table.readings("phase");
    return phases.empty() ? std::string() : std::string(trimmed(table.textOf(phases[row])));
}

std::optional<Date> endOf(const Table& table, std::size_t row)
{
    const auto end = projectEnd(table, row);
    return end ? std::optional(end->date) : std::nullopt;
}

} // namespace

std::optional<double> costOf(const Table& table, std::size_t row)
{
    const auto field = costField(table);
    if (!field || !table.readings(*field)[row].isNumber()) return std::nullopt;
    return table.readings(*field)[row].number;
}

Withheld withheldCost(const Table& table, std::size_t row)
{
    const auto field = costField(table);
    const Withheld said = field ? table.readings(*field)[row].withheld : Withheld::no;
    return isControlledKeyword(said) ? said : table.reason(row);
}

std::optional<int> ProjectChange::monthsLater() const
{
    if (!endBefore || !end) return std::nullopt;
    return static_cast<int>((monthOf(*end) - monthOf(*endBefore)).count());
}

bool ProjectChange::isRenamed() const
{
    return fold(nameBefore) != fold(name);
}

std::vector<ProjectChange> projectChanges(const EarlierEdition& earlier, const Table& now)
{
    const auto budgetsBefore = budgetForecasts(earlier.table), budgets = budgetForecasts(now);
    const auto calendarsBefore = calendarForecasts(earlier.table), calendars = calendarForecasts(now);
    std::vector<ProjectChange> changes;
    const auto& matches = earlier.match.nowMatches();
    for (std::size_t row = 0; row < matches.size(); ++row) {
        if (!matches[row]) continue;
        const std::size_t old = *matches[row];
        changes.push_back({.before = old,
                           .now = row,
                           .nameBefore = std::string(trimmed(earlier.table.projectName(old))),
                           .name = std::string(trimmed(now.projectName(row))),
                           .costBefore = costOf(earlier.table, old),
                           .cost = costOf(now, row),
                           .endBefore = endOf(earlier.table, old),
                           .end = endOf(now, row),
                           .phaseBefore = phaseOf(earlier.table, old),
                           .phase = phaseOf(now, row),
                           .budgetBefore = rateOf(budgetsBefore[old]),
                           .budget = rateOf(budgets[row]),
                           .calendarBefore = rateOf(calendarsBefore[old]),
                           .calendar = rateOf(calendars[row])});
    }
    return changes;
}

} // namespace panorama
