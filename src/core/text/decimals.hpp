#pragma once

#include <string>

namespace panorama {

/// "8.99" of 8.985: so many decimals, rounded half away from zero on the shortest decimal writing of the
/// number, which is what somebody typed or reads. Calc rounds so; the double itself lies a hair below 8.985
/// and would give 8.98.
std::string withDecimals(double value, int decimals);

} // namespace panorama
