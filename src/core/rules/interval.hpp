#pragma once

#include "core/table/reading.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace panorama {

/// The numbers that a written figure may stand for: 12.5 with one decimal is anything from 12.45 to 12.55. A
/// rule on sums, bands or rates fails only if no number inside satisfies it.
struct Interval
{
    double low = 0;
    double high = 0;

    static Interval around(double value, int decimals, double unit = 1)
    {
        const double half = 0.5 * std::pow(10.0, -decimals) * unit;
        return {value - half, value + half};
    }
    bool meets(const Interval& other) const { return low <= other.high && other.low <= high; }
};

/// The precision of a column: the most decimals any of its numbers is written with.
inline int columnDecimals(const std::vector<Reading>& readings)
{
    int decimals = 0;
    for (const Reading& reading : readings)
        if (reading.isNumber()) decimals = std::max<int>(decimals, reading.decimals);
    return decimals;
}

} // namespace panorama
