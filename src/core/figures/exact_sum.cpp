#include "core/figures/exact_sum.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace panorama {

namespace {

__extension__ using Wide = __int128;

constexpr int decimals = 18;
constexpr int mostDigits = 15;
// A hundred thousand of them still fit.
constexpr double largest = 1e15;

/// The shortest digits that give the number back, in units of 1e-18; nothing where there are more than a cell
/// keeps of what is typed: then it was computed.
std::optional<Wide> unitsOf(double number)
{
    if (std::fabs(number) >= largest) return std::nullopt;
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), std::fabs(number),
                                   std::chars_format::scientific)
                         .ptr;
    Wide units = 0;
    int shift = decimals, digits = 0;
    bool fraction = false;
    const char* at = text.data();
    for (; *at != 'e'; ++at) {
        if (*at == '.') {
            fraction = true;
            continue;
        }
        units = units * 10 + (*at - '0');
        ++digits;
        shift -= fraction ? 1 : 0;
    }
    int exponent = 0;
    ++at;
    std::from_chars(*at == '+' ? at + 1 : at, end, exponent);
    shift += exponent;
    if (shift < 0 || digits > mostDigits) return std::nullopt;
    for (; shift > 0; --shift)
        units *= 10;
    return number < 0 ? -units : units;
}

double nearest(Wide units)
{
    const bool negative = units < 0;
    std::string digits;
    for (Wide left = negative ? -units : units; left != 0; left /= 10)
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(left % 10)));
    if (digits.empty()) return 0;
    digits += "e-" + std::to_string(decimals);
    double number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return negative ? -number : number;
}

} // namespace

void ExactSum::add(double number)
{
    const auto units = unitsOf(number);
    Wide sum = 0;
    if (units && !__builtin_add_overflow(decimals_, *units, &sum))
        decimals_ = sum;
    else
        addBits(number);
}

void ExactSum::addBits(double number)
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
    if (partials_.empty()) return nearest(decimals_);
    if (decimals_ != 0) { // both kinds: what the digits give, and what is left of it
        ExactSum bits;
        bits.partials_ = partials_;
        const double most = nearest(decimals_);
        bits.addBits(most);
        if (const auto units = unitsOf(most)) bits.addBits(nearest(decimals_ - *units));
        return bits.value();
    }
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
