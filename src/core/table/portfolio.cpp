#include "core/table/portfolio.hpp"

#include "core/figures/exact_sum.hpp"
#include "core/table/cell_words.hpp"
#include "core/table/per_text.hpp"
#include "core/table/project_dates.hpp"
#include "core/text/fold.hpp"

#include <set>

namespace panorama {

namespace {

// A national edition has some fifty projects of ten ministries; a table with fewer ministries is a ministry's
// own share.
constexpr std::size_t fewestMinistries = 3;

std::optional<FieldId> firstOf(const Table& table, std::initializer_list<std::string_view> keys)
{
    for (const auto key : keys)
        if (const auto field = table.columns().find(key); field && table.has(*field)) return field;
    return std::nullopt;
}

std::optional<double> numberOf(const Table& table, std::string_view key, std::size_t row)
{
    const auto& readings = table.readings(key);
    return row < readings.size() && readings[row].isNumber() ? std::optional(readings[row].number)
                                                             : std::nullopt;
}

void countInterministerial(const Table& table, PortfolioFigures& figures)
{
    if (!table.has("interministerial")) return;
    figures.interministerial = 0;
    const auto& flags = table.readings("interministerial");
    PerText<bool> yes;
    for (const Reading& flag : flags) {
        const bool said = flag.kind == Reading::Kind::text &&
                          yes.get(flag.text, [&] { return saysYes(table.textOf(flag)); });
        if (said || (flag.isNumber() && flag.number == 1)) ++*figures.interministerial;
    }
}

void sumCosts(const Table& table, PortfolioFigures& figures)
{
    const auto field = costField(table);
    if (!field) return;
    ExactSum sum;
    figures.withheld = countWithheld(table);
    const auto& costs = table.readings(*field);
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        if (isCostWithheld(table, row)) continue;
        if (costs[row].isNumber()) {
            sum.add(costs[row].number);
            ++figures.costsCounted;
        } else
            ++figures.costsMissing;
    }
    if (figures.costsCounted > 0) figures.total = sum.value();
}

/// A project's duration now: written, or from its dates.
std::optional<double> durationOf(const Table& table, std::size_t row)
{
    for (const std::string_view key : {"updated_duration", "duration"})
        if (const auto years = numberOf(table, key, row)) return years;
    return yearsByDates(table, row);
}

void meanOfDurations(const Table& table, PortfolioFigures& figures)
{
    ExactSum sum;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const auto years = table.state(row) == RowState::open ? durationOf(table, row) : std::nullopt;
        if (!years) continue;
        sum.add(*years);
        ++figures.durationsCounted;
    }
    if (figures.durationsCounted > 0)
        figures.meanDuration = sum.value() / static_cast<double>(figures.durationsCounted);
}

/// From its start to its two ends, in days.
struct PlannedDays
{
    double initial = 0, updated = 0;
};

std::optional<PlannedDays> plannedDays(const Table& table, std::size_t row)
{
    using std::chrono::sys_days;
    const auto start = firstDate(table, row, {"initial_start", "start"});
    const auto initialEnd = firstDate(table, row, {"initial_end"});
    const auto updatedEnd = firstDate(table, row, {"updated_end", "end"});
    if (!start || !initialEnd || !updatedEnd) return std::nullopt;
    const auto daysTo = [&](const ProjectDate& end) {
        return static_cast<double>((sys_days(end.date) - sys_days(start->date)).count());
    };
    return PlannedDays{.initial = daysTo(*initialEnd), .updated = daysTo(*updatedEnd)};
}

/// Durations before and now, in any one unit: days where dates are known, years otherwise.
Forecast calendarForecast(const Table& table, std::size_t row)
{
    Forecast forecast{.withheld = table.state(row) != RowState::open};
    if (const auto days = plannedDays(table, row)) {
        forecast.initial = days->initial;
        forecast.updated = days->updated;
        return forecast;
    }
    forecast.initial = numberOf(table, "initial_duration", row);
    forecast.updated = numberOf(table, "updated_duration", row);
    if (!forecast.updated) forecast.updated = numberOf(table, "duration", row);
    return forecast;
}

Forecast budgetForecast(const Table& table, std::size_t row)
{
    Forecast forecast{.initial = numberOf(table, "initial_cost", row),
                      .withheld = isCostWithheld(table, row)};
    forecast.updated = numberOf(table, "updated_cost", row);
    if (!forecast.updated) forecast.updated = numberOf(table, "cost", row);
    return forecast;
}

template <typename ForecastOf>
std::vector<Forecast> forecastsOf(const Table& table, ForecastOf forecastOf)
{
    std::vector<Forecast> forecasts;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        Forecast forecast = forecastOf(table, row);
        // A first forecast of 0, or an end before the start, is a defect of that row and not of the whole
        // portfolio.
        if (forecast.initial && forecast.updated && !slippage(*forecast.initial, *forecast.updated))
            forecast.withheld = true;
        forecasts.push_back(forecast);
    }
    return forecasts;
}

} // namespace

bool mayBeWholeEdition(const Table& table)
{
    const std::string_view key = table.has("ministry") ? "ministry" : "ministry_name";
    if (!table.has(key)) return true;
    std::set<std::string> ministries;
    PerText<bool> seen;
    for (const Reading& reading : table.readings(key))
        seen.get(reading.text, [&] { return ministries.insert(fold(table.textOf(reading))).second; });
    return ministries.size() >= fewestMinistries;
}

std::optional<FieldId> costField(const Table& table)
{
    return firstOf(table, {"updated_cost", "cost"});
}

bool isCostWithheld(const Table& table, std::size_t row)
{
    if (table.state(row) != RowState::open) return true;
    const auto field = costField(table);
    return field && isControlledKeyword(table.readings(*field)[row].withheld);
}

std::size_t countWithheld(const Table& table)
{
    if (!costField(table)) return 0;
    std::size_t count = 0;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        if (isCostWithheld(table, row)) ++count;
    return count;
}

std::vector<Forecast> budgetForecasts(const Table& table)
{
    return forecastsOf(table, budgetForecast);
}

std::vector<Forecast> calendarForecasts(const Table& table)
{
    return forecastsOf(table, calendarForecast);
}

bool isCalendarInDays(const Table& table, std::size_t row)
{
    return plannedDays(table, row).has_value();
}

PortfolioFigures portfolioFigures(const Table& table)
{
    PortfolioFigures figures{.projects = table.rowCount()};
    countInterministerial(table, figures);
    sumCosts(table, figures);
    meanOfDurations(table, figures);
    if (table.has("initial_cost") && costField(table))
        figures.budget = portfolioSlippage(budgetForecasts(table), SlippageMethod::mean);
    if (table.has("initial_end") || table.has("initial_duration"))
        figures.calendar = portfolioSlippage(calendarForecasts(table), SlippageMethod::mean);
    return figures;
}

} // namespace panorama
