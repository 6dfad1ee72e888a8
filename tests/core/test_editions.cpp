#include "core/checking/edition_choice.hpp"
#include "findings_of.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace panorama;
using namespace std::chrono;
using test::library;

namespace {

using Values = std::vector<double>; ///< none: not known; two: the sources contradict each other

Values publishedOf(const EditionTable::Edition& edition, std::string_view figure)
{
    Values values;
    for (const auto& published : edition.of(library().editions.figure(figure).value()))
        if (std::find(values.begin(), values.end(), published.value) == values.end())
            values.push_back(published.value);
    std::sort(values.begin(), values.end());
    return values;
}

std::string complaint(std::string_view xml)
{
    const auto table = EditionTable::parse(xml, "editions.xml");
    if (table) return "";
    return std::to_string(static_cast<int>(table.error().problem)) + " " +
           std::to_string(table.error().line) + " " + table.error().subject;
}

std::string expected(DataProblem problem, int line, std::string_view subject)
{
    return std::to_string(static_cast<int>(problem)) + " " + std::to_string(line) + " " +
           std::string(subject);
}

} // namespace

BOOST_AUTO_TEST_SUITE(editions)

// The fact table of the published editions: rates in percent, as it has them.
BOOST_AUTO_TEST_CASE(every_published_figure_is_there_and_no_other)
{
    const struct
    {
        int number;
        int year;
        unsigned month;
        Values projects;
        Values interministerial;
        Values total;
        Values years;
        Values calendar;
        Values budget;
        Values entering;
        Values leaving;
    } rows[] = {
        {1, 2016, 11, {57}, {18}, {2.29}, {6.2}, {0.38}, {0.32}, {}, {}},
        {2, 2017, 2, {61}, {19}, {2.51}, {6.1}, {0.43}, {0.31}, {}, {}},
        {3, 2017, 6, {61}, {20}, {2.56}, {6.0}, {0.21}, {0.25}, {}, {}},
        {4, 2017, 11, {61}, {21}, {2.63}, {6.2}, {0.22}, {0.25}, {1}, {1}},
        {5, 2018, 3, {61}, {21}, {2.83}, {6.2}, {0.29}, {0.26, 0.264}, {2}, {1}},
        {6, 2018, 7, {56}, {20}, {2.55}, {6.6}, {0.317}, {0.309}, {}, {}},
        {7, 2018, 11, {54}, {17}, {1.78}, {6.3}, {0.254}, {0.202}, {}, {}},
        {8, 2019, 3, {46}, {13}, {1.64}, {6.6}, {0.364}, {0.322}, {}, {}},
        {9, 2019, 10, {47}, {12}, {1.58}, {6.9, 7.1}, {0.361}, {0.356}, {4}, {4}},
        {10, 2020, 2, {44}, {8}, {1.56}, {}, {}, {}, {}, {}},
        {11, 2020, 6, {}, {}, {}, {}, {0.256, 0.266}, {0.366}, {}, {}},
        {12, 2020, 11, {43}, {}, {1.86}, {}, {0.246}, {0.284}, {}, {}},
        {13, 2021, 7, {49}, {3}, {2.35}, {6.5}, {0.216}, {0.193}, {13}, {}},
        {14, 2021, 11, {50}, {5}, {2.62}, {6.1}, {0.154}, {0.135}, {5}, {4}},
        {16, 2022, 12, {54}, {3}, {3.09}, {6.2}, {}, {0.24}, {}, {}},
        {18, 2023, 12, {48}, {}, {3.602}, {6.2}, {0.191}, {0.108}, {4}, {8}},
        {19, 2024, 6, {45}, {}, {3.8}, {6.2}, {}, {0.175}, {}, {}},
        {20, 2024, 12, {45}, {}, {3.3}, {6.3}, {}, {0.065}, {4}, {4}},
    };
    const auto& table = library().editions;
    BOOST_TEST(table.editions().size() == std::size(rows));
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT("edition " << row.number)
        {
            const auto* edition = table.find(row.number);
            BOOST_REQUIRE(edition);
            BOOST_TEST((edition->date == year(row.year) / month(row.month)));
            const std::pair<std::string_view, const Values&> figures[] = {
                {"projects", row.projects}, {"interministerial", row.interministerial},
                {"total", row.total},       {"mean_duration", row.years},
                {"calendar", row.calendar}, {"budget", row.budget},
                {"entering", row.entering}, {"leaving", row.leaving}};
            for (const auto& [figure, values] : figures)
                BOOST_TEST_CONTEXT(figure)
                {
                    BOOST_TEST(publishedOf(*edition, figure) == values, boost::test_tools::per_element());
                    const auto agreed = edition->agreed(table.figure(figure).value());
                    BOOST_TEST((agreed == (values.size() == 1 ? std::optional(values[0]) : std::nullopt)));
                }
        }
}

