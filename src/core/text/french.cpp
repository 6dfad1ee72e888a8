#include "core/text/french.hpp"

#include "core/text/decimals.hpp"

#include <algorithm>
#include <cmath>

namespace panorama {

namespace {

std::string withComma(std::string number)
{
    std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

} // namespace

std::string frenchNumber(double value, int mostDecimals)
{
    std::string text = withDecimals(value, mostDecimals);
    if (mostDecimals > 0) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
    }
    return withComma(text);
}

std::string frenchPoints(double points)
{
    const std::string size = withDecimals(std::fabs(points), 1);
    if (size == "0.0") return "0,0 point";
    const bool singular = size.starts_with("0.") || size.starts_with("1.");
    return (points < 0 ? "-" : "+") + withComma(size) + (singular ? " point" : " points");
}

} // namespace panorama
