#include "core/table/portfolio.hpp"

#include "core/figures/exact_sum.hpp"
#include "core/table/cell_words.hpp"
#include "core/table/per_text.hpp"
#include "core/table/project.hpp"
#include "core/text/fold.hpp"

#include <cmath>
#include <set>

namespace panorama {

namespace {

// A national edition has some fifty projects of ten ministries; a table with fewer ministries is a ministry's
// own share.
constexpr std::size_t fewestMinistries = 3;

/// A sum beyond all numbers is no figure.
std::optional<double> ifKnown(double sum)
{
    return std::isfinite(sum) ? std::optional(sum) : std::nullopt;
}

void countInterministerial(const Table& table, PortfolioFigures& figures)
{
    if (!table.has(Field::interministerial)) return;
    if (!figures.interministerial) figures.interministerial = 0;
    const auto& flags = table.readings(Field::interministerial);
    PerText<bool> yes;
    for (const Reading& flag : flags) {
        const bool said = flag.kind == Reading::Kind::text &&
                          yes.get(flag.text, [&] { return saysYes(table.textOf(flag)); });
        if (said || (flag.isNumber() && flag.number == 1)) ++*figures.interministerial;
    }
}

void sumCosts(std::span<const Table* const> tables, PortfolioFigures& figures)
{
    ExactSum sum;
    for (const Table* table : tables)
        for (std::size_t row = 0; costField(*table) && row < table->rowCount(); ++row) {
            const Project project(*table, row);
            const auto cost = project.cost();
            if (project.isCostWithheld())
                ++figures.withheld;
            else if (!cost)
                ++figures.costsMissing;
            else {
                sum.add(cost->value);
                ++figures.costsCounted;
            }
        }
    if (figures.costsCounted > 0) figures.total = ifKnown(sum.value());
}

void meanOfDurations(std::span<const Table* const> tables, PortfolioFigures& figures)
{
    ExactSum sum;
    for (const Table* table : tables)
        for (std::size_t row = 0; row < table->rowCount(); ++row) {
            if (table->state(row) != RowState::open && !table->showsAllDurations()) continue;
            const auto years = Project(*table, row).years();
            if (!years) continue;
            sum.add(*years);
            ++figures.durationsCounted;
        }
    if (figures.durationsCounted > 0)
        figures.meanDuration = ifKnown(sum.value() / static_cast<double>(figures.durationsCounted));
}

std::vector<Forecast> forecastsOf(const Table& table, Forecast (Project::*forecast)() const)
{
    std::vector<Forecast> forecasts;
    forecasts.reserve(table.rowCount());
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        forecasts.push_back((Project(table, row).*forecast)());
    return forecasts;
}

} // namespace

bool mayBeWholeEdition(const Table& table)
{
    const auto field = table.firstOf(says::ministry);
    if (!field) return true;
    std::set<std::string> ministries;
    PerText<bool> seen;
    for (const Reading& reading : table.readings(*field))
        seen.get(reading.text, [&] { return ministries.insert(fold(table.textOf(reading))).second; });
    return ministries.size() >= fewestMinistries;
}

std::optional<Field> costField(const Table& table)
{
    return table.firstOf(says::cost);
}

std::size_t countWithheld(const Table& table)
{
    if (!costField(table)) return 0;
    std::size_t count = 0;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        if (Project(table, row).isCostWithheld()) ++count;
    return count;
}

std::vector<Forecast> budgetForecasts(const Table& table)
{
    return forecastsOf(table, &Project::budget);
}

std::vector<Forecast> calendarForecasts(const Table& table)
{
    return forecastsOf(table, &Project::calendar);
}

PortfolioFigures portfolioFigures(const Table& table)
{
    const Table* const tables[] = {&table};
    return portfolioFigures(tables);
}

PortfolioFigures portfolioFigures(std::span<const Table* const> tables)
{
    PortfolioFigures figures{.tables = tables.size()};
    std::vector<Forecast> budgets, calendars;
    bool haveBudgets = true, haveCalendars = true;
    for (const Table* table : tables) {
        figures.projects += table->rowCount();
        countInterministerial(*table, figures);
        haveBudgets = haveBudgets && table->has(Field::initialCost) && costField(*table);
        haveCalendars =
            haveCalendars && (table->has(Field::initialEnd) || table->has(Field::initialDuration));
        for (std::size_t row = 0; row < table->rowCount(); ++row) {
            budgets.push_back(Project(*table, row).budget());
            calendars.push_back(Project(*table, row).calendar());
        }
    }
    sumCosts(tables, figures);
    meanOfDurations(tables, figures);
    if (haveBudgets) figures.budget = portfolioSlippage(budgets, SlippageMethod::mean);
    if (haveCalendars) figures.calendar = portfolioSlippage(calendars, SlippageMethod::mean);
    return figures;
}

} // namespace panorama
