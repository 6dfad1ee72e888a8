// Kinds that look at the size and the writing of figures: units mistaken for others, needless decimals.

#include "core/rules/check_kind.hpp"
#include "core/rules/interval.hpp"
#include "core/text/number.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace panorama {

namespace {

/// Another unit the figure may have been typed in, and how many of it make one of ours.
struct OtherUnit
{
    std::string name;
    double factor = 1;
};

/// "k€:1000 €:1000000".
std::vector<OtherUnit> otherUnits(CheckSource& source)
{
    std::vector<OtherUnit> units;
    for (const auto& word : attributeWords(source.text("units"))) {
        const std::size_t colon = word.rfind(':');
        const auto number = colon == std::string::npos ? std::nullopt : parseNumber(word.substr(colon + 1));
        const double factor = number ? number->value : 0;
        if (factor <= 0) source.refuse("units", "k€:1000 €:1000000");
        units.push_back({word.substr(0, colon), factor});
    }
    return units;
}

double rounded(double value)
{
    return std::round(value * 1e6) / 1e6;
}

class Plausible : public Check
{
  public:
    static constexpr Cases cases{"too-high", "too-low"};
    static constexpr Slots slots{"expected", "unit", "limit"};

    explicit Plausible(CheckSource& source)
        : lowest_(source.has("lowest") ? source.number("lowest") : 0),
          highest_(source.has("highest") ? source.number("highest") : unbounded),
          outOfReach_(source.yes("out-of-reach")), units_(otherUnits(source))
    {
    }

    bool canFind(Case which) const override
    {
        return which == cases["too-high"] ? highest_ < unbounded : lowest_ > 0;
    }

    void run(Findings& findings) const override
    {
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (!reading.isNumber() || reading.number <= 0) return; // those are another rule
            if (reading.toConfirm != outOfReach_) return;
            if (reading.number > highest_)
                report(findings, cases["too-high"], field, row, reading.number, highest_);
            else if (reading.number < lowest_)
                report(findings, cases["too-low"], field, row, reading.number, lowest_);
        });
    }

  private:
    static constexpr double unbounded = std::numeric_limits<double>::infinity();

    void report(Findings& findings, Case found, Field field, std::size_t row, double value,
                double limit) const
    {
        const double divisor = findings.table().divisor(field);
        std::vector<Argument> arguments{{slots["limit"], limit}};
        std::optional<Repair> fix;
        for (const OtherUnit& unit : units_) {
            const double likely =
                rounded(found == cases["too-high"] ? value / unit.factor : value * unit.factor);
            if (likely < lowest_ || likely > highest_) continue;
            arguments.push_back({slots["expected"], likely});
            arguments.push_back({slots["unit"], unit.name});
            fix = numberFix(FixDegree::toConfirm, rounded(likely * divisor));
            break;
        }
        if (!fix) {
            arguments.push_back({slots["expected"], limit});
            arguments.push_back({slots["unit"], units_.front().name});
        }
        findings.atCell(*this, found, field, row, std::move(arguments), std::move(fix));
    }

    double lowest_, highest_;
    bool outOfReach_; ///< whether it looks at amounts that are in no figure until somebody confirms them
    std::vector<OtherUnit> units_;
};

const KindOf<Plausible> plausible{"plausible"};

/// An amount whose own unit makes it nothing like the others of its column: "10,8 €" in M€. What the column's
/// unit would make of it is proposed.
class UnitOfColumn : public Check
{
  public:
    static constexpr Cases cases{"contradicts"};
    static constexpr Slots slots{"read", "expected"};

    void run(Findings& findings) const override
    {
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (reading.toConfirm && reading.kind == Reading::Kind::text)
                report(findings, field, row, reading);
        });
    }

  private:
    void report(Findings& findings, Field field, std::size_t row, const Reading& reading) const
    {
        const auto written = parseNumber(findings.table().textOf(reading));
        if (!written) return;
        const double divisor = findings.table().divisor(field);
        double likely = written->value / divisor;
        for (const double scale : {1.0, 1e-3, 1e-6, 1e3})
            if (const double amount = written->value / divisor * scale;
                amount >= lowestLikelyAmount && amount <= highestLikelyAmount)
            {
                likely = amount;
                break;
            }
        findings.atCell(
            *this, cases["contradicts"], field, row,
            {{slots["read"], Argument::Cost{reading.number}}, {slots["expected"], Argument::Cost{likely}}},
            numberFix(FixDegree::toConfirm, rounded(likely * divisor)));
    }
};

const KindOf<UnitOfColumn> unitOfColumn{"unit-of-column"};

/// More decimals than anybody measured. Whole parts of a year (n/12, n/365) are exact durations.
class Decimals : public Check
{
  public:
    static constexpr Cases cases{"too-many"};
    static constexpr Slots slots{"expected", "count"};

    explicit Decimals(CheckSource& source) : limit_(static_cast<int>(source.number("limit")))
    {
        if (source.has("parts"))
            for (const auto& word : attributeWords(source.text("parts"))) {
                const auto part = parseNumber(word);
                if (!part || part->value <= 0) source.refuse("parts", "12 365");
                parts_.push_back(part ? part->value : 1);
            }
    }

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (!reading.isNumber() || reading.decimals <= limit_ || isPart(reading)) return;
            const double inHeaderUnit = reading.number * table.divisor(field);
            const double scale = std::pow(10.0, limit_);
            const double expected = std::round(inHeaderUnit * scale) / scale;
            findings.atCell(*this, cases["too-many"], field, row,
                            {{slots["expected"], expected}, {slots["count"], reading.decimals}},
                            numberFix(FixDegree::toConfirm, expected));
        });
    }

  private:
    bool isPart(const Reading& reading) const
    {
        return std::any_of(parts_.begin(), parts_.end(), [&](double part) {
            const double whole = std::round(reading.number * part) / part;
            return Interval::around(reading.number, std::min<int>(reading.decimals, 12))
                .meets({whole, whole});
        });
    }

    int limit_;
    std::vector<double> parts_;
};

const KindOf<Decimals> decimals{"decimals"};

} // namespace

} // namespace panorama