BOOST_AUTO_TEST_CASE(unknown_editions_are_none)
{
    for (const int number : {0, -1, 15, 17, 21, 1000})
        BOOST_TEST_CONTEXT(number) BOOST_TEST(!library().editions.find(number));
}

BOOST_AUTO_TEST_CASE(the_edition_of_a_month_may_be_a_month_away)
{
    constexpr struct
    {
        int year;
        unsigned month;
        int number; // 0: none
    } rows[] = {{2021, 11, 14}, {2021, 12, 14}, {2021, 10, 14}, {2021, 9, 0}, {2022, 1, 0},
                {2017, 2, 2},   {2016, 12, 1},  {2017, 1, 2},   {2022, 6, 0}};
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.year << "-" << row.month)
        {
            const auto* edition = library().editions.near(year(row.year) / month(row.month));
            BOOST_TEST((edition ? edition->number : 0) == row.number);
        }
}

BOOST_AUTO_TEST_CASE(figures_and_sources_are_known_by_every_name)
{
    constexpr std::string_view figures[][3] = {{"projects", "projets", "PROJECTS"},
                                               {"interministerial", "interministériels", "Interministeriels"},
                                               {"total", "coût total", "total cost"},
                                               {"mean_duration", "durée moyenne", "mean duration"},
                                               {"calendar", "glissement calendaire", "calendar slippage"},
                                               {"budget", "glissement budgétaire", "Budget slippage"},
                                               {"entering", "entrants", "entering"},
                                               {"leaving", "sortants", "leaving"}};
    for (const auto& names : figures)
        for (const auto name : names)
            BOOST_TEST_CONTEXT(name)
            {
                const auto figure = library().editions.figure(name);
                BOOST_REQUIRE(figure.has_value());
                BOOST_TEST(library().editions.figures()[*figure].id == names[0]);
            }
    BOOST_TEST(!library().editions.figure("couleur"));
    BOOST_TEST(!library().editions.figure(""));
    BOOST_TEST((library().editions.source("tableau de bord") == library().editions.source("dashboard")));
    BOOST_TEST(!library().editions.source("rumeur"));
}

BOOST_AUTO_TEST_CASE(breaks_lie_between_editions)
{
    const struct
    {
        int earlier;
        int later;
        std::vector<int> breaks; // the last edition before each
    } rows[] = {
        {1, 2, {}},     {2, 3, {2}},  {3, 4, {}},     {3, 5, {}},   {5, 6, {5}},  {6, 7, {}},
        {7, 8, {7}},    {8, 11, {}},  {11, 12, {11}}, {12, 14, {}}, {13, 14, {}}, {1, 20, {2, 5, 7, 11}},
        {4, 9, {5, 7}}, {14, 14, {}},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.earlier << " | " << row.later)
        {
            std::vector<int> found;
            for (const auto& one : library().editions.breaksBetween(row.earlier, row.later))
                found.push_back(one.after);
            BOOST_TEST(found == row.breaks, boost::test_tools::per_element());
        }
    // verified in official publications, or inferred
    for (const auto& one : library().editions.breaksBetween(1, 20))
        BOOST_TEST_CONTEXT("break after " << one.after)
    BOOST_TEST(one.certain == (one.after == 2 || one.after == 7));
}

BOOST_AUTO_TEST_CASE(the_target_of_a_year_is_the_last_announced)
{
    constexpr struct
    {
        int year;
        std::optional<double> rate;
    } rows[] = {{2020, {}}, {2021, 0.25}, {2022, 0.15}, {2023, {}}, {2024, {}}};
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.year) BOOST_TEST((library().editions.target(year(row.year)) == row.rate));
}

