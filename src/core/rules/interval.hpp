#pragma once

#include "core/table/table.hpp"

#include <cmath>

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

/// What a figure of a field may stand for: it is as precise as its column, whatever zeros its cell leaves
/// out.
inline Interval writtenIn(const Table& table, Field field, double value)
{
    return Interval::around(value, table.decimals(field), 1 / table.divisor(field));
}

} // namespace panorama
