// The kind that holds the figures quoted in a workbook's sentences against the table.

#include "core/rules/check_kind.hpp"
#include "core/rules/interval.hpp"
#include "core/table/portfolio.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <re2/re2.h>

namespace panorama {

namespace {

/// A sentence about the portfolio, in a cell of any sheet.
struct Sentence
{
    std::string_view text;
    Place place;
    const Sheet* sheet;
};

class QuotedFigures : public Check
{
  public:
    static constexpr Cases cases{"figure", "trend", "record"};
    static constexpr Slots slots{"quoted", "computed", "text", "cell"};

    void run(Findings& findings) const override
    {
        const auto field = firstField(findings.table());
        if (!field) return;
        const PortfolioFigures figures = portfolioFigures(findings.table());
        for (const Sheet& sheet : findings.context().sheets)
            for (int row = 0; row < std::min(sheet.rowCount(), mostRows); ++row)
                for (int column = 0; column < sheet.columnCount(); ++column) {
                    const Place place{row, column};
                    if (sheet.kind(place) != CellKind::text || isInTable(findings.table(), sheet, place))
                        continue;
                    judge(findings, *field, figures, {sheet.text(place), place, &sheet});
                }
    }

  private:
    // Press notes stand beside a portfolio, not below a hundred thousand rows.
    static constexpr int mostRows = 500;

    static bool isInTable(const Table& table, const Sheet& sheet, Place place)
    {
        return &sheet == &table.sheet() && place.row >= table.headerRow() &&
               (table.rowCount() == 0 || place.row <= table.place(Field::name, table.rowCount() - 1).row);
    }

    void judge(Findings& findings, Field field, const PortfolioFigures& figures,
               const Sentence& sentence) const
    {
        static const re2::RE2 budget("(?i)budg[^.]{0,60}?([0-9]+(?:[.,][0-9]+)?)[ \xC2\xA0\xE2\x80\xAF]*%");
        static const re2::RE2 calendar(
            "(?i)calend[^.]{0,60}?([0-9]+(?:[.,][0-9]+)?)[ \xC2\xA0\xE2\x80\xAF]*%");
        static const re2::RE2 total(
            "(?i)([0-9]+(?:[.,][0-9]+)?)[ \xC2\xA0\xE2\x80\xAF]*(?:md ?€|milliards? d.{1,3}euros)");
        static const re2::RE2 years(
            "(?i)dur[ée]e moyenne[^.]{0,40}?([0-9]+(?:[.,][0-9]+)?)[ \xC2\xA0\xE2\x80\xAF]*ans");
        static const re2::RE2 count("(?i)(?:compte|suit|porte sur|panorama "
                                    "de|comprend)[^.0-9]{0,30}([0-9]+)[ \xC2\xA0]*(?:grands )?projets");
        if (sentence.text.size() > 4000) return;
        const auto rate = [](const std::optional<PortfolioSlippage>& slippage) {
            return slippage && slippage->rate ? std::optional(*slippage->rate * 100) : std::nullopt;
        };
        compare(findings, field, sentence, budget, rate(figures.budget), " %");
        compare(findings, field, sentence, calendar, rate(figures.calendar), " %");
        compare(findings, field, sentence, total,
                figures.total ? std::optional(*figures.total / 1000) : std::nullopt, " Md€");
        compare(findings, field, sentence, years, figures.meanDuration, " ans");
        compare(findings, field, sentence, count, static_cast<double>(figures.projects), " projets");
        judgeRecord(findings, field, figures, sentence);
        judgeTrend(findings, field, figures, sentence);
    }

    void compare(Findings& findings, Field field, const Sentence& sentence, const re2::RE2& pattern,
                 std::optional<double> computed, const char* unit) const
    {
        std::string quoted;
        if (!computed || !re2::RE2::PartialMatch(re2::StringPiece(sentence.text.data(), sentence.text.size()),
                                                 pattern, &quoted))
            return;
        const auto said = parseNumber(quoted);
        if (!said || Interval::around(said->value, said->decimals).meets({*computed, *computed})) return;
        const double scale = std::pow(10.0, std::max(said->decimals, 1));
        report(findings, cases["figure"], field, sentence, quoted + unit,
               fmt::format("{}{}", std::round(*computed * scale) / scale, unit));
    }