BOOST_AUTO_TEST_CASE(a_faulty_table_is_refused_with_its_line)
{
    const std::string name = "<name xml:lang=\"fr\">s</name><name xml:lang=\"en\">s</name>";
    const std::string reason = "<reason xml:lang=\"fr\">a</reason><reason xml:lang=\"en\">b</reason></break>";
    const std::string head = "<editions date=\"2026-11-22\">\n<source id=\"s\">" + name +
                             "</source>\n<figure id=\"p\" unit=\"rate\">" + name + "</figure>\n";
    const auto within = [&](std::string_view line) { return head + std::string(line) + "\n</editions>"; };
    const struct
    {
        std::string xml;
        DataProblem problem;
        int line;
        std::string_view subject;
    } rows[] = {
        {"", DataProblem::notXml, 0, "XML_ERROR_EMPTY_DOCUMENT"},
        {"<columns/>", DataProblem::missingElement, 1, "editions"},
        {"<editions/>", DataProblem::missingAttribute, 1, "date"},
        {within("<edition date=\"2021-11\"/>"), DataProblem::missingAttribute, 4, "number"},
        {within("<edition number=\"x\" date=\"2021-11\"/>"), DataProblem::badValue, 4, "x"},
        {within("<edition number=\"2.5\" date=\"2021-11\"/>"), DataProblem::badValue, 4, "2.5"},
        {within("<edition number=\"1\" date=\"2021-13\"/>"), DataProblem::badValue, 4, "2021-13"},
        {within("<edition number=\"1\" date=\"novembre\"/>"), DataProblem::badValue, 4, "novembre"},
        {within("<edition number=\"1\" date=\"2021-11\" colour=\"red\"/>"), DataProblem::unknownAttribute, 4,
         "colour"},
        {within("<edition number=\"1\" date=\"2021-11\"/>\n<edition number=\"1\" date=\"2021-12\"/>"),
         DataProblem::duplicate, 5, "1"},
        {within(
             "<edition number=\"1\" date=\"2021-11\">\n<value figure=\"q\" source=\"s\">1</value></edition>"),
         DataProblem::unknownReference, 5, "q"},
        {within(
             "<edition number=\"1\" date=\"2021-11\">\n<value figure=\"p\" source=\"t\">1</value></edition>"),
         DataProblem::unknownReference, 5, "t"},
        {within("<edition number=\"1\" date=\"2021-11\">\n<value figure=\"p\" "
                "source=\"s\">beaucoup</value></edition>"),
         DataProblem::badValue, 5, "beaucoup"},
        {within("<edition number=\"1\" date=\"2021-11\">\n<value figure=\"p\" source=\"s\">13.5 "
                "%</value></edition>"),
         DataProblem::badValue, 5, "13.5 %"}, // would be 1350 %
        {within("<edition number=\"1\" date=\"2021-11\">\n<rumour/></edition>"), DataProblem::unknownElement,
         5, "rumour"},
        {within("<figure id=\"q\" unit=\"francs\">" + name + "</figure>"), DataProblem::badValue, 4,
         "francs"},
        {within("<figure id=\"q\" unit=\"count\"><name xml:lang=\"fr\">q</name></figure>"),
         DataProblem::missingText, 4, "name"},
        {within("<break after=\"1\" before=\"2\">" + reason), DataProblem::missingAttribute, 4, "certain"},
        {within("<break after=\"1\" before=\"2\" certain=\"perhaps\">" + reason), DataProblem::badValue, 4,
         "perhaps"},
        {within("<target by=\"2021-12\" announced=\"2020-12\" rate=\"x\" source=\"s\"/>"),
         DataProblem::badValue, 4, "x"},
        {within("<target by=\"2021-12\" announced=\"2020-12\" rate=\"0.25\" source=\"t\"/>"),
         DataProblem::unknownReference, 4, "t"},
        {within("<rumour/>"), DataProblem::unknownElement, 4, "rumour"},
    };
    BOOST_TEST(complaint(within("<edition number=\"1\" date=\"2021-11\"/>")) == "");
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.xml)
    BOOST_TEST(complaint(row.xml) == expected(row.problem, row.line, row.subject));
}

BOOST_AUTO_TEST_CASE(the_next_edition_is_proposed)
{
    const struct
    {
        Date day;
        YearMonth edition;
    } rows[] = {
        {2026y / January / 1, 2026y / June},
        {2026y / June / 30, 2026y / June},
        {2026y / July / 1, 2026y / December},
        {2026y / December / 31, 2026y / December},
    };
    for (const auto& row : rows)
        BOOST_TEST((proposedEdition(row.day) == row.edition));
}

BOOST_AUTO_TEST_SUITE_END()
