#include "core/live/project_view.hpp"
#include "core/table/portfolio.hpp"
#include "core/words/shown_values.hpp"
#include "live_workbooks.hpp"

#include <boost/test/tools/floating_point_comparison.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <vector>

using namespace panorama;
using test::Cell;
using test::Cells;
using test::namedSheet;
using test::sheetsOf;

namespace {

const auto veryClose = boost::test_tools::tolerance(1e-12);

Cell date(const char* iso)
{
    return Cell::date(iso);
}

/// "Libellé = valeur [base]" for each figure, with plain spaces.
std::vector<std::string> lines(const std::vector<ShownFigure>& figures)
{
    std::vector<std::string> list;
    for (const auto& figure : figures)
        list.push_back(figure.label + " = " + figure.value +
                       (figure.basis.empty() ? "" : " [" + figure.basis + "]"));
    return list;
}

std::vector<std::string> plain(std::vector<std::string> texts)
{
    for (auto& text : texts)
        for (auto at = text.find("\xC2\xA0"); at != std::string::npos; at = text.find("\xC2\xA0"))
            text.replace(at, 2, " ");
    return texts;
}

Sheet internalSheet()
{
    return namedSheet(
        "2021-11",
        {{"Identifiant", "Nom du projet", "Phase", "Diffusion", "Coût initial (k€)", "Coût actualisé",
          "Début", "Fin initiale", "Fin actualisée", "Dépensé", "Date de réception du dossier",
          "Jours de suspension", "Date de l'avis", "Régime de l'avis"},
         {"P1",
          "ALPHA",
          "Déploiement",
          "Publiable",
          10000.0,
          12.5,
          date("2020-01-01"),
          date("2022-01-01"),
          date("2024-03-01"),
          5.0,
          date("2021-01-31"),
          10.0,
          date("2021-02-15"),
          {}},
         {"P2",
          "BETA",
          "Conception / Réalisation",
          "Révision de trajectoire",
          20000.0,
          30.0,
          date("2020-01-01"),
          date("2022-01-01"),
          date("2023-01-01"),
          {},
          {},
          {},
          {},
          {}},
         {"P3", "GAMMA", "Cadrage", "En cadrage", {}, 0.0, {}, {}, {}, {}, {}, {}, {}, {}},
         {"Total", {}, {}, {}, 30000.0, 42.5, {}, {}, {}, {}, {}, {}, {}, {}},
         {"P4",
          "DELTA",
          "Déploiement",
          "Publiable",
          0.0,
          "Non communiqué",
          {},
          {},
          {},
          {},
          {},
          {},
          {},
          "hors champ"}});
}

} // namespace

BOOST_AUTO_TEST_SUITE(project_view)

BOOST_AUTO_TEST_CASE(the_project_is_that_of_the_cursors_row)
{
    const auto workbook = test::checkedWorkbook(sheetsOf(internalSheet(), namedSheet("notes", {{"ALPHA"}})));
    constexpr struct
    {
        std::string_view sheet;
        Place cursor;
        std::string_view name; // empty: no project
    } rows[] = {
        {"2021-11", {1, 1}, "ALPHA"}, {"2021-11", {1, 0}, "ALPHA"}, {"2021-11", {2, 30}, "BETA"},
        {"2021-11", {0, 1}, ""},      {"2021-11", {4, 1}, ""},      {"2021-11", {5, 1}, "DELTA"},
        {"2021-11", {6, 1}, ""},      {"notes", {0, 0}, ""},        {"nulle part", {1, 1}, ""},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.sheet << " " << a1(row.cursor))
        {
            const auto view = projectAt(*workbook, nullptr, std::string(row.sheet), row.cursor);
            BOOST_TEST((view ? view->now.name : std::string()) == row.name);
        }
}

