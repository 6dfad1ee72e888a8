#include "core/figures/exact_sum.hpp"

#include <cmath>
#include <utility>

namespace panorama {

void ExactSum::add(double number)
{
    std::size_t kept = 0;
    for (double partial : partials_) {
        if (std::fabs(number) < std::fabs(partial)) std::swap(number, partial);
        const double high = number + partial;
        const double low = partial - (high - number);
        if (low != 0) partials_[kept++] = low;
        number = high;
    }
    partials_.resize(kept);
    partials_.push_back(number);
}

double ExactSum::value() const
{
    if (partials_.empty()) return 0;
    std::size_t i = partials_.size() - 1;
    double high = partials_[i];
    double low = 0;
    while (i > 0) {
        const double before = high;
        const double partial = partials_[--i];
        high = before + partial;
        low = partial - (high - before);
        if (low != 0) break;
    }
    // Half-way cases: the sign of what is left decides, so that rounding happens once.
    if (i > 0 && ((low < 0 && partials_[i - 1] < 0) || (low > 0 && partials_[i - 1] > 0))) {
        const double twice = low * 2;
        const double rounded = high + twice;
        if (twice == rounded - high) high = rounded;
    }
    return high;
}

} // namespace panorama
