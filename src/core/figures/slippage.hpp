#pragma once

#include "core/figures/figure_error.hpp"
#include "core/text/date.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace panorama {

/// How the rates of many projects make one. Official texts disagree, so each has its name and every result
/// says which it is.
enum class SlippageMethod : unsigned char {
    mean,       ///< "moyen": mean of the projects' rates (the dashboard's FAQ)
    aggregated, ///< "agrégé": sum(updated) / sum(initial) - 1 (Sénat, PAP)
    weighted    ///< "pondéré": mean of the rates weighted by a given column
};

/// The method a text names, in French or English, with or without accents.
std::optional<SlippageMethod> slippageMethod(std::string_view name);
/// Its French name, as results show it.
std::string_view nameOf(SlippageMethod method);

/// (updated - initial) / initial, as a fraction; amounts in the same unit, 0 or more. It compares two
/// forecasts, not spending.
Figure<double> slippage(double initial, double updated);

/// Slippage of the duration, in days: (updated end - initial end) / (initial end - start).
Figure<double> calendarSlippage(Date start, Date initialEnd, Date updatedEnd);

/// The two forecasts of a project; no rate where one of them is withheld, which is never the same as 0.
struct Forecast
{
    std::optional<double> initial = {};
    std::optional<double> updated = {};
    std::optional<double> weight = {};
    bool withheld = false; ///< in cadrage, révision de trajectoire...: excluded whatever the amounts

    bool isUsed(SlippageMethod method) const
    {
        return !withheld && initial && updated && (method != SlippageMethod::weighted || weight);
    }
};

/// Slippage of a portfolio: always with the method, how many projects it stands on and how many were left
/// out.
struct PortfolioSlippage
{
    SlippageMethod method = SlippageMethod::mean;
    Figure<double> rate = tl::unexpected(FigureError::notKnown);
    std::size_t used = 0;
    std::size_t excluded = 0;
    Figure<double> median = tl::unexpected(FigureError::notKnown);
    Figure<double> minimum = tl::unexpected(FigureError::notKnown);
    Figure<double> maximum = tl::unexpected(FigureError::notKnown);
};

PortfolioSlippage portfolioSlippage(std::span<const Forecast> forecasts, SlippageMethod method);

/// The change of a rate between two editions, in points, split so that the three parts add up to the total:
/// projects common to both, projects that left, projects that entered.
struct SlippageBreakdown
{
    double common = 0;
    double leaving = 0;
    double entering = 0;
    double total = 0;
};

/// One project in both editions' lists; `match` is the index of the same project in the other list, where
/// there is one.
struct EditionForecast
{
    Forecast forecast;
    std::optional<std::size_t> match = {};
};

/// A project counts as common where it has a rate in both editions. notKnown without any common project.
Figure<SlippageBreakdown> slippageBreakdown(std::span<const EditionForecast> earlier,
                                            std::span<const EditionForecast> now, SlippageMethod method);

/// Whether the rate rose by more than `threshold` in each of the last `times` steps; rates by edition, oldest
/// first.
bool driftsRecurrently(std::span<const double> rates, double threshold, std::size_t times);

/// Mean of the budget and the calendar rate ("taux global", an inference from the published "floor 21 %, -5
/// points").
inline double globalSlippage(double budget, double calendar)
{
    return (budget + calendar) / 2;
}

/// The difference of two rates in points, never in percent of percent: 13.5 % after 28.4 % is -14.9 points.
inline double pointsBetween(double earlier, double now)
{
    return (now - earlier) * 100;
}

} // namespace panorama