BOOST_AUTO_TEST_CASE(of_tables_side_by_side_the_one_under_the_cursor)
{
    const auto workbook = test::checkedWorkbook(
        sheetsOf(namedSheet("s", {{"Nom du projet", "Phase", "Coût", {}, "Nom du projet", "Phase", "Coût"},
                                  {"A", "Déploiement", 10.0, {}, "B", "Déploiement", 20.0}})));
    BOOST_TEST(workbook->tables().size() == 2U);
    BOOST_TEST(projectAt(*workbook, nullptr, "s", {1, 2}).value().now.name == "A");
    BOOST_TEST(projectAt(*workbook, nullptr, "s", {1, 4}).value().now.name == "B");
    BOOST_TEST(projectAt(*workbook, nullptr, "s", {1, 6}).value().now.name == "B");
}

BOOST_AUTO_TEST_CASE(a_fiche_has_its_one_project_everywhere)
{
    const auto workbook = test::checkedWorkbook(sheetsOf(namedSheet("fiche", {{"Nom du projet", "ALPHA"},
                                                                              {"Phase", "Déploiement"},
                                                                              {"Coût initial", 10.0},
                                                                              {"Coût actualisé", 12.0}})));
    const auto view = projectAt(*workbook, nullptr, "fiche", {40, 12});
    BOOST_REQUIRE(view.has_value());
    BOOST_TEST(view->now.name == "ALPHA");
    BOOST_TEST(view->now.budgetRate.value() == 0.2, veryClose);
}

BOOST_AUTO_TEST_CASE(the_figures_of_a_project)
{
    const auto workbook = test::checkedWorkbook(sheetsOf(internalSheet()));
    const auto alpha = projectAt(*workbook, nullptr, "2021-11", {1, 1}).value();
    BOOST_TEST(alpha.initialCost.value() == 10, veryClose); // k€ in the sheet
    BOOST_TEST(alpha.now.cost.value() == 12.5, veryClose);
    BOOST_TEST(alpha.now.budgetRate.value() == 0.25, veryClose);
    BOOST_TEST(alpha.calendarRate.value() == 790.0 / 731, veryClose);
    BOOST_TEST((alpha.band == CostBand::from9to20));
    BOOST_TEST((alpha.opinion.due == Date(std::chrono::year(2021) / 3 / 10)));
    for (const Finding* finding : alpha.findings)
        BOOST_TEST(finding->place.row == 1);

    const auto beta = projectAt(*workbook, nullptr, "2021-11", {2, 1}).value();
    BOOST_TEST((beta.now.withheld == Withheld::revision));
    BOOST_TEST(beta.now.cost.value() == 30, veryClose); // known, though not for publication
    BOOST_TEST(!beta.now.budgetRate);
    BOOST_TEST(!beta.calendarRate);
    BOOST_TEST((beta.band == CostBand::undisclosed));

    const auto gamma = projectAt(*workbook, nullptr, "2021-11", {3, 1}).value();
    BOOST_TEST((gamma.now.withheld == Withheld::cadrage));
    BOOST_TEST(!gamma.now.cost); // 0 says nothing here
    BOOST_TEST((gamma.band == CostBand::cadrage));
    BOOST_TEST(gamma.opinion.status.empty());

    const auto delta = projectAt(*workbook, nullptr, "2021-11", {5, 1}).value();
    BOOST_TEST((delta.now.withheld == Withheld::other)); // by the cost cell alone
    BOOST_TEST(!delta.now.budgetRate);
    BOOST_TEST(delta.opinion.status == "hors champ");
}

