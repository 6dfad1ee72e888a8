#include "core/text/decimals.hpp"

#include <charconv>
#include <cmath>

namespace panorama {

namespace {

/// Without an exponent, as few digits as tell the number from its neighbours.
std::string shortest(double value)
{
    char digits[400]; // the least double has 324 zeros before its one digit
    const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed).ptr;
    return {digits, end};
}

/// One more in the last place: "9.99" becomes "10.00".
void increase(std::string& digits)
{
    for (std::size_t i = digits.size(); i-- > 0;) {
        if (digits[i] == '.') continue;
        if (digits[i] != '9') {
            ++digits[i];
            return;
        }
        digits[i] = '0';
    }
    digits.insert(0, 1, '1');
}

} // namespace

std::string withDecimals(double value, int decimals)
{
    std::string text = shortest(std::fabs(value));
    if (!std::isfinite(value)) return std::signbit(value) ? "-" + text : text;
    const auto wanted = static_cast<std::size_t>(decimals);
    if (text.find('.') == std::string::npos) text += '.';
    const std::size_t end = text.find('.') + 1 + wanted;
    const bool up = text.size() > end && text[end] >= '5';
    text.resize(end, '0');
    if (wanted == 0) text.pop_back();
    if (up) increase(text);
    const bool zero = text.find_first_not_of("0.") == std::string::npos;
    return value < 0 && !zero ? "-" + text : text;
}

} // namespace panorama
