#pragma once

#include "core/rules/interval.hpp"
#include "core/table/project.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace panorama {

struct CheckContext;

/// A figure computed from the cells of one project, for the conditions and messages of rules.
enum class RowFigure : unsigned char {
    cost,             ///< M€, now
    highestKnownCost, ///< M€, of the initial, the current and the earlier edition's cost
    budgetRate,       ///< fraction
    calendarRate,     ///< fraction
    highestRate,      ///< the higher of the two
    years,            ///< planned duration
    elapsedShare,     ///< fraction of the planned time that is gone at the edition
    monthsPastEnd,    ///< how long before the edition the planned end lies
    spentShare,       ///< spent / cost
    spentElapsedGap,  ///< between the two shares, without sign
    yearlyCost,       ///< M€ a year, without two years of maintenance
    count_
};

/// The names packs use: "cost", "highest-known-cost"...
std::span<const std::string_view> rowFigureNames();
std::optional<RowFigure> rowFigure(std::string_view name);

/// A value and all it may stand for as it is written.
struct Estimate
{
    double value = 0;
    Interval range;
};

/// The figures of a table's projects, each worked out once, when first asked for.
class RowFigures
{
  public:
    RowFigures(const Table& table, const CheckContext& context) : table_(table), context_(context) {}

    /// Nothing where the cells do not say it, or where it is withheld.
    const std::optional<Estimate>& of(RowFigure figure, std::size_t row);

  private:
    using Column = std::vector<std::optional<Estimate>>;
    const Column& column(RowFigure figure);
    Column compute(RowFigure figure);
    Column amounts(std::optional<ProjectAmount> (Project::*amount)() const) const;
    Column numbers(Field field) const;
    Column highestKnownCosts();
    Column budgetRates();
    Column calendarRates() const;
    Column years() const;
    Column elapsedShares() const;
    Column monthsPastEnd() const;
    Column combined(RowFigure a, RowFigure b,
                    std::optional<Estimate> (*combine)(const std::optional<Estimate>&,
                                                       const std::optional<Estimate>&));
    Column yearlyCosts();

    const Table& table_;
    const CheckContext& context_;
    std::array<std::optional<Column>, static_cast<std::size_t>(RowFigure::count_)> columns_;
};

} // namespace panorama
