// Kinds that look at dates, and at dates against the edition's.

#include "core/rules/character_names.hpp"
#include "core/rules/check_kind.hpp"
#include "core/rules/mentions.hpp"
#include "core/table/cell_words.hpp"
#include "core/table/per_text.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace panorama {

namespace {

/// Whether a date says when something ends: of "2026" it is the last day.
bool isEnd(Field field)
{
    constexpr Field ends[] = {Field::end, Field::initialEnd, Field::updatedEnd, Field::baselineEnd,
                              Field::realEnd};
    return std::find(std::begin(ends), std::end(ends), field) != std::end(ends);
}

class IsDate : public Check
{
  public:
    static constexpr Cases cases{"not-date", "short-year", "serial", "likely"};
    static constexpr Slots slots{"expected"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (reading.isEmpty() || isAllowedMention(table, row, reading)) return;
            if (reading.toConfirm) return propose(findings, field, row, reading);
            if (!reading.isDate()) return findings.atCell(*this, cases["not-date"], field, row);
            if (!reading.shortYear && !reading.bareSerial) return;
            findings.atCell(*this, reading.shortYear ? cases["short-year"] : cases["serial"], field, row,
                            {{slots["expected"], dayOf(reading.number)}},
                            dateFix(FixDegree::toConfirm, reading.number));
        });
    }

  private:
    void propose(Findings& findings, Field field, std::size_t row, const Reading& reading) const
    {
        const auto likely = likelyDate(reading.isNumber() ? fmt::format("{}", reading.number)
                                                          : std::string(findings.table().textOf(reading)));
        if (!likely) return findings.atCell(*this, cases["not-date"], field, row);
        const double day = serialOf(isEnd(field) ? likely->last : likely->first);
        findings.atCell(*this, cases["likely"], field, row, {{slots["expected"], dayOf(day)}},
                        dateFix(FixDegree::toConfirm, day));
    }
};

const KindOf<IsDate> isDate{"date"};

class DateAsText : public Check
{
  public:
    static constexpr Cases cases{"as-text", "odd-character"};
    static constexpr Slots slots{"expected", "character"};

    void run(Findings& findings) const override
    {
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (!reading.isDate() || !reading.typedAsText || reading.shortYear) return;
            std::vector<Argument> arguments{{slots["expected"], dayOf(reading.number)}};
            const auto odd = oddCharacterIn(findings.table().textOf(reading));
            if (odd) arguments.push_back({slots["character"], nameOf(*odd)});
            findings.atCell(*this, odd ? cases["odd-character"] : cases["as-text"], field, row,
                            std::move(arguments), dateFix(FixDegree::sure, reading.number));
        });
    }
};

const KindOf<DateAsText> dateAsText{"date-as-text"};

/// A date may not lie in a month after the edition's.
class NotAfterEdition : public Check
{
  public:
    static constexpr Cases cases{"after"};
    static constexpr Slots slots{"edition"};

    void run(Findings& findings) const override
    {
        const auto edition = findings.context().edition.month;
        if (!edition) return;
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            const auto date = reading.isDate() ? dateOfSerial(reading.number) : std::nullopt;
            if (date && monthOf(*date) > *edition)
                findings.atCell(*this, cases["after"], field, row, {{slots["edition"], *edition}});
        });
    }
};

const KindOf<NotAfterEdition> notAfterEdition{"not-after-edition"};

/// A project may not end before it starts: told once, at the end planned now or else at the one first
/// planned.
class EndAfterStart : public Check
{
  public:
    static constexpr Cases cases{"before"};
    static constexpr Slots slots{"start"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            if (!looksAt(findings, row)) continue;
            const Project project(table, row);
            if (const auto end = project.endBeforeStart())
                findings.atCell(*this, cases["before"], end->field, row,
                                {{slots["start"], project.start()->date}});
            else if (const auto initial = project.initialEndBeforeStart())
                findings.atCell(*this, cases["before"], initial->field, row,
                                {{slots["start"], project.firstStart()->date}});
        }
    }
};

const KindOf<EndAfterStart> endAfterStart{"end-after-start"};

/// A project whose end lies in a month before the edition's must be finished.
class EndNotPast : public Check
{
  public:
    static constexpr Cases cases{"past"};
    static constexpr Slots slots{"end", "edition"};

    void run(Findings& findings) const override
    {
        const auto edition = findings.context().edition.month;
        const Table& table = findings.table();
        if (!edition || !table.has(Field::phase)) return;
        const auto& phases = table.readings(Field::phase);
        PerText<bool> running;
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            if (!looksAt(findings, row) || table.state(row) != RowState::open) continue;
            if (phases[row].kind != Reading::Kind::text) continue;
            if (!running.get(phases[row].text, [&] {
                    return !trimmed(table.textOf(phases[row])).empty() &&
                           !saysFinished(table.textOf(phases[row]));
                }))
                continue;
            const auto end = Project(table, row).end();
            if (end && monthOf(end->date) < *edition)
                findings.atCell(*this, cases["past"], end->field, row,
                                {{slots["end"], monthOf(end->date)}, {slots["edition"], *edition}});
        }
    }
};

const KindOf<EndNotPast> endNotPast{"end-not-past"};

} // namespace

} // namespace panorama
