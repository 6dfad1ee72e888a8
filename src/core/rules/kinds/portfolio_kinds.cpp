// Kinds that look at the whole table: headline figures against its rows.

#include "core/figures/exact_sum.hpp"
#include "core/rules/check_kind.hpp"
#include "core/rules/interval.hpp"
#include "core/table/portfolio.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cmath>

namespace panorama {

namespace {

/// The published values of a figure for the edition at hand.
struct Headline
{
    std::vector<EditionTable::Published> values;
    std::string source; ///< of the first one, in French as data
};

Headline headlineOf(const CheckContext& context, std::string_view figureId)
{
    Headline headline;
    const auto figure = context.editions.figure(figureId);
    const auto* edition = context.edition.number ? context.editions.find(*context.edition.number) : nullptr;
    if (!figure || !edition) return headline;
    headline.values = edition->of(*figure);
    if (!headline.values.empty())
        headline.source = context.editions.sources()[headline.values.front().source].name.french;
    return headline;
}

class HeadlineCount : public Check
{
  public:
    static constexpr Cases cases{"differs"};
    static constexpr Slots slots{"published", "count", "withheld", "source"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const Headline headline = headlineOf(findings.context(), "projects");
        if (headline.values.empty() || fields.empty() || !mayBeWholeEdition(table)) return;
        const auto rows = static_cast<double>(table.rowCount());
        const auto agrees = [&](const auto& published) { return published.value == rows; };
        if (std::any_of(headline.values.begin(), headline.values.end(), agrees)) return;
        findings.atHeader(*this, cases["differs"], fields.front(),
                          {{slots["published"], headline.values.front().value},
                           {slots["count"], rows},
                           {slots["withheld"], countWithheld(table)},
                           {slots["source"], headline.source}});
    }
};

const KindOf<HeadlineCount> headlineCount{"headline-count"};

/// The sum of a column as the numbers it may stand for, each written figure being within half of its last
/// decimal.
struct Sum
{
    double value = 0;
    Interval range;
};

template <typename AmountOf>
Sum sumOf(const Table& table, AmountOf amountOf)
{
    ExactSum sum, low, high;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::optional<ProjectAmount> amount = amountOf(Project(table, row));
        if (!amount) continue;
        const Interval range = writtenIn(table, amount->field, amount->value);
        sum.add(amount->value);
        low.add(range.low);
        high.add(range.high);
    }
    return {sum.value(), {low.value(), high.value()}};
}

class HeadlineSum : public Check
{
  public:
    static constexpr Cases cases{"differs"};
    static constexpr Slots slots{"published", "sum", "gap", "withheld", "source"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const auto field = std::find_if(fields.begin(), fields.end(), [&](Field f) { return table.has(f); });
        const Headline headline = headlineOf(findings.context(), "total");
        if (field == fields.end() || headline.values.empty() || !mayBeWholeEdition(table)) return;
        const Sum sum = sumOf(table, [&](const Project& project) {
            return project.isCostWithheld() ? std::nullopt : project.figure(*field);
        });
        const auto agrees = [&](const auto& published) {
            const int decimals = std::max<int>(1, decimalsOf(published.value)); // no headline is in whole Md€
            return Interval::around(published.value * 1000, decimals, 1000).meets(sum.range);
        };
        if (std::any_of(headline.values.begin(), headline.values.end(), agrees)) return;
        const double published = headline.values.front().value;
        findings.atHeader(*this, cases["differs"], *field,
                          {{slots["published"], Argument::Billions{published}},
                           {slots["sum"], Argument::Cost{sum.value}},
                           {slots["gap"], Argument::Cost{published * 1000 - sum.value}},
                           {slots["withheld"], countWithheld(table)},
                           {slots["source"], headline.source}});
    }
};

const KindOf<HeadlineSum> headlineSum{"headline-sum"};

/// A line of totals in the sheet must be the sum of its rows, with or without the withheld ones.
class TotalLine : public Check
{
  public:
    static constexpr Cases cases{"differs"};
    static constexpr Slots slots{"total", "sum", "gap", "withheld"};

    void run(Findings& findings) const override
    {
        for (const auto& column : findings.table().recognised())
            if (std::find(fields.begin(), fields.end(), column.meaning.field) != fields.end())
                for (const auto& line : findings.table().ignored())
                    if (line.why == Table::Ignored::Why::total && saysSum(findings.table(), line.row))
                        judge(findings, column, line.row);
    }

  private:
    void judge(Findings& findings, const Table::Column& column, int row) const
    {
        const Table& table = findings.table();
        const Field field = column.meaning.field;
        const Place place{row, column.column};
        ColumnReader reader(table.sheet(), FieldType::money, column.meaning.divisor);
        const Reading total = reader.read(place.column, {row}).front();
        if (!total.isNumber()) return;
        const Interval said = Interval::around(total.number, total.decimals, 1 / column.meaning.divisor);
        const auto inColumn = [&](const Project& project) -> std::optional<ProjectAmount> {
            const auto number = project.number(field);
            return number ? std::optional(ProjectAmount{*number, field}) : std::nullopt;
        };
        const Sum all = sumOf(table, inColumn),
                  open = sumOf(table, [&](const Project&project) {
                      return project.isCostWithheld() ? std::nullopt : inColumn(project);
                  });
        if (said.meets(open.range) || said.meets(all.range)) return;
        findings.atPlace(*this, cases["differs"], field, place,
                         {{slots["total"], Argument::Cost{total.number}},
                          {slots["sum"], Argument::Cost{open.value}},
                          {slots["gap"], Argument::Cost{total.number - open.value}},
                          {slots["withheld"], countWithheld(table)}});
    }

    /// "Total" is a sum of all rows above; "Sous-total" and "Moyenne" are not.
    static bool saysSum(const Table& table, int row)
    {
        for (int column = 0; column < table.sheet().columnCount(); ++column) {
            const std::string key = fold(table.sheet().text({row, column}));
            if (key == "total" || key == "totaux" || key == "somme" || key == "ensemble" ||
                key.starts_with("total general"))
                return true;
        }
        return false;
    }
};

const KindOf<TotalLine> totalLine{"total-line"};

class WithheldShare : public Check
{
  public:
    static constexpr Cases cases{"share"};
    static constexpr Slots slots{"count", "total", "share", "limit"};

    explicit WithheldShare(CheckSource& source) : limit_(source.number("limit")) {}

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const auto field = std::find_if(fields.begin(), fields.end(), [&](Field f) { return table.has(f); });
        if (field == fields.end() || table.rowCount() == 0) return;
        const auto withheld = static_cast<double>(countWithheld(table));
        const auto total = static_cast<double>(table.rowCount());
        if (withheld / total <= limit_) return;
        findings.atHeader(*this, cases["share"], *field,
                          {{slots["count"], withheld},
                           {slots["total"], total},
                           {slots["share"], Argument::Share{withheld / total}},
                           {slots["limit"], Argument::Share{limit_}}});
    }

  private:
    double limit_;
};

const KindOf<WithheldShare> withheldShare{"withheld-share"};

} // namespace

} // namespace panorama
