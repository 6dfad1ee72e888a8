#include "core/figures/investment.hpp"

#include "core/figures/exact_sum.hpp"

#include <cmath>
#include <vector>

namespace panorama {

namespace {

double presentValue(double rate, std::span<const double> flows)
{
    ExactSum sum;
    for (std::size_t period = 0; period < flows.size(); ++period)
        sum.add(flows[period] / std::pow(1 + rate, static_cast<double>(period)));
    return sum.value();
}

/// Halves an interval at whose ends the present value has two signs.
double rootBetween(double low, double high, std::span<const double> flows)
{
    const bool risingFromNegative = presentValue(low, flows) < 0;
    for (int step = 0; step < 200; ++step) {
        const double middle = (low + high) / 2;
        if (middle == low || middle == high) break;
        const double value = presentValue(middle, flows);
        if (value == 0) return middle;
        ((value < 0) == risingFromNegative ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace

Figure<double> netPresentValue(double rate, std::span<const double> flows)
{
    if (!(rate > -1)) return tl::unexpected(FigureError::outOfDomain);
    if (flows.empty()) return tl::unexpected(FigureError::notKnown);
    const double value = presentValue(rate, flows);
    if (!std::isfinite(value)) return tl::unexpected(FigureError::outOfDomain);
    return value;
}

Figure<double> internalRate(std::span<const double> flows)
{
    // Fine enough to part two rates that differ by a tenth of a point where they matter, coarser far away.
    std::vector<double> roots;
    double low = -0.99;
    double lowValue = presentValue(low, flows);
    while (low < 10) {
        const double high = low + (low < 1 ? 0.001 : 0.01);
        const double highValue = presentValue(high, flows);
        if (lowValue == 0)
            roots.push_back(low);
        else if (highValue != 0 && (lowValue < 0) != (highValue < 0))
            roots.push_back(rootBetween(low, high, flows));
        low = high;
        lowValue = highValue;
    }
    if (roots.empty()) return tl::unexpected(FigureError::noConvergence);
    if (roots.size() > 1) return tl::unexpected(FigureError::outOfDomain);
    return roots.front();
}

Figure<double> payback(std::span<const double> flows)
{
    if (flows.empty()) return tl::unexpected(FigureError::notKnown);
    double balance = 0;
    bool spent = false;
    for (std::size_t period = 0; period < flows.size(); ++period) {
        const double before = balance;
        balance += flows[period];
        if (balance < 0)
            spent = true;
        else if (spent)
            return static_cast<double>(period) - 1 - before / flows[period];
    }
    return spent ? Figure<double>(tl::unexpected(FigureError::notKnown)) : 0.0;
}

} // namespace panorama
