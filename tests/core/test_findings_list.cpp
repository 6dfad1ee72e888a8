#include "core/live/findings_list.hpp"
#include "live_workbooks.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>
#include <vector>

using namespace panorama;
using test::Cell;
using test::Cells;
using test::namedSheet;
using test::sheetsOf;

namespace {

/// A rule or heading and its cells, group after group: "F05 B3 B5".
std::vector<std::string> groups(const FindingsList& list, bool headings = false)
{
    std::vector<std::string> lines;
    for (const auto& group : list.groups) {
        lines.push_back(headings ? group.heading : group.key);
        for (const Finding* finding : group.findings)
            lines.back() += " " + (headings ? finding->rule->id + ":" : std::string()) + a1(finding->place);
    }
    return lines;
}

// F05: phase not in the list; F04: cost neither number nor keyword; F01: spaces at the end of a name.
const Cells faulty{{"Nom du projet", "Phase", "Coût"},
                   {"ALPHA ", "Déploiement", "beaucoup"},
                   {"BETA", "Rêverie", "énormément"},
                   {"GAMMA", "Songe", 12.0}};

LiveResult judged(std::vector<Sheet> sheets)
{
    return {.workbook = test::checkedWorkbook(std::move(sheets)),
            .comparison = {},
            .changed = {},
            .changedRows = {}};
}

/// The list of some rules only: other rules may have words for these sheets too.
std::vector<std::string> only(std::vector<std::string> lines, const std::vector<std::string_view>& starts)
{
    std::erase_if(lines, [&](const std::string& line) {
        for (const auto start : starts)
            if (line.starts_with(start)) return false;
        return true;
    });
    return lines;
}

} // namespace

BOOST_AUTO_TEST_SUITE(findings_list)

BOOST_AUTO_TEST_CASE(the_gravest_rules_come_first_and_cells_in_their_order)
{
    const auto list = listFindings(judged(sheetsOf(namedSheet("s", faulty))), "s", {});
    const std::vector<std::string> expected{"F04 C2 C3", "F05 B3 B4", "F01 A2"};
    BOOST_TEST(only(groups(list), {"F01", "F04", "F05"}) == expected, boost::test_tools::per_element());
    std::size_t shown = 0;
    for (const auto& group : list.groups)
        shown += group.findings.size();
    BOOST_TEST(list.shown == shown);
    BOOST_TEST(list.hidden == 0U);
    for (std::size_t i = 1; i < list.groups.size(); ++i)
        BOOST_TEST((list.groups[i - 1].worst <= list.groups[i].worst));
}

BOOST_AUTO_TEST_CASE(by_project_in_the_order_of_the_rows)
{
    FindingsFilter filter;
    filter.byProject = true;
    filter.lowest = Severity::error;
    filter.text = "F0"; // what is missing of the table is not about projects
    const auto list = listFindings(judged(sheetsOf(namedSheet("s", faulty))), "s", filter);
    const std::vector<std::string> expected{"ALPHA F04:C2", "BETA F05:B3 F04:C3", "GAMMA F05:B4"};
    BOOST_TEST(groups(list, true) == expected, boost::test_tools::per_element());
    BOOST_TEST(list.hidden > 0U);
}

BOOST_AUTO_TEST_CASE(what_the_user_searches_for)
{
    const auto result = judged(sheetsOf(namedSheet("s", faulty)));
    const struct
    {
        std::string text;
        std::vector<std::string> found;
    } rows[] = {
        {"f05", {"F05 B3 B4"}},     {"BETA", {"F04 C3", "F05 B3"}},
        {"bêta phase", {"F05 B3"}}, {"phase beta", {"F05 B3"}},
        {"C2", {"F04 C2"}},         {"rien de tel", {}},
        {"rêverie", {"F05 B3"}},    {"  ", {"F04 C2 C3", "F05 B3 B4"}},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.text)
        {
            FindingsFilter filter;
            filter.text = row.text;
            const auto list = listFindings(result, "s", filter);
            BOOST_TEST(only(groups(list), {"F04", "F05"}) == row.found, boost::test_tools::per_element());
        }
}

