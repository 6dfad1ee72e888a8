#include "core/dashboard/dashboard_draft.hpp"

#include "core/dashboard/dashboard_words.hpp"
#include "core/dashboard/edition_history.hpp"
#include "core/dashboard/project_counts.hpp"
#include "core/dashboard/project_formulas.hpp"
#include "core/formulas/figure_formulas.hpp"
#include "core/formulas/table_formulas.hpp"
#include "core/words/vocabulary.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace panorama {

namespace {

namespace texts = dashboard_words;

// The columns of the projects' list; the tables of counts have the first two.
constexpr int labelColumn = 0, valueColumn = 1, bandColumn = 1, costColumn = 2, durationColumn = 3,
              budgetColumn = 4, calendarColumn = 5;
// Those of the key figures.
constexpr int nowColumn = 1, beforeColumn = 2, basisColumn = 6;
// All stands in what a small screen shows beside the sidebar, about 27 cm.
constexpr int chartColumn = valueColumn + 1, lastColumn = 7;
constexpr double labelWidth = 8, bandWidth = 3.6, columnWidth = 2.5;
constexpr int chartRows = 16;         ///< the least height of a chart
constexpr std::size_t mostKinds = 14; ///< of ministries and zones

/// Where a list of projects stands.
struct ProjectRows
{
    int first = 0, last = 0;

    std::string column(int column) const { return a1({first, column}) + ":" + a1({last, column}); }
};

/// One part below the other: charts beside small tables, above long ones.
class DashboardDrafter
{
  public:
    DashboardDrafter(const CheckedWorkbook& workbook, const CheckedTable& checked, const RuleBook& book,
                     Language language)
        : checked_(checked), table_(checked.table), book_(book), language_(language),
          now_(checked.table, book.editions()), each_(checked.table)
    {
        if (const Table* earlier = earlierInWorkbook(workbook, checked)) {
            earlier_.emplace(*earlier, book.editions());
            eachBefore_.emplace(*earlier);
        }
        published_ = publishedBefore();
    }

    SheetDraft draft()
    {
        draft_.name = words(vocabulary::dashboard);
        draft_.widths.assign(lastColumn + 1, columnWidth);
        draft_.widths[labelColumn] = labelWidth;
        draft_.widths[bandColumn] = bandWidth;
        add({textCell(words(vocabulary::dashboard), Look::title)});
        add({textCell(say(texts::about, language_, table_.sheet().name()), Look::note)});
        addMissingRows();
        addKeyFigures();
        addBands();
        addCounts(texts::byPhase, projectsByPhase(table_, book_.nomenclatures(), words(texts::others)),
                  DraftChart::Kind::columns);
        addCounts(texts::byMinistry, projectsByText(table_, ministryField(), mostKinds, words(texts::others)),
                  DraftChart::Kind::bars);
        addCounts(texts::byZone, projectsByText(table_, Field::zone, mostKinds, words(texts::others)),
                  DraftChart::Kind::bars);
        addProjects();
        addHistory();
        addProjectsBefore();
        completeBands();
        completeKeyFigures();
        return std::move(draft_);
    }

  private:
    using Cells = std::vector<DraftCell>;
    std::string words(const Text& text) const { return say(text, language_); }
    int row() const { return static_cast<int>(draft_.rows.size()); }
    void add(Cells cells) { draft_.rows.push_back(std::move(cells)); }
    void addHeading(const Text& title) { add({textCell(words(title), Look::label)}); }
    /// The label of a column of numbers stands over them.
    static DraftCell numberLabel(std::string_view text)
    {
        DraftCell cell = wrappedCell(text, Look::heading);
        cell.form = NumberForm::count;
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
                                                literal(words(texts::outdated)).text),
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

    Field ministryField() const { return table_.firstOf(says::ministry).value_or(Field::ministry); }

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

    enum class Figure : unsigned char {
        projects,
        interministerial,
        total,
        duration,
        budget,
        calendar,
        global
    };

    struct KeyFigure
    {
        Figure which;
        Text label;
        NumberForm form;
        const char* published;          ///< the figure's name in editions.xml
        double publishedUnit;           ///< what a published value is multiplied by
        std::optional<int> column = {}; ///< of the list of the projects, that it is made of
    };

