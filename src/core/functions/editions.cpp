// What was published, and what changed between two editions.

#include "core/editions/edition_pair.hpp"
#include "core/figures/slippage.hpp"
#include "core/functions/arguments.hpp"
#include "core/functions/names.hpp"
#include "core/text/fold.hpp"
#include "core/text/french.hpp"
#include "core/words/shown_values.hpp"

#include <fmt/format.h>

namespace panorama::functions {

std::vector<std::string> projectNames(const Arguments& arguments, std::size_t index)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < arguments.stored(index); ++i)
        if (std::string name = arguments.textAt(index, i); !fold(name).empty())
            names.push_back(std::move(name));
    return names;
}

EditionPair::Renames confirmedRenames(Arguments& arguments, std::size_t index)
{
    EditionPair::Renames renames;
    if (!arguments.isGiven(index)) return renames;
    if (arguments.columns(index) != 2) {
        arguments.fail(CellError::illegalArgument);
        return renames;
    }
    for (std::size_t i = 0; i + 1 < arguments.stored(index); i += 2)
        renames.emplace_back(arguments.textAt(index, i), arguments.textAt(index, i + 1));
    return renames;
}

namespace {

/// The edition an argument names; one that does not exist is Err:502, and one that was published and of which
/// nothing is known `withoutFacts`.
const EditionTable::Edition* edition(Arguments& arguments, std::size_t index,
                                     CellError withoutFacts = CellError::illegalArgument)
{
    const double number = arguments.number(index);
    const EditionTable* table = arguments.host().editions;
    if (!table) arguments.fail(CellError::notAvailable);
    if (arguments.failed()) return nullptr;
    const bool whole = number >= 1 && number <= 1000 && number == static_cast<int>(number);
    const auto* found = whole ? table->find(static_cast<int>(number)) : nullptr;
    const bool isPublished = whole && number <= table->editions().back().number;
    if (!found) arguments.fail(isPublished ? withoutFacts : CellError::illegalArgument);
    return found;
}

std::optional<std::size_t> figure(Arguments& arguments, std::size_t index)
{
    const EditionTable* table = arguments.host().editions;
    const auto found = table ? table->figure(arguments.text(index)) : std::nullopt;
    if (!found) arguments.fail(CellError::illegalArgument);
    return found;
}

std::string shown(double value, EditionTable::Unit unit)
{
    switch (unit) {
    case EditionTable::Unit::rate: return frenchNumber(value * 100, 2) + " %";
    case EditionTable::Unit::billion: return frenchNumber(value, 3) + " Md€";
    case EditionTable::Unit::years: return frenchNumber(value, 2) + " ans";
    case EditionTable::Unit::count: break;
    }
    return frenchNumber(value, 0);
}

EditionPair pairOf(Arguments& arguments, const std::vector<std::string>& earlier,
                   const std::vector<std::string>& now)
{
    return EditionPair(earlier, now, confirmedRenames(arguments, 2));
}

std::vector<std::string> pick(const std::vector<std::string>& names, const std::vector<std::size_t>& indexes)
{
    std::vector<std::string> picked;
    picked.reserve(indexes.size());
    for (const std::size_t index : indexes)
        picked.push_back(names[index]);
    return picked;
}

} // namespace

Value editionDelta(Arguments& arguments)
{
    const double earlier = arguments.rate(0);
    return pointsBetween(earlier, arguments.rate(1));
}

Value editionDeltaText(Arguments& arguments)
{
    const double earlier = arguments.rate(0);
    const double now = arguments.rate(1);
    const auto* since = edition(arguments, 2);
    if (!since) return arguments.error();
    return fmt::format("{} par rapport à {}", frenchPoints(pointsBetween(earlier, now)),
                       shownMonth(since->date, Language::french));
}

Value editionFigure(Arguments& arguments)
{
    const auto* published = edition(arguments, 0, CellError::notAvailable);
    const auto wanted = figure(arguments, 1);
    if (arguments.failed()) return arguments.error();
    const auto values = published->of(*wanted);
    if (arguments.isGiven(2)) {
        const auto source = arguments.host().editions->source(arguments.text(2));
        if (!source) return CellError::illegalArgument;
        for (const auto& value : values)
            if (value.source == *source) return value.value;
        return CellError::notAvailable;
    }
    if (values.empty()) return CellError::notAvailable;
    const auto agreed = published->agreed(*wanted);
    // Sources that contradict each other: the source is then a required argument, never our choice.
    return agreed ? Value(*agreed) : Value(CellError::missingArgument);
}

Value editionSource(Arguments& arguments)
{
    const auto* published = edition(arguments, 0);
    const auto wanted = figure(arguments, 1);
    if (arguments.failed()) return arguments.error();
    const EditionTable& table = *arguments.host().editions;
    std::string text;
    for (const auto& value : published->of(*wanted))
        text += fmt::format("{}{} : {}", text.empty() ? "" : " ; ", table.sources()[value.source].name.french,
                            shown(value.value, table.figures()[*wanted].unit));
    for (const auto& note : published->notes)
        if (note.figure == *wanted) text += fmt::format("{}{}", text.empty() ? "" : " ; ", note.text.french);
    return text.empty() ? Value(CellError::notAvailable) : Value(text);
}

Value editionBreak(Arguments& arguments)
{
    const auto* earlier = edition(arguments, 0);
    const auto* later = edition(arguments, 1);
    if (arguments.failed()) return arguments.error();
    if (earlier->number > later->number) return CellError::illegalArgument;
    std::string text;
    for (const auto& found : arguments.host().editions->breaksBetween(earlier->number, later->number))
        text += fmt::format("{}{}", text.empty() ? "" : " ; ", found.reason.french);
    return text;
}

Value editionEntering(Arguments& arguments)
{
    const auto earlier = projectNames(arguments, 0), now = projectNames(arguments, 1);
    return columnOf(pick(now, pairOf(arguments, earlier, now).entering()));
}

Value editionLeaving(Arguments& arguments)
{
    const auto earlier = projectNames(arguments, 0), now = projectNames(arguments, 1);
    return columnOf(pick(earlier, pairOf(arguments, earlier, now).leaving()));
}

Value editionRenewal(Arguments& arguments)
{
    const auto earlier = projectNames(arguments, 0), now = projectNames(arguments, 1);
    if (now.empty()) return CellError::divisionByZero;
    return static_cast<double>(pairOf(arguments, earlier, now).entering().size()) /
           static_cast<double>(now.size());
}

Value targetGap(Arguments& arguments)
{
    const double rate = arguments.rate(0);
    const Date date = arguments.date(1);
    const EditionTable* table = arguments.host().editions;
    const auto target = table ? table->target(date.year()) : std::nullopt;
    return target ? Value(pointsBetween(*target, rate)) : Value(CellError::notAvailable);
}

Value avoidedSpending(Arguments& arguments)
{
    const double base = arguments.amount(0);
    const double earlier = arguments.rate(1);
    return (earlier - arguments.rate(2)) * base;
}

} // namespace panorama::functions
