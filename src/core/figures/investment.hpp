#pragma once

#include "core/figures/figure_error.hpp"

#include <span>

namespace panorama {

/// Value analysis of MAREVA over the net flows of each period (gains + reference costs - costs); the first is
/// year 0.

/// Net present value (VAN): the first period is not discounted. rate > -1.
Figure<double> netPresentValue(double rate, std::span<const double> flows);

/// The rate at which the net present value is zero (TRI). noConvergence where there is none between -99 % and
/// 1000 %; outOfDomain where several fit, because none of them is then the project's rate.
Figure<double> internalRate(std::span<const double> flows);

/// Undiscounted payback (délai de retour), in periods after the first, interpolated within a period. notKnown
/// where the expense is never repaid.
Figure<double> payback(std::span<const double> flows);

} // namespace panorama
