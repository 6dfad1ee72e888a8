#include "core/figures/full_cost.hpp"

#include "core/figures/exact_sum.hpp"

#include <algorithm>
#include <cmath>

namespace panorama {

namespace {

constexpr double monthsPerYear = 12;

/// What the yearly amounts come to over the first months.
Figure<double> overMonths(std::span<const double> yearly, double months)
{
    if (std::any_of(yearly.begin(), yearly.end(), [](double amount) { return amount < 0; }))
        return tl::unexpected(FigureError::outOfDomain);
    if (yearly.empty()) return 0.0;
    if (yearly.size() == 1) return yearly[0] * months / monthsPerYear;
    if (static_cast<double>(yearly.size()) * monthsPerYear < months)
        return tl::unexpected(FigureError::outOfDomain);
    ExactSum sum;
    for (std::size_t year = 0; year < yearly.size(); ++year) {
        const double counted =
            std::clamp(months - static_cast<double>(year) * monthsPerYear, 0.0, monthsPerYear);
        sum.add(yearly[year] * counted / monthsPerYear);
    }
    return sum.value();
}

} // namespace

Figure<double> fullCost(const FullCostParts& parts)
{
    const bool inDomain = parts.construction >= 0 && parts.constructionPayroll >= 0 && parts.months >= 0 &&
                          parts.vatRate >= 0 && parts.vatRate < 1;
    if (!inDomain) return tl::unexpected(FigureError::outOfDomain);
    const auto mco = overMonths(parts.yearlyMco, parts.months);
    const auto payroll = overMonths(parts.yearlyMcoPayroll, parts.months);
    if (!mco) return mco;
    if (!payroll) return payroll;
    return (parts.construction + *mco) * (1 + parts.vatRate) + parts.constructionPayroll + *payroll;
}

Figure<double> fullCostOfSchedule(std::span<const CostPeriod> periods, Date inService, double months)
{
    if (periods.empty()) return tl::unexpected(FigureError::notKnown);
    if (months < 0) return tl::unexpected(FigureError::outOfDomain);
    const double serviceStart = monthPosition(inService);
    const double serviceEnd = serviceStart + months;
    ExactSum sum;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const CostPeriod& period = periods[i];
        if (period.construction < 0 || period.mco < 0) return tl::unexpected(FigureError::outOfDomain);
        const double start = monthPosition(period.start);
        double length = i == 0 ? monthsPerYear : start - monthPosition(periods[i - 1].start);
        if (i + 1 < periods.size()) length = monthPosition(periods[i + 1].start) - start;
        if (length <= 0) return tl::unexpected(FigureError::outOfDomain);
        sum.add(period.construction);
        if (period.mco == 0) continue;
        const double from = std::max(start, serviceStart);
        const double until = start + length;
        if (until <= from)
            return tl::unexpected(FigureError::outOfDomain); // maintenance before there is a service
        sum.add(period.mco * std::clamp(serviceEnd - from, 0.0, until - from) / (until - from));
    }
    return sum.value();
}

} // namespace panorama
