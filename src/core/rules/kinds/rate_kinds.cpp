// Kinds that look at rates and at sums of a row: declared against recomputed, means against each other.

#include "core/figures/slippage.hpp"
#include "core/rules/check_kind.hpp"
#include "core/rules/interval.hpp"
#include "core/table/portfolio.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace panorama {

namespace {

bool isCalendar(CheckSource& source)
{
    return source.choice("rate", {"budget", "calendar"}) == 1;
}

/// A rate typed in a sheet must be one that the forecasts beside it may give.
class DeclaredRate : public Check
{
  public:
    static constexpr Cases cases{"differs"};
    static constexpr Slots slots{"expected", "before", "now"};

    explicit DeclaredRate(CheckSource& source)
        : figure_(isCalendar(source) ? RowFigure::calendarRate : RowFigure::budgetRate)
    {
    }

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        for (const Field field : fields) {
            const auto& readings = table.readings(field);
            const int decimals = table.decimals(field);
            for (std::size_t row = 0; row < readings.size(); ++row)
                if (readings[row].isNumber() && looksAt(findings, row))
                    judge(findings, field, row, readings[row], decimals);
        }
    }

  private:
    void judge(Findings& findings, Field field, std::size_t row, const Reading& reading, int decimals) const
    {
        const auto& computed = findings.figures().of(figure_, row);
        if (!computed) return;
        // As precise as its column, or as itself where it says "%".
        const Table& table = findings.table();
        const bool withUnit = table.textOf(reading).find_first_of("%p") != std::string_view::npos;
        const double scale = scaleOf(table, field, row, reading);
        const Interval said = Interval::around(reading.number, withUnit ? reading.decimals : decimals, scale);
        if (said.meets(computed->range)) return;
        // 13.5 where 0.135 is meant: the same rate in percent.
        const Interval asPercent = Interval::around(reading.number / 100, decimals + 2, scale);
        const double unit = asPercent.meets(computed->range) ? 1e4 : 1e3;
        const double expected = std::round(computed->value * unit) / unit;
        const Project project(findings.table(), row);
        findings.atCell(
            *this, cases["differs"], field, row,
            {{slots["expected"], Argument::Share{computed->value}},
             {slots["before"], Argument::Cost{valueOr0(project.initialCost())}},
             {slots["now"], Argument::Cost{valueOr0(project.cost())}}},
            numberFix(FixDegree::toConfirm,
                      std::round(expected / (withUnit ? 1 / table.divisor(field) : scale) * 1e6) / 1e6));
    }

    /// What 1 in the cell stands for: a hundredth where it is read in per cent.
    static double scaleOf(const Table& table, Field field, std::size_t row, const Reading& reading)
    {
        const Place place = table.place(field, row);
        const auto written = parseNumber(table.sheet().text(place));
        const double shown = written ? written->value : table.sheet().number(place);
        return shown != 0 ? reading.number / shown : 1 / table.divisor(field);
    }

    static double valueOr0(const std::optional<ProjectAmount>& amount) { return amount ? amount->value : 0; }

    RowFigure figure_;
};

const KindOf<DeclaredRate> declaredRate{"declared-rate"};

/// A figure may not be higher than another one of its row.
class AtMost : public Check
{
  public:
    static constexpr Cases cases{"above"};
    static constexpr Slots slots{"other", "other-field", "gap"};

    explicit AtMost(CheckSource& source) : other_(source.field("of")) {}

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const auto& others = table.readings(other_);
        if (others.empty()) return;
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            if (!reading.isNumber() || !others[row].isNumber()) return;
            const Interval range = writtenIn(table, field, reading.number);
            const Interval limit = writtenIn(table, other_, others[row].number);
            if (range.low <= limit.high) return;
            findings.atCell(*this, cases["above"], field, row,
                            {{slots["other"], Argument::Cost{others[row].number}},
                             {slots["other-field"], trimmed(table.header(other_))},
                             {slots["gap"], Argument::Cost{reading.number - others[row].number}}});
        });
    }

  private:
    Field other_;
};

const KindOf<AtMost> atMost{"at-most"};

/// A full cost holds two years of maintenance and the payroll beside the construction.
class FullCost : public Check
{
  public:
    static constexpr Cases cases{"without-mco"};
    static constexpr Slots slots{"expected", "mco"};