BOOST_AUTO_TEST_CASE(the_figures_in_words)
{
    const auto workbook = test::checkedWorkbook(sheetsOf(internalSheet()));
    const struct
    {
        int row;
        Language language;
        std::vector<std::string> shown;
    } rows[] = {
        {1,
         Language::french,
         {"Phase = Déploiement", "Coût initial = 10 M€", "Coût complet actuel = 12,5 M€",
          "Tranche de coût = entre 9 et 20 M€", "Glissement budgétaire = 25 %",
          "Glissement calendaire = 108,1 %", "Durée prévue = 4,2 ans", "Fin prévue = mars 2024",
          "Dépensé = 5 M€ [40 % du coût actuel]", "Avis « article 3 » = avis conforme attendu au dossier",
          "Avis rendu le = 15/02/2021", "Réponse attendue avant le = 10/03/2021"}},
        {2,
         Language::french,
         {"Phase = Conception / Réalisation",
          "Coût initial = en révision de trajectoire [dans la feuille : 20 M€]",
          "Coût complet actuel = en révision de trajectoire [dans la feuille : 30 M€]",
          "Tranche de coût = Non communiqué", "Glissement budgétaire = en révision de trajectoire",
          "Glissement calendaire = en révision de trajectoire", "Durée prévue = 3 ans",
          "Fin prévue = janvier 2023", "Dépensé = en révision de trajectoire",
          "Avis « article 3 » = avis conforme attendu au dossier", "Avis rendu le = pas encore"}},
        {3,
         Language::english,
         {"Phase = Cadrage", "Initial cost = in cadrage (not yet framed)",
          "Full cost now = in cadrage (not yet framed)", "Cost band = En cadrage",
          "Budget slippage = in cadrage (not yet framed)", "Calendar slippage = in cadrage (not yet framed)",
          "Spent = in cadrage (not yet framed)", "Opinion given on = not yet"}},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.row)
        {
            const auto view = projectAt(*workbook, nullptr, "2021-11", {row.row, 1}).value();
            BOOST_TEST(plain(lines(shownProject(view, row.language))) == row.shown,
                       boost::test_tools::per_element());
        }
}

