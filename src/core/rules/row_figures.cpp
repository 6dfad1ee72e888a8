#include "core/rules/row_figures.hpp"

#include "core/rules/check.hpp"

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
    case RowFigure::cost: return amounts(&Project::cost);
    case RowFigure::highestKnownCost: return highestKnownCosts();
    case RowFigure::budgetRate: return budgetRates();
    case RowFigure::calendarRate: return calendarRates();
    case RowFigure::highestRate: return combined(RowFigure::budgetRate, RowFigure::calendarRate, higher);
    case RowFigure::years: return years();
    case RowFigure::elapsedShare: return elapsedShares();
    case RowFigure::monthsPastEnd: return monthsPastEnd();
    case RowFigure::spentShare: {
        auto shares = numbers(Field::spent);
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

/// A figure of each project; each is as precise as the column that says it.
RowFigures::Column RowFigures::amounts(std::optional<ProjectAmount> (Project::*amount)() const) const
{
    Column column(table_.rowCount());
    for (std::size_t row = 0; row < column.size(); ++row)
        if (const auto said = (Project(table_, row).*amount)())
            column[row] = Estimate{said->value, writtenIn(table_, said->field, said->value)};
    return column;
}

RowFigures::Column RowFigures::numbers(Field field) const
{
    Column column(table_.rowCount());
    for (std::size_t row = 0; row < column.size(); ++row)
        if (const auto said = Project(table_, row).number(field))
            column[row] = Estimate{*said, writtenIn(table_, field, *said)};
    return column;
}

RowFigures::Column RowFigures::highestKnownCosts()
{
    Column highest = column(RowFigure::cost);
    const Column initial = amounts(&Project::initialCost);
    for (std::size_t row = 0; row < highest.size(); ++row)
        if (highest[row]) highest[row] = higher(highest[row], initial[row]);
    if (const auto* earlier = context_.earlier)
        for (std::size_t row = 0; row < highest.size(); ++row) {
            const auto before = earlier->match.nowMatches()[row];
            if (!before || !highest[row]) continue;
            const Project project(earlier->table, *before);
            for (const auto& known : {project.cost(), project.initialCost()})
                if (known) highest[row] = higher(highest[row], exactly(known->value));
        }
    return highest;
}

RowFigures::Column RowFigures::budgetRates()
{
    Column rates = amounts(&Project::initialCost);
    const Column& costs = column(RowFigure::cost);
    for (std::size_t row = 0; row < rates.size(); ++row)
        rates[row] =
            Project(table_, row).budgetRate() ? relativeChange(rates[row], costs[row]) : std::nullopt;
    return rates;
}

RowFigures::Column RowFigures::calendarRates() const
{
    Column rates(table_.rowCount());
    const Column before = amounts(&Project::initialYears), now = amounts(&Project::writtenYears);
    for (std::size_t row = 0; row < rates.size(); ++row) {
        const Project project(table_, row);
        const auto rate = project.calendarRate();
        if (!rate) continue;
        rates[row] = project.isCalendarInDays() ? exactly(*rate) : relativeChange(before[row], now[row]);
    }
    return rates;
}

RowFigures::Column RowFigures::years() const
{
    Column years = amounts(&Project::writtenYears);
    for (std::size_t row = 0; row < years.size(); ++row) {
        if (years[row]) continue;
        if (const auto length = Project(table_, row).years()) years[row] = exactly(*length);
    }
    return years;
}

RowFigures::Column RowFigures::elapsedShares() const
{
    Column shares(table_.rowCount());
    if (!context_.edition.month) return shares;
    for (std::size_t row = 0; row < shares.size(); ++row) {
        const Project project(table_, row);
        const auto start = project.start(), end = project.end();
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
        if (const auto end = Project(table_, row).end())
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
    const Column maintenance = numbers(Field::mco);
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
