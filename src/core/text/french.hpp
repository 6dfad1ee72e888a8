#pragma once

#include <string>

namespace panorama {

// Texts that functions return. They are data that sheets compare: plain spaces, ASCII hyphen, decimal comma.

/// "26,4": at most so many decimals, zeros at the end dropped. No grouping.
std::string frenchNumber(double value, int mostDecimals);
/// "-14,9 points", "+1,5 point", "0,0 point": one decimal, signed; below 2 the singular, as French has it.
std::string frenchPoints(double points);

} // namespace panorama
