#pragma once

#include "core/figures/cost_band.hpp"
#include "core/figures/slippage.hpp"
#include "core/table/table.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace panorama {

/// A figure of a project, in M€ or in years, and the field whose cell says it.
struct ProjectAmount
{
    double value = 0;
    Field field;
};

/// A date of a project, and the field whose cell says it.
struct ProjectDate
{
    Date date;
    Field field;
};

inline std::optional<double> valueOf(const std::optional<ProjectAmount>& amount)
{
    return amount ? std::optional(amount->value) : std::nullopt;
}

inline std::optional<Date> dayOf(const std::optional<ProjectDate>& date)
{
    return date ? std::optional(date->date) : std::nullopt;
}

/// The columns that may say one thing of a project, in the order in which a row falls back from one to the
/// next: of a project the first filled one decides, whatever the others hold.
namespace says {
inline constexpr Field cost[] = {Field::updatedCost, Field::cost};
inline constexpr Field initialCost[] = {Field::initialCost};
inline constexpr Field years[] = {Field::updatedDuration, Field::duration};
inline constexpr Field initialYears[] = {Field::initialDuration};
inline constexpr Field start[] = {Field::start, Field::initialStart};
inline constexpr Field firstStart[] = {Field::initialStart,
                                       Field::start}; ///< what durations first planned begin with
inline constexpr Field end[] = {Field::updatedEnd, Field::end};
inline constexpr Field initialEnd[] = {Field::initialEnd};
inline constexpr Field ministry[] = {Field::ministry, Field::ministryName};
inline constexpr Field ministryName[] = {Field::ministryName, Field::ministry};

/// The columns that may say what this one says, itself among them.
std::span<const Field> sameAs(Field field);
} // namespace says

/// One project of a table: a light view, made where it is needed. What its cells say, in the terms of the
/// panorama, is decided here and nowhere else: every figure, list, comparison and published cell asks it. The
/// table outlives it.
class Project
{
  public:
    Project(const Table& table, std::size_t row) : table_(&table), row_(row) {}

    const Table& table() const { return *table_; }
    std::size_t row() const { return row_; }

    /// As typed, without spaces around it.
    std::string_view name() const;
    /// The text of a cell, without spaces around it; empty where it holds none.
    std::string_view text(Field field) const;
    /// The cell of a field read in its meaning; an empty one where the table has no such column.
    const Reading& reading(Field field) const;
    std::optional<double> number(Field field) const;
    std::optional<Date> date(Field field) const;
    /// Whether its cell holds anything but blanks.
    bool isFilled(Field field) const;
    /// The first of these cells that is filled.
    std::optional<Field> firstFilled(std::span<const Field> fields) const;

    /// Its full cost as forecast now, M€, as the sheet says it, whether or not it may be shown; and as
    /// forecast first. A cost or a duration of 0 or below is none.
    std::optional<ProjectAmount> cost() const { return amount(says::cost); }
    std::optional<ProjectAmount> initialCost() const { return amount(says::initialCost); }
    /// What a column counts for: the cost or the duration for each of the columns that may say it, else its
    /// own number.
    std::optional<ProjectAmount> figure(Field field) const { return amount(says::sameAs(field)); }
    /// What was spent of it, likewise.
    std::optional<double> spent() const;
    /// The published band of its cost, or the one that says why there is none.
    std::optional<CostBand> band() const;
    /// Why its figures, or its cost alone, are not published; Withheld::no where they are.
    Withheld withheld() const;
    /// Whether its cost may not be shown: in cadrage, withheld, or by a mention in the cell of the cost
    /// itself.
    bool isCostWithheld() const;

    std::optional<ProjectDate> start() const { return firstDate(says::start); }
    /// What its first planned duration begins with.
    std::optional<ProjectDate> firstStart() const { return firstDate(says::firstStart); }
    /// The end as planned now: the end said, or the start and the duration in whole months. An end before the
    /// start says nothing.
    std::optional<ProjectDate> end() const;
    /// The end said, where it comes before the start; and the one first planned, likewise.
    std::optional<ProjectDate> endBeforeStart() const { return before(firstDate(says::end), start()); }
    std::optional<ProjectDate> initialEndBeforeStart() const
    {
        return before(firstDate(says::initialEnd), firstStart());
    }
    /// Its duration as planned now, in years: written, or, where no cell for it is filled, from its dates.
    std::optional<double> years() const;
    std::optional<ProjectAmount> writtenYears() const { return amount(says::years); }
    std::optional<ProjectAmount> initialYears() const { return amount(says::initialYears); }
    /// From its start to its end, the last day included; nothing where one is not known.
    std::optional<double> yearsByDates() const;
    /// Whether somebody says that it was given up: in no rate.
    bool isAbandoned() const { return table_->isAbandoned(row_); }
    /// Whether its phase says that it is over; not where the table has no phase.
    bool isFinished() const;

    /// The two forecasts of its cost, M€. Withheld where they give no rate: kept back, missing, a first one
    /// of 0, given up.
    Forecast budget() const;
    /// The two forecasts of its duration: in days where three dates in order say it, else in years.
    Forecast calendar() const;
    bool isCalendarInDays() const { return plannedDays().has_value(); }
    std::optional<double> budgetRate() const { return rateOf(budget()); }
    std::optional<double> calendarRate() const { return rateOf(calendar()); }

  private:
    std::optional<ProjectAmount> amount(std::span<const Field> fields) const;
    std::optional<ProjectDate> firstDate(std::span<const Field> fields) const;
    std::optional<Forecast> plannedDays() const;
    static std::optional<ProjectDate> before(const std::optional<ProjectDate>& end,
                                             const std::optional<ProjectDate>& start);
    static std::optional<double> rateOf(const Forecast& forecast);

    const Table* table_;
    std::size_t row_;
};

} // namespace panorama
