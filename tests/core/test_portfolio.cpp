#include "core/table/portfolio.hpp"
#include "findings_of.hpp"

#include <boost/test/tools/floating_point_comparison.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace panorama;
using test::Cell;
using test::Cells;

namespace {

const auto veryClose = boost::test_tools::tolerance(1e-12);

PortfolioFigures figuresOf(const Sheet& sheet)
{
    const auto tables = findTables(sheet, test::library().columns);
    BOOST_REQUIRE(tables.size() == 1U);
    return portfolioFigures(tables[0]);
}

} // namespace

BOOST_AUTO_TEST_SUITE(portfolio)

BOOST_AUTO_TEST_CASE(key_figures_of_a_published_table)
{
    const auto figures = figuresOf(test::sheetOf({
        {"Nom du projet", "Interministériel", "Phase", "Coût", "Durée"},
        {"A", "Oui", "Déploiement", 10.1, 3.0},
        {"B", "Non", "Déploiement", 20.2, 5.0},
        {"C", "oui", "Cadrage", 400.0,
         7.0}, // in cadrage: its cost does not count, its published duration does
        {"D", "Non", "Déploiement", "Non communiqué", 4.0}, // the cost alone is kept back
        {"E", {}, "Déploiement", "NA", {}},                 // nobody says why
        {"F", "Non", "Déploiement", "30,3", "6"},           // numbers as text are numbers
        {"Total", {}, {}, 60.6, {}},
    }));
    BOOST_TEST(figures.projects == 6U);
    BOOST_TEST(figures.interministerial.value() == 2U);
    BOOST_TEST(figures.total.value() == 60.6, veryClose);
    BOOST_TEST(figures.costsCounted == 3U);
    BOOST_TEST(figures.withheld == 2U);
    BOOST_TEST(figures.costsMissing == 1U);
    BOOST_TEST(figures.meanDuration.value() == 5, veryClose); // of 3, 5, 7, 4 and 6 years
    BOOST_TEST(figures.durationsCounted == 5U);
    BOOST_TEST(!figures.budget);
    BOOST_TEST(!figures.calendar);
}

BOOST_AUTO_TEST_CASE(what_a_table_does_not_say_is_not_known)
{
    const auto figures =
        figuresOf(test::sheetOf({{"Nom du projet", "Description", "Zone"}, {"A", "x", "y"}}));
    BOOST_TEST(figures.projects == 1U);
    BOOST_TEST(!figures.interministerial);
    BOOST_TEST(!figures.total);
    BOOST_TEST(!figures.meanDuration);
    BOOST_TEST(!figures.budget);

    const auto withheld =
        figuresOf(test::sheetOf({{"Nom du projet", "Phase", "Coût"}, {"A", "Cadrage", 12.0}}));
    BOOST_TEST(!withheld.total); // not 0
    BOOST_TEST(withheld.withheld == 1U);
}

BOOST_AUTO_TEST_CASE(slippage_of_an_internal_portfolio)
{
    const auto date = [](const char* iso) { return Cell::date(iso); };
    const auto figures = figuresOf(test::sheetOf({
        {"Nom du projet", "Phase", "Diffusion", "Coût initial", "Coût actualisé", "Début", "Fin initiale",
         "Fin actualisée"},
        {"A", "Déploiement", "Publiable", 100.0, 110.0, date("2021-01-01"), date("2022-01-01"),
         date("2022-03-15")},
        {"B", "Déploiement", "Publiable", 200.0, 260.0, date("2021-01-01"), date("2022-01-01"),
         date("2022-01-01")},
        {"C", "Cadrage", "Publiable", 50.0, 90.0, date("2021-01-01"), date("2022-01-01"), date("2023-01-01")},
        {"D", "Déploiement", "Révision de trajectoire", 50.0, 90.0, {}, {}, {}},
        {"E", "Déploiement", "Publiable", 50.0, {}, date("2021-01-01"), date("2022-01-01"), {}},
        {"F", "Déploiement", "Publiable", 0.0, 90.0, date("2022-01-01"), date("2021-01-01"),
         date("2023-01-01")}, // defects of this row
    }));
    BOOST_REQUIRE((figures.budget && figures.calendar));
    BOOST_TEST(figures.budget->rate.value() == 0.2, veryClose);
    BOOST_TEST(figures.budget->used == 2U);
    BOOST_TEST(figures.budget->excluded == 4U);
    BOOST_TEST(figures.calendar->rate.value() == 0.1, veryClose); // 73 days of 365, and none
    BOOST_TEST(figures.calendar->used == 2U);
    BOOST_TEST(figures.calendar->excluded == 4U);
    BOOST_TEST(figures.total.value() == 460.0, veryClose); // updated costs of A, B and F
    BOOST_TEST(figures.withheld == 2U);
    BOOST_TEST(figures.costsMissing == 1U);
}

