// One figure, one value, everywhere: whoever shows a figure of a table shows what every other one shows. Held
// on every sample and case that is a CSV file, on tables invented here, and on tables thrown together at
// random.

#include "core/checking/file_check.hpp"
#include "core/comparison_sheet/comparison_sheet.hpp"
#include "core/comparison_sheet/project_change.hpp"
#include "core/figures/cost_band.hpp"
#include "core/formulas/figure_formulas.hpp"
#include "core/formulas/table_formulas.hpp"
#include "core/functions/function.hpp"
#include "core/live/project_view.hpp"
#include "core/publication/press_note.hpp"
#include "core/report/report_formats.hpp"
#include "core/rules/row_figures.hpp"
#include "core/table/csv_text.hpp"
#include "core/text/number.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"
#include "live_workbooks.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <random>

namespace panorama::test {

namespace {

using Number = std::optional<double>;
constexpr Language french = Language::french;

bool same(const Number& a, const Number& b)
{
    if (!a || !b) return !a && !b;
    return std::abs(*a - *b) <= 1e-9 * std::max({1.0, std::abs(*a), std::abs(*b)});
}

std::string shown(const Number& number)
{
    return number ? fmt::format("{}", *number) : "nothing";
}

void checkSame(const Number& found, const Number& expected, std::string_view where)
{
    BOOST_TEST(same(found, expected), where << ": " << shown(found) << " instead of " << shown(expected));
}

Number rateOf(const std::optional<PortfolioSlippage>& slippage)
{
    return slippage && slippage->rate ? Number(*slippage->rate) : std::nullopt;
}

/// With plain spaces.
std::string plain(std::string text)
{
    for (const std::string_view space : {"\xC2\xA0", "\xE2\x80\xAF"})
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space))
            text.replace(at, space.size(), " ");
    return text;
}

/// A sum beyond all numbers is no figure.
Number finite(double number)
{
    return std::isfinite(number) ? Number(number) : std::nullopt;
}

Number meanOf(const std::vector<double>& numbers)
{
    double sum = 0;
    for (const double number : numbers)
        sum += number;
    return numbers.empty() ? std::nullopt : finite(sum / static_cast<double>(numbers.size()));
}

/// What the table itself says, and everybody else has to say.
class OneTable
{
  public:
    OneTable(const CheckedWorkbook& workbook, const CheckedTable& checked)
        : workbook_(workbook), checked_(checked), table_(checked.table), figures_(portfolioFigures(table_))
    {
    }

    void check()
    {
        checkReport();
        checkLiveFigures();
        checkRules();
        checkFunctions();
        if (table_.role() == LayoutRole::projects) checkDeck();
        if (&checked_ != workbook_.mainTable() || table_.rowCount() == 0) return;
        checkComparison();
        checkPublication();
    }

  private:
    Project project(std::size_t row) const { return {table_, row}; }

    void checkReport()
    {
        const std::shared_ptr<const CheckedWorkbook> unowned(&workbook_, [](const auto*) {});
        const FileReport report = reportOn(unowned, ruleBook());
        const auto json = nlohmann::json::parse(jsonReport({&report, 1}, {}));
        const auto& figures =
            json["sheets"][static_cast<std::size_t>(&checked_ - workbook_.tables().data())]["figures"];
        const auto said = [&](const char* key) {
            return figures[key].is_null() ? std::nullopt : Number(figures[key].get<double>());
        };
        checkSame(said("projects"), static_cast<double>(table_.rowCount()), "projects in JSON");
        checkSame(said("total_m_eur"), figures_.total, "total in JSON");
        checkSame(said("mean_duration_years"), figures_.meanDuration, "mean duration in JSON");
        checkSame(said("budget_slippage"), rateOf(figures_.budget), "budget rate in JSON");
        checkSame(said("calendar_slippage"), rateOf(figures_.calendar), "calendar rate in JSON");
        checkSame(said("costs_counted"), static_cast<double>(figures_.costsCounted), "costs in JSON");
    }

