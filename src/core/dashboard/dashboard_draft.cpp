#include "core/dashboard/dashboard_draft.hpp"

#include "core/dashboard/dashboard_words.hpp"
#include "core/dashboard/edition_history.hpp"
#include "core/dashboard/project_counts.hpp"
#include "core/dashboard/project_formulas.hpp"
#include "core/live/figure_formulas.hpp"
#include "core/live/table_formulas.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace panorama {

namespace {

namespace say = dashboard_words;

// The columns of the projects' list; the tables of counts have the first two.
constexpr int labelColumn = 0, valueColumn = 1, bandColumn = 1, durationColumn = 2, budgetColumn = 3,
              calendarColumn = 4;
// All stands in what a small screen shows beside the sidebar, about 27 cm.
constexpr int basisColumn = 6; ///< of the key figures
constexpr int chartColumn = valueColumn + 1, lastColumn = 7;
constexpr double labelWidth = 8, bandWidth = 3.6, columnWidth = 2.5;
constexpr int chartRows = 16;         ///< the least height of a chart
constexpr std::size_t mostKinds = 14; ///< of ministries and zones

/// One part below the other: charts beside small tables, above long ones.
class DashboardDrafter
{
  public:
    DashboardDrafter(const CheckedWorkbook& workbook, const CheckedTable& checked, const RuleBook& book,
                     Language language)
        : checked_(checked), table_(checked.table), book_(book), language_(language),
          now_(checked.table, book.editions()), each_(checked.table)
    {
        if (const Table* earlier = earlierInWorkbook(workbook, checked))
            earlier_.emplace(*earlier, book.editions());
        published_ = publishedBefore();
    }

    SheetDraft draft()
    {
        draft_.name = words(say::title);
        draft_.widths.assign(lastColumn + 1, columnWidth);
        draft_.widths[labelColumn] = labelWidth;
        draft_.widths[bandColumn] = bandWidth;
        add({textCell(words(say::title), Look::title)});
        add({textCell(fmt::format(fmt::runtime(words(say::about)), table_.sheet().name()), Look::note)});
        addMissingRows();
        addKeyFigures();
        addBands();
        addCounts(say::byPhase, projectsByPhase(table_, book_.nomenclatures(), words(say::others)),
                  DraftChart::Kind::columns);
        addCounts(say::byMinistry, projectsByText(table_, ministryField(), mostKinds, words(say::others)),
                  DraftChart::Kind::bars);
        addCounts(say::byZone, projectsByText(table_, "zone", mostKinds, words(say::others)),
                  DraftChart::Kind::bars);
        addProjects();
        completeBands();
        completeKeyFigures();
        addHistory();
        return std::move(draft_);
    }

  private:
    using Cells = std::vector<DraftCell>;
    const std::string& words(const Bilingual& text) const { return text.in(language_); }
    int row() const { return static_cast<int>(draft_.rows.size()); }
    void add(Cells cells) { draft_.rows.push_back(std::move(cells)); }
    void addHeading(const Bilingual& title) { add({textCell(words(title), Look::label)}); }
    static DraftCell wrapped(std::string_view text, Look look)
    {
        DraftCell cell = textCell(text, look);
        cell.wraps = true;
        return cell;
    }
    static DraftCell live(const std::optional<Formula>& formula, NumberForm form)
    {
        return formula ? formulaCell("=" + formula->text, form) : DraftCell{};
    }
    Formula function(std::string_view name, const std::vector<Formula>& arguments) const
    {
        return call(name, arguments, book_.editions());
    }

    /// The list of the projects does not grow with the sheet: where it differs, the dashboard says so.
    void addMissingRows()
    {
        const auto projects = now_.projects();
        add({projects ? formulaCell(fmt::format("=IF({}={};\"\";{})", projects->text, table_.rowCount(),
                                                literal(words(say::outdated)).text),
                                    NumberForm::general, Look::label)
                      : DraftCell{}});
    }

