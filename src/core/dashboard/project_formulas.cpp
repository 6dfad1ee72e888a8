#include "core/dashboard/project_formulas.hpp"

#include "core/figures/cost_band.hpp"
#include "core/formulas/formula.hpp"
#include "core/table/portfolio.hpp"

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

/// The first of the cells that is filled, of those that are there.
std::string firstFilled(std::initializer_list<std::string> cells)
{
    std::string chosen;
    for (auto next = std::rbegin(cells); next != std::rend(cells); ++next)
        if (!next->empty())
            chosen = chosen.empty() ? *next : fmt::format("IF(TRIM({0})=\"\";{1};{0})", *next, chosen);
    return chosen;
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

std::string ProjectFormulas::cell(std::string_view key, std::size_t project) const
{
    const auto field = table_.columns().find(key);
    if (!field || !table_.has(*field)) return {};
    const int place = table_.place(*field, project).row - table_.place(*field, 0).row + 1;
    return fmt::format("INDEX({};{})", quotedRange(table_, *field), place);
}

/// A number in the unit of the panorama; what is none stays.
std::string ProjectFormulas::amount(std::string_view key, std::size_t project) const
{
    const std::string said = cell(key, project);
    if (said.empty()) return {};
    const double divisor = table_.divisor(*table_.columns().find(key));
    if (divisor == 1) return said; // our functions read numbers typed as text themselves
    return fmt::format("IFERROR({}/{};{})", numberIn(said), divisor, said);
}

std::string ProjectFormulas::plainNumber(std::string_view key, std::size_t project) const
{
    const std::string said = cell(key, project);
    if (said.empty()) return {};
    const double divisor = table_.divisor(*table_.columns().find(key));
    return divisor == 1 ? numberIn(said) : fmt::format("IFERROR({}/{};\"\")", numberIn(said), divisor);
}

std::string ProjectFormulas::unlessKeptBack(const std::string& formula, std::size_t project) const
{
    if (formula.empty()) return {};
    std::string shown;
    const auto field = costField(table_);
    const std::string cost = field ? cell(table_.columns().field(*field).key, project) : std::string();
    for (const std::string& said : {cell("phase", project), cell("diffusion", project),
                                    cost.empty() ? std::string() : "T(" + cost + ")"})
        if (!said.empty()) shown += (shown.empty() ? "" : ";") + isShown(said);
    return orNothing(shown.empty() ? formula : fmt::format("IF(AND({});{};\"\")", shown, formula));
}

std::string ProjectFormulas::name(std::size_t project) const
{
    return orNothing(cell("name", project) + "&\"\"");
}

/// Costs that are missing or no numbers count with those not communicated, as the published table has it.
std::string ProjectFormulas::band(std::size_t project) const
{
    const auto field = costField(table_);
    if (!field) return {};
    const std::string cost = amount(table_.columns().field(*field).key, project);
    const std::string phase = cell("phase", project), diffusion = cell("diffusion", project);
    std::string reason = phase + diffusion;
    if (!phase.empty() && !diffusion.empty())
        reason = fmt::format("IF({};{};{})", isShown(phase), diffusion, phase);
    const std::string band =
        reason.empty() ? callInFiles("costBand", {cost}) : callInFiles("costBand", {cost, reason});
    // A row that is gone is no project.
    return orNothing(fmt::format("IF({}=\"\";\"\";IFERROR({};{}))", cell("name", project), band,
                                 literal(nameOf(CostBand::undisclosed)).text));
}

std::string ProjectFormulas::cost(std::size_t project) const
{
    const auto field = costField(table_);
    const std::string said = field ? plainNumber(table_.columns().field(*field).key, project) : std::string();
    return unlessKeptBack(said.empty() ? said : fmt::format("1*({})", said), project);
}

std::string ProjectFormulas::duration(std::size_t project) const
{
    const std::string end = firstFilled({cell("updated_end", project), cell("end", project)});
    // The last day counts, as in projectYears(); a month written as text has none.
    const std::string dates =
        callInFiles("durationYears", {firstFilled({cell("start", project), cell("initial_start", project)}),
                                      end.empty() ? end : fmt::format("IF(ISNUMBER({0});{0}+1;{0})", end)});
    const std::string chosen = firstFilled(
        {plainNumber("updated_duration", project), plainNumber("duration", project), orNothing(dates)});
    // What is no number is no duration.
    return unlessKeptBack(chosen.empty() ? chosen : fmt::format("1*({})", chosen), project);
}

std::string ProjectFormulas::budgetRate(std::size_t project) const
{
    const std::string updated = firstFilled({amount("updated_cost", project), amount("cost", project)});
    return unlessKeptBack(callInFiles("slippage", {amount("initial_cost", project), updated}), project);
}

/// From the dates where they are there, else from the durations.
std::string ProjectFormulas::calendarRate(std::size_t project) const
{
    const std::string start = firstFilled({cell("initial_start", project), cell("start", project)}),
                      initialEnd = cell("initial_end", project),
                      updatedEnd = firstFilled({cell("updated_end", project), cell("end", project)});
    const std::string dates = callInFiles("calendarSlippage", {start, initialEnd, updatedEnd});
    const std::string durations = callInFiles(
        "slippage", {amount("initial_duration", project),
                     firstFilled({amount("updated_duration", project), amount("duration", project)})});
    if (dates.empty() || durations.empty()) return unlessKeptBack(dates + durations, project);
    return unlessKeptBack(fmt::format("IF(OR(TRIM({})=\"\";TRIM({})=\"\";TRIM({})=\"\");{};{})", start,
                                      initialEnd, updatedEnd, durations, dates),
                          project);
}

} // namespace panorama
