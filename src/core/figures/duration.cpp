#include "core/figures/duration.hpp"

#include <cmath>

namespace panorama {

namespace {
constexpr double daysPerYear = 365; // as the first editions divided, leap years or not
constexpr double longestProject = 100;
} // namespace

Figure<double> durationYears(Date start, Date end, DurationBasis basis)
{
    using std::chrono::sys_days;
    if (sys_days(end) < sys_days(start)) return tl::unexpected(FigureError::outOfDomain);
    if (basis == DurationBasis::months) return completedMonths(start, end) / 12.0;
    return static_cast<double>((sys_days(end) - sys_days(start)).count()) / daysPerYear;
}

Figure<double> projectYears(Date start, Date end)
{
    using std::chrono::days, std::chrono::sys_days;
    if (sys_days(end) < sys_days(start)) return tl::unexpected(FigureError::outOfDomain);
    return durationYears(start, Date(sys_days(end) + days(1)), DurationBasis::months);
}

Figure<Date> plannedEnd(Date start, double years)
{
    if (!(years > 0) || years > longestProject) return tl::unexpected(FigureError::outOfDomain);
    return addMonths(start, static_cast<int>(std::lround(years * 12)));
}

} // namespace panorama
