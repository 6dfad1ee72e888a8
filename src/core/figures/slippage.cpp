#include "core/figures/slippage.hpp"

#include "core/figures/exact_sum.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cmath>

namespace panorama {

std::optional<SlippageMethod> slippageMethod(std::string_view name)
{
    const std::string key = fold(name);
    if (key == "moyen" || key == "moyenne" || key == "mean" || key == "average") return SlippageMethod::mean;
    if (key == "agrege" || key == "agregee" || key == "aggregate" || key == "aggregated")
        return SlippageMethod::aggregated;
    if (key == "pondere" || key == "ponderee" || key == "weighted") return SlippageMethod::weighted;
    return std::nullopt;
}

std::string_view nameOf(SlippageMethod method)
{
    switch (method) {
    case SlippageMethod::aggregated: return "agrégé";
    case SlippageMethod::weighted: return "pondéré";
    case SlippageMethod::mean: break;
    }
    return "moyen";
}

Figure<double> slippage(double initial, double updated)
{
    if (initial < 0 || updated < 0) return tl::unexpected(FigureError::outOfDomain);
    if (initial == 0) return tl::unexpected(FigureError::divisionByZero);
    return (updated - initial) / initial;
}

Figure<double> calendarSlippage(Date start, Date initialEnd, Date updatedEnd)
{
    using std::chrono::sys_days;
    const auto initial = (sys_days(initialEnd) - sys_days(start)).count();
    const auto updated = (sys_days(updatedEnd) - sys_days(start)).count();
    return slippage(static_cast<double>(initial), static_cast<double>(updated));
}

namespace {

Figure<double> ratio(double part, double whole)
{
    if (whole == 0) return tl::unexpected(FigureError::divisionByZero);
    return part / whole;
}

/// The rates of the projects in use, in the same order; the error of the first that has none.
Figure<std::vector<double>> ratesOf(std::span<const Forecast* const> used)
{
    std::vector<double> rates;
    rates.reserve(used.size());
    for (const Forecast* forecast : used) {
        const auto rate = slippage(*forecast->initial, *forecast->updated);
        if (!rate) return tl::unexpected(rate.error());
        rates.push_back(*rate);
    }
    return rates;
}

Figure<double> aggregatedRate(std::span<const Forecast* const> used)
{
    ExactSum initial, updated;
    for (const Forecast* forecast : used) {
        if (*forecast->initial < 0 || *forecast->updated < 0) return tl::unexpected(FigureError::outOfDomain);
        initial.add(*forecast->initial);
        updated.add(*forecast->updated);
    }
    return slippage(initial.value(), updated.value());
}

Figure<double> weightedRate(std::span<const Forecast* const> used, const std::vector<double>& rates)
{
    ExactSum weights, weighted;
    for (std::size_t i = 0; i < used.size(); ++i) {
        const double weight = *used[i]->weight;
        if (weight < 0) return tl::unexpected(FigureError::outOfDomain);
        weights.add(weight);
        weighted.add(weight * rates[i]);
    }
    return ratio(weighted.value(), weights.value());
}

double meanOf(const std::vector<double>& rates)
{
    ExactSum sum;
    for (const double rate : rates)
        sum.add(rate);
    return sum.value() / static_cast<double>(rates.size());
}

double medianOf(std::vector<double> rates)
{
    std::sort(rates.begin(), rates.end());
    const std::size_t middle = rates.size() / 2;
    return rates.size() % 2 == 1 ? rates[middle] : (rates[middle - 1] + rates[middle]) / 2;
}

} // namespace

PortfolioSlippage portfolioSlippage(std::span<const Forecast> forecasts, SlippageMethod method)
{
    std::vector<const Forecast*> used;
    for (const Forecast& forecast : forecasts)
        if (forecast.isUsed(method)) used.push_back(&forecast);

    PortfolioSlippage result{
        .method = method, .used = used.size(), .excluded = forecasts.size() - used.size()};
    if (used.empty()) return result;
    const auto rates = ratesOf(used);
    if (method == SlippageMethod::aggregated)
        result.rate = aggregatedRate(used);
    else if (!rates)
        result.rate = tl::unexpected(rates.error());
    else if (method == SlippageMethod::weighted)
        result.rate = weightedRate(used, *rates);
    else
        result.rate = meanOf(*rates);
    if (!rates) {
        result.median = result.minimum = result.maximum = tl::unexpected(rates.error());
        return result;
    }
    result.median = medianOf(*rates);
    result.minimum = *std::min_element(rates->begin(), rates->end());
    result.maximum = *std::max_element(rates->begin(), rates->end());
    return result;
}

namespace {

/// The forecasts of a list, or only those that have a rate in both editions.
std::vector<Forecast> selected(std::span<const EditionForecast> list, std::span<const EditionForecast> other,
                               bool commonOnly, SlippageMethod method)
{
    std::vector<Forecast> forecasts;
    for (const EditionForecast& project : list) {
        const bool common =
            project.match && project.forecast.isUsed(method) && other[*project.match].forecast.isUsed(method);
        if (common || !commonOnly) forecasts.push_back(project.forecast);
    }
    return forecasts;
}

} // namespace

Figure<SlippageBreakdown> slippageBreakdown(std::span<const EditionForecast> earlier,
                                            std::span<const EditionForecast> now, SlippageMethod method)
{
    const auto thenAll = portfolioSlippage(selected(earlier, now, false, method), method).rate;
    const auto thenCommon = portfolioSlippage(selected(earlier, now, true, method), method).rate;
    const auto nowAll = portfolioSlippage(selected(now, earlier, false, method), method).rate;
    const auto nowCommon = portfolioSlippage(selected(now, earlier, true, method), method).rate;
    for (const auto* rate : {&thenAll, &nowAll, &thenCommon, &nowCommon})
        if (!*rate) return tl::unexpected(rate->error());
    SlippageBreakdown parts{.common = pointsBetween(*thenCommon, *nowCommon),
                            .leaving = pointsBetween(*thenAll, *thenCommon),
                            .entering = pointsBetween(*nowCommon, *nowAll)};
    parts.total = parts.common + parts.leaving + parts.entering; // to the last bit, not only but for rounding
    return parts;
}

bool driftsRecurrently(std::span<const double> rates, double threshold, std::size_t times)
{
    if (rates.size() < times + 1) return false;
    const auto last = rates.last(times + 1);
    // 20 % after 15 % is a rise of 5 points and not of more, although the doubles differ by a hair over 0.05.
    const auto rounded = [](double rate) { return std::round(rate * 1e12); };
    for (std::size_t i = 1; i < last.size(); ++i)
        if (!(rounded(last[i] - last[i - 1]) > rounded(threshold))) return false;
    return true;
}

} // namespace panorama
