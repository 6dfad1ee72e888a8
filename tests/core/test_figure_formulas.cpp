#include "core/formulas/figure_formulas.hpp"
#include "live_workbooks.hpp"

#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <vector>

using namespace panorama;
using test::Cell;
using test::Cells;
using test::namedSheet;
using test::sheetsOf;

namespace {

const std::string addin = "ORG.PANORAMACALC.ADDIN.";

std::string plain(std::string text)
{
    for (auto at = text.find("\xC2\xA0"); at != std::string::npos; at = text.find("\xC2\xA0"))
        text.replace(at, 2, " ");
    for (auto at = text.find(addin); at != std::string::npos; at = text.find(addin))
        text.erase(at, addin.size()); // what all share
    return text;
}

/// The figures of a workbook's main table, in French.
std::vector<LiveFigure> figuresOf(const CheckedWorkbook& workbook, Language language = Language::french)
{
    const CheckedTable& main = *workbook.mainTable();
    const auto comparison = comparisonOf(workbook, test::ruleBook().editions());
    auto figures = liveFigures(main, comparison ? &*comparison : nullptr, earlierInWorkbook(workbook, main),
                               test::ruleBook().editions(), language);
    for (LiveFigure& figure : figures) {
        figure.shown = {plain(figure.shown.label), plain(figure.shown.value), plain(figure.shown.basis)};
        figure.formula = plain(figure.formula);
    }
    return figures;
}

std::vector<LiveFigure> figuresOf(const Cells& rows, const std::string& sheet = "feuille")
{
    return figuresOf(*test::checkedWorkbook(sheetsOf(namedSheet(sheet, rows))));
}

/// The one with this label; an empty one where there is none.
LiveFigure figure(const std::vector<LiveFigure>& figures, std::string_view label)
{
    for (const LiveFigure& figure : figures)
        if (figure.shown.label == label) return figure;
    return {};
}

std::vector<std::string> labels(const std::vector<LiveFigure>& figures)
{
    std::vector<std::string> list;
    for (const LiveFigure& figure : figures)
        list.push_back(figure.shown.label);
    return list;
}

struct Expected
{
    std::string_view label, value, basis, formula;
    LiveFigure::Format format = LiveFigure::Format::count;
};

void checkFigures(const std::vector<LiveFigure>& figures, const std::vector<Expected>& expected)
{
    for (const Expected& row : expected)
        BOOST_TEST_CONTEXT(row.label)
        {
            const LiveFigure found = figure(figures, row.label);
            BOOST_TEST(found.shown.label == row.label);
            BOOST_TEST(found.shown.value == row.value);
            BOOST_TEST(found.shown.basis == row.basis);
            BOOST_TEST(found.formula == row.formula);
            BOOST_TEST((found.format == row.format));
        }
}

const std::vector<Cell> internalHeader{"Nom du projet",  "Interministériel", "Phase",
                                       "Diffusion",      "Coût initial",     "Coût actualisé",
                                       "Durée initiale", "Durée actualisée"};

Cells edition(std::vector<std::vector<Cell>> rows)
{
    rows.insert(rows.begin(), internalHeader);
    return rows;
}

using Format = LiveFigure::Format;

} // namespace

BOOST_AUTO_TEST_SUITE(figure_formulas)

