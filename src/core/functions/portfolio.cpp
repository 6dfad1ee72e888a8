// The portfolio's cost, its bands, durations, dates and opinions.

#include "core/figures/cost_band.hpp"
#include "core/figures/duration.hpp"
#include "core/figures/exact_sum.hpp"
#include "core/figures/opinion.hpp"
#include "core/functions/arguments.hpp"
#include "core/text/fold.hpp"
#include "core/text/withheld.hpp"

#include <cmath>

namespace panorama::functions {

Value costBand(Arguments& arguments)
{
    const Withheld withheld = withheldBy(arguments.text(1));
    if (withheld == Withheld::cadrage) return std::string(nameOf(CostBand::cadrage));
    if (isControlledKeyword(withheld)) return std::string(nameOf(CostBand::undisclosed));
    const double cost = arguments.amount(0);
    if (cost < 0) return CellError::illegalArgument;
    return std::string(nameOf(panorama::costBand(cost)));
}

Value portfolioTotal(Arguments& arguments)
{
    arguments.requireSameLength({0, 1});
    ExactSum sum;
    bool known = false;
    for (std::size_t i = 0; i < arguments.stored(0) && !arguments.failed(); ++i) {
        const auto cost = arguments.forecastAt(0, i, true);
        if (!cost || isControlledKeyword(withheldBy(arguments.textAt(1, i)))) continue;
        if (*cost < 0) arguments.fail(CellError::illegalArgument);
        sum.add(*cost);
        known = true;
    }
    if (!known) return CellError::notAvailable;
    return std::isfinite(sum.value()) ? Value(sum.value()) : Value(CellError::illegalArgument);
}

Value durationYears(Arguments& arguments)
{
    const Date start = arguments.date(0);
    const Date end = arguments.date(1);
    const double basis = arguments.numberOr(2, 12);
    if (basis != 12 && basis != 365) arguments.fail(CellError::illegalArgument);
    return valueOf(
        panorama::durationYears(start, end, basis == 12 ? DurationBasis::months : DurationBasis::days));
}

Value plannedEnd(Arguments& arguments)
{
    const Date start = arguments.date(0);
    const double years = arguments.amount(1);
    const auto end = panorama::plannedEnd(start, years);
    return end ? arguments.dateValue(*end) : Value(cellErrorOf(end.error()));
}

namespace {

/// "depuis janvier 2019": a word before what is a date by itself, and no more than a month is meant.
bool namesOneMonth(std::string_view text, const LikelyDate& likely)
{
    const std::string_view all = trimmed(text);
    const std::size_t space = all.find(' ');
    return space != std::string_view::npos && parseDate(all.substr(space + 1)).has_value() &&
           monthOf(likely.first) == monthOf(likely.last);
}

} // namespace

Value frenchDate(Arguments& arguments)
{
    const std::string text = arguments.text(0);
    if (const auto written = parseDate(text)) return arguments.dateValue(written->date);
    if (const auto likely = likelyDate(text); likely && (likely->isDay || namesOneMonth(text, *likely)))
        return arguments.dateValue(likely->first);
    const double number = arguments.number(0); // a date already, or no date at all
    if (number == 0) return CellError::notAvailable;
    if (!arguments.text(0).empty()) return CellError::noValue;
    return number;
}

Value opinionStatus(Arguments& arguments)
{
    const double cost = arguments.amount(0);
    const std::string phase = arguments.text(1);
    const auto kind = arguments.isGiven(2) ? opinionKind(arguments.text(2)) : OpinionKind::ministry;
    const auto date = arguments.isGiven(3) ? std::optional(arguments.date(3)) : std::nullopt;
    const Withheld said = withheldBy(phase);
    if (said == Withheld::absent) arguments.fail(CellError::notAvailable);
    if (!kind || cost < 0) arguments.fail(CellError::illegalArgument);
    if (arguments.failed()) return arguments.error();
    return std::string(panorama::opinionStatus(cost, said == Withheld::cadrage, *kind, date));
}

Value opinionDue(Arguments& arguments)
{
    const Date received = arguments.date(0);
    const int suspended = arguments.isGiven(1) ? arguments.whole(1, 0, 3660) : 0;
    const auto due = panorama::opinionDue(received, suspended);
    return due ? arguments.dateValue(*due) : Value(cellErrorOf(due.error()));
}

} // namespace panorama::functions