    /// Rows are added below a chart until it is covered.
    void endBelow(int chartEnd)
    {
        while (row() <= chartEnd)
            add({});
        add({});
    }

    const char* ministryField() const { return table_.has("ministry") ? "ministry" : "ministry_name"; }

    /// The published edition that comes before the table's, where the workbook does not hold one. A
    /// ministry's share has no change since the whole.
    const EditionTable::Edition* publishedBefore() const
    {
        if (earlier_ || !mayBeWholeEdition(table_)) return nullptr;
        const EditionTable::Edition* last = nullptr;
        for (const auto& edition : book_.editions().editions()) {
            const bool before = checked_.edition.number  ? edition.number < *checked_.edition.number
                                : checked_.edition.month ? edition.date < *checked_.edition.month
                                                         : true;
            if (before) last = &edition;
        }
        return last;
    }

    // ---- key figures

    struct KeyFigure
    {
        const Bilingual& label;
        std::optional<Formula> now, before;
        NumberForm form;
        bool known;            ///< whether the table tells it
        const char* published; ///< the figure's name in editions.xml
        double publishedUnit;  ///< what a published value is multiplied by
    };

    std::optional<Formula> earlier(std::optional<Formula> (TableFormulas::*figure)() const) const
    {
        return earlier_ ? ((*earlier_).*figure)() : std::nullopt;
    }

    std::vector<KeyFigure> keyFigures() const
    {
        const auto rate = [&](Slippage which) { return now_.rate(which, SlippageMethod::mean); };
        const auto rateBefore = [&](Slippage which) {
            return earlier_ ? earlier_->rate(which, SlippageMethod::mean) : std::nullopt;
        };
        const PortfolioFigures& figures = now_.figures();
        const bool budget = hasRate(figures.budget), calendar = hasRate(figures.calendar);
        using F = TableFormulas;
        return {
            {say::projects, now_.projects(), earlier(&F::projects), NumberForm::count, true, "projects", 1},
            {say::interministerial, now_.interministerial(), earlier(&F::interministerial), NumberForm::count,
             figures.interministerial.has_value(), "interministerial", 1},
            {say::total, now_.total(), earlier(&F::total), NumberForm::amount, figures.total.has_value(),
             "total", 1000},
            {say::duration, now_.meanDuration(), earlier(&F::meanDuration), NumberForm::years,
             figures.meanDuration.has_value(), "mean_duration", 1},
            {say::budget, rate(Slippage::budget), rateBefore(Slippage::budget), NumberForm::percent, budget,
             "budget", 1},
            {say::calendar, rate(Slippage::calendar), rateBefore(Slippage::calendar), NumberForm::percent,
             calendar, "calendar", 1},
            {say::global, now_.globalRate(), earlier(&F::globalRate), NumberForm::percent, budget && calendar,
             "", 1}};
    }

    void addKeyFigures()
    {
        const std::string before =
            published_ ? fmt::format(fmt::runtime(words(say::beforePublished)), published_->number)
                       : words(say::before);
        Cells labels;
        for (const std::string& label : {words(say::keyFigures), words(say::now), before, words(say::change),
                                         words(say::target), words(say::gap), words(say::basis)})
            labels.push_back(wrapped(label, Look::heading));
        add(std::move(labels));
        for (const KeyFigure& figure : keyFigures())
            addKeyFigure(figure);
        addBreaks();
        if (!earlier_ && !mayBeWholeEdition(table_)) add({textCell(words(say::onlyAShare), Look::note)});
        add({});
    }

    /// What makes the changes compare badly is said below them.
    void addBreaks()
    {
        std::optional<int> before;
        if (published_)
            before = published_->number;
        else if (checked_.earlier)
            before = checked_.earlier->edition.number;
        const auto& editions = book_.editions().editions();
        if (!before || editions.empty()) return;
        const int now = checked_.edition.number.value_or(editions.back().number + 1);
        for (const auto& found : book_.editions().breaksBetween(*before, now))
            add({textCell(fmt::format(fmt::runtime(words(say::breakBetween)), found.reason.in(language_)),
                          Look::note)});
    }