BOOST_AUTO_TEST_CASE(key_figures_of_an_internal_sheet)
{
    const auto figures = figuresOf(edition({
                                       {"A", "Oui", "Déploiement", "Publiable", 100.0, 110.0, 4.0, 5.0},
                                       {"B", "Non", "Déploiement", "Publiable", 200.0, 260.0, 2.0, 2.5},
                                       {"C", "oui", "Cadrage", "En cadrage", 10.0, 20.0, {}, {}},
                                   }),
                                   "l'édition 2021-11");
    const std::string sheet = "$'l''édition 2021-11'.";
    const std::string costs = sheet + "$E$2:$E$4;" + sheet + "$F$2:$F$4",
                      years = sheet + "$G$2:$G$4;" + sheet + "$H$2:$H$4", diffusion = sheet + "$D$2:$D$4";
    const std::string budget = "MEANSLIPPAGE(" + costs + ";\"moyen\";" + diffusion + ")",
                      calendar = "MEANSLIPPAGE(" + years + ";\"moyen\";" + diffusion + ")";
    const std::vector<std::string> order{"Projets",
                                         "Projets interministériels",
                                         "Coût total (M€)",
                                         "Durée moyenne (années)",
                                         "Projets sans coût publiable",
                                         "Glissement budgétaire moyen",
                                         "Glissement budgétaire agrégé",
                                         "Glissement calendaire moyen",
                                         "Glissement calendaire agrégé",
                                         "Taux global",
                                         "Écart du taux global à la cible"};
    auto found = labels(figures);
    found.resize(order.size()); // what was published follows
    BOOST_TEST(found == order, boost::test_tools::per_element());
    checkFigures(
        figures,
        {
            {"Projets", "3", "", "=COUNTA(" + sheet + "$A$2:$A$4)", Format::count},
            {"Projets interministériels", "2", "", "=COUNTIF(" + sheet + "$B$2:$B$4;\"Oui\")", Format::count},
            {"Coût total (M€)", "370,00", "sur 2 projets",
             "=PORTFOLIOTOTAL(" + sheet + "$F$2:$F$4;" + diffusion + ")", Format::amount},
            {"Durée moyenne (années)", "3,75", "sur 2 projets", "=AVERAGE(" + sheet + "$H$2:$H$4)",
             Format::years},
            {"Projets sans coût publiable", "1", "", "", Format::count},
            {"Glissement budgétaire moyen", "20 %", "méthode « moyen » : 2 sur 3 projets, 1 sans taux",
             "=" + budget, Format::percent},
            {"Glissement budgétaire agrégé", "23,3 %", "méthode « agrégé » : 2 sur 3 projets, 1 sans taux",
             "=MEANSLIPPAGE(" + costs + ";\"agrégé\";" + diffusion + ")", Format::percent},
            {"Glissement calendaire moyen", "25 %", "méthode « moyen » : 2 sur 3 projets, 1 sans taux",
             "=MEANSLIPPAGE(" + years + ";\"moyen\";" + diffusion + ")", Format::percent},
            {"Taux global", "22,5 %",
             "moyenne des taux moyens : budgétaire 20 % (n = 2), calendaire 25 % (n = 2)",
             "=GLOBALSLIPPAGE(" + budget + ";" + calendar + ")", Format::percent},
            {"Écart du taux global à la cible", "-2,5 points", "cible : 25 % fin 2021",
             "=TARGETGAP(GLOBALSLIPPAGE(" + budget + ";" + calendar + ");DATE(2021;11;1))", Format::points},
        });
}

