#include "core/table/project.hpp"

#include "core/figures/duration.hpp"
#include "core/table/cell_words.hpp"
#include "core/text/fold.hpp"

#include <algorithm>

namespace panorama {

namespace {

/// Forecasts that give no rate are no forecasts: a first one of 0 is a defect of its row and not of the whole
/// portfolio.
Forecast givingRate(Forecast forecast)
{
    if (forecast.initial && forecast.updated && !slippage(*forecast.initial, *forecast.updated))
        forecast.withheld = true;
    return forecast;
}

/// Whether the field says a cost or a duration of the project as a whole: there 0 or less is no figure.
bool isForecast(Field field)
{
    for (const std::span<const Field> group :
         {std::span<const Field>(says::cost), std::span<const Field>(says::initialCost),
          std::span<const Field>(says::years), std::span<const Field>(says::initialYears)})
        if (std::find(group.begin(), group.end(), field) != group.end()) return true;
    return false;
}

double daysBetween(const ProjectDate& from, const ProjectDate& to)
{
    using std::chrono::sys_days;
    return static_cast<double>((sys_days(to.date) - sys_days(from.date)).count());
}

} // namespace

std::span<const Field> says::sameAs(Field field)
{
    for (const std::span<const Field> group :
         {std::span<const Field>(cost), std::span<const Field>(years), std::span<const Field>(end)})
        if (std::find(group.begin(), group.end(), field) != group.end()) return group;
    return {&allFields[indexOf(field)], 1};
}

std::string_view Project::name() const
{
    return trimmed(table_->projectName(row_));
}

const Reading& Project::reading(Field field) const
{
    static const Reading empty;
    const auto& readings = table_->readings(field);
    return readings.empty() ? empty : readings[row_];
}

std::string_view Project::text(Field field) const
{
    return trimmed(table_->textOf(reading(field)));
}

std::optional<double> Project::number(Field field) const
{
    const Reading& said = reading(field);
    return said.isNumber() && !said.toConfirm ? std::optional(said.number) : std::nullopt;
}

std::optional<Date> Project::date(Field field) const
{
    const Reading& said = reading(field);
    return said.isDate() ? dateOfSerial(said.number) : std::nullopt;
}

bool Project::isFilled(Field field) const
{
    const Reading& said = reading(field);
    const bool blank = said.kind == Reading::Kind::text && trimmed(table_->textOf(said)).empty();
    return !said.isEmpty() && !blank;
}

std::optional<Field> Project::firstFilled(std::span<const Field> fields) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](Field field) { return isFilled(field); });
    return found == fields.end() ? std::nullopt : std::optional(*found);
}

std::optional<ProjectAmount> Project::amount(std::span<const Field> fields) const
{
    const auto field = firstFilled(fields);
    const auto said = field && !table_->isForeign(*field) ? number(*field) : std::nullopt;
    if (said && *said <= 0 && isForecast(*field)) return std::nullopt;
    return said ? std::optional(ProjectAmount{*said, *field}) : std::nullopt;
}

/// A 0 in a row whose figures are kept back says nothing.
std::optional<double> Project::spent() const
{
    const auto said = number(Field::spent);
    return said == 0.0 && isCostWithheld() ? std::nullopt : said;
}

std::optional<CostBand> Project::band() const
{
    if (const Withheld kept = withheld(); kept != Withheld::no)
        return kept == Withheld::cadrage ? CostBand::cadrage : CostBand::undisclosed;
    const auto said = cost();
    return said && said->value >= 0 ? std::optional(costBand(said->value)) : std::nullopt;
}

std::optional<ProjectDate> Project::firstDate(std::span<const Field> fields) const
{
    const auto field = firstFilled(fields);
    const auto said = field ? date(*field) : std::nullopt;
    return said ? std::optional(ProjectDate{*said, *field}) : std::nullopt;
}

Withheld Project::withheld() const
{
    if (table_->state(row_) != RowState::open) return table_->reason(row_);
    const auto field = firstFilled(says::cost);
    const Withheld said = field ? reading(*field).withheld : Withheld::no;
    return isControlledKeyword(said) ? said : Withheld::no;
}

bool Project::isCostWithheld() const
{
    return withheld() != Withheld::no;
}

std::optional<ProjectDate> Project::before(const std::optional<ProjectDate>& end,
                                           const std::optional<ProjectDate>& start)
{
    return start && end && end->date < start->date ? end : std::nullopt;
}

std::optional<ProjectDate> Project::end() const
{
    if (const auto said = firstDate(says::end); said && !endBeforeStart()) return said;
    const auto begin = start();
    const auto length = writtenYears();
    if (!begin || !length) return std::nullopt;
    const auto planned = plannedEnd(begin->date, length->value);
    return planned ? std::optional(ProjectDate{*planned, length->field}) : std::nullopt;
}

std::optional<double> Project::yearsByDates() const
{
    const auto from = start(), to = firstDate(says::end);
    if (!from || !to) return std::nullopt;
    const auto length = projectYears(from->date, to->date);
    return length && *length > 0 ? std::optional(*length) : std::nullopt; // 0 is no duration
}

std::optional<double> Project::years() const
{
    return firstFilled(says::years) ? valueOf(writtenYears()) : yearsByDates();
}

bool Project::isFinished() const
{
    return saysFinished(text(Field::phase));
}

Forecast Project::budget() const
{
    return givingRate({.initial = valueOf(initialCost()),
                       .updated = valueOf(cost()),
                       .withheld = isCostWithheld() || isAbandoned()});
}

/// From the first start to the two ends. Dates in another order say nothing: the durations written then
/// serve.
std::optional<Forecast> Project::plannedDays() const
{
    const auto from = firstStart(), initial = firstDate(says::initialEnd), updated = firstDate(says::end);
    if (!from || !initial || !updated) return std::nullopt;
    const double first = daysBetween(*from, *initial), now = daysBetween(*from, *updated);
    if (first <= 0 || now <= 0) return std::nullopt;
    return Forecast{.initial = first, .updated = now};
}

Forecast Project::calendar() const
{
    Forecast forecast = plannedDays().value_or(
        Forecast{.initial = valueOf(initialYears()), .updated = valueOf(writtenYears())});
    forecast.withheld = table_->state(row_) != RowState::open || isAbandoned();
    return givingRate(forecast);
}

std::optional<double> Project::rateOf(const Forecast& forecast)
{
    if (!forecast.isUsed(SlippageMethod::mean)) return std::nullopt;
    const auto rate = slippage(*forecast.initial, *forecast.updated);
    return rate ? std::optional(*rate) : std::nullopt;
}

} // namespace panorama
