// Kinds that look at dates, and at dates against the edition's.

#include "core/rules/check.hpp"
#include "core/table/cell_words.hpp"
#include "core/table/per_text.hpp"
#include "core/text/fold.hpp"

namespace panorama {

namespace {

class IsDate : public Check
{
  public:
    void run(Findings& findings) const override
    {
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            const bool keyword =
                reading.kind == Reading::Kind::withheld && isControlledKeyword(reading.withheld);
            if (reading.isEmpty() || keyword) return;
            if (!reading.isDate()) return findings.atCell(*this, notDate, field, row);
            if (!reading.shortYear && !reading.bareSerial) return;
            findings.atCell(*this, reading.shortYear ? shortYear : serial, field, row,
                            {dateArgument("expected", reading.number)},
                            dateFix(FixDegree::toConfirm, reading.number));
        });
    }

  private:
    enum Case : unsigned char { notDate, shortYear, serial };
};

class DateAsText : public Check
{
  public:
    void run(Findings& findings) const override
    {
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (!reading.isDate() || !reading.typedAsText || reading.shortYear) return;
            findings.atCell(*this, 0, field, row, {dateArgument("expected", reading.number)},
                            dateFix(FixDegree::sure, reading.number));
        });
    }
};

/// A date may not lie in a month after the edition's.
class NotAfterEdition : public Check
{
  public:
    void run(Findings& findings) const override
    {
        const auto edition = findings.context().edition.month;
        if (!edition) return;
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            const auto date = reading.isDate() ? dateOfSerial(reading.number) : std::nullopt;
            if (date && monthOf(*date) > *edition)
                findings.atCell(*this, 0, field, row, {monthArgument("edition", *edition)});
        });
    }
};

/// A project whose end lies in a month before the edition's must be finished.
class EndNotPast : public Check
{
  public:
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
                findings.atCell(
                    *this, 0, end->field, row,
                    {monthArgument("end", monthOf(end->date)), monthArgument("edition", *edition)});
        }
    }
};

} // namespace

void addDateKinds(std::vector<CheckKind>& kinds)
{
    kinds.push_back({"date", {}, {"not-date", "short-year", "serial"}, {"expected"}, [](CheckSource&) {
                         return std::make_unique<IsDate>();
                     }});
    kinds.push_back({"date-as-text", {}, {"as-text"}, {"expected"}, [](CheckSource&) {
                         return std::make_unique<DateAsText>();
                     }});
    kinds.push_back({"not-after-edition", {}, {"after"}, {"edition"}, [](CheckSource&) {
                         return std::make_unique<NotAfterEdition>();
                     }});
    kinds.push_back({"end-not-past", {}, {"past"}, {"end", "edition"}, [](CheckSource&) {
                         return std::make_unique<EndNotPast>();
                     }});
}

} // namespace panorama