BOOST_AUTO_TEST_CASE(a_formula_is_written_only_where_it_gives_the_figure)
{
    const std::vector<Cell> header{"Nom du projet", "Interministériel", "Phase", "Coût (k€)", "Durée (mois)"};
    const struct
    {
        const char* why;
        std::vector<std::vector<Cell>> rows;
        std::string_view projects, interministerial, total, duration;
    } rows[] = {
        {"units are honoured",
         {{"A", "Oui", "Déploiement", 1500.0, 36.0}, {"B", "Non", "Cadrage", 9000.0, {}}},
         "=COUNTA($'s'.$A$2:$A$3)",
         "=COUNTIF($'s'.$B$2:$B$3;\"Oui\")",
         "=PORTFOLIOTOTAL($'s'.$D$2:$D$3;$'s'.$C$2:$C$3)/1000",
         "=AVERAGE($'s'.$E$2:$E$3)/12"},
        {"a line of totals between the projects",
         {{"A", "Oui", "Déploiement", 1500.0, 36.0},
          {"Total", {}, {}, 1500.0, {}},
          {"B", "Oui", "Déploiement", 500.0, 12.0}},
         "=COUNTA($'s'.$A$2:$A$2;$'s'.$A$4:$A$4)",
         "=COUNTIF($'s'.$B$2:$B$4;\"Oui\")",
         "",
         "=AVERAGE($'s'.$E$2:$E$4)/12"},
        {"empty rows between, and a total below",
         {{"A", "Oui", "Déploiement", 1500.0, 36.0},
          {},
          {"B", "Oui", "Déploiement", 500.0, 12.0},
          {"Total", {}, {}, 2000.0, {}}},
         "=COUNTA($'s'.$A$2:$A$4)",
         "=COUNTIF($'s'.$B$2:$B$4;\"Oui\")",
         "=PORTFOLIOTOTAL($'s'.$D$2:$D$4;$'s'.$C$2:$C$4)/1000",
         "=AVERAGE($'s'.$E$2:$E$4)/12"},
        {"a project without a name, ticked with an x, whose duration is a text",
         {{"A", "Oui", "Déploiement", 1500.0, 36.0}, {{}, "x", "Déploiement", 500.0, "12"}},
         "",
         "",
         "=PORTFOLIOTOTAL($'s'.$D$2:$D$3;$'s'.$C$2:$C$3)/1000",
         ""},
        {"a cost with its unit in the cell, a duration that is in cadrage",
         {{"A", "Oui", "Déploiement", "1,5 M€", 36.0}, {"B", "Non", "Cadrage", {}, 12.0}},
         "=COUNTA($'s'.$A$2:$A$3)",
         "=COUNTIF($'s'.$B$2:$B$3;\"Oui\")",
         "",
         "=AVERAGE($'s'.$E$2:$E$3)/12"},
        {"an error in a column: Calc calls no function",
         {{"A", "Oui", "Déploiement", 1500.0, 36.0},
          {"B", "Non", "Déploiement", Cell::error("#REF!"), Cell::error("#REF!")}},
         "=COUNTA($'s'.$A$2:$A$3)",
         "=COUNTIF($'s'.$B$2:$B$3;\"Oui\")",
         "",
         ""},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.why)
        {
            Cells cells = row.rows;
            cells.insert(cells.begin(), header);
            const auto figures = figuresOf(cells, "s");
            BOOST_TEST(figure(figures, "Projets").formula == row.projects);
            BOOST_TEST(figure(figures, "Projets interministériels").formula == row.interministerial);
            BOOST_TEST(figure(figures, "Coût total (M€)").formula == row.total);
            BOOST_TEST(figure(figures, "Durée moyenne (années)").formula == row.duration);
        }
}

BOOST_AUTO_TEST_CASE(rates_that_no_formula_gives_are_shown_without)
{
    const auto date = [](const char* iso) { return Cell::date(iso); };
    const auto figures = figuresOf(
        {{"Nom du projet", "Phase", "Coût initial (k€)", "Coût actualisé (M€)", "Début", "Fin initiale",
          "Fin"},
         {"A", "Déploiement", 1000.0, 1.1, date("2021-01-01"), date("2022-01-01"), date("2022-03-15")}});
    checkFigures(figures, {{"Glissement budgétaire moyen", "10 %",
                            "méthode « moyen » : 1 sur 1 projet, 0 sans taux", "", Format::percent},
                           {"Glissement calendaire moyen", "20 %",
                            "méthode « moyen » : 1 sur 1 projet, 0 sans taux", "", Format::percent},
                           {"Taux global", "15 %",
                            "moyenne des taux moyens : budgétaire 10 % (n = 1), calendaire 20 % (n = 1)", "",
                            Format::percent}});
    BOOST_TEST(figure(figures, "Écart du taux global à la cible").shown.label.empty()); // no month
}

BOOST_AUTO_TEST_CASE(figures_without_columns_are_left_out)
{
    const std::vector<std::string> expected{"Projets"};
    BOOST_TEST(labels(figuresOf({{"Nom du projet", "Phase", "Zone"}, {"A", "Cadrage", "x"}})) == expected,
               boost::test_tools::per_element());
    const auto withheld = figuresOf({{"Nom du projet", "Phase", "Coût"}, {"A", "Cadrage", 12.0}});
    BOOST_TEST(figure(withheld, "Coût total (M€)").shown.value == "non connu"); // not 0
    BOOST_TEST(figure(withheld, "Coût total (M€)").formula == "");
}