BOOST_AUTO_TEST_CASE(what_the_sheet_has_no_columns_for_is_left_out)
{
    const auto workbook = test::checkedWorkbook(sheetsOf(
        namedSheet("s", {{"Nom du projet", "Phase", "Coût", "Durée"}, {"A", "Déploiement", 3.0, 1.0}})));
    const std::vector<std::string> expected{"Phase = Déploiement", "Coût complet actuel = 3 M€",
                                            "Tranche de coût = moins de 5 M€", "Durée prévue = 1 an",
                                            "Avis « article 3 » = non requis"};
    BOOST_TEST(plain(lines(shownProject(projectAt(*workbook, nullptr, "s", {1, 0}).value(),
                                        Language::french))) == expected,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_course_of_a_project_over_the_editions)
{
    const auto earlier = test::checkedWorkbook(
        sheetsOf(namedSheet("Feuille1", {{"Identifiant", "Nom du projet", "Phase", "Coût", "Durée"},
                                         {"P9", "VIEUX NOM", "Cadrage", "En cadrage", {}},
                                         {"P8", "AUTRE", "Cadrage", 3.0, 2.0}})),
        test::optionsOfToday(), "/quelque/part/edition-12-2020-11.ods");
    const Cells header{{"Identifiant", "Nom du projet", "Anciens noms", "Phase", "Coût initial",
                        "Coût actualisé", "Début", "Fin actualisée"}};
    const auto with = [&](Cells rows) {
        rows.insert(rows.begin(), header.front());
        return rows;
    };
    const auto workbook = test::checkedWorkbook(sheetsOf(
        namedSheet(
            "2021-11",
            with({{{}, "TROIS", "DEUX", "Déploiement", 10.0, 12.5, date("2020-01-01"), date("2024-03-15")},
                  {"P8", "AUTRE", {}, "Déploiement", 3.0, 3.0, {}, {}}})),
        namedSheet("2021-07", with({{"P9", "DEUX", {}, "Conception", 10.0, 11.0, {}, {}},
                                    {"P7", "TROISIEME", {}, "Conception", 10.0, 11.0, {}, {}}})),
        namedSheet("brouillon", with({{{}, "Trois", {}, "Déploiement", 10.0, {}, {}, {}}}))));
    const auto view = projectAt(*workbook, earlier.get(), "2021-11", {1, 1}).value();
    const std::vector<std::string> french{
        "novembre 2020 (fichier « edition-12-2020-11.ods ») : en cadrage, sous le nom « VIEUX NOM »",
        "juillet 2021 (feuille « 2021-07 ») : 11 M€, Conception, glissement budgétaire 10 %, "
        "sous le nom « DEUX »",
        "novembre 2021 (feuille « 2021-11 ») : 12,5 M€, fin 03/2024, Déploiement, glissement budgétaire 25 %",
        "édition sans date (feuille « brouillon ») : coût non connu, Déploiement"};
    BOOST_TEST(plain(shownCourse(view, Language::french)) == french, boost::test_tools::per_element());
    const auto english = plain(shownCourse(view, Language::english));
    BOOST_REQUIRE(english.size() == 4U);
    BOOST_TEST(english[2] ==
               "November 2021 (sheet “2021-11”): 12.5 M€, end March 2024, Déploiement, budget slippage 25%");
    BOOST_TEST(view.course[2].current);
    BOOST_TEST(view.course[0].otherFile);
}

BOOST_AUTO_TEST_CASE(a_mere_proposal_is_no_course)
{
    const auto edition = [](const char* name) {
        return Cells{{"Nom du projet", "Phase", "Description", "Coût", "Début"},
                     {name, "Déploiement", "Refonte du système de paie des agents de l'État", 42.0,
                      date("2019-05-01")},
                     {"AUTRE", "Déploiement", "Autre chose", 12.0, date("2018-01-01")}};
    };
    const auto workbook = test::checkedWorkbook(
        sheetsOf(namedSheet("2021-11", edition("PAIE 2")), namedSheet("2021-07", edition("OSIRIS"))));
    BOOST_TEST(projectAt(*workbook, nullptr, "2021-11", {1, 0}).value().course.size() == 1U);
    BOOST_TEST(projectAt(*workbook, nullptr, "2021-11", {2, 0}).value().course.size() == 2U);
    const auto confirmed = test::checkedWorkbook(
        sheetsOf(namedSheet("2021-11", edition("PAIE 2")), namedSheet("2021-07", edition("OSIRIS")),
                 namedSheet("renommages", {{"Ancien nom", "Nouveau nom"}, {"Osiris", "Paie 2"}})));
    BOOST_TEST(projectAt(*confirmed, nullptr, "2021-11", {1, 0}).value().course.size() == 2U);
    BOOST_TEST(projectAt(*confirmed, nullptr, "2021-07", {1, 0}).value().course.size() == 2U);
}

BOOST_AUTO_TEST_CASE(rates_of_a_row_are_those_of_the_portfolio)
{
    std::mt19937 random(3);
    const auto oneOf = [&](std::vector<Cell> cells) { return cells[random() % cells.size()]; };
    Cells rows{{"Nom du projet", "Phase", "Diffusion", "Coût initial", "Coût actualisé", "Coût",
                "Début initial", "Début", "Fin initiale", "Fin actualisée", "Fin", "Durée initiale",
                "Durée actualisée", "Durée"}};
    for (int i = 0; i < 400; ++i) {
        const auto cost = [&] { return oneOf({{}, 0.0, 10.0, 12.5, "En cadrage", "NA", "20,5", -3.0}); };
        const auto day = [&] {
            return oneOf({{}, date("2019-01-01"), date("2021-06-01"), date("2024-01-01"), "NA"});
        };
        const auto years = [&] { return oneOf({{}, 0.0, 2.0, 3.5, "NA"}); };
        rows.push_back({"Projet", oneOf({{}, "Cadrage", "Déploiement", "Déploiement"}),
                        oneOf({{}, "Publiable", "Publiable", "Autre motif"}), cost(), cost(), cost(), day(),
                        day(), day(), day(), day(), years(), years(), years()});
    }
    const auto workbook = test::checkedWorkbook(sheetsOf(namedSheet("s", rows)));
    const Table& table = workbook->tables().front().table;
    const auto rateOf = [](const Forecast& forecast) {
        return forecast.isUsed(SlippageMethod::mean)
                   ? std::optional(*slippage(*forecast.initial, *forecast.updated))
                   : std::nullopt;
    };
    const auto budget = budgetForecasts(table), calendar = calendarForecasts(table);
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const auto view = projectAt(*workbook, nullptr, "s", {static_cast<int>(row) + 1, 0}).value();
        BOOST_TEST_CONTEXT("row " << row + 2)
        {
            BOOST_TEST((view.now.budgetRate == rateOf(budget[row])));
            BOOST_TEST((view.calendarRate == rateOf(calendar[row])));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
