// Slippage of a project, of a portfolio, and its change between editions.

#include "core/editions/edition_pair.hpp"
#include "core/figures/slippage.hpp"
#include "core/functions/arguments.hpp"
#include "core/functions/names.hpp"
#include "core/text/fold.hpp"
#include "core/text/withheld.hpp"

#include <algorithm>
#include <optional>

namespace panorama::functions {

Value slippage(Arguments& arguments)
{
    const double initial = arguments.number(0);
    const double updated = arguments.number(1);
    if (initial != 0 && updated == 0) arguments.fail(CellError::notAvailable);
    return valueOf(panorama::slippage(initial, updated));
}

Value calendarSlippage(Arguments& arguments)
{
    const Date start = arguments.date(0);
    const Date initialEnd = arguments.date(1);
    const Date updatedEnd = arguments.date(2);
    return valueOf(panorama::calendarSlippage(start, initialEnd, updatedEnd));
}

namespace {

// Calc's sheets have 1 048 576 rows in every version we know.
constexpr std::size_t rowsOfWholeColumn = 1'048'576;

/// A project's forecasts in a row of the first two arguments; not every function has weights.
Forecast forecastAt(Arguments& arguments, std::size_t row, std::size_t phase,
                    std::optional<std::size_t> weight = {})
{
    const std::string said = arguments.textAt(phase, row);
    return {.initial = arguments.forecastAt(0, row),
            .updated = arguments.forecastAt(1, row, true),
            .weight = weight ? arguments.numberAt(*weight, row) : std::nullopt,
            .withheld = isControlledKeyword(withheldBy(said)) || saysAbandoned(said)};
}

/// One forecast for every row of the ranges, empty ones too: what is left out is counted. Only the unused
/// rest of whole columns is not: a million empty rows are no projects.
std::vector<Forecast> forecasts(Arguments& arguments, std::size_t phase, std::size_t weight)
{
    arguments.requireSameLength({0, 1, phase, weight});
    const bool wholeColumns = arguments.length(0) >= rowsOfWholeColumn;
    const std::size_t filled = std::max(arguments.stored(0), arguments.stored(1));
    const std::size_t rows = wholeColumns ? filled : arguments.length(0);
    std::vector<Forecast> list;
    list.reserve(rows);
    for (std::size_t i = 0; i < rows && !arguments.failed(); ++i)
        list.push_back(forecastAt(arguments, i, phase, weight));
    return list;
}

PortfolioSlippage portfolio(Arguments& arguments)
{
    const SlippageMethod method = arguments.method(2);
    if (method == SlippageMethod::weighted && arguments.length(4) == 0)
        arguments.fail(CellError::missingArgument);
    const auto list = forecasts(arguments, 3, 4);
    return portfolioSlippage(list, method);
}

/// Whether a project is flagged as about to leave.
bool isLeaving(Arguments& arguments, std::size_t index, std::size_t row)
{
    const Value& flag = arguments.cell(index, row);
    if (flag.isError()) arguments.fail(flag.error());
    if (flag.isNumber()) {
        if (flag.number() != 0 && flag.number() != 1) arguments.fail(CellError::illegalArgument);
        return flag.number() == 1;
    }
    if (!flag.isText()) return false;
    const std::string key = fold(flag.text());
    for (const std::string_view yes : {"oui", "o", "x", "yes", "y", "vrai", "true", "1"})
        if (key == yes) return true;
    for (const std::string_view no : {"", "non", "n", "no", "faux", "false", "0", "na"})
        if (key == no) return false;
    arguments.fail(CellError::noValue);
    return false;
}

} // namespace

Value meanSlippage(Arguments& arguments)
{
    return valueOf(portfolio(arguments).rate);
}

Value slippageDetail(Arguments& arguments)
{
    const PortfolioSlippage result = portfolio(arguments);
    // #N/A is an answer here: the counts beside it say why there is no rate. Other errors are the whole
    // answer.
    if (!result.rate && result.rate.error() != FigureError::notKnown) return valueOf(result.rate);
    return Array(7, 2,
                 {"méthode", std::string(nameOf(result.method)), "taux", valueOf(result.rate),
                  "projets retenus", static_cast<double>(result.used), "projets exclus",
                  static_cast<double>(result.excluded), "médiane", valueOf(result.median), "minimum",
                  valueOf(result.minimum), "maximum", valueOf(result.maximum)});
}

Value globalSlippage(Arguments& arguments)
{
    return panorama::globalSlippage(arguments.rate(0), arguments.rate(1));
}

Value floorSlippage(Arguments& arguments)
{
    const SlippageMethod method = arguments.method(3);
    if (method == SlippageMethod::weighted)
        arguments.fail(CellError::illegalArgument); // there is no column of weights
    arguments.requireSameLength({0, 1, 2, 4});
    std::vector<Forecast> staying;
    const std::size_t rows = std::max(arguments.stored(0), arguments.stored(1));
    for (std::size_t i = 0; i < rows && !arguments.failed(); ++i) {
        if (!isLeaving(arguments, 2, i)) staying.push_back(forecastAt(arguments, i, 4));
    }
    return valueOf(portfolioSlippage(staying, method).rate);
}

namespace {

/// The forecasts of the named projects of one edition; rows without a name are no projects.
struct NamedForecasts
{
    std::vector<std::string> names;
    std::vector<EditionForecast> forecasts;
};

NamedForecasts namedForecasts(Arguments& arguments, std::size_t names, std::size_t initial,
                              std::size_t updated)
{
    arguments.requireSameLength({names, initial, updated});
    NamedForecasts list;
    for (std::size_t i = 0; i < arguments.stored(names) && !arguments.failed(); ++i) {
        const std::string name = arguments.textAt(names, i);
        if (fold(name).empty()) continue;
        list.names.push_back(name);
        list.forecasts.push_back({.forecast = {.initial = arguments.forecastAt(initial, i),
                                               .updated = arguments.forecastAt(updated, i, true),
                                               .weight = {}},
                                  .match = {}});
    }
    return list;
}

} // namespace

Value slippageBreakdown(Arguments& arguments)
{
    auto earlier = namedForecasts(arguments, 0, 1, 2);
    auto now = namedForecasts(arguments, 3, 4, 5);
    const SlippageMethod method = arguments.method(6);
    if (method == SlippageMethod::weighted) arguments.fail(CellError::illegalArgument);
    const auto renames = confirmedRenames(arguments, 7);
    if (arguments.failed()) return arguments.error();
    const EditionPair pair(earlier.names, now.names, renames);
    for (std::size_t i = 0; i < earlier.forecasts.size(); ++i)
        earlier.forecasts[i].match = pair.earlierMatches()[i];
    for (std::size_t i = 0; i < now.forecasts.size(); ++i)
        now.forecasts[i].match = pair.nowMatches()[i];
    const auto parts = panorama::slippageBreakdown(earlier.forecasts, now.forecasts, method);
    if (!parts) return cellErrorOf(parts.error());
    return Array(4, 2,
                 {"projets communs", parts->common, "sortants", parts->leaving, "entrants", parts->entering,
                  "total", parts->total});
}

Value recurringDrift(Arguments& arguments)
{
    std::vector<double> rates;
    for (const auto& rate : arguments.numbers(0))
        if (rate) rates.push_back(*rate);
    const double threshold = arguments.numberOr(1, 0);
    const int times = arguments.isGiven(2) ? arguments.whole(2, 1, 1000) : 3;
    return driftsRecurrently(rates, threshold, static_cast<std::size_t>(times)) ? 1.0 : 0.0;
}

} // namespace panorama::functions