BOOST_AUTO_TEST_CASE(changes_since_an_edition_on_another_sheet)
{
    const auto before =
        namedSheet("2020-02", edition({
                                  {"A", "Oui", "Déploiement", "Publiable", 100.0, 110.0, {}, {}},
                                  {"B", "Non", "Déploiement", "Publiable", 100.0, 130.0, {}, {}},
                              }));
    const auto now = namedSheet("2021-11", edition({
                                               {"A", "Oui", "Déploiement", "Publiable", 100.0, 120.0, {}, {}},
                                               {"C", "Non", "Déploiement", "Publiable", 100.0, 100.0, {}, {}},
                                           }));
    const auto workbook = test::checkedWorkbook(sheetsOf(test::copyOf(before), test::copyOf(now)));
    const std::string names = "$A$2:$A$3", initial = "$E$2:$E$3", updated = "$F$2:$F$3",
                      diffusion = "$D$2:$D$3", old = "$'2020-02'.", cur = "$'2021-11'.";
    const auto rate = [&](const std::string& sheet) {
        return "MEANSLIPPAGE(" + sheet + initial + ";" + sheet + updated + ";\"moyen\";" + sheet + diffusion +
               ")";
    };
    const std::string since = " ; Édition précédente : 2020-02",
                      broken =
                          " ; Attention, rupture de série entre les deux éditions. La définition du coût "
                          "complet a changé avec l’arrêté du 5 juin 2020.";
    const auto figures = figuresOf(*workbook);
    checkFigures(figures, {{"Évolution du coût total (M€)", "-20,00", "de 240,00 à 220,00" + since + broken,
                            "=PORTFOLIOTOTAL(" + cur + updated + ";" + cur + diffusion + ")-PORTFOLIOTOTAL(" +
                                old + updated + ";" + old + diffusion + ")",
                            Format::amount},
                           {"Évolution du glissement budgétaire moyen", "-10,0 points",
                            "de 20 % à 10 %" + since + broken,
                            "=EDITIONDELTA(" + rate(old) + ";" + rate(cur) + ")", Format::points},
                           {"Décomposition de l’évolution du glissement budgétaire",
                            "projets communs +10,0 points, sortants -10,0 points, entrants -10,0 points",
                            "méthode « moyen », les trois parts s’additionnent" + since + broken,
                            "=SLIPPAGEBREAKDOWN(" + old + names + ";" + old + initial + ";" + old + updated +
                                ";" + cur + names + ";" + cur + initial + ";" + cur + updated + ";\"moyen\")",
                            Format::points},
                           {"Renouvellement", "50 %", "entrants : 1 sur 2 projets" + since,
                            "=EDITIONRENEWAL(" + old + names + ";" + cur + names + ")", Format::percent}});
    const auto parts = figure(figures, "Décomposition de l’évolution du glissement budgétaire");
    BOOST_TEST(parts.rows == 4);
    BOOST_TEST(parts.columns == 2);
    BOOST_TEST(figure(figures, "Projets").rows == 1);
    // The same against another file: its figures are numbers then, and parts of two files have no formula.
    std::vector<Sheet> file;
    file.push_back(test::copyOf(before));
    const auto other = test::checkedWorkbook(std::move(file), test::optionsOfToday(), "/ailleurs/avant.ods");
    auto options = test::optionsOfToday();
    options.previous = other.get();
    const auto alone = test::checkedWorkbook(sheetsOf(test::copyOf(now)), options);
    const auto apart = figuresOf(*alone);
    BOOST_TEST(figure(apart, "Évolution du glissement budgétaire moyen").formula ==
               "=EDITIONDELTA(0.2;" + rate(cur) + ")");
    BOOST_TEST(figure(apart, "Évolution du coût total (M€)").shown.basis ==
               "de 240,00 à 220,00 ; Édition précédente : avant.ods" + broken);
    BOOST_TEST(figure(apart, "Décomposition de l’évolution du glissement budgétaire").formula == "");
    BOOST_TEST(figure(apart, "Renouvellement").formula == "");
}