    static std::vector<KeyFigure> keyFigures()
    {
        return {
            {Figure::projects, vocabulary::projects, NumberForm::count, "projects", 1},
            {Figure::interministerial, vocabulary::interministerialProjects, NumberForm::count,
             "interministerial", 1},
            {Figure::total, vocabulary::totalCost, NumberForm::amount, "total", 1000, costColumn},
            {Figure::duration, vocabulary::meanDuration, NumberForm::years, "mean_duration", 1,
             durationColumn},
            {Figure::budget, vocabulary::meanBudgetSlippage, NumberForm::percent, "budget", 1, budgetColumn},
            {Figure::calendar, vocabulary::meanCalendarSlippage, NumberForm::percent, "calendar", 1,
             calendarColumn},
            {Figure::global, vocabulary::globalRate, NumberForm::percent, "", 1}};
    }

    /// Whether a table has the columns for a figure.
    static bool tells(const ProjectFormulas& each, const TableFormulas& table, const KeyFigure& figure)
    {
        if (table.table().rowCount() == 0) return figure.which == Figure::projects;
        if (figure.which == Figure::projects) return true;
        if (figure.which == Figure::interministerial) return table.figures().interministerial.has_value();
        if (figure.which == Figure::global)
            return !each.budgetRate(0).empty() && !each.calendarRate(0).empty();
        return !(figure.which == Figure::total      ? each.cost(0)
                 : figure.which == Figure::duration ? each.duration(0)
                 : figure.which == Figure::budget   ? each.budgetRate(0)
                                                    : each.calendarRate(0))
                    .empty();
    }

    /// A figure that is no mean of the list; where no formula gives it, a cell is to be corrected first.
    DraftCell counted(const TableFormulas& table, const KeyFigure& figure) const
    {
        const auto formula = figure.which == Figure::projects ? table.projects() : table.interministerial();
        return formula ? live(formula, figure.form) : textCell(words(texts::toCorrect));
    }

    void addKeyFigures()
    {
        const std::string before = published_ ? say(texts::beforePublished, language_, published_->number)
                                              : words(vocabulary::previousEdition);
        Cells labels;
        for (const std::string& label :
             {words(vocabulary::keyFigures), words(texts::now), before, words(texts::change),
              words(texts::target), words(texts::gap), words(vocabulary::computedOn)})
            labels.push_back(numberLabel(label));
        for (const int column : {labelColumn, basisColumn})
            labels[static_cast<std::size_t>(column)].form = NumberForm::general;
        add(std::move(labels));
        for (const KeyFigure& figure : keyFigures())
            addKeyFigure(figure);
        addBreaks();
        if (!earlier_ && !mayBeWholeEdition(table_)) add({textCell(words(texts::onlyAShare), Look::note)});
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
            add({textCell(say(texts::breakBetween, language_, found.reason.in(language_)), Look::note)});
    }

    /// What is made of the list of the projects is filled in when that stands.
    void addKeyFigure(const KeyFigure& figure)
    {
        const bool now = tells(each_, now_, figure);
        const bool before = earlier_ ? tells(*eachBefore_, *earlier_, figure) : published_ != nullptr;
        if (!now && !before) return; // nothing is known of it
        const bool isCounted = !figure.column && figure.which != Figure::global;
        Cells cells{textCell(words(figure.label), Look::label)};
        cells.push_back(now && isCounted ? counted(now_, figure) : DraftCell{});
        cells.push_back(published_                        ? publishedFigure(figure)
                        : before && earlier_ && isCounted ? counted(*earlier_, figure)
                                                          : DraftCell{});
        cells.push_back(now && before ? changeOf(figure) : DraftCell{});
        figureRows_[figure.which] = row();
        if (figure.which == Figure::global) addTarget(cells);
        add(std::move(cells));
    }

    /// An empty cell would count as 0, and the whole figure before as the change.
    DraftCell changeOf(const KeyFigure& figure) const
    {
        const std::string now = a1({row(), nowColumn}), before = a1({row(), beforeColumn});
        const bool rate = figure.form == NumberForm::percent;
        const std::string formula = rate ? callInFiles("editionDelta", {before, now}) : now + "-" + before;
        return formulaCell(fmt::format("=IF(COUNT({};{})=2;IFERROR({};\"\");\"\")", now, before, formula),
                           changeForm(figure.form));
    }

