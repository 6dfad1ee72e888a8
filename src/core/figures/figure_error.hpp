#pragma once

#include <tl/expected.hpp>

namespace panorama {

/// Why a figure has no value.
enum class FigureError {
    notKnown,       ///< withheld, absent, nothing left to compute from, never reached
    divisionByZero, ///< the initial value, or the sum of weights, is zero
    outOfDomain,    ///< a negative cost, an end before its start, lengths that differ
    noConvergence   ///< no rate solves the equation
};

template <typename T>
using Figure = tl::expected<T, FigureError>;

} // namespace panorama