BOOST_AUTO_TEST_CASE(what_names_alone_do_not_tell_has_no_formula)
{
    const auto rows = [](const char* name) {
        return Cells{{"Identifiant", "Nom du projet", "Phase", "Coût initial", "Coût actualisé"},
                     {"P1", name, "Déploiement", 100.0, 110.0},
                     {"P2", "B", "Déploiement", 100.0, 130.0}};
    };
    const auto workbook = test::checkedWorkbook(
        sheetsOf(namedSheet("2021-07", rows("ANCIEN")), namedSheet("2021-11", rows("NOUVEAU"))));
    const auto figures = figuresOf(*workbook);
    BOOST_TEST(figure(figures, "Renouvellement").shown.value == "0 %"); // by identifier
    BOOST_TEST(figure(figures, "Renouvellement").formula == "");
    const auto parts = figure(figures, "Décomposition de l’évolution du glissement budgétaire");
    BOOST_TEST(parts.formula == "");
    BOOST_TEST(parts.shown.value ==
               "projets communs 0,0 points, sortants 0,0 points, entrants 0,0 points"); // and not +0,0
}

BOOST_AUTO_TEST_CASE(published_headlines_stand_beside_the_recomputed_figures)
{
    Cells rows{{"Nom du projet", "Ministère", "Interministériel", "Phase", "Coût", "Durée"}};
    for (const char* ministry : {"Armées", "Justice", "Intérieur"})
        rows.push_back({ministry, ministry, "Oui", "Déploiement", 100.0, 5.0});
    const auto figures = figuresOf(rows, "14-2021-11");
    checkFigures(figures, {{"Publié, édition 14 : projets", "50",
                            figure(figures, "Publié, édition 14 : projets").shown.basis,
                            "=EDITIONFIGURE(14;\"projets\")", Format::count},
                           {"Publié, édition 14 : coût total", "2 620,00",
                            figure(figures, "Publié, édition 14 : coût total").shown.basis,
                            "=EDITIONFIGURE(14;\"coût total\")*1000", Format::amount}});
    BOOST_TEST(figure(figures, "Publié, édition 14 : projets").shown.basis.ends_with(" ; recalculé : 3"));
    // Sources that contradict each other are both told.
    const auto ninth = figuresOf(rows, "9-2019-10");
    std::map<std::string, std::string> durations;
    for (const LiveFigure& found : ninth)
        if (found.shown.label == "Publié, édition 9 : durée moyenne")
            durations[found.shown.value] = found.formula;
    BOOST_TEST(durations.size() == 2U);
    for (const auto& [value, formula] : durations)
        BOOST_TEST(formula.starts_with("=EDITIONFIGURE(9;\"durée moyenne\";\""));
    // A ministry's share is no edition.
    rows.pop_back();
    for (const auto& label : labels(figuresOf(rows, "14-2021-11")))
        BOOST_TEST(!label.starts_with("Publié"));
}

BOOST_AUTO_TEST_CASE(ranges_are_quoted_and_bounded)
{
    const Sheet sheet = namedSheet(
        "d'un an", {{}, {{}, "Nom du projet", "Phase", "Coût"}, {{}, "A", "x", 1.0}, {{}, "B", "y", 2.0}});
    const auto tables = findTables(sheet, test::ruleBook().columns());
    BOOST_REQUIRE(tables.size() == 1U);
    BOOST_TEST(quotedRange(tables[0], Field::cost) == "$'d''un an'.$D$3:$D$4");
    BOOST_TEST(quotedRange(tables[0], Field::zone) == "");
}

BOOST_AUTO_TEST_CASE(no_english_word_in_a_french_text)
{
    const auto workbook = test::checkedWorkbook(sheetsOf(
        namedSheet("2021-11", edition({{"A", "Oui", "Déploiement", "Publiable", 100.0, 110.0, 4.0, 5.0}}))));
    const auto french = figuresOf(*workbook), english = figuresOf(*workbook, Language::english);
    BOOST_REQUIRE(french.size() == english.size());
    for (std::size_t i = 0; i < french.size(); ++i) {
        BOOST_TEST(french[i].formula == english[i].formula); // one form for all languages
        BOOST_TEST(french[i].shown.label != english[i].shown.label);
    }
}

BOOST_AUTO_TEST_SUITE_END()
