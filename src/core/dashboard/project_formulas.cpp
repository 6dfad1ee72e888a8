#include "core/dashboard/project_formulas.hpp"

#include "core/figures/cost_band.hpp"
#include "core/formulas/formula.hpp"
#include "core/table/project.hpp"

#include <fmt/format.h>

namespace panorama {

namespace {

/// Whether a phase or Diffusion lets figures be shown: our function alone knows which words keep them back.
std::string isShown(const std::string& said)
{
    return callInFiles("costBand", {"1", said}) + "=" + literal(nameOf(CostBand::under5)).text;
}

/// The number of a cell, whether it was typed as one or as a text; "" of an empty one.
std::string numberIn(const std::string& cell)
{
    // Of an empty text NUMBERVALUE makes 0.
    return fmt::format("IF(ISNUMBER({0});{0};IF(TRIM({0})=\"\";\"\";NUMBERVALUE(SUBSTITUTE(SUBSTITUTE("
                       "SUBSTITUTE({0};UNICHAR(8239);\"\");UNICHAR(160);\"\");\",\";\".\");\".\")))",
                       cell);
}

std::string orNothing(const std::string& formula)
{
    return formula.empty() ? formula : "IFERROR(" + formula + ";\"\")";
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
    const int place = table_.place(field, project).row - table_.place(field, 0).row + 1;
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

/// A number in the unit of the panorama; what is none stays.
std::string ProjectFormulas::amount(Field field, std::size_t project) const
{
    const std::string said = cell(field, project);
    if (said.empty()) return {};
    const double divisor = table_.divisor(field);
    if (divisor == 1) return said; // our functions read numbers typed as text themselves
    return fmt::format("IFERROR({}/{};{})", numberIn(said), divisor, said);
}

std::string ProjectFormulas::plainNumber(Field field, std::size_t project) const
{
    const std::string said = cell(field, project);
    if (said.empty()) return {};
    const double divisor = table_.divisor(field);
    return divisor == 1 ? numberIn(said) : fmt::format("IFERROR({}/{};\"\")", numberIn(said), divisor);
}

std::string ProjectFormulas::unlessKeptBack(const std::string& formula, std::size_t project) const
{
    if (formula.empty()) return {};
    std::string shown;
    const std::string cost = first(says::cost, project, &ProjectFormulas::cell);
    for (const std::string& said : {cell(Field::phase, project), cell(Field::diffusion, project),
                                    cost.empty() ? std::string() : "T(" + cost + ")"})
        if (!said.empty()) shown += (shown.empty() ? "" : ";") + isShown(said);
    return orNothing(shown.empty() ? formula : fmt::format("IF(AND({});{};\"\")", shown, formula));
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
    const std::string phase = cell(Field::phase, project), diffusion = cell(Field::diffusion, project);
    std::string reason = phase + diffusion;
    if (!phase.empty() && !diffusion.empty())
        reason = fmt::format("IF({};{};{})", isShown(phase), diffusion, phase);
    const std::string band =
        reason.empty() ? callInFiles("costBand", {cost}) : callInFiles("costBand", {cost, reason});
    // A row that is gone is no project.
    return orNothing(fmt::format("IF({}=\"\";\"\";IFERROR({};{}))", cell(Field::name, project), band,
                                 literal(nameOf(CostBand::undisclosed)).text));
}

std::string ProjectFormulas::cost(std::size_t project) const
{
    const std::string said = first(says::cost, project, &ProjectFormulas::plainNumber);
    return unlessKeptBack(said.empty() ? said : fmt::format("1*({})", said), project);
}

std::string ProjectFormulas::duration(std::size_t project) const
{
    const std::string end = first(says::end, project, &ProjectFormulas::cell);
    // The last day counts, as in projectYears(); a month written as text has none.
    const std::string dates =
        callInFiles("durationYears", {first(says::start, project, &ProjectFormulas::cell),
                                      end.empty() ? end : fmt::format("IF(ISNUMBER({0});{0}+1;{0})", end)});
    const std::string written = first(says::years, project, &ProjectFormulas::plainNumber),
                      fromDates = orNothing(dates);
    const std::string chosen = written.empty() || fromDates.empty()
                                   ? written + fromDates
                                   : fmt::format("IF(TRIM({0})=\"\";{1};{0})", written, fromDates);
    // What is no number is no duration.
    return unlessKeptBack(chosen.empty() ? chosen : fmt::format("1*({})", chosen), project);
}

std::string ProjectFormulas::budgetRate(std::size_t project) const
{
    return unlessKeptBack(callInFiles("slippage", {amount(Field::initialCost, project),
                                                   first(says::cost, project, &ProjectFormulas::amount)}),
                          project);
}

/// From the dates where they are there, else from the durations.
std::string ProjectFormulas::calendarRate(std::size_t project) const
{
    const std::string start = first(says::firstStart, project, &ProjectFormulas::cell),
                      initialEnd = cell(Field::initialEnd, project),
                      updatedEnd = first(says::end, project, &ProjectFormulas::cell);
    const std::string dates = callInFiles("calendarSlippage", {start, initialEnd, updatedEnd});
    const std::string durations =
        callInFiles("slippage", {amount(Field::initialDuration, project),
                                 first(says::years, project, &ProjectFormulas::amount)});
    if (dates.empty() || durations.empty()) return unlessKeptBack(dates + durations, project);
    return unlessKeptBack(fmt::format("IF(OR(TRIM({})=\"\";TRIM({})=\"\";TRIM({})=\"\");{};{})", start,
                                      initialEnd, updatedEnd, durations, dates),
                          project);
}

} // namespace panorama