    void checkLiveFigures()
    {
        const auto live = liveFigures(checked_, nullptr, nullptr, ruleBook().editions(), french);
        for (const ShownFigure& told : shownFigures(figures_, french))
            for (const LiveFigure& figure : live)
                if (figure.shown.label == told.label) {
                    BOOST_TEST(figure.shown.value == told.value, told.label);
                    BOOST_TEST(figure.shown.basis == told.basis, told.label);
                }
        const TableFormulas formulas(table_, ruleBook().editions());
        const auto gives = [](const std::optional<Formula>& formula, const Number& figure,
                              std::string_view what) {
            if (formula) checkSame(formula->number(), figure, what);
        };
        gives(formulas.projects(), static_cast<double>(figures_.projects), "formula of the projects");
        gives(formulas.total(), figures_.total, "formula of the total");
        gives(formulas.meanDuration(), figures_.meanDuration, "formula of the mean duration");
        gives(formulas.rate(Slippage::budget, SlippageMethod::mean), rateOf(figures_.budget),
              "formula of the budget rate");
        gives(formulas.rate(Slippage::calendar, SlippageMethod::mean), rateOf(figures_.calendar),
              "formula of the calendar rate");
    }

    /// Rules may know less than a table says, where what is written is too coarse, but nothing else.
    void checkRules()
    {
        const CheckContext context{ruleBook().nomenclatures(), ruleBook().editions(), checked_.edition};
        RowFigures figures(table_, context);
        for (std::size_t row = 0; row < table_.rowCount(); ++row) {
            const auto known = [&](RowFigure figure, const Number& expected, std::string_view what) {
                if (const auto& own = figures.of(figure, row)) checkSame(own->value, expected, what);
            };
            known(RowFigure::cost, valueOf(project(row).cost()), "cost in rules");
            known(RowFigure::budgetRate, project(row).budgetRate(), "budget rate in rules");
            known(RowFigure::calendarRate, project(row).calendarRate(), "calendar rate in rules");
            known(RowFigure::years, project(row).years(), "years in rules");
        }
    }

    /// What the deck shows of each project, and adds up to.
    void checkDeck()
    {
        std::vector<double> costs, years, budgetRates, calendarRates;
        double total = 0;
        for (std::size_t row = 0; row < table_.rowCount(); ++row) {
            const auto view =
                projectAt(workbook_, nullptr, table_.sheet().name(), table_.place(Field::name, row));
            BOOST_REQUIRE(view.has_value());
            if (view->table != &checked_) return; // two tables side by side, or two sheets of one name
            checkSame(view->now.cost, valueOf(project(row).cost()), "cost in the deck");
            checkSame(view->now.years, project(row).years(), "years in the deck");
            if (view->now.cost && view->now.withheld == Withheld::no) {
                costs.push_back(*view->now.cost);
                total += costs.back();
            }
            if (view->now.years && (table_.showsAllDurations() || table_.state(row) == RowState::open))
                years.push_back(*view->now.years);
            if (view->now.budgetRate) budgetRates.push_back(*view->now.budgetRate);
            if (view->calendarRate) calendarRates.push_back(*view->calendarRate);
        }
        BOOST_TEST(costs.size() == figures_.costsCounted);
        checkSame(costs.empty() ? std::nullopt : finite(total), figures_.total, "total of the deck");
        checkSame(meanOf(years), figures_.meanDuration, "mean duration of the deck");
        checkSame(meanOf(budgetRates), rateOf(figures_.budget), "mean of the deck's budget rates");
        if (figures_.calendar)
            checkSame(meanOf(calendarRates), rateOf(figures_.calendar), "mean of the deck's calendar rates");
    }

    // ---- functions

    Value call(std::string_view function, const std::vector<Value>& arguments) const
    {
        return compute(function, arguments, Host{.editions = &ruleBook().editions()});
    }

