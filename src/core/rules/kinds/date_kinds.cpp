// Kinds that look at dates, and at dates against the edition's.

#include "core/rules/check_kind.hpp"
#include "core/table/cell_words.hpp"
#include "core/table/per_text.hpp"
#include "core/text/fold.hpp"

namespace panorama {

namespace {

class IsDate : public Check
{
  public:
    static constexpr Cases cases{"not-date", "short-year", "serial"};
    static constexpr Slots slots{"expected"};

    void run(Findings& findings) const override
    {
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            const bool keyword =
                reading.kind == Reading::Kind::withheld && isControlledKeyword(reading.withheld);
            if (reading.isEmpty() || keyword) return;
            if (!reading.isDate()) return findings.atCell(*this, cases["not-date"], field, row);
            if (!reading.shortYear && !reading.bareSerial) return;
            findings.atCell(*this, reading.shortYear ? cases["short-year"] : cases["serial"], field, row,
                            {{slots["expected"], dayOf(reading.number)}},
                            dateFix(FixDegree::toConfirm, reading.number));
        });
    }
};

const KindOf<IsDate> isDate{"date"};

class DateAsText : public Check
{
  public:
    static constexpr Cases cases{"as-text"};
    static constexpr Slots slots{"expected"};

    void run(Findings& findings) const override
    {
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (!reading.isDate() || !reading.typedAsText || reading.shortYear) return;
            findings.atCell(*this, cases["as-text"], field, row, {{slots["expected"], dayOf(reading.number)}},
                            dateFix(FixDegree::sure, reading.number));
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