BOOST_AUTO_TEST_CASE(rows_judged_alone_take_the_place_of_the_old_ones)
{
    Cells corrected = faulty;
    corrected[2] = {"BETA", "Déploiement", "trop"};
    LiveResult result = judged(sheetsOf(namedSheet("s", faulty), namedSheet("t", faulty)));
    result.changed = test::checkedWorkbook(sheetsOf(namedSheet("s", {corrected[0], {}, corrected[2]})));
    result.changedRows = {{"s", 2}};
    const std::vector<std::string> now{"F04 C2 C3", "F05 B4"}, before{"F04 C2 C3", "F05 B3 B4"};
    const auto list = listFindings(result, "s", {});
    BOOST_TEST(only(groups(list), {"F04", "F05"}) == now, boost::test_tools::per_element());
    // Another sheet has nothing to do with it, and one without a table shows what the main table's shows.
    BOOST_TEST(only(groups(listFindings(result, "t", {})), {"F04", "F05"}) == before,
               boost::test_tools::per_element());
    BOOST_TEST(only(groups(listFindings(result, "vide", {})), {"F04", "F05"}) == now,
               boost::test_tools::per_element());
    // The project just typed stays where it is.
    FindingsFilter filter;
    filter.byProject = true;
    filter.lowest = Severity::error;
    filter.text = "F0"; // what is missing of the table is not about projects
    const std::vector<std::string> byProject{"ALPHA F04:C2", "BETA F04:C3", "GAMMA F05:B4"};
    BOOST_TEST(groups(listFindings(result, "s", filter), true) == byProject,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(accepted_findings_do_not_make_a_group_grave)
{
    const auto result =
        judged(sheetsOf(namedSheet("s", {{"Nom du projet", "Phase", "Coût"}, {"ALPHA", "Rêverie", 12.0}}),
                        namedSheet("acceptations", {{"Règle", "Nom du projet", "Motif", "Accepté par"},
                                                    {"F05", "ALPHA", "vu en comité", "M. Dupont"}})));
    const auto list = listFindings(result, "s", {});
    bool found = false;
    for (const auto& group : list.groups)
        if (group.key == "F05") {
            found = true;
            BOOST_TEST(group.findings.front()->accepted.has_value());
            BOOST_TEST((group.worst == Severity::information));
        }
    BOOST_TEST(found);
}

BOOST_AUTO_TEST_CASE(nothing_judged_gives_nothing_and_a_cancelled_list_ends)
{
    BOOST_TEST(listFindings({}, "s", {}).groups.empty());
    Cells many{faulty[0]};
    for (int i = 0; i < 3000; ++i)
        many.push_back({"PROJET", "Rêverie", "beaucoup"});
    const auto result = judged(sheetsOf(namedSheet("s", many)));
    int asked = 0;
    const auto list = listFindings(result, "s", {}, [&] { return ++asked > 1; });
    BOOST_TEST(asked == 2);
    BOOST_TEST(list.shown > 0U);
    BOOST_TEST(list.shown < 3000U);
}

BOOST_AUTO_TEST_CASE(a_list_keeps_what_it_points_into)
{
    FindingsList list;
    {
        const auto result = judged(sheetsOf(namedSheet("s", faulty)));
        list = listFindings(result, "s", {});
    }
    BOOST_TEST(only(groups(list), {"F05"}).front() == "F05 B3 B4");
    BOOST_TEST(list.source.workbook.use_count() == 1);
}

BOOST_AUTO_TEST_CASE(the_same_problem_has_the_same_identity_in_another_check)
{
    const auto identities = [](const LiveResult& result) {
        std::vector<std::string> list;
        for (const Finding& finding : result.workbook->mainTable()->findings)
            list.push_back(identityOf(finding));
        return list;
    };
    const auto first = identities(judged(sheetsOf(namedSheet("s", faulty)))),
               second = identities(judged(sheetsOf(namedSheet("s", faulty))));
    BOOST_TEST(first == second, boost::test_tools::per_element());
    auto sorted = first;
    std::sort(sorted.begin(), sorted.end());
    BOOST_TEST((std::unique(sorted.begin(), sorted.end()) == sorted.end()));
}

BOOST_AUTO_TEST_SUITE_END()