    static Value column(const std::vector<Value>& cells) { return Array(cells.size(), 1, cells); }
    static Value cell(const Number& number) { return number ? Value(*number) : Value(); }
    static Number numberOf(const Value& value)
    {
        return value.isNumber() ? Number(value.number()) : std::nullopt;
    }

    void checkFunctions()
    {
        std::vector<Value> costs, reasons;
        bool negative = false;
        for (std::size_t row = 0; row < table_.rowCount(); ++row) {
            const Number cost = valueOf(project(row).cost());
            negative = negative || cost < 0.0;
            costs.push_back(cell(cost));
            reasons.emplace_back(project(row).isCostWithheld() ? "En cadrage" : "");
            checkFunctionsOf(project(row));
        }
        if (costs.empty()) return;
        if (!negative)
            checkSame(numberOf(call("portfolioTotal", {column(costs), column(reasons)})), figures_.total,
                      "PANORAMA.TOTAL");
        if (figures_.budget) checkMean(budgetForecasts(table_), rateOf(figures_.budget), "budget");
        if (figures_.calendar) checkMean(calendarForecasts(table_), rateOf(figures_.calendar), "calendar");
    }

    void checkMean(const std::vector<Forecast>& forecasts, const Number& rate, std::string_view which) const
    {
        std::vector<Value> initial, updated, reasons;
        for (const Forecast& forecast : forecasts) {
            initial.push_back(cell(forecast.initial));
            updated.push_back(cell(forecast.updated));
            reasons.emplace_back(forecast.withheld ? "En cadrage" : "");
        }
        checkSame(
            numberOf(call("meanSlippage", {column(initial), column(updated), "moyen", column(reasons)})),
            rate, "GLISSEMENT.MOYEN of the " + std::string(which));
    }

    void checkFunctionsOf(const Project& project) const
    {
        for (const auto& [forecast, rate] : {std::pair(project.budget(), project.budgetRate()),
                                             std::pair(project.calendar(), project.calendarRate())})
            if (rate && forecast.updated != 0.0)
                checkSame(numberOf(call("slippage", {*forecast.initial, *forecast.updated})), rate,
                          "GLISSEMENT");
        if (const auto cost = project.cost(); cost && cost->value > 0 && !project.isCostWithheld())
            BOOST_TEST(call("costBand", {cost->value}).text() == nameOf(project.band().value()));
        const auto start = project.start(), end = project.end();
        if (start && end && !project.writtenYears() && project.years())
            checkSame(numberOf(call("durationYears", {serialOf(start->date), serialOf(end->date) + 1})),
                      project.years(), "DUREE.ANNEES");
    }

    // ---- comparison

    static int rowOf(const SheetDraft& draft, std::string_view label)
    {
        const auto found = std::find_if(draft.rows.begin(), draft.rows.end(), [&](const auto& row) {
            return !row.empty() && row[0].text == label;
        });
        BOOST_REQUIRE_MESSAGE(found != draft.rows.end(), label);
        return static_cast<int>(found - draft.rows.begin());
    }

    static Number numberAt(const SheetDraft& draft, std::size_t row, std::size_t column)
    {
        const auto& cells = draft.rows.at(row);
        const bool there = column < cells.size() && cells[column].kind == DraftCell::Kind::number;
        return there ? Number(cells[column].number) : std::nullopt;
    }

    /// The table beside itself: every project is in both editions.
    void checkComparison()
    {
        CheckOptions options = optionsOfToday();
        options.previous = &workbook_;
        const auto again = checkedWorkbook(sheetsOf(copyOf(table_.sheet())), options, "apres.ods");
        const CheckedTable* now = again->mainTable();
        if (!now || !now->earlier || now->table.rowCount() != table_.rowCount()) return;
        const auto comparison = comparisonOf(*again, ruleBook().editions());
        BOOST_REQUIRE(comparison.has_value());
        checkSame(comparison->totalNow, figures_.total, "total of the comparison");
        checkSame(comparison->budgetNow, rateOf(figures_.budget), "budget rate of the comparison");
        checkSame(comparison->calendarNow, rateOf(figures_.calendar), "calendar rate of the comparison");
        const SheetDraft draft = comparisonSheet(*now, *comparison, french);
        const auto total = static_cast<std::size_t>(rowOf(draft, "Coût total (M€)"));
        for (const std::size_t column : {1, 2})
            checkSame(numberAt(draft, total, column), figures_.total, "total on the sheet of the comparison");
        checkChanges(draft, projectChanges(*now->earlier, now->table));
        checkFloor(draft);
    }

