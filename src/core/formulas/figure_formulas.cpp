#include "core/formulas/figure_formulas.hpp"

#include "core/data/text.hpp"
#include "core/formulas/table_formulas.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <algorithm>
#include <filesystem>

namespace panorama {

namespace {

constexpr Text figureBudgetAggregated{"Glissement budgétaire agrégé", "Aggregated budget slippage"};
constexpr Text figureCalendarAggregated{"Glissement calendaire agrégé", "Aggregated calendar slippage"};
constexpr Text globalBasis{"moyenne des taux moyens : budgétaire {} (n = {}), calendaire {} (n = {})",
                           "mean of the mean rates: budget {} (n = {}), calendar {} (n = {})"};
constexpr Text figureTargetGap{"Écart du taux global à la cible", "Gap of the global rate to the target"};
constexpr Text targetBasis{"cible : {} fin {}", "target: {} by the end of {}"};
constexpr Text figureTotalChange{"Évolution du coût total (M€)", "Change of the total cost (M€)"};
constexpr Text figureBudgetChange{"Évolution du glissement budgétaire moyen",
                                  "Change of the mean budget slippage"};
constexpr Text figureCalendarChange{"Évolution du glissement calendaire moyen",
                                    "Change of the mean calendar slippage"};
constexpr Text changeFromTo{"de {} à {}", "from {} to {}"};
constexpr Text figureBudgetParts{"Décomposition de l’évolution du glissement budgétaire",
                                 "Parts of the change of the budget slippage"};
constexpr Text figureCalendarParts{"Décomposition de l’évolution du glissement calendaire",
                                   "Parts of the change of the calendar slippage"};
constexpr Text changeParts{"projets communs {}, sortants {}, entrants {}",
                           "common projects {}, leaving {}, entering {}"};
constexpr Text partsBasis{"méthode « {} », les trois parts s’additionnent",
                          "method “{}”, the three parts add up"};
constexpr Text figureRenewal{"Renouvellement", "Renewal"};
constexpr Text renewalBasis{"entrants : {} sur {}", "entering: {} of {}"};
constexpr Text renamesOpen{"renommages à confirmer, non comptés : {}",
                           "renamings to confirm, not counted: {}"};
constexpr Text publishedFigure{"Publié, édition {} : {}", "Published, edition {}: {}"};
constexpr Text publishedAlone{"source : {}", "source: {}"};
constexpr Text publishedBeside{"source : {} ; recalculé : {}", "source: {}; recomputed: {}"};

using Format = LiveFigure::Format;

std::string signedNumber(double value, int fewest, int most, Language language)
{
    const std::string number = shownNumber(value, fewest, most, language);
    const bool zero = number.find_first_of("123456789") == std::string::npos; // as it is shown
    return value > 0 && !zero ? "+" + number : number;
}

std::string signedPoints(double points, Language language)
{
    return say(vocabulary::points, language, signedNumber(points, 1, 2, language));
}

class FigureList
{
  public:
    FigureList(const CheckedTable& checked, const EditionTable& editions, Language language)
        : checked_(checked), editions_(editions), now_(checked.table, editions), language_(language)
    {
    }

    void addPortfolio();
    void addRates();
    void addChanges(const EditionComparison& comparison, const Table* earlier);
    void addPublished();
    std::vector<LiveFigure> take() { return std::move(figures_); }

  private:
    /// What an edition before said, and the formulas of its table where they can be reached.
    struct Since
    {
        const EditionComparison& comparison;
        const TableFormulas* earlier;
    };

    std::string_view word(const Text& which) const { return which.in(language_); }
    void add(std::string_view label, std::string value, std::string basis,
             const std::optional<Formula>& formula, Format format);
    void addCount(const Text& label, std::size_t count, const std::optional<Formula>& formula = {});
    void addRate(const Text& label, Slippage which, SlippageMethod method);
    void addGlobal();
    void addTargetGap(double rate, const std::optional<Formula>& formula);
    void addTotalChange(const Since& since);
    void addRateChange(const Since& since, Slippage which);
    void addBreakdown(const Since& since, Slippage which);
    void addRenewal(const Since& since);
    void addPublished(const EditionTable::Edition& edition, std::string_view figure, Format format,
                      const std::optional<double>& recomputed);
    std::string sinceWords(const Since& since, const std::string& change, std::string_view figure) const;
    std::string shownAs(Format format, double value) const;
    std::string over(std::size_t projects) const
    {
        return say(vocabulary::overProjects, language_, shownProjects(projects, language_));
    }

