#pragma once

#include "core/figures/figure_error.hpp"
#include "core/text/date.hpp"

#include <span>

namespace panorama {

/// What a full cost is made of, in M€. Payroll is apart because no VAT is due on it.
struct FullCostParts
{
    double construction = 0;
    std::span<const double> yearlyMco =
        {};             ///< one amount for every year, or one for each year after construction
    double months = 24; ///< of maintenance counted (arrêté of 2020-06-05: the first 24)
    double vatRate = 0; ///< a fraction, [0;1[
    double constructionPayroll = 0;
    std::span<const double> yearlyMcoPayroll = {}; ///< as yearlyMco; may be empty
};

/// MAREVA full cost: construction and the first months of maintenance (MCO) with VAT, plus payroll. Amounts 0
/// or more; outOfDomain otherwise, or where the yearly amounts do not cover the months.
Figure<double> fullCost(const FullCostParts& parts);

/// One period of a cost schedule; it lasts until the next one starts.
struct CostPeriod
{
    Date start;
    double construction = 0;
    double mco = 0;
};

/// Full cost from a schedule: all construction, and the MCO that falls in the first `months` after the
/// in-service date. The MCO of a period is spread evenly over the part of it that follows this date; the last
/// period lasts as long as the one before.
Figure<double> fullCostOfSchedule(std::span<const CostPeriod> periods, Date inService, double months);

} // namespace panorama