    void checkChanges(const SheetDraft& draft, const std::vector<ProjectChange>& changes)
    {
        if (changes.empty()) return;
        auto row = static_cast<std::size_t>(rowOf(draft, "Projet suivi"));
        for (const ProjectChange& change : changes) {
            ++row;
            std::size_t first = 0;
            for (const Project& each : {change.before, change.now}) {
                const auto end = each.end();
                checkSame(numberAt(draft, row, 3 + first), valueOf(each.cost()), "cost compared");
                checkSame(numberAt(draft, row, 6 + first), end ? Number(serialOf(end->date)) : std::nullopt,
                          "end compared");
                checkSame(numberAt(draft, row, 9 + first), each.budgetRate(), "budget rate compared");
                checkSame(numberAt(draft, row, 12 + first), each.calendarRate(), "calendar rate compared");
                ++first;
            }
        }
    }

    /// The forecasts listed for the floor indicator give the rates of their projects.
    void checkFloor(const SheetDraft& draft)
    {
        const bool budgets = rateOf(figures_.budget).has_value(),
                   calendars = rateOf(figures_.calendar).has_value();
        if (!budgets && !calendars) return;
        const auto first = static_cast<std::size_t>(rowOf(draft, "Projet présent")) + 1;
        const auto rate = [&](std::size_t row, std::size_t column) {
            const Number initial = numberAt(draft, first + row, column),
                         updated = numberAt(draft, first + row, column + 1);
            return initial && updated ? Number(*updated / *initial - 1) : std::nullopt;
        };
        for (std::size_t row = 0; row < table_.rowCount(); ++row) {
            if (budgets) checkSame(rate(row, 2), project(row).budgetRate(), "budget rate for the floor");
            if (calendars)
                checkSame(rate(row, budgets ? 4 : 2), project(row).calendarRate(),
                          "calendar rate for the floor");
        }
    }

    // ---- publication

    void checkPublication()
    {
        const Publication publication = publish(checked_, ruleBook());
        const auto cellOf = [&](Field field, std::size_t row) -> const std::string& {
            const auto place = std::find(publication.fields.begin(), publication.fields.end(), field);
            return publication.rows.at(row).at(static_cast<std::size_t>(place - publication.fields.begin()));
        };
        const auto published = [](const std::string& text) {
            const auto number = parseNumber(text);
            return number && number->unit == NumberUnit::none ? Number(number->value) : std::nullopt;
        };
        bool byPrudence = false;
        for (std::size_t row = 0; row < table_.rowCount(); ++row) {
            const auto kept = std::find_if(publication.withheld.begin(), publication.withheld.end(),
                                           [&](const auto& each) { return each.row == row; });
            const bool isKept = kept != publication.withheld.end();
            const bool isRowKept = isKept && !kept->onlyCost;
            byPrudence = byPrudence || (isKept && !kept->said.empty());
            // A number that is no cost, 0 or below, is shown to be refused.
            const auto costSaid = published(cellOf(Field::cost, row));
            if (costSaid.value_or(1) > 0)
                checkSame(costSaid, isKept ? std::nullopt : valueOf(project(row).cost()), "published cost");
            const auto yearsSaid = published(cellOf(Field::duration, row));
            if (yearsSaid.value_or(1) > 0)
                checkSame(yearsSaid, isRowKept ? std::nullopt : project(row).years(), "published duration");
            if (!isKept || kept->said.empty())
                BOOST_TEST(cellOf(Field::band, row) ==
                           (project(row).band() ? nameOf(*project(row).band()) : std::string_view()));
        }
        // What a Diffusion that nobody understands keeps back is published less than it is counted.
        if (!byPrudence && areNamed()) checkPublished(publication);
    }