    static NumberForm changeForm(NumberForm form)
    {
        return form == NumberForm::count    ? NumberForm::countChange
               : form == NumberForm::amount ? NumberForm::amountChange
                                            : NumberForm::points;
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
        return formulaCell("=IFERROR(" + formula + ";" + literal(words(texts::notPublished)).text + ")",
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
                                        literal(words(texts::noTarget)).text + ")",
                                    NumberForm::percent));
        cells.push_back(formulaCell("=IF(ISNUMBER(" + rate + ");IFERROR(" +
                                        callInFiles("targetGap", {rate, month}) + ";\"\");\"\")",
                                    NumberForm::points));
    }

    // ---- counts

    void addCounts(const Text& title, const std::vector<CountedKind>& kinds, DraftChart::Kind form)
    {
        if (kinds.empty()) return;
        addHeading(title);
        const int first = row();
        add({textCell(words(texts::kind), Look::heading), numberLabel(words(vocabulary::projects))});
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
        addCounts(texts::byBand, kinds, DraftChart::Kind::columns);
    }

    /// Counts what the list of the projects says of each.
    void completeBands()
    {
        if (!bandRow_ || !projects_) return;
        for (const std::string& label : book_.nomenclatures().find("bands")->labels({}))
            draft_.rows[static_cast<std::size_t>((*bandRow_)++)][valueColumn] = formulaCell(
                fmt::format("=COUNTIF({};{})", projects_->column(bandColumn), literal(label).text),
                NumberForm::count);
    }

    // ---- each project

    void addProjects()
    {
        if (table_.rowCount() == 0) return;
        const bool rates = !each_.budgetRate(0).empty() || !each_.calendarRate(0).empty();
        addHeading(rates ? texts::slippages : texts::eachProject);
        std::optional<CellBlock> chart;
        if (rates) chart = addWideChart(chartHeight(DraftChart::Kind::bars, table_.rowCount()));
        projects_ = addList(each_, table_.rowCount(), rates);
        if (chart)
            draft_.charts.push_back({.kind = DraftChart::Kind::bars,
                                     .title = words(texts::slippages),
                                     .data = {columnOf(labelColumn), columnOf(budgetColumn, calendarColumn)},
                                     .place = *chart});
        add({});
    }

    /// A block of the list with its labels, for a chart.
    CellBlock columnOf(int first, std::optional<int> last = {}) const
    {
        return {projects_->first - 1, first, projects_->last, last.value_or(first)};
    }

    /// Folded: only the key figures beside need it.
    void addProjectsBefore()
    {
        if (!earlier_ || earlier_->table().rowCount() == 0) return;
        addHeading(texts::eachBefore);
        const int first = row();
        projectsBefore_ = addList(*eachBefore_, earlier_->table().rowCount(), true);
        draft_.sections.push_back({first, row() - 1});
        add({});
    }

    ProjectRows addList(const ProjectFormulas& each, std::size_t projects, bool rates)
    {
        if (rates)
            addLabels({vocabulary::projectFollowed, vocabulary::costBand, vocabulary::costMillions,
                       texts::projectDuration, texts::budgetSeries, texts::calendarSeries});
        else
            addLabels({vocabulary::projectFollowed, vocabulary::costBand, vocabulary::costMillions,
                       texts::projectDuration});
        const int first = row();
        for (std::size_t project = 0; project < projects; ++project)
            add({shown(each.name(project), NumberForm::general),
                 shown(each.band(project), NumberForm::general),
                 shown(each.cost(project), NumberForm::amount),
                 shown(each.duration(project), NumberForm::years),
                 shown(each.budgetRate(project), NumberForm::percent),
                 shown(each.calendarRate(project), NumberForm::percent)});
        return {first, row() - 1};
    }

    void addLabels(std::initializer_list<Text> labels)
    {
        Cells cells;
        for (const Text& label : labels)
            cells.push_back(cells.size() > bandColumn ? numberLabel(words(label))
                                                      : wrappedCell(words(label), Look::heading));
        add(std::move(cells));
    }

    static DraftCell shown(const std::string& formula, NumberForm form)
    {
        return formula.empty() ? DraftCell{} : formulaCell("=" + formula, form);
    }