    void addKeyFigure(const KeyFigure& figure)
    {
        const auto cellOf = [&](int column) { return a1({row(), column}); };
        Cells cells{textCell(words(figure.label), Look::label), live(figure.now, figure.form),
                    figure.before ? live(figure.before, figure.form) : publishedFigure(figure)};
        const bool before = cells.back().kind != DraftCell::Kind::empty;
        if (!figure.now && !figure.known && !before) return; // nothing is known of it
        figureRows_[&figure.label] = row();
        if (before && (figure.now || figure.known)) {
            const bool rate = figure.form == NumberForm::percent;
            const std::string formula =
                rate ? callInFiles("editionDelta", {cellOf(2), cellOf(1)}) : cellOf(1) + "-" + cellOf(2);
            // An empty cell would count as 0, and the whole figure before as the change.
            cells.push_back(formulaCell(
                fmt::format("=IF(COUNT({};{})=2;IFERROR({};\"\");\"\")", cellOf(1), cellOf(2), formula),
                rate ? NumberForm::points : figure.form));
        } else {
            cells.emplace_back();
        }
        if (&figure.label == &say::global) addTarget(cells);
        add(std::move(cells));
    }

    /// Contradictory sources give nothing rather than one of them.
    DraftCell publishedFigure(const KeyFigure& figure) const
    {
        if (!published_) return {};
        const auto one = [&](std::string_view name) {
            return function("editionFigure", {literal(double(published_->number)), literal(nameOf(name))})
                .text;
        };
        std::string formula = figure.published[0]
                                  ? one(figure.published)
                                  : callInFiles("globalSlippage", {one("budget"), one("calendar")});
        if (figure.publishedUnit != 1) formula += fmt::format("*{}", figure.publishedUnit);
        return formulaCell("=IFERROR(" + formula + ";" + literal(words(say::notPublished)).text + ")",
                           figure.form);
    }

    std::string nameOf(std::string_view figure) const
    {
        const auto index = book_.editions().figure(figure);
        return index ? book_.editions().figures()[*index].name.french : std::string(figure);
    }

    /// The gap of a rate of nothing is the target itself.
    void addTarget(Cells& cells) const
    {
        if (!checked_.edition.month) return;
        const std::string rate = a1({row(), 1}), month = literal(*checked_.edition.month).text;
        cells.push_back(formulaCell("=IFERROR(-" + callInFiles("targetGap", {"0", month}) + "/100;" +
                                        literal(words(say::noTarget)).text + ")",
                                    NumberForm::percent));
        cells.push_back(formulaCell("=IF(ISNUMBER(" + rate + ");IFERROR(" +
                                        callInFiles("targetGap", {rate, month}) + ";\"\");\"\")",
                                    NumberForm::points));
    }

    // ---- counts

    void addCounts(const Bilingual& title, const std::vector<CountedKind>& kinds, DraftChart::Kind form)
    {
        if (kinds.empty()) return;
        addHeading(title);
        const int first = row();
        add({textCell(words(say::kind), Look::heading), textCell(words(say::projects), Look::heading)});
        for (const CountedKind& kind : kinds) {
            add({textCell(kind.label), formulaCell(kind.formula, NumberForm::count)});
            draft_.rows.back().front().wraps = true; // ministries have long names
        }
        const int bottom = first - 1 + chartHeight(form, kinds.size());
        draft_.charts.push_back({.kind = form,
                                 .title = words(title),
                                 .data = {{first, labelColumn, row() - 1, valueColumn}},
                                 .place = {first - 1, chartColumn, bottom, lastColumn},
                                 .legend = false});
        endBelow(bottom);
    }