    /// A published row without a name is read as none of the projects, and a name of several lines that looks
    /// like a table is one by intent.
    bool areNamed() const
    {
        for (std::size_t row = 0; row < table_.rowCount(); ++row)
            if (const auto name = project(row).name(); name.empty() || name.find('\n') != name.npos)
                return false;
        return true;
    }

    void checkPublished(const Publication& publication)
    {
        const auto workbook = panorama::checkPublication(publication, "publie.csv", ruleBook());
        // Of a project that has nothing to publish but its name nothing is left that describes it.
        const auto isBare = [](const auto& row) {
            return std::count_if(row.begin(), row.end(), [](const auto& cell) { return !cell.empty(); }) < 2;
        };
        if (!workbook->mainTable() || std::any_of(publication.rows.begin(), publication.rows.end(), isBare))
            return;
        const PortfolioFigures& figures = workbook->mainTable()->figures;
        BOOST_TEST(figures.projects == figures_.projects);
        checkSame(figures.total, figures_.total, "total of what is published");
        // A table published with durations that should have been kept back is published again without them.
        std::vector<double> years;
        for (std::size_t row = 0; row < table_.rowCount(); ++row)
            if (const auto said = project(row).years(); said && table_.state(row) == RowState::open)
                years.push_back(*said);
        checkSame(figures.meanDuration, meanOf(years), "mean duration of what is published");
        BOOST_TEST(figures.costsCounted == figures_.costsCounted);
        BOOST_TEST(figures.durationsCounted == years.size());
        const std::string note =
            plain(pressNote({checked_, publication, *workbook, ruleBook().editions()}, french));
        const auto says = [&](const std::string& words) {
            BOOST_TEST(note.find(plain(words)) != std::string::npos, "the press note should say "
                                                                         << plain(words) << "\n"
                                                                         << note);
        };
        const auto over = [](std::size_t projects) {
            return say(vocabulary::overProjects, french, shownProjects(projects, french));
        };
        if (figures_.total)
            says(shownNumber(*figures_.total, 2, 2, french) + " M€), " + over(figures_.costsCounted));
        if (figures.meanDuration)
            says(shownNumber(*figures.meanDuration, 1, 1, french) + " ans, " +
                 over(figures.durationsCounted));
        if (figures_.costsMissing > 0) says(fmt::format("hors de ce total ({}) : ", figures_.costsMissing));
        for (const auto& slippage : {figures_.budget, figures_.calendar})
            if (slippage)
                says((slippage->rate ? shownNumber(*slippage->rate * 100, 0, 1, french) + "\xC2\xA0%"
                                     : say(vocabulary::unknown, french)) +
                     ", " +
                     say(vocabulary::usedAndExcluded, french, nameOf(slippage->method), slippage->used,
                         shownProjects(slippage->used + slippage->excluded, french), slippage->excluded));
    }

    const CheckedWorkbook& workbook_;
    const CheckedTable& checked_;
    const Table& table_;
    PortfolioFigures figures_;
};

std::size_t checkAll(std::vector<Sheet> sheets)
{
    const auto workbook = checkedWorkbook(std::move(sheets));
    for (const CheckedTable& checked : workbook->tables())
        OneTable(*workbook, checked).check();
    return workbook->tables().size();
}

/// The sheet as Calc opens a CSV file: numbers and dates are typed.
Sheet typed(const Sheet& csv)
{
    Sheet sheet(csv.name(), CellOrigin::document);
    for (int row = 0; row < csv.rowCount(); ++row)
        for (int column = 0; column < csv.columnCount(); ++column) {
            const Place place{row, column};
            const auto text = csv.text(place);
            const auto number = parseNumber(text);
            const auto date = parseDate(text);
            if (number && number->unit == NumberUnit::none)
                sheet.addNumber(place, number->value);
            else if (date && date->form <= DateForm::numeric)
                sheet.addNumber(place, serialOf(date->date), CellKind::date);
            else if (!text.empty())
                sheet.addText(place, text);
        }
    return sheet;
}