    void completeKeyFigures()
    {
        for (const KeyFigure& figure : keyFigures()) {
            if (!figureRows_.contains(figure.which)) continue;
            if (projects_ && tells(each_, now_, figure)) {
                complete(figure, nowColumn, *projects_);
                addBasis(figure);
            }
            if (projectsBefore_ && tells(*eachBefore_, *earlier_, figure))
                complete(figure, beforeColumn, *projectsBefore_);
        }
    }

    /// The sum or the mean of what the list says of each project, and the mean of the two rates.
    void complete(const KeyFigure& figure, int column, const ProjectRows& list)
    {
        const auto at = [&](Figure rate) { return a1({figureRows_.at(rate), column}); };
        std::string formula;
        if (figure.which == Figure::global)
            formula = callInFiles("globalSlippage", {at(Figure::budget), at(Figure::calendar)});
        else if (figure.which == Figure::total)
            formula = fmt::format("IF(COUNT({0})=0;NA();SUM({0}))", list.column(costColumn));
        else if (figure.column)
            formula = "AVERAGE(" + list.column(*figure.column) + ")";
        else
            return;
        draft_
            .rows[static_cast<std::size_t>(figureRows_.at(figure.which))][static_cast<std::size_t>(column)] =
            formulaCell("=IFERROR(" + formula + ";" + literal(words(vocabulary::notComputable)).text + ")",
                        figure.form);
    }

    /// How many projects a figure stands on; a rate without it says little.
    void addBasis(const KeyFigure& figure)
    {
        if (!figure.column) return;
        const std::string on = literal(words(texts::counted)).text, of = literal(words(vocabulary::of)).text;
        auto& cells = draft_.rows[static_cast<std::size_t>(figureRows_.at(figure.which))];
        cells.resize(basisColumn);
        cells.push_back(
            formulaCell(fmt::format("={}&COUNT({})&{}&SUMPRODUCT(1*({}<>\"\"))", on,
                                    projects_->column(*figure.column), of, projects_->column(labelColumn))));
    }

    // ---- history

    void addHistory()
    {
        const EditionHistory history = editionHistory(book_.editions(), language_);
        if (history.rows.empty()) return;
        addHeading(texts::history);
        const CellBlock chart = addWideChart(chartRows);
        const int first = row();
        draft_.rows.insert(draft_.rows.end(), history.rows.begin(), history.rows.end());
        Cells now{textCell(words(texts::thisWorkbook)),
                  rateNow(Figure::budget, projects_ ? each_.budgetRate(0) : std::string()),
                  rateNow(Figure::calendar, projects_ ? each_.calendarRate(0) : std::string())};
        if (now[1].kind != DraftCell::Kind::empty || now[2].kind != DraftCell::Kind::empty)
            add(std::move(now));
        draft_.charts.push_back({.kind = DraftChart::Kind::lines,
                                 .title = words(texts::history),
                                 .data = {{first, labelColumn, row() - 1, labelColumn + 2}},
                                 .place = chart});
        draft_.rows.insert(draft_.rows.end(), history.notes.begin(), history.notes.end());
    }

    /// A rate of the key figures once more; nothing where the projects have no formula for it.
    DraftCell rateNow(Figure figure, const std::string& ofProject) const
    {
        if (ofProject.empty()) return {};
        const std::string rate = a1({figureRows_.at(figure), nowColumn});
        return formulaCell("=IF(ISNUMBER(" + rate + ");" + rate + ";\"\")", NumberForm::percent);
    }

    const CheckedTable& checked_;
    const Table& table_;
    const RuleBook& book_;
    Language language_;
    TableFormulas now_;
    ProjectFormulas each_;
    std::optional<TableFormulas> earlier_;
    const EditionTable::Edition* published_ = nullptr;
    std::map<Figure, int> figureRows_;
    std::optional<ProjectFormulas> eachBefore_;            ///< there with earlier_
    std::optional<ProjectRows> projects_, projectsBefore_; ///< their lists
    std::optional<int> bandRow_;                           ///< of the first band's count
    SheetDraft draft_{.name = {}, .rows = {}};
};

} // namespace

SheetDraft dashboardDraft(const CheckedWorkbook& workbook, const CheckedTable& checked, const RuleBook& book,
                          Language language)
{
    return DashboardDrafter(workbook, checked, book, language).draft();
}

} // namespace panorama
