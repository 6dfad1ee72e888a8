#pragma once

#include "core/figures/figure_error.hpp"
#include "core/text/date.hpp"

namespace panorama {

/// How a duration in years is counted: whole months / 12 from the 8th edition on, days / 365 before.
enum class DurationBasis : unsigned char { months, days };

/// Years from start to end, 0 or more; outOfDomain where the end comes first.
Figure<double> durationYears(Date start, Date end, DurationBasis basis);

/// What a project lasts, in years: whole months / 12, its last day included, so that 01/01/2024 to 31/12/2028
/// are 5 years. The panorama does not say how it counts the last day; outOfDomain where the end comes first.
Figure<double> projectYears(Date start, Date end);

/// Start plus a duration in years, rounded to whole months; years above 0, at most 100.
Figure<Date> plannedEnd(Date start, double years);

} // namespace panorama
