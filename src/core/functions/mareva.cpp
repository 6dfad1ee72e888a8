// MAREVA: full cost and value analysis.

#include "core/figures/full_cost.hpp"
#include "core/figures/investment.hpp"
#include "core/functions/arguments.hpp"
#include "core/text/fold.hpp"

#include <algorithm>

namespace panorama::functions {

namespace {

/// Yearly amounts: one number for every year, or a range with one amount a year (unused cells at its end do
/// not count). A withheld or missing year before the last makes the cost unknown.
std::vector<double> yearly(Arguments& arguments, std::size_t index, bool required, double months)
{
    std::vector<double> amounts;
    if (!required && !arguments.isGiven(index)) return amounts;
    for (std::size_t i = 0; i < arguments.stored(index) && !arguments.failed(); ++i) {
        const auto amount = arguments.numberAt(index, i, required);
        if (!amount) arguments.fail(CellError::notAvailable);
        amounts.push_back(amount.value_or(0));
    }
    if (amounts.empty()) arguments.fail(CellError::notAvailable);
    // The only amount of a longer range is that of the first year, not one for every year.
    if (amounts.size() == 1 && arguments.length(index) > 1 && months > 12)
        arguments.fail(CellError::illegalArgument);
    return amounts;
}

/// One amount, or the sum of those of a range by year: its empty cells are 0, but not all of them can be.
double construction(Arguments& arguments, std::size_t index)
{
    if (arguments.length(index) <= 1) return arguments.amount(index);
    double sum = 0;
    bool any = false;
    for (std::size_t i = 0; i < arguments.stored(index) && !arguments.failed(); ++i) {
        const Value& cell = arguments.cell(index, i);
        const bool blank = cell.isAbsent() || (cell.isText() && trimmed(cell.text()).empty());
        if (blank) continue;
        const auto amount = arguments.numberAt(index, i);
        if (!amount) arguments.fail(CellError::notAvailable);
        sum += amount.value_or(0);
        any = any || amount.value_or(0) != 0;
    }
    if (!any) arguments.fail(CellError::notAvailable);
    return sum;
}

/// gains + reference costs - costs of each period.
std::vector<double> netFlows(Arguments& arguments, std::size_t gains, std::size_t costs,
                             std::size_t reference)
{
    arguments.requireSameLength({gains, costs, reference});
    std::vector<double> flows = arguments.flows(gains);
    const std::vector<double> spent = arguments.flows(costs);
    const std::vector<double> avoided = arguments.flows(reference);
    flows.resize(std::max({flows.size(), spent.size(), avoided.size()}));
    for (std::size_t i = 0; i < flows.size(); ++i)
        flows[i] += (i < avoided.size() ? avoided[i] : 0) - (i < spent.size() ? spent[i] : 0);
    return flows;
}

} // namespace

Value fullCost(Arguments& arguments)
{
    FullCostParts parts{.construction = construction(arguments, 0)};
    parts.months = arguments.numberOr(2, 24);
    parts.vatRate = arguments.numberOr(3, 0);
    parts.constructionPayroll = arguments.numberOr(4, 0);
    const auto mco = yearly(arguments, 1, true, parts.months);
    const auto payroll = yearly(arguments, 5, false, parts.months);
    parts.yearlyMco = mco;
    parts.yearlyMcoPayroll = payroll;
    return valueOf(panorama::fullCost(parts));
}

Value fullCostSchedule(Arguments& arguments)
{
    arguments.requireSameLength({0, 1, 2});
    const auto construction = arguments.flows(1);
    const auto mco = arguments.flows(2);
    const Date inService = arguments.date(3);
    const double months = arguments.numberOr(4, 24);
    std::vector<CostPeriod> periods;
    for (std::size_t i = 0; i < std::max({arguments.stored(0), construction.size(), mco.size()}); ++i) {
        CostPeriod period{.start = inService,
                          .construction = i < construction.size() ? construction[i] : 0,
                          .mco = i < mco.size() ? mco[i] : 0};
        const Value& start = arguments.cell(0, i);
        const bool blank = start.isAbsent() || (start.isText() && start.text().empty());
        if (blank && period.construction == 0 && period.mco == 0) continue; // an unused row of the schedule
        Arguments one(std::span(&start, 1), arguments.host());
        period.start = one.date(0);
        if (one.failed()) return one.error();
        periods.push_back(period);
    }
    if (arguments.failed()) return arguments.error();
    return valueOf(fullCostOfSchedule(periods, inService, months));
}

Value netPresentValue(Arguments& arguments)
{
    const double rate = arguments.number(0);
    const auto flows = netFlows(arguments, 1, 2, 3);
    return valueOf(panorama::netPresentValue(rate, flows));
}

Value internalRate(Arguments& arguments)
{
    const auto flows = netFlows(arguments, 0, 1, 2);
    if (arguments.failed()) return arguments.error();
    return valueOf(panorama::internalRate(flows));
}

Value payback(Arguments& arguments)
{
    const auto flows = netFlows(arguments, 0, 1, 2);
    return valueOf(panorama::payback(flows));
}

} // namespace panorama::functions