    explicit FullCost(CheckSource& source)
        : construction_(source.field("construction")), mco_(source.field("mco")),
          payroll_(source.field("payroll"))
    {
    }

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const auto& constructions = table.readings(construction_);
        const auto& maintenances = table.readings(mco_);
        if (constructions.empty() || maintenances.empty()) return;
        eachCell(findings, [&](Field field, std::size_t row, const Reading& cost) {
            if (!cost.isNumber() || !constructions[row].isNumber() || !maintenances[row].isNumber()) return;
            const auto at = [&](Field part) {
                return writtenIn(table, part, table.readings(part)[row].number);
            };
            const Interval full = at(field), construction = at(construction_), mco = at(mco_);
            const auto& payrolls = table.readings(payroll_);
            const bool paid = !payrolls.empty() && payrolls[row].isNumber();
            const double least = construction.low + 2 * mco.low + (paid ? at(payroll_).low : 0);
            if (full.high >= least) return;
            const double expected =
                constructions[row].number + 2 * maintenances[row].number + (paid ? payrolls[row].number : 0);
            findings.atCell(*this, cases["without-mco"], field, row,
                            {{slots["expected"], Argument::Cost{expected}},
                             {slots["mco"], Argument::Cost{maintenances[row].number}}});
        });
    }

  private:
    Field construction_, mco_, payroll_;
};

const KindOf<FullCost> fullCost{"full-cost"};

/// A mean of rates in the sheet must say its method, how many projects it stands on and how many it leaves
/// out.
class RateLine : public Check
{
  public:
    static constexpr Cases cases{"unsaid"};
    static constexpr Slots slots{"rate", "missing"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        for (const auto& column : table.recognised())
            if (std::find(fields.begin(), fields.end(), column.meaning.field) != fields.end())
                for (const auto& line : table.ignored())
                    if (line.why == Table::Ignored::Why::total) judge(findings, column, line.row);
    }

  private:
    void judge(Findings& findings, const Table::Column& column, int row) const
    {
        const Table& table = findings.table();
        const Place place{row, column.column};
        ColumnReader reader(table.sheet(), FieldType::rate, column.meaning.divisor);
        const Reading rate = reader.read(place.column, {row}).front();
        if (!rate.isNumber()) return;
        std::string words;
        for (int other = 0; other < table.sheet().columnCount(); ++other)
            words += " " + fold(table.sheet().text({row, other}));
        std::vector<std::string_view> missing;
        const auto says = [&](std::initializer_list<std::string_view> any) {
            return std::any_of(any.begin(), any.end(),
                               [&](auto word) { return words.find(word) != std::string::npos; });
        };
        if (!says({"agrege", "pondere", "simple", "arithmetique", "taux moyen", "methode"}))
            missing.emplace_back("la méthode");
        const bool counted = words.find_first_of("0123456789") != std::string::npos;
        if (!counted || !says({"projet", " n ", "sur "})) missing.emplace_back("le nombre de projets");
        if (!says({"exclu", "hors ", "sans "})) missing.emplace_back("les projets exclus");
        if (missing.empty()) return;
        findings.atPlace(*this, cases["unsaid"], column.meaning.field, place,
                         {{slots["rate"], Argument::Share{rate.number}},
                          {slots["missing"], fmt::format("{}", fmt::join(missing, ", "))}});
    }
};

const KindOf<RateLine> rateLine{"rate-line"};

/// The mean of the rates and the rate of the sums, far apart: a few large projects decide one of them.
class MeansApart : public Check
{
  public:
    static constexpr Cases cases{"apart"};
    static constexpr Slots slots{"mean", "aggregate", "gap", "top"};

    explicit MeansApart(CheckSource& source) : calendar_(isCalendar(source)), limit_(source.number("limit"))
    {
    }

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const auto field = firstField(table);
        if (!field) return;
        const auto forecasts = calendar_ ? calendarForecasts(table) : budgetForecasts(table);
        const auto mean = portfolioSlippage(forecasts, SlippageMethod::mean);
        const auto aggregate = portfolioSlippage(forecasts, SlippageMethod::aggregated);
        if (!mean.rate || !aggregate.rate || mean.used < 2) return;
        const double gap = std::abs(*mean.rate - *aggregate.rate);
        if (gap <= limit_) return;
        findings.atHeader(*this, cases["apart"], *field,
                          {{slots["mean"], Argument::Share{*mean.rate}},
                           {slots["aggregate"], Argument::Share{*aggregate.rate}},
                           {slots["gap"], Argument::Points{gap * 100}},
                           {slots["top"], topContributors(table, forecasts, *mean.rate)}});
    }

  private:
    /// The three projects whose rates lie farthest from the mean.
    static std::string topContributors(const Table& table, const std::vector<Forecast>& forecasts,
                                       double mean)
    {
        std::vector<std::pair<double, std::size_t>> far;
        for (std::size_t row = 0; row < forecasts.size(); ++row) {
            if (!forecasts[row].isUsed(SlippageMethod::mean)) continue;
            if (const auto rate = slippage(*forecasts[row].initial, *forecasts[row].updated))
                far.emplace_back(-std::abs(*rate - mean), row);
        }
        std::sort(far.begin(), far.end());
        std::vector<std::string> names;
        for (std::size_t i = 0; i < far.size() && i < 3; ++i)
            names.emplace_back(trimmed(table.projectName(far[i].second)));
        return fmt::format("{}", fmt::join(names, ", "));
    }

    bool calendar_;
    double limit_;
};

const KindOf<MeansApart> meansApart{"means-apart"};

} // namespace

} // namespace panorama
