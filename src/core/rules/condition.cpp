#include "core/rules/condition.hpp"

#include "core/rules/check.hpp"
#include "core/text/fold.hpp"

#include <algorithm>

namespace panorama {

namespace {

constexpr std::string_view names[] = {"empty",     "filled", "present",  "absent", "among",
                                      "not-among", "below",  "at-least", "above",  "at-most",
                                      "equal",     "before", "since"};

Condition::Answer sure(bool yes)
{
    return yes ? Condition::Answer::yes : Condition::Answer::no;
}

} // namespace

std::span<const std::string_view> Condition::testNames()
{
    return names;
}

bool Condition::admits(Findings& findings, std::size_t row) const
{
    return answer(findings, row) == (excuses ? Answer::no : Answer::yes);
}

Condition::Answer Condition::answer(Findings& findings, std::size_t row) const
{
    if (figure) return compare(findings.figures().of(*figure, row));
    const Table& table = findings.table();
    const auto& readings = table.readings(field);
    const bool present = !readings.empty();
    if (test == Test::present || test == Test::absent) return sure(present == (test == Test::present));
    if (!present) return Answer::no;
    const Reading& reading = readings[row];
    const bool blank =
        reading.isEmpty() || (reading.kind == Reading::Kind::text && trimmed(table.textOf(reading)).empty());
    if (test == Test::empty || test == Test::filled) return sure(blank == (test == Test::empty));
    if (test == Test::among || test == Test::notAmong) return compareText(findings, row);
    if (blank) return Answer::no; // as where the table has no such column
    switch (test) {
    case Test::before:
    case Test::since: return compareDate(table, row);
    default: break;
    }
    if (!reading.isNumber()) return Answer::unknown;
    return compare(Estimate{reading.number, writtenIn(table, field, reading.number)});
}

Condition::Answer Condition::compare(const std::optional<Estimate>& estimate) const
{
    if (!estimate) return Answer::unknown;
    const Interval& range = estimate->range;
    switch (test) {
    case Test::below: return sure(range.high <= number && range.low < number);
    case Test::atLeast: return sure(estimate->value >= number);
    case Test::above: return sure(range.low > number);
    case Test::atMost: return sure(estimate->value <= number);
    case Test::equal: return sure(estimate->value == number);
    default: return Answer::unknown;
    }
}

Condition::Answer Condition::compareDate(const Table& table, std::size_t row) const
{
    const Reading& reading = table.readings(field)[row];
    const auto date = reading.isDate() ? dateOfSerial(reading.number) : std::nullopt;
    if (!date || !month) return Answer::unknown;
    return sure((monthOf(*date) < *month) == (test == Test::before));
}

/// A word is what its cell holds, or what it means by the list of its column: "soleil" is "vert".
Condition::Answer Condition::compareText(Findings& findings, std::size_t row) const
{
    const Table& table = findings.table();
    const Reading& reading = table.readings(field)[row];
    if (reading.isEmpty()) return sure(test == Test::notAmong);
    const auto isKey = [&](std::string_view word) {
        return std::find(keys.begin(), keys.end(), fold(word)) != keys.end();
    };
    const auto text = table.textOf(reading);
    const auto* list = findings.context().nomenclatures.find(table.columns().field(field).list);
    const auto entry = list && !isKey(text) ? list->entryOf(text) : std::nullopt;
    const bool among = isKey(text) || (entry && isKey(list->labelOf(*entry, {})));
    return sure(among == (test == Test::among));
}

} // namespace panorama
