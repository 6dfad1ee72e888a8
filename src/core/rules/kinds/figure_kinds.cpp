// Kinds that hold the figures of a row against its phase and its band.

#include "core/figures/cost_band.hpp"
#include "core/rules/check_kind.hpp"
#include "core/rules/interval.hpp"
#include "core/text/fold.hpp"

#include <algorithm>

namespace panorama {

namespace {

class WithheldFigures : public Check
{
  public:
    static constexpr Cases cases{"published", "absent", "contradictory"};
    static constexpr Slots slots{"reason", "phase"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (table.state(row) != RowState::open) {
                if (!reading.isNumber() || reading.number == 0)
                    return; // a 0 is a withheld value imputed: another rule
                findings.atCell(*this, cases["published"], field, row, {reasonArgument(table.reason(row))});
            } else if (reading.isEmpty())
                findings.atCell(*this, cases["absent"], field, row);
            else if (reading.withheld == Withheld::cadrage && table.has(Field::phase))
                findings.atCell(*this, cases["contradictory"], field, row,
                                {{slots["phase"], phaseOf(table, row)}});
        });
    }

  private:
    static Argument reasonArgument(Withheld reason) { return {slots["reason"], reason}; }

    static std::string_view phaseOf(const Table& table, std::size_t row)
    {
        return table.textOf(table.readings(Field::phase)[row]);
    }
};

const KindOf<WithheldFigures> withheldFigures{"withheld-figures"};

class BandOfCost : public Check
{
  public:
    static constexpr Cases cases{"mismatch", "not-a-band", "empty"};
    static constexpr Slots slots{"expected", "cost"};

    explicit BandOfCost(CheckSource& source) : costs_(source.fields("of")) {}

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const auto cost =
            std::find_if(costs_.begin(), costs_.end(), [&](Field field) { return table.has(field); });
        if (cost == costs_.end()) return;
        eachCell(findings, [&](Field field, std::size_t row, const Reading& band) {
            judge(findings, field, row, band, *cost);
        });
    }

  private:
    void judge(Findings& findings, Field field, std::size_t row, const Reading& band, Field costField) const
    {
        const Table& table = findings.table();
        const auto cost = Project(table, row).figure(costField);
        const auto text = trimmed(table.textOf(band));
        const auto said = parseCostBand(text);
        const bool isOpen = table.state(row) == RowState::open;
        if (!cost || cost->value <= 0) {
            if (!text.empty() && !said && !isBlank(text))
                report(findings, cases["not-a-band"], field, row, cost, expectedOf(table, row));
            return;
        }
        const Interval range = writtenIn(table, cost->field, cost->value);
        const CostBand lowest = costBand(std::max(0.0, range.low)), highest = costBand(range.high);
        const CostBand expected = costBand(cost->value);
        if (text.empty()) {
            if (isOpen) report(findings, cases["empty"], field, row, cost, expected);
        } else if (!said)
            report(findings, cases["not-a-band"], field, row, cost, expected);
        else if (*said >= CostBand::cadrage ? isOpen : *said < lowest || *said > highest)
            report(findings, cases["mismatch"], field, row, cost, expected);
    }

    static bool isBlank(std::string_view text) { return withheldBy(text) != Withheld::no; }

    static CostBand expectedOf(const Table& table, std::size_t row)
    {
        return table.state(row) == RowState::cadrage ? CostBand::cadrage : CostBand::undisclosed;
    }

    void report(Findings& findings, Case found, Field field, std::size_t row,
                const std::optional<ProjectAmount>& cost, CostBand expected) const
    {
        findings.atCell(*this, found, field, row,
                        {{slots["expected"], nameOf(expected)},
                         {slots["cost"], Argument::Cost{valueOf(cost).value_or(0)}}},
                        textFix(FixDegree::toConfirm, nameOf(expected)));
    }

    std::vector<Field> costs_; ///< the first that the table has
};

const KindOf<BandOfCost> bandOfCost{"band"};

/// A withheld value is not 0.
class NoZero : public Check
{
  public:
    static constexpr Cases cases{"zero"};

    void run(Findings& findings) const override
    {
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (reading.isNumber() && reading.number == 0) findings.atCell(*this, cases["zero"], field, row);
        });
    }
};

const KindOf<NoZero> noZero{"no-zero"};

} // namespace

} // namespace panorama