BOOST_AUTO_TEST_CASE(slippage_of_durations_in_years)
{
    const auto figures = figuresOf(test::sheetOf({{"Nom du projet", "Durée initiale", "Durée actualisée"},
                                                  {"A", 4.0, 5.0},
                                                  {"B", 2.0, 2.5},
                                                  {"C", 3.0, "NA"}}));
    BOOST_REQUIRE(figures.calendar.has_value());
    BOOST_TEST(figures.calendar->rate.value() == 0.25, veryClose);
    BOOST_TEST(figures.calendar->used == 2U);
    BOOST_TEST(figures.calendar->excluded == 1U);
}

BOOST_AUTO_TEST_CASE(key_figures_of_the_published_editions,
                     *boost::unit_test::precondition(test::sharedDataIsThere))
{
    constexpr struct
    {
        const char* file;
        std::size_t projects;
        std::size_t interministerial;
        double total; // to the cent
        double years; // to two decimals
        std::string_view layout;
    } rows[] = {
        {"editions/01-2016-11.csv", 57, 18, 2292.90, 6.22, "dashboard"},
        {"editions/03-2017-06.csv", 61, 20, 2561.10, 5.96, "dashboard"},
        {"editions/06-2018-07.csv", 56, 20, 2553.58, 6.57, "dashboard"},
        {"editions/08-2019-03.csv", 48, 13, 1636.40, 6.56, "dashboard"},
        {"editions/14-2021-12.csv", 50, 5, 2511.86, 6.06, "dashboard"},
        {"official/edition-01-2016-11.csv", 57, 18, 2292.90, 6.22, "open-data"},
        {"official/edition-03-2017-06.csv", 61, 20, 2561.10, 5.96, "open-data"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.file)
        {
            const auto file = test::sharedFile(row.file);
            const auto csv = readCsv(file);
            BOOST_REQUIRE(csv.has_value());
            const auto tables = findTables(csv->sheet, test::library().columns);
            BOOST_REQUIRE(tables.size() == 1U);
            BOOST_REQUIRE(tables[0].layout());
            BOOST_TEST(tables[0].layout()->id == row.layout);
            BOOST_TEST(tables[0].unrecognised().empty());
            const auto figures = portfolioFigures(tables[0]);
            BOOST_TEST(figures.projects == row.projects);
            BOOST_TEST(figures.interministerial.value() == row.interministerial);
            BOOST_TEST(std::round(figures.total.value() * 100) / 100 == row.total, veryClose);
            BOOST_TEST(std::round(figures.meanDuration.value() * 100) / 100 == row.years, veryClose);
        }
}

BOOST_AUTO_TEST_CASE(headlines_of_the_published_editions_are_told_from_their_rows,
                     *boost::unit_test::precondition(test::sharedDataIsThere))
{
    const struct
    {
        const char* file;
        const char* pack;
        std::string_view edition;
        std::vector<std::string> found; // of P01 and P02
    } rows[] = {
        {"editions/01-2016-11.csv", "dashboard", "2016-11", {}},
        {"editions/03-2017-06.csv", "dashboard", "2017-06", {}},
        {"editions/06-2018-07.csv", "dashboard", "2018-07", {}},
        {"editions/08-2019-03.csv", "dashboard", "2019-03", {"P01 error A1"}}, // 48 rows, 46 announced
        {"editions/14-2021-12.csv", "dashboard", "2021-12", {"P02 error H1"}}, // 2511.86, 2620 announced
        {"official/edition-01-2016-11.csv", "open-data", "2016-11", {}},
        {"official/edition-03-2017-06.csv", "open-data", "2017-06", {}},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.file)
        {
            const auto file = test::sharedFile(row.file);
            const auto csv = readCsv(file);
            BOOST_REQUIRE(csv.has_value());
            auto found = test::findingsOf(csv->sheet, row.pack, "P01", row.edition);
            for (auto& total : test::findingsOf(csv->sheet, row.pack, "P02", row.edition))
                found.push_back(total);
            BOOST_TEST(found == row.found, boost::test_tools::per_element());
        }
}

BOOST_AUTO_TEST_SUITE_END()