    /// In rows. The names of bars need some room to stand below each other.
    static int chartHeight(DraftChart::Kind form, std::size_t categories)
    {
        const auto rows = static_cast<int>(categories) + 2;
        return std::max(form == DraftChart::Kind::bars ? rows * 3 / 2 : rows, chartRows);
    }

    /// Room for a chart over the columns of all tables.
    CellBlock addWideChart(int height)
    {
        const CellBlock place{row(), labelColumn, row() + height - 1, lastColumn};
        endBelow(place.lastRow);
        return place;
    }

    void addBands()
    {
        const Nomenclature* bands = book_.nomenclatures().find("bands");
        if (!bands || !costField(table_) || table_.rowCount() == 0) return;
        std::vector<CountedKind> kinds;
        for (const std::string& label : bands->labels({}))
            kinds.push_back({label, {}});
        bandRow_ = row() + 2;
        addCounts(say::byBand, kinds, DraftChart::Kind::columns);
    }

    /// Counts what the list of the projects says of each.
    void completeBands()
    {
        if (!bandRow_ || !projectRows_) return;
        for (const std::string& label : book_.nomenclatures().find("bands")->labels({}))
            draft_.rows[static_cast<std::size_t>((*bandRow_)++)][valueColumn] = formulaCell(
                fmt::format("=COUNTIF({};{})", listed(bandColumn), literal(label).text), NumberForm::count);
    }

    // ---- each project

    void addProjects()
    {
        if (table_.rowCount() == 0) return;
        const bool rates = !each_.budgetRate(0).empty() || !each_.calendarRate(0).empty();
        if (!rates && each_.band(0).empty() && each_.duration(0).empty()) return;
        addHeading(rates ? say::slippages : say::eachProject);
        std::optional<CellBlock> chart;
        if (rates) chart = addWideChart(chartHeight(DraftChart::Kind::bars, table_.rowCount()));
        const int first = row();
        if (rates)
            addLabels(
                {&say::project, &say::band, &say::projectDuration, &say::budgetSeries, &say::calendarSeries});
        else
            addLabels({&say::project, &say::band, &say::projectDuration});
        projectRows_.emplace(row(), row() + static_cast<int>(table_.rowCount()) - 1);
        for (std::size_t project = 0; project < table_.rowCount(); ++project)
            addProject(project);
        if (chart)
            draft_.charts.push_back({.kind = DraftChart::Kind::bars,
                                     .title = words(say::slippages),
                                     .data = {{first, labelColumn, row() - 1, labelColumn},
                                              {first, budgetColumn, row() - 1, calendarColumn}},
                                     .place = *chart});
        add({});
    }

    void addLabels(std::initializer_list<const Bilingual*> labels)
    {
        Cells cells;
        for (const Bilingual* label : labels)
            cells.push_back(wrapped(words(*label), Look::heading));
        add(std::move(cells));
    }

    static DraftCell shown(const std::string& formula, NumberForm form)
    {
        return formula.empty() ? DraftCell{} : formulaCell("=" + formula, form);
    }

    void addProject(std::size_t project)
    {
        add({shown(each_.name(project), NumberForm::general), shown(each_.band(project), NumberForm::general),
             shown(each_.duration(project), NumberForm::years),
             shown(each_.budgetRate(project), NumberForm::percent),
             shown(each_.calendarRate(project), NumberForm::percent)});
    }

    /// The mean of what stands below for each project, where no formula over the table's own columns gives
    /// it: durations that only dates tell.
    void completeKeyFigures()
    {
        if (!projectRows_) return;
        for (const KeyFigure& figure : keyFigures()) {
            addBasis(figure);
            if (figure.now || !figure.known) continue;
            if (&figure.label == &say::duration) complete(figure, meanOf(durationColumn));
            if (&figure.label == &say::budget) complete(figure, meanOf(budgetColumn));
            if (&figure.label == &say::calendar) complete(figure, meanOf(calendarColumn));
            if (&figure.label == &say::global)
                complete(figure, callInFiles("globalSlippage",
                                             {a1(figurePlace(say::budget)), a1(figurePlace(say::calendar))}));
        }
    }