    const CheckedTable& checked_;
    const EditionTable& editions_;
    TableFormulas now_;
    Language language_;
    std::vector<LiveFigure> figures_;
};

void FigureList::add(std::string_view label, std::string value, std::string basis,
                     const std::optional<Formula>& formula, Format format)
{
    figures_.push_back({.shown = {std::string(label), std::move(value), std::move(basis)},
                        .formula = formula ? "=" + formula->text : std::string(),
                        .format = format});
}

void FigureList::addCount(const Text& label, std::size_t count, const std::optional<Formula>& formula)
{
    add(word(label), shownAs(Format::count, static_cast<double>(count)), {}, formula, Format::count);
}

std::string FigureList::shownAs(Format format, double value) const
{
    switch (format) {
    case Format::amount: return shownNumber(value, 2, 2, language_);
    case Format::years: return shownNumber(value, 1, 2, language_);
    case Format::percent: return shownPercent(value, language_);
    case Format::points: return signedPoints(value, language_);
    case Format::count: break;
    }
    return shownNumber(value, 0, 0, language_);
}

void FigureList::addPortfolio()
{
    const PortfolioFigures& figures = now_.figures();
    addCount(vocabulary::projects, figures.projects, now_.projects());
    if (figures.interministerial)
        addCount(vocabulary::interministerialProjects, *figures.interministerial, now_.interministerial());
    if (costField(checked_.table))
        add(word(vocabulary::totalCost),
            figures.total ? shownAs(Format::amount, *figures.total) : say(vocabulary::unknown, language_),
            over(figures.costsCounted), now_.total(), Format::amount);
    if (figures.meanDuration)
        add(word(vocabulary::meanDuration), shownAs(Format::years, *figures.meanDuration),
            over(figures.durationsCounted), now_.meanDuration(), Format::years);
    if (!costField(checked_.table)) return;
    addCount(vocabulary::projectsWithheld, figures.withheld);
    if (figures.costsMissing > 0) addCount(vocabulary::projectsWithoutCost, figures.costsMissing);
}

void FigureList::addRates()
{
    addRate(vocabulary::meanBudgetSlippage, Slippage::budget, SlippageMethod::mean);
    addRate(figureBudgetAggregated, Slippage::budget, SlippageMethod::aggregated);
    addRate(vocabulary::meanCalendarSlippage, Slippage::calendar, SlippageMethod::mean);
    addRate(figureCalendarAggregated, Slippage::calendar, SlippageMethod::aggregated);
    addGlobal();
}

void FigureList::addRate(const Text& label, Slippage which, SlippageMethod method)
{
    const auto& slippage = now_.slippage(which, method);
    if (!slippage) return;
    add(word(label),
        slippage->rate ? shownPercent(*slippage->rate, language_) : say(vocabulary::unknown, language_),
        say(vocabulary::usedAndExcluded, language_, nameOf(method), slippage->used,
            shownProjects(slippage->used + slippage->excluded, language_), slippage->excluded),
        now_.rate(which, method), Format::percent);
}

void FigureList::addGlobal()
{
    const auto& budget = now_.slippage(Slippage::budget, SlippageMethod::mean);
    const auto& calendar = now_.slippage(Slippage::calendar, SlippageMethod::mean);
    if (!budget || !calendar || !budget->rate || !calendar->rate) return;
    const double rate = globalSlippage(*budget->rate, *calendar->rate);
    const auto formula = now_.globalRate();
    add(word(vocabulary::globalRate), shownPercent(rate, language_),
        say(globalBasis, language_, shownPercent(*budget->rate, language_), budget->used,
            shownPercent(*calendar->rate, language_), calendar->used),
        formula, Format::percent);
    addTargetGap(rate, formula);
}

void FigureList::addTargetGap(double rate, const std::optional<Formula>& formula)
{
    const auto& month = checked_.edition.month;
    const auto target = month ? editions_.target(month->year()) : std::nullopt;
    if (!target) return;
    const double gap = pointsBetween(*target, rate);
    const auto gapFormula =
        formula ? ifGives(call("targetGap", {*formula, literal(*month)}, editions_), gap) : std::nullopt;
    add(word(figureTargetGap), signedPoints(gap, language_),
        say(targetBasis, language_, shownPercent(*target, language_), static_cast<int>(month->year())),
        gapFormula, Format::points);
}

void FigureList::addChanges(const EditionComparison& comparison, const Table* earlier)
{
    std::optional<TableFormulas> formulas;
    if (earlier) formulas.emplace(*earlier, editions_);
    const Since since{comparison, formulas ? &*formulas : nullptr};
    addTotalChange(since);
    addRateChange(since, Slippage::budget);
    addRateChange(since, Slippage::calendar);
    addBreakdown(since, Slippage::budget);
    addBreakdown(since, Slippage::calendar);
    addRenewal(since);
}

/// The change, the edition it is a change from, and the breaks that make the figure compare badly.
std::string FigureList::sinceWords(const Since& since, const std::string& change,
                                   std::string_view figure) const
{
    // A sheet's name, or a file's, of which the folder says nothing to the reader.
    const auto name = std::filesystem::path(since.comparison.previousFile).filename().string();
    std::string words = say(vocabulary::comparedWith, language_, name);
    if (!change.empty()) words = change + say(vocabulary::semicolon, language_) + words;
    for (const auto& found : since.comparison.breaks)
        if (std::find(found.figures.begin(), found.figures.end(), figure) != found.figures.end())
            words += say(vocabulary::semicolon, language_) +
                     say(vocabulary::acrossBreak, language_, found.reason.in(language_));
    return words;
}

void FigureList::addTotalChange(const Since& since)
{
    const auto &before = since.comparison.totalBefore, &now = since.comparison.totalNow;
    if (!before || !now) return;
    const auto formula = now_.total();
    auto earlier = since.earlier ? since.earlier->total() : std::nullopt;
    if (!earlier) earlier = literal(*before);
    add(word(figureTotalChange), signedNumber(*now - *before, 2, 2, language_),
        sinceWords(
            since,
            say(changeFromTo, language_, shownAs(Format::amount, *before), shownAs(Format::amount, *now)),
            "total"),
        formula ? ifGives(difference(*formula, *earlier), *now - *before) : std::nullopt, Format::amount);
}

void FigureList::addRateChange(const Since& since, Slippage which)
{
    const bool budget = which == Slippage::budget;
    const auto& before = budget ? since.comparison.budgetBefore : since.comparison.calendarBefore;
    const auto& now = budget ? since.comparison.budgetNow : since.comparison.calendarNow;
    if (!before || !now) return;
    const auto formula = now_.rate(which, SlippageMethod::mean);
    auto earlier = since.earlier ? since.earlier->rate(which, SlippageMethod::mean) : std::nullopt;
    if (!earlier) earlier = literal(*before);
    const double points = pointsBetween(*before, *now);
    add(word(budget ? figureBudgetChange : figureCalendarChange), signedPoints(points, language_),
        sinceWords(
            since,
            say(changeFromTo, language_, shownPercent(*before, language_), shownPercent(*now, language_)),
            budget ? "budget" : "calendar"),
        formula ? ifGives(call("editionDelta", {*earlier, *formula}, editions_), points) : std::nullopt,
        Format::points);
}

void FigureList::addBreakdown(const Since& since, Slippage which)
{
    const bool budget = which == Slippage::budget;
    const auto& parts = budget ? since.comparison.budget : since.comparison.calendar;
    if (!parts) return;
    add(word(budget ? figureBudgetParts : figureCalendarParts),
        say(changeParts, language_, signedPoints(parts->common, language_),
            signedPoints(parts->leaving, language_), signedPoints(parts->entering, language_)),
        sinceWords(since, say(partsBasis, language_, nameOf(SlippageMethod::mean)),
                   budget ? "budget" : "calendar"),
        since.earlier ? now_.breakdownSince(*since.earlier, which, *parts) : std::nullopt, Format::points);
    figures_.back().rows = 4;
    figures_.back().columns = 2;
}

void FigureList::addRenewal(const Since& since)
{
    const std::size_t projects = checked_.table.rowCount(), entering = since.comparison.entering.size();
    if (projects == 0) return;
    const double share = static_cast<double>(entering) / static_cast<double>(projects);
    std::string counts = say(renewalBasis, language_, entering, shownProjects(projects, language_));
    const auto open = std::count_if(since.comparison.candidates.begin(), since.comparison.candidates.end(),
                                    [](const auto& c) { return c.kind != Proposal::Kind::successor; });
    if (open > 0) counts += ", " + say(renamesOpen, language_, open);
    add(word(figureRenewal), shownPercent(share, language_), sinceWords(since, counts, "projects"),
        since.earlier ? now_.renewalSince(*since.earlier, share) : std::nullopt, Format::percent);
}

void FigureList::addPublished()
{
    const auto& number = checked_.edition.number;
    const auto* edition = number ? editions_.find(*number) : nullptr;
    if (!edition || checked_.table.role() != LayoutRole::projects || !mayBeWholeEdition(checked_.table))
        return;
    const PortfolioFigures& figures = now_.figures();
    const auto countOf = [](const std::optional<std::size_t>& count) {
        return count ? std::optional(static_cast<double>(*count)) : std::nullopt;
    };
    const auto rateOf = [&](Slippage which) {
        const auto& slippage = now_.slippage(which, SlippageMethod::mean);
        return slippage && slippage->rate ? std::optional(*slippage->rate) : std::nullopt;
    };
    addPublished(*edition, "projects", Format::count, countOf(figures.projects));
    addPublished(*edition, "interministerial", Format::count, countOf(figures.interministerial));
    addPublished(*edition, "total", Format::amount, figures.total);
    addPublished(*edition, "mean_duration", Format::years, figures.meanDuration);
    addPublished(*edition, "budget", Format::percent, rateOf(Slippage::budget));
    addPublished(*edition, "calendar", Format::percent, rateOf(Slippage::calendar));
}

/// Once where the sources agree; once for each source where they contradict each other.
void FigureList::addPublished(const EditionTable::Edition& edition, std::string_view figure, Format format,
                              const std::optional<double>& recomputed)
{
    const auto index = editions_.figure(figure);
    if (!index) return;
    const auto& kind = editions_.figures()[*index];
    const double unit = kind.unit == EditionTable::Unit::billion ? 1000 : 1; // of Md€, in M€
    const auto values = edition.of(*index);
    const bool agreed = edition.agreed(*index).has_value();
    for (const auto& published : values) {
        if (agreed && &published != values.data()) break;
        std::string sources;
        for (const auto& other : values)
            if (agreed || &other == &published)
                sources +=
                    (sources.empty() ? "" : ", ") + editions_.sources()[other.source].name.in(language_);
        std::vector<Formula> arguments{literal(edition.number), literal(kind.name.french)};
        if (!agreed) arguments.push_back(literal(editions_.sources()[published.source].name.french));
        const double value = published.value * unit;
        const auto formula = ifGives(dividedBy(call("editionFigure", arguments, editions_), 1 / unit), value);
        add(say(publishedFigure, language_, edition.number, kind.name.in(language_)), shownAs(format, value),
            recomputed ? say(publishedBeside, language_, sources, shownAs(format, *recomputed))
                       : say(publishedAlone, language_, sources),
            formula, format);
    }
}

} // namespace

const Table* earlierInWorkbook(const CheckedWorkbook& workbook, const CheckedTable& checked)
{
    if (!checked.earlier) return nullptr;
    const Table* earlier = &checked.earlier->table;
    const bool here = std::any_of(workbook.tables().begin(), workbook.tables().end(),
                                  [&](const CheckedTable& other) { return &other.table == earlier; });
    return here ? earlier : nullptr;
}

std::vector<LiveFigure> liveFigures(const CheckedTable& checked, const EditionComparison* comparison,
                                    const Table* earlier, const EditionTable& editions, Language language)
{
    FigureList list(checked, editions, language);
    list.addPortfolio();
    list.addRates();
    if (comparison) list.addChanges(*comparison, earlier);
    list.addPublished();
    return list.take();
}

} // namespace panorama
