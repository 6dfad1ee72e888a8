#include "core/rules/row_figures.hpp"

#include "core/rules/check.hpp"
#include "core/table/project_dates.hpp"

#include <algorithm>
#include <cmath>

namespace panorama {

namespace {

constexpr std::string_view names[] = {
    "cost",          "highest-known-cost", "budget-rate", "calendar-rate",     "highest-rate", "years",
    "elapsed-share", "months-past-end",    "spent-share", "spent-elapsed-gap", "yearly-cost"};
static_assert(std::size(names) == static_cast<std::size_t>(RowFigure::count_));

Estimate exactly(double value)
{
    return {value, {value, value}};
}

/// a / b of two amounts above 0, as widely as their writing allows.
std::optional<Estimate> ratio(const std::optional<Estimate>& a, const std::optional<Estimate>& b)
{
    if (!a || !b || b->range.low <= 0) return std::nullopt;
    return Estimate{a->value / b->value, {a->range.low / b->range.high, a->range.high / b->range.low}};
}

std::optional<Estimate> relativeChange(const std::optional<Estimate>& before,
                                       const std::optional<Estimate>& now)
{
    auto quotient = ratio(now, before);
    if (!quotient) return std::nullopt;
    return Estimate{quotient->value - 1, {quotient->range.low - 1, quotient->range.high - 1}};
}

std::optional<Estimate> higher(const std::optional<Estimate>& a, const std::optional<Estimate>& b)
{
    if (!a || !b) return a ? a : b;
    return a->value >= b->value ? a : b;
}

std::optional<Estimate> gap(const std::optional<Estimate>& a, const std::optional<Estimate>& b)
{
    if (!a || !b) return std::nullopt;
    const double value = std::abs(a->value - b->value);
    const double half = (a->range.high - a->range.low + b->range.high - b->range.low) / 2;
    return Estimate{value, {value - half, value + half}};
}

double monthsOf(YearMonth month)
{
    return static_cast<int>(month.year()) * 12.0 + static_cast<unsigned>(month.month());
}

} // namespace

std::span<const std::string_view> rowFigureNames()
{
    return names;
}

std::optional<RowFigure> rowFigure(std::string_view name)
{
    const auto* found = std::find(std::begin(names), std::end(names), name);
    if (found == std::end(names)) return std::nullopt;
    return static_cast<RowFigure>(found - std::begin(names));
}

const std::optional<Estimate>& RowFigures::of(RowFigure figure, std::size_t row)
{
    return column(figure)[row];
}

const RowFigures::Column& RowFigures::column(RowFigure figure)
{
    auto& known = columns_[static_cast<std::size_t>(figure)];
    if (!known) {
        auto computed = compute(figure); // may ask for other columns
        known = std::move(computed);
    }
    return *known;
}

RowFigures::Column RowFigures::compute(RowFigure figure)
{
    switch (figure) {
    case RowFigure::cost: return numbers({"updated_cost", "cost"});
    case RowFigure::highestKnownCost: return highestKnownCosts();
    case RowFigure::budgetRate: return budgetRates();
    case RowFigure::calendarRate: return calendarRates();
    case RowFigure::highestRate: return combined(RowFigure::budgetRate, RowFigure::calendarRate, higher);
    case RowFigure::years: return years();
    case RowFigure::elapsedShare: return elapsedShares();
    case RowFigure::monthsPastEnd: return monthsPastEnd();
    case RowFigure::spentShare: {
        auto shares = numbers({"spent"});
        const auto& costs = column(RowFigure::cost);
        for (std::size_t row = 0; row < shares.size(); ++row)
            shares[row] = ratio(shares[row], costs[row]);
        return shares;
    }
    case RowFigure::spentElapsedGap: return combined(RowFigure::spentShare, RowFigure::elapsedShare, gap);
    case RowFigure::yearlyCost: return yearlyCosts();
    case RowFigure::count_: break;
    }
    return Column(table_.rowCount());
}

/// The first of these fields that the row has as a number; each is as precise as its column.
RowFigures::Column RowFigures::numbers(std::initializer_list<std::string_view> keys) const
{
    Column column(table_.rowCount());
    for (const auto key : keys) {
        const auto& readings = table_.readings(key);
        if (readings.empty()) continue;
        const FieldId field = *table_.columns().find(key);
        for (std::size_t row = 0; row < readings.size(); ++row)
            if (!column[row] && readings[row].isNumber())
                column[row] = Estimate{readings[row].number, writtenIn(table_, field, readings[row].number)};
    }
    return column;
}

RowFigures::Column RowFigures::highestKnownCosts()
{
    Column highest = column(RowFigure::cost);
    const Column initial = numbers({"initial_cost"});
    for (std::size_t row = 0; row < highest.size(); ++row)
        if (highest[row]) highest[row] = higher(highest[row], initial[row]);
    if (const auto* earlier = context_.earlier)
        for (const std::string_view key : {"updated_cost", "cost", "initial_cost"}) {
            const auto& readings = earlier->table.readings(key);
            for (std::size_t row = 0; row < highest.size() && !readings.empty(); ++row) {
                const auto before = earlier->match.nowMatches()[row];
                if (before && highest[row] && readings[*before].isNumber())
                    highest[row] = higher(highest[row], exactly(readings[*before].number));
            }
        }
    return highest;
}

RowFigures::Column RowFigures::budgetRates()
{
    Column rates = numbers({"initial_cost"});
    const Column& costs = column(RowFigure::cost);
    for (std::size_t row = 0; row < rates.size(); ++row)
        rates[row] =
            table_.state(row) == RowState::open ? relativeChange(rates[row], costs[row]) : std::nullopt;
    return rates;
}

RowFigures::Column RowFigures::calendarRates()
{
    using std::chrono::sys_days;
    Column rates(table_.rowCount());
    const Column before = numbers({"initial_duration"});
    const Column now = numbers({"updated_duration", "duration"});
    const bool dated = table_.has("initial_end");
    for (std::size_t row = 0; row < rates.size(); ++row) {
        if (table_.state(row) != RowState::open) continue;
        rates[row] = relativeChange(before[row], now[row]);
        if (!dated) continue;
        const auto start = firstDate(table_, row, {"initial_start", "start"});
        const auto initial = firstDate(table_, row, {"initial_end"});
        const auto updated = firstDate(table_, row, {"updated_end", "end"});
        if (!start || !initial || !updated || sys_days(initial->date) <= sys_days(start->date)) continue;
        const auto days = [&](const ProjectDate& end) {
            return static_cast<double>((sys_days(end.date) - sys_days(start->date)).count());
        };
        rates[row] = exactly(days(*updated) / days(*initial) - 1);
    }
    return rates;
}

RowFigures::Column RowFigures::years() const
{
    Column years = numbers({"updated_duration", "duration"});
    for (std::size_t row = 0; row < years.size(); ++row) {
        if (years[row]) continue;
        if (const auto length = yearsByDates(table_, row)) years[row] = exactly(*length);
    }
    return years;
}

RowFigures::Column RowFigures::elapsedShares() const
{
    Column shares(table_.rowCount());
    if (!context_.edition.month) return shares;
    for (std::size_t row = 0; row < shares.size(); ++row) {
        const auto start = firstDate(table_, row, {"start", "initial_start"});
        const auto end = projectEnd(table_, row);
        if (!start || !end) continue;
        const double from = monthsOf(monthOf(start->date)), to = monthsOf(monthOf(end->date));
        if (to <= from) continue;
        shares[row] = exactly(std::clamp((monthsOf(*context_.edition.month) - from) / (to - from), 0.0, 1.0));
    }
    return shares;
}

RowFigures::Column RowFigures::monthsPastEnd() const
{
    Column months(table_.rowCount());
    if (!context_.edition.month) return months;
    for (std::size_t row = 0; row < months.size(); ++row)
        if (const auto end = projectEnd(table_, row))
            months[row] = exactly(monthsOf(*context_.edition.month) - monthsOf(monthOf(end->date)));
    return months;
}

RowFigures::Column RowFigures::combined(RowFigure a, RowFigure b,
                                        std::optional<Estimate> (*combine)(const std::optional<Estimate>&,
                                                                           const std::optional<Estimate>&))
{
    const Column& first = column(a);
    const Column& second = column(b);
    Column both(table_.rowCount());
    for (std::size_t row = 0; row < both.size(); ++row)
        both[row] = combine(first[row], second[row]);
    return both;
}

RowFigures::Column RowFigures::yearlyCosts()
{
    Column yearly = column(RowFigure::cost);
    const Column& years = column(RowFigure::years);
    const Column maintenance = numbers({"mco"});
    for (std::size_t row = 0; row < yearly.size(); ++row) {
        if (yearly[row] && maintenance[row]) {
            yearly[row]->value -= 2 * maintenance[row]->value;
            yearly[row]->range.low -= 2 * maintenance[row]->range.high;
            yearly[row]->range.high -= 2 * maintenance[row]->range.low;
        }
        yearly[row] = ratio(yearly[row], years[row]);
    }
    return yearly;
}

} // namespace panorama