/// How many tables the CSV files of a folder hold.
std::size_t checkFolder(const std::filesystem::path& folder)
{
    std::size_t tables = 0;
    if (!std::filesystem::is_directory(folder)) return tables;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".csv") continue;
        BOOST_TEST_CONTEXT(entry.path().filename().string())
        {
            auto csv = readCsv(entry.path());
            if (!csv) continue;
            tables += checkAll(sheetsOf(typed(csv->sheet)));
            checkAll(sheetsOf(std::move(csv->sheet)));
        }
    }
    return tables;
}

Cell day(const char* iso)
{
    return Cell::date(iso);
}

/// A column of the tables thrown together: its header and what may stand below.
struct RandomColumn
{
    const char* header;
    std::vector<Cell> cells;
};

std::vector<RandomColumn> randomColumns()
{
    const std::vector<Cell> costs{12.5, 3.0, 0.0, 250.0, {}, {}, "14,5", "NA", "Non communiqué", "illisible"},
        mentions{"En cadrage", "Révision de trajectoire", "Appel d'offres en cours"},
        years{4.0, 2.5, 36.0, {}, {}, "3,5", "NA", "cinq ans environ"},
        dates{day("2020-01-01"), day("2021-12-31"), day("2024-06-15"), {}, {},
              "31/12/2022",      "mars 2023",       "bientôt"};
    std::vector<Cell> current = costs;
    current.insert(current.end(), mentions.begin(), mentions.end());
    return {{"Phase", {"Déploiement", "Déploiement", "Cadrage", "Terminé", {}}},
            {"Diffusion", {"Publiable", "Publiable", {}, "Révision de trajectoire", "Autre motif"}},
            {"Ministère porteur", {"MI", "MJ", {}}},
            {"Projet interministériel", {"Oui", "Non", {}}},
            {"Coût initial (k€)", {12500.0, 3000.0, 0.0, {}, "14500", "NA"}},
            {"Coût actualisé", current},
            {"Coût estimé", current},
            {"Durée initiale", years},
            {"Durée actualisée (mois)", years},
            {"Durée", years},
            {"Date de début", dates},
            {"Date de début initiale", dates},
            {"Fin initiale", dates},
            {"Fin actualisée", dates},
            {"Date de fin", dates}};
}

Cells randomTable(std::mt19937& random)
{
    const auto below = [&](std::size_t limit) { return random() % limit; };
    const std::size_t projects = 1 + below(6);
    Cells rows(projects + 1);
    rows[0].emplace_back("Nom du projet");
    for (std::size_t row = 1; row <= projects; ++row)
        rows[row].emplace_back(std::string(1, static_cast<char>('A' + row)).append("LPHA").c_str());
    for (const RandomColumn& column : randomColumns()) {
        if (below(3) == 0) continue;
        rows[0].emplace_back(column.header);
        for (std::size_t row = 1; row <= projects; ++row)
            rows[row].push_back(column.cells[below(column.cells.size())]);
    }
    return rows;
}

} // namespace

BOOST_AUTO_TEST_SUITE(one_figure)

BOOST_AUTO_TEST_CASE(samples)
{
    BOOST_TEST(checkFolder(sourceFolder / "samples") > 0U);
}

BOOST_AUTO_TEST_CASE(published_editions, *boost::unit_test::precondition(sharedDataIsThere))
{
    BOOST_TEST(checkFolder(sharedFile("")) > 5U);
}

BOOST_AUTO_TEST_CASE(cases, *boost::unit_test::precondition(sharedDataIsThere))
{
    checkFolder(sharedFile("../cases"));
}