    /// "au plus bas depuis": no known edition since the one named may be lower.
    void judgeRecord(Findings& findings, Field field, const PortfolioFigures& figures,
                     const Sentence& sentence) const
    {
        static const re2::RE2 words(
            "(?i)(au plus bas|plus bas niveau|jamais [ée]t[ée] aussi (?:bas|faible))");
        std::string quoted;
        const re2::StringPiece text(sentence.text.data(), sentence.text.size());
        if (!re2::RE2::PartialMatch(text, words, &quoted)) return;
        const bool calendar = fold(sentence.text).find("calendaire") != std::string::npos;
        const auto& slippage = calendar ? figures.calendar : figures.budget;
        const CheckContext& context = findings.context();
        const auto kind = context.editions.figure(calendar ? "calendar" : "budget");
        if (!slippage || !slippage->rate || !kind || !context.edition.month) return;
        for (const auto& edition : context.editions.editions()) {
            const auto value = edition.agreed(*kind);
            if (!value || edition.date >= *context.edition.month || *value >= *slippage->rate) continue;
            return report(findings, cases["record"], field, sentence, quoted,
                          fmt::format("{} % ({:02}/{})", std::round(*value * 1000) / 10,
                                      static_cast<unsigned>(edition.date.month()),
                                      static_cast<int>(edition.date.year())));
        }
    }

    /// "en baisse de 14,9 points" against the edition before.
    void judgeTrend(Findings& findings, Field field, const PortfolioFigures& figures,
                    const Sentence& sentence) const
    {
        static const re2::RE2 words("(?i)en (baisse|hausse) de ([0-9]+(?:[.,][0-9]+)?) points?");
        std::string direction, quoted;
        const re2::StringPiece text(sentence.text.data(), sentence.text.size());
        const auto* earlier = findings.context().earlier;
        if (!earlier || !re2::RE2::PartialMatch(text, words, &direction, &quoted)) return;
        const PortfolioFigures before = portfolioFigures(earlier->table);
        const bool calendar = fold(sentence.text).find("calendaire") != std::string::npos;
        const auto &now = calendar ? figures.calendar : figures.budget,
                   &then = calendar ? before.calendar : before.budget;
        const auto said = parseNumber(quoted);
        if (!now || !then || !now->rate || !then->rate || !said) return;
        const double points = pointsBetween(*then->rate, *now->rate);
        const double stated = fold(direction) == "baisse" ? -said->value : said->value;
        if (Interval::around(stated, said->decimals).meets({points, points})) return;
        report(findings, cases["trend"], field, sentence, "en " + direction + " de " + quoted + " points",
               fmt::format("{:+} points", std::round(points * 10) / 10));
    }

    void report(Findings& findings, Case found, Field field, const Sentence& sentence,
                std::string_view quoted, std::string computed) const
    {
        for (std::size_t at = computed.find('.'); at != std::string::npos; at = computed.find('.', at))
            computed[at] = ',';
        std::vector<Argument> arguments{{slots["quoted"], quoted},
                                        {slots["computed"], computed},
                                        {slots["text"], sentence.text},
                                        {slots["cell"], sentence.sheet->name() + "." + a1(sentence.place)}};
        const std::string subject = std::string(quoted) + a1(sentence.place) + sentence.sheet->name();
        if (sentence.sheet == &findings.table().sheet())
            findings.atPlace(*this, found, field, sentence.place, std::move(arguments), {}, subject);
        else
            findings.atHeader(*this, found, field, std::move(arguments), subject);
    }
};

const KindOf<QuotedFigures> quotedFigures{"quoted-figures"};

} // namespace

} // namespace panorama
