#include "core/formulas/table_formulas.hpp"

#include "core/table/project.hpp"

#include <cmath>

namespace panorama {

namespace {

/// The formula over the whole range where it gives the number, else over the runs of projects.
template <typename Make>
std::optional<Formula> overProjects(const Table& table, Field field, double number, Make make)
{
    if (const auto range = rangeOf(table, field))
        if (auto formula = ifGives(make(std::vector<Formula>{*range}), number)) return formula;
    const auto runs = runsOf(table, field);
    return runs ? ifGives(make(*runs), number) : std::nullopt;
}

bool giveParts(const Value& value, const SlippageBreakdown& parts)
{
    if (!value.isArray()) return false;
    const double expected[] = {parts.common, parts.leaving, parts.entering, parts.total};
    for (std::size_t row = 0; row < std::size(expected); ++row) {
        const Value& given = value.array().at(row, 1);
        if (!given.isNumber() || !(std::abs(given.number() - expected[row]) <= 1e-9)) return false;
    }
    return true;
}

} // namespace

TableFormulas::TableFormulas(const Table& table, const EditionTable& editions)
    : table_(table), editions_(editions), figures_(portfolioFigures(table))
{
    if (figures_.budget) addSlippages(Slippage::budget, budgetForecasts(table));
    if (figures_.calendar) addSlippages(Slippage::calendar, calendarForecasts(table));
}

void TableFormulas::addSlippages(Slippage which, const std::vector<Forecast>& forecasts)
{
    for (const SlippageMethod method : {SlippageMethod::mean, SlippageMethod::aggregated})
        slippages_[index(which, method)] = portfolioSlippage(forecasts, method);
}

std::optional<Formula> TableFormulas::range(std::optional<Field> field) const
{
    if (!field || !table_.has(*field)) return std::nullopt;
    auto found = ranges_.find(*field);
    if (found == ranges_.end()) found = ranges_.emplace(*field, rangeOf(table_, *field)).first;
    return found->second;
}

std::optional<Formula> TableFormulas::initials(Slippage which) const
{
    return range(which == Slippage::budget ? table_.firstOf(says::initialCost)
                                           : table_.firstOf(says::initialYears));
}

std::optional<Formula> TableFormulas::updateds(Slippage which) const
{
    return range(which == Slippage::budget ? table_.firstOf(says::cost) : table_.firstOf(says::years));
}

std::vector<std::optional<Formula>> TableFormulas::phaseColumns() const
{
    std::vector<std::optional<Formula>> columns;
    for (const Field field : {Field::diffusion, Field::phase})
        if (auto column = range(field)) columns.push_back(std::move(column));
    columns.emplace_back();
    return columns;
}

std::optional<Formula> TableFormulas::projects() const
{
    return overProjects(table_, Field::name, static_cast<double>(figures_.projects), countFilled);
}

std::optional<Formula> TableFormulas::interministerial() const
{
    if (!figures_.interministerial) return std::nullopt;
    return overProjects(table_, Field::interministerial, static_cast<double>(*figures_.interministerial),
                        [](const auto& ranges) { return countEqual(ranges, "Oui"); });
}

std::optional<Formula> TableFormulas::total() const
{
    const auto field = costField(table_);
    const auto costs = range(field);
    if (!costs || !figures_.total) return std::nullopt;
    for (const auto& phases : phaseColumns()) {
        std::vector<Formula> arguments{*costs};
        if (phases) arguments.push_back(*phases);
        auto sum = dividedBy(call("portfolioTotal", arguments, editions_), table_.divisor(*field));
        if (auto formula = ifGives(std::move(sum), *figures_.total)) return formula;
    }
    return std::nullopt;
}

std::optional<Formula> TableFormulas::meanDuration() const
{
    const auto field = table_.firstOf(says::years);
    if (!field || !figures_.meanDuration) return std::nullopt;
    return overProjects(table_, *field, *figures_.meanDuration, [&](const auto& ranges) {
        return dividedBy(average(ranges), table_.divisor(*field));
    });
}

std::optional<Formula> TableFormulas::rateWith(Slippage which, SlippageMethod method,
                                               const std::optional<Formula>& phases) const
{
    const auto& expected = slippage(which, method);
    const auto initial = initials(which), updated = updateds(which);
    if (!expected || !expected->rate || !initial || !updated) return std::nullopt;
    std::vector<Formula> arguments{*initial, *updated, literal(nameOf(method))};
    if (phases) arguments.push_back(*phases);
    return ifGives(call("meanSlippage", arguments, editions_), *expected->rate);
}

std::optional<Formula> TableFormulas::rate(Slippage which, SlippageMethod method) const
{
    for (const auto& phases : phaseColumns())
        if (auto formula = rateWith(which, method, phases)) return formula;
    return std::nullopt;
}

std::optional<Formula> TableFormulas::globalRate() const
{
    const auto budget = rate(Slippage::budget, SlippageMethod::mean),
               calendar = rate(Slippage::calendar, SlippageMethod::mean);
    if (!budget || !calendar) return std::nullopt;
    return call("globalSlippage", {*budget, *calendar}, editions_);
}

std::optional<Formula> TableFormulas::breakdownSince(const TableFormulas& earlier, Slippage which,
                                                     const SlippageBreakdown& parts) const
{
    std::vector<Formula> arguments;
    for (const TableFormulas* table : {&earlier, this})
        for (const auto& column : {table->range(Field::name), table->initials(which), table->updateds(which)})
        {
            if (!column) return std::nullopt;
            arguments.push_back(*column);
        }
    arguments.push_back(literal(nameOf(SlippageMethod::mean)));
    Formula formula = call("slippageBreakdown", arguments, editions_);
    return giveParts(formula.gives, parts) ? std::optional(std::move(formula)) : std::nullopt;
}

std::optional<Formula> TableFormulas::renewalSince(const TableFormulas& earlier, double share) const
{
    const auto before = earlier.range(Field::name), now = range(Field::name);
    if (!before || !now) return std::nullopt;
    return ifGives(call("editionRenewal", {*before, *now}, editions_), share);
}

} // namespace panorama