BOOST_AUTO_TEST_CASE(two_costs)
{
    checkAll(sheetsOf(sheetOf({{"Nom du projet", "Phase", "Coût initial", "Coût actualisé", "Coût estimé"},
                               {"ALPHA", "Déploiement", 18.0, 20.0, {}},
                               {"BETA", "Déploiement", 20.0, {}, 20.0},
                               {"GAMMA", "Déploiement", 25.0, 25.0, 30.0}})));
}

BOOST_AUTO_TEST_CASE(kept_back)
{
    checkAll(sheetsOf(sheetOf(
        {{"Nom du projet", "Phase", "Diffusion", "Coût initial", "Coût actualisé", "Durée initiale", "Durée"},
         {"ALPHA", "Cadrage", "Publiable", 0.0, 0.0, 4.0, 4.0},
         {"BETA", "Déploiement", "Révision de trajectoire", 10.0, 20.0, 2.0, 4.0},
         {"GAMMA", "Déploiement", "Publiable", 10.0, "Non communiqué", 2.0, 3.0},
         {"DELTA", "Déploiement", "Publiable", 10.0, "Appel d'offres en cours", 2.0, 5.0},
         {"ÉCLUSE", "Déploiement", "Publiable", 10.0, "En cadrage", 2.0, 5.0},
         {"ZÊTA", "Déploiement", "Publiable", 10.0, 11.0, 2.0, 2.0}})));
}

BOOST_AUTO_TEST_CASE(ends_before_starts)
{
    checkAll(sheetsOf(sheetOf({{"Nom du projet", "Date de début", "Fin initiale", "Fin actualisée",
                                "Durée initiale", "Durée actualisée"},
                               {"ALPHA", day("2022-01-01"), day("2021-12-31"), day("2027-06-30"), 5.0, 7.0},
                               {"BETA", day("2023-04-01"), day("2026-09-30"), day("2022-09-30"), 3.5, 3.5},
                               {"GAMMA", day("2023-04-01"), day("2026-09-30"), day("2022-09-30"), {}, {}}})));
}

BOOST_AUTO_TEST_CASE(units_and_texts)
{
    checkAll(sheetsOf(
        sheetOf({{"Nom du projet", "Phase", "Coût initial (k€)", "Coût actualisé (k€)", "Durée (mois)"},
                 {"ALPHA", "Déploiement", 18000.0, 20000.0, 36.0},
                 {"BETA", "Déploiement", 0.0, "12 500", "48"},
                 {"GAMMA", "Déploiement",
                  "10\xC2\xA0"
                  "000",
                  "12,5 M€", "4 ans"}})));
}

BOOST_AUTO_TEST_CASE(a_duration_that_is_no_number_is_not_made_up_from_dates)
{
    const Sheet sheet = sheetOf({{"Nom du projet", "Phase", "Date de début", "Date de fin", "Durée"},
                                 {"ALPHA", "Déploiement", day("2022-01-01"), day("2026-12-31"), "illisible"},
                                 {"BETA", "Déploiement", day("2022-01-01"), day("2026-12-31"), {}}});
    const auto tables = findTables(sheet, library().columns);
    BOOST_TEST(!Project(tables.at(0), 0).years().has_value());
    BOOST_TEST(Project(tables.at(0), 1).years().value() == 5.0);
    checkAll(sheetsOf(copyOf(sheet)));
}

BOOST_AUTO_TEST_CASE(sums_beyond_all_numbers)
{
    checkAll(sheetsOf(sheetOf({{"Nom du projet", "Phase", "Coût", "Durée"},
                               {"ALPHA", "Déploiement", 1e308, 1e308},
                               {"BETA", "Déploiement", 1e308, 1e308}})));
}

BOOST_AUTO_TEST_CASE(thrown_together)
{
    std::mt19937 random(20161108); // the first edition; any other number will do
    for (int i = 0; i < 300; ++i) {
        const Sheet sheet = namedSheet("Portefeuille " + std::to_string(i), randomTable(random));
        BOOST_TEST_CONTEXT(sheet.name() << " of the tables thrown together")
        checkAll(sheetsOf(copyOf(sheet)));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace panorama::test