    /// How many projects a mean stands on; a rate without it says little.
    void addBasis(const KeyFigure& figure)
    {
        const int column = &figure.label == &say::duration   ? durationColumn
                           : &figure.label == &say::budget   ? budgetColumn
                           : &figure.label == &say::calendar ? calendarColumn
                                                             : -1;
        if (column < 0 || !figureRows_.contains(&figure.label)) return;
        const std::string counted = literal(words(say::counted)).text, of = literal(words(say::of)).text;
        auto& cells = draft_.rows[static_cast<std::size_t>(figurePlace(figure.label).row)];
        cells.resize(basisColumn);
        cells.push_back(formulaCell(fmt::format("={}&COUNT({})&{}&SUMPRODUCT(1*({}<>\"\"))", counted,
                                                listed(column), of, listed(labelColumn))));
    }

    Place figurePlace(const Bilingual& label) const { return {figureRows_.at(&label), 1}; }

    static bool hasRate(const std::optional<PortfolioSlippage>& slippage)
    {
        return slippage && slippage->rate;
    }

    /// A column of the list of the projects.
    std::string listed(int column) const
    {
        return a1({projectRows_->first, column}) + ":" + a1({projectRows_->second, column});
    }

    std::string meanOf(int column) const { return "AVERAGE(" + listed(column) + ")"; }

    void complete(const KeyFigure& figure, const std::string& formula)
    {
        const Place place = figurePlace(figure.label);
        draft_.rows[static_cast<std::size_t>(place.row)][1] =
            formulaCell("=IFERROR(" + formula + ";\"\")", figure.form);
    }

    // ---- history

    void addHistory()
    {
        const EditionHistory history = editionHistory(book_.editions(), language_);
        if (history.rows.empty()) return;
        addHeading(say::history);
        const CellBlock chart = addWideChart(chartRows);
        const int first = row();
        draft_.rows.insert(draft_.rows.end(), history.rows.begin(), history.rows.end());
        Cells now{textCell(words(say::thisWorkbook)), rateNow(say::budget), rateNow(say::calendar)};
        if (now[1].kind != DraftCell::Kind::empty || now[2].kind != DraftCell::Kind::empty)
            add(std::move(now));
        draft_.charts.push_back({.kind = DraftChart::Kind::lines,
                                 .title = words(say::history),
                                 .data = {{first, labelColumn, row() - 1, labelColumn + 2}},
                                 .place = chart});
        draft_.rows.insert(draft_.rows.end(), history.notes.begin(), history.notes.end());
    }

    /// A key figure shown once more.
    DraftCell rateNow(const Bilingual& label) const
    {
        const auto found = figureRows_.find(&label);
        if (found == figureRows_.end()) return {};
        const bool there =
            draft_.rows[static_cast<std::size_t>(found->second)][1].kind != DraftCell::Kind::empty;
        return there ? formulaCell("=" + a1({found->second, 1}), NumberForm::percent) : DraftCell{};
    }

    const CheckedTable& checked_;
    const Table& table_;
    const RuleBook& book_;
    Language language_;
    TableFormulas now_;
    ProjectFormulas each_;
    std::optional<TableFormulas> earlier_;
    const EditionTable::Edition* published_ = nullptr;
    std::map<const Bilingual*, int> figureRows_;
    std::optional<std::pair<int, int>> projectRows_; ///< first and last of the list of the projects
    std::optional<int> bandRow_;                     ///< of the first band's count
    SheetDraft draft_{.name = {}, .rows = {}};
};

} // namespace

SheetDraft dashboardDraft(const CheckedWorkbook& workbook, const CheckedTable& checked, const RuleBook& book,
                          Language language)
{
    return DashboardDrafter(workbook, checked, book, language).draft();
}

} // namespace panorama
