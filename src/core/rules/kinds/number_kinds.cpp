// Kinds that look at the type of figures.

#include "core/rules/check_kind.hpp"

#include <algorithm>

namespace panorama {

namespace {

class IsNumber : public Check
{
  public:
    static constexpr Cases cases{"not-number"};

    void run(Findings& findings) const override
    {
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            const bool keyword =
                reading.kind == Reading::Kind::withheld && isControlledKeyword(reading.withheld);
            if (reading.isEmpty() || reading.isNumber() || keyword) return;
            findings.atCell(*this, cases["not-number"], field, row);
        });
    }
};

const KindOf<IsNumber> isNumber{"number"};

class NumberAsText : public Check
{
  public:
    static constexpr Cases cases{"as-text"};
    static constexpr Slots slots{"expected"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        for (const auto& column : table.recognised()) {
            if (std::find(fields.begin(), fields.end(), column.meaning.field) == fields.end()) continue;
            const auto& readings = table.readings(column.meaning.field);
            for (std::size_t row = 0; row < readings.size(); ++row)
                if (readings[row].isNumber() && readings[row].typedAsText && looksAt(findings, row))
                    report(findings, column, row, readings[row]);
        }
    }

  private:
    void report(Findings& findings, const Table::Column& column, std::size_t row,
                const Reading& reading) const
    {
        // The cell is to hold the number in the unit of its header.
        const double inHeaderUnit = reading.number * column.meaning.divisor;
        // "1.234" may be twelve hundred: only the user knows.
        const bool ambiguous = reading.decimals == 3;
        findings.atCell(*this, cases["as-text"], column.meaning.field, row,
                        {{slots["expected"], inHeaderUnit}},
                        numberFix(ambiguous ? FixDegree::toConfirm : FixDegree::sure, inHeaderUnit));
    }
};

const KindOf<NumberAsText> numberAsText{"number-as-text"};

} // namespace

} // namespace panorama
