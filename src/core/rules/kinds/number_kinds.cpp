// Kinds that look at the type of figures.

#include "core/rules/character_names.hpp"
#include "core/rules/check_kind.hpp"
#include "core/rules/mentions.hpp"
#include "core/text/number.hpp"

#include <algorithm>
#include <cmath>

namespace panorama {

namespace {

class IsNumber : public Check
{
  public:
    static constexpr Cases cases{"not-number"};

    void run(Findings& findings) const override
    {
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (reading.isEmpty() || reading.isNumber() || reading.toConfirm) return;
            if (isAllowedMention(findings.table(), row, reading)) return;
            findings.atCell(*this, cases["not-number"], field, row);
        });
    }
};

const KindOf<IsNumber> isNumber{"number"};

class NumberAsText : public Check
{
  public:
    static constexpr Cases cases{"as-text", "odd-character"};
    static constexpr Slots slots{"expected", "character"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const bool unitsDoubted = std::any_of(fields.begin(), fields.end(), [&](Field field) {
            const auto& readings = table.readings(field);
            return std::any_of(readings.begin(), readings.end(),
                               [](const Reading& reading) { return reading.toConfirm; });
        });
        for (const auto& column : table.recognised()) {
            if (std::find(fields.begin(), fields.end(), column.meaning.field) == fields.end()) continue;
            const auto& readings = table.readings(column.meaning.field);
            for (std::size_t row = 0; row < readings.size(); ++row)
                if (readings[row].isNumber() && readings[row].typedAsText && looksAt(findings, row))
                    report(findings, column, row, readings[row], unitsDoubted);
        }
    }

  private:
    void report(Findings& findings, const Table::Column& column, std::size_t row, const Reading& reading,
                bool unitsDoubted) const
    {
        // The cell is to hold the number in the unit of its header.
        const double inHeaderUnit = rounded(reading.number * column.meaning.divisor);
        const auto text = findings.table().textOf(reading);
        std::vector<Argument> arguments{{slots["expected"], inHeaderUnit}};
        const auto odd = oddCharacterIn(text);
        if (odd) arguments.push_back({slots["character"], nameOf(*odd)});
        findings.atCell(*this, odd ? cases["odd-character"] : cases["as-text"], column.meaning.field, row,
                        std::move(arguments), numberFix(degreeOf(text, unitsDoubted), inHeaderUnit));
    }

    /// "1.234" may be twelve hundred, a cost without tax is no cost of ours, and where one unit of the table
    /// is wrong no other is taken on trust: only the user knows.
    static FixDegree degreeOf(std::string_view text, bool unitsDoubted)
    {
        const auto written = parseNumber(text);
        const bool sure = written && written->decimals != 3 && written->tax != TaxWord::excluded &&
                          !(unitsDoubted && isMoney(written->unit));
        return sure ? FixDegree::sure : FixDegree::toConfirm;
    }

    static double rounded(double value)
    {
        return std::abs(value) < 1e6 ? std::round(value * 1e9) / 1e9 : value;
    }
};

const KindOf<NumberAsText> numberAsText{"number-as-text"};

/// A cost or a duration of 0 or below is none: it is left out everywhere, and told.
class AboveZero : public Check
{
  public:
    static constexpr Cases cases{"zero", "negative"};
    static constexpr Slots slots{"amount"};

    void run(Findings& findings) const override
    {
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (!reading.isNumber() || reading.number > 0) return;
            findings.atCell(*this, reading.number == 0 ? cases["zero"] : cases["negative"], field, row,
                            {{slots["amount"], reading.number}});
        });
    }
};

const KindOf<AboveZero> aboveZero{"above-zero"};

} // namespace

} // namespace panorama
