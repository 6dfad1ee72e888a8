#include "core/dashboard/project_formulas.hpp"

#include "core/figures/cost_band.hpp"
#include "core/figures/slippage.hpp"
#include "core/formulas/formula.hpp"
#include "core/table/project.hpp"
#include "core/table/reading_limits.hpp"

#include <fmt/format.h>

namespace panorama {

namespace {

/// Whether a phase, Diffusion or mention lets figures be shown: our function alone knows which words keep
/// them back.
std::string isShown(const std::string& said)
{
    const std::string band = callInFiles("costBand", {"1", said});
    return band.empty() ? band : band + "=" + literal(nameOf(CostBand::under5)).text;
}

/// Whether a project of which this is said counts in rates, as our function of rates has it.
std::string countsInRates(const std::string& said)
{
    const std::string rate =
        callInFiles("meanSlippage", {"1", "1", literal(nameOf(SlippageMethod::mean)).text, said});
    return rate.empty() ? rate : "ISNUMBER(" + rate + ")";
}

/// Conditions joined by AND; empty ones are none.
std::string allOf(std::initializer_list<std::string> conditions)
{
    std::string all;
    for (const std::string& condition : conditions)
        if (!condition.empty()) all += (all.empty() ? "" : ";") + condition;
    return all.empty() ? all : "AND(" + all + ")";
}

/// The number of a cell, whether it was typed as one or as a text; "" of an empty one.
std::string numberIn(const std::string& cell)
{
    // Of an empty text NUMBERVALUE makes 0.
    return fmt::format("IF(ISNUMBER({0});{0};IF(TRIM({0})=\"\";\"\";NUMBERVALUE(SUBSTITUTE(SUBSTITUTE("
                       "SUBSTITUTE({0};UNICHAR(8239);\"\");UNICHAR(160);\"\");\",\";\".\");\".\")))",
                       cell);
}

/// What is no number above 0 is neither a cost nor a duration: an error, which shows nothing.
std::string above0(const std::string& number)
{
    return number.empty() ? number : fmt::format("IF(1*({0})>0;1*({0});NA())", number);
}

std::string orNothing(const std::string& formula)
{
    return formula.empty() ? formula : "IFERROR(" + formula + ";\"\")";
}

std::string shownIf(const std::string& condition, const std::string& formula)
{
    return orNothing(
        condition.empty() || formula.empty() ? formula : fmt::format("IF({};{};\"\")", condition, formula));
}

} // namespace

std::string callInFiles(std::string_view function, std::initializer_list<std::string> arguments)
{
    std::string all;
    for (const std::string& argument : arguments) {
        if (argument.empty()) return {};
        all += (all.empty() ? "" : ";") + argument;
    }
    return functionInFiles(function) + "(" + all + ")";
}

std::string ProjectFormulas::cell(Field field, std::size_t project) const
{
    if (!table_.has(field)) return {};
    const Place first = table_.place(field, 0), own = table_.place(field, project);
    const int place = own.row - first.row + own.column - first.column + 1; // in one of them
    return fmt::format("INDEX({};{})", quotedRange(table_, field), place);
}

/// What the first filled of the cells says, as Project reads them: `said` of each of those that are there.
std::string ProjectFormulas::first(std::span<const Field> fields, std::size_t project, Said said) const
{
    std::string chosen;
    for (auto field = fields.rbegin(); field != fields.rend(); ++field) {
        const std::string own = (this->*said)(*field, project);
        if (own.empty()) continue;
        chosen =
            chosen.empty() ? own : fmt::format("IF(TRIM({})=\"\";{};{})", cell(*field, project), chosen, own);
    }
    return chosen;
}

/// An amount that no project costs or a duration that none lasts is to be confirmed, and counts in no figure
/// until then.
std::string ProjectFormulas::withinReach(Field field, std::size_t project, std::string amount) const
{
    if (!Project(table_, project).reading(field).toConfirm) return amount;
    if (table_.columns().field(field).type == FieldType::years)
        return fmt::format("IF(N({0})>{1};NA();{0})", amount, limits::mostUsualYears);
    return fmt::format("IF(OR(N({0})>{1};N({0})<{2});NA();{0})", amount, limits::highestUsualAmount,
                       limits::lowestUsualAmount);
}

/// A number in the unit of the panorama; what is none stays.
std::string ProjectFormulas::amount(Field field, std::size_t project) const
{
    std::string said = cell(field, project);
    if (said.empty()) return {};
    if (table_.isForeign(field)) return "\"\"";
    const double divisor = table_.divisor(field);
    if (divisor != 1) said = fmt::format("IFERROR({}/{};{})", numberIn(said), divisor, said);
    return withinReach(field, project,
                       std::move(said)); // our functions read numbers typed as text themselves
}

std::string ProjectFormulas::plainNumber(Field field, std::size_t project) const
{
    const std::string said = cell(field, project);
    if (said.empty()) return {};
    if (table_.isForeign(field)) return "\"\"";
    const double divisor = table_.divisor(field);
    return withinReach(field, project,
                       divisor == 1 ? numberIn(said)
                                    : fmt::format("IFERROR({}/{};\"\")", numberIn(said), divisor));
}

/// A date, whether it was typed as one or as a text.
std::string ProjectFormulas::date(Field field, std::size_t project) const
{
    return callInFiles("frenchDate", {cell(field, project)});
}

/// What the cell of the cost says in place of a number.
std::string ProjectFormulas::mention(std::size_t project) const
{
    const std::string cost = first(says::cost, project, &ProjectFormulas::cell);
    return cost.empty() ? cost : "T(" + cost + ")";
}

/// Whether phase and Diffusion keep nothing back, nor a mention as the cost that stands for the whole row, as
/// Table::state() has it: a plan under review or a tender, and cadrage where no phase could say it.
std::string ProjectFormulas::rowIsShown(std::size_t project) const
{
    const std::string phase = cell(Field::phase, project), said = mention(project);
    std::string ofCostOnly;
    if (!said.empty()) {
        ofCostOnly = fmt::format("COUNT(SEARCH(\"trajectoire\";{0});SEARCH(\"offres\";{0}))=0", said);
        if (phase.empty())
            ofCostOnly = allOf({ofCostOnly, callInFiles("costBand", {"1", said}) + "<>" +
                                                literal(nameOf(CostBand::cadrage)).text});
        ofCostOnly = fmt::format("OR({};{})", isShown(said), ofCostOnly);
    }
    return allOf({isShown(phase), isShown(cell(Field::diffusion, project)), ofCostOnly});
}

std::string ProjectFormulas::costIsShown(std::size_t project) const
{
    return allOf({isShown(cell(Field::phase, project)), isShown(cell(Field::diffusion, project)),
                  isShown(mention(project))});
}

/// Whether nothing says that it was given up.
std::string ProjectFormulas::goesOn(std::size_t project) const
{
    return allOf({countsInRates(cell(Field::phase, project)), countsInRates(cell(Field::diffusion, project)),
                  countsInRates(cell(Field::status, project))});
}

std::string ProjectFormulas::name(std::size_t project) const
{
    return orNothing(cell(Field::name, project) + "&\"\"");
}

/// Costs that are missing or no numbers count with those not communicated, as the published table has it.
std::string ProjectFormulas::band(std::size_t project) const
{
    const std::string cost = first(says::cost, project, &ProjectFormulas::amount);
    if (cost.empty()) return {};
    std::string reason = mention(project);
    for (const std::string& said : {cell(Field::diffusion, project), cell(Field::phase, project)})
        if (!said.empty()) reason = fmt::format("IF({};{};{})", isShown(said), reason, said);
    const std::string band = callInFiles("costBand", {cost, reason});
    // A row that is gone is no project.
    return orNothing(fmt::format("IF({}=\"\";\"\";IFERROR({};{}))", cell(Field::name, project), band,
                                 literal(nameOf(CostBand::undisclosed)).text));
}

std::string ProjectFormulas::cost(std::size_t project) const
{
    const std::string said = first(says::cost, project, &ProjectFormulas::plainNumber);
    return shownIf(costIsShown(project), above0(said));
}

std::string ProjectFormulas::duration(std::size_t project) const
{
    const std::string end = first(says::end, project, &ProjectFormulas::date);
    // The last day counts, as in projectYears().
    const std::string dates =
        callInFiles("durationYears", {first(says::start, project, &ProjectFormulas::date),
                                      end.empty() ? end : fmt::format("({})+1", end)});
    const std::string written = first(says::years, project, &ProjectFormulas::plainNumber),
                      fromDates = orNothing(dates);
    const std::string chosen = written.empty() || fromDates.empty()
                                   ? written + fromDates
                                   : fmt::format("IF(TRIM({0})=\"\";{1};{0})", written, fromDates);
    // What is no number is no duration.
    return shownIf(table_.showsAllDurations() ? std::string() : rowIsShown(project), above0(chosen));
}

std::string ProjectFormulas::budgetRate(std::size_t project) const
{
    return shownIf(allOf({costIsShown(project), goesOn(project)}),
                   callInFiles("slippage", {amount(Field::initialCost, project),
                                            first(says::cost, project, &ProjectFormulas::amount)}));
}

/// From the dates where they are there and in order, else from the durations.
std::string ProjectFormulas::calendarRate(std::size_t project) const
{
    const std::string dates =
        callInFiles("calendarSlippage",
                    {first(says::firstStart, project, &ProjectFormulas::date),
                     date(Field::initialEnd, project), first(says::end, project, &ProjectFormulas::date)});
    const std::string durations =
        callInFiles("slippage", {amount(Field::initialDuration, project),
                                 first(says::years, project, &ProjectFormulas::amount)});
    return shownIf(allOf({rowIsShown(project), goesOn(project)}),
                   dates.empty() || durations.empty() ? dates + durations
                                                      : fmt::format("IFERROR({};{})", dates, durations));
}

} // namespace panorama
