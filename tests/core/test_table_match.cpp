// Projects of two editions: what is matched, what is proposed, what is told apart.

#include "core/editions/table_match.hpp"
#include "findings_of.hpp"

#include <algorithm>

namespace panorama {

namespace {

using test::Cell;
using test::Cells;

constexpr const char* words = "Le projet rénove les salles informatiques du ministère et regroupe les "
                              "serveurs des directions dans un centre unique";
constexpr const char* others = "Les agents des douanes déclarent leurs contrôles sur un poste mobile relié "
                               "aux fichiers des autres administrations";

/// Name, start, cost, description, identifier, former names.
struct ListedProject
{
    const char* name;
    const char* start;
    double cost;
    const char* description = words;
    const char* identifier = "";
    const char* former = "";
};

Sheet sheetOf(const std::vector<ListedProject>& projects)
{
    Cells cells{
        {"Nom du projet", "Début", "Coût estimé", "Description", "Identifiant", "Anciens noms", "Phase"}};
    for (const ListedProject& project : projects)
        cells.push_back({project.name, Cell::date(project.start), project.cost, project.description,
                         project.identifier, project.former, "Déploiement"});
    return test::sheetOf(cells);
}

/// "2=1" a match, "renamed 1>2", "successor", "split", "merged", "out 1", "in 2": rows from 1.
std::string described(const std::vector<ListedProject>& before, const std::vector<ListedProject>& now,
                      const EditionPair::Renames& renames = {})
{
    const Sheet first = sheetOf(before), second = sheetOf(now);
    const auto tableBefore = findTables(first, test::library().columns),
               tableNow = findTables(second, test::library().columns);
    const TableMatch match(tableBefore.front(), tableNow.front(), renames);
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    const auto rows = [](const std::vector<std::size_t>& list) {
        std::string joined;
        for (const std::size_t row : list)
            joined += (joined.empty() ? "" : "+") + std::to_string(row + 1);
        return joined;
    };
    for (std::size_t row = 0; row < match.nowMatches().size(); ++row)
        if (const auto same = match.nowMatches()[row])
            add(std::to_string(*same + 1) + "=" + std::to_string(row + 1));
    constexpr const char* kinds[] = {"renamed ", "successor ", "split ", "merged "};
    for (const Proposal& proposal : match.proposals())
        add(kinds[static_cast<int>(proposal.kind)] + rows(proposal.before) + ">" + rows(proposal.now));
    if (!match.leaving().empty()) add("out " + rows(match.leaving()));
    if (!match.entering().empty()) add("in " + rows(match.entering()));
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(table_match)

BOOST_AUTO_TEST_CASE(projects_are_known_again)
{
    const struct
    {
        const char* what;
        std::vector<ListedProject> before, now;
        std::string found;
        EditionPair::Renames renames = {};
    } rows[] = {
        {"the same name, whatever its case",
         {{"Opale", "2018-01-01", 12}},
         {{"OPALE ", "2018-01-01", 12}},
         "1=1"},
        {"the same name, re-scoped",
         {{"Opale", "2018-01-01", 40}},
         {{"Opale", "2020-01-01", 9, others}},
         "1=1"},
        {"an identifier before a name",
         {{"Opale", "2018-01-01", 12, words, "X1"}, {"Ambre", "2019-01-01", 14, others, "X2"}},
         {{"Ambre", "2018-01-01", 12, words, "X1"}, {"Opale", "2019-01-01", 14, others, "X2"}},
         "1=1, 2=2"},
        {"a former name",
         {{"Opale", "2018-01-01", 12}},
         {{"Ambre", "2020-05-01", 30, others, "", "Onyx ; Opale"}},
         "1=1"},
        {"a confirmed renaming",
         {{"Opale", "2018-01-01", 12}},
         {{"Ambre", "2020-05-01", 30, others}},
         "1=1",
         {{"opale", "AMBRE"}}},
        {"a new name, the rest the same",
         {{"Opale", "2018-01-01", 12.4}},
         {{"Ambre", "2018-01-01", 12.4}},
         "renamed 1>1"},
        {"a new name, the cost grown",
         {{"Opale", "2018-01-01", 12.4}},
         {{"Ambre", "2018-01-01", 15.1}},
         "renamed 1>1"},
        {"a sign for a letter",
         {{"Mistr@l", "2018-01-01", 12.4, ""}},
         {{"Mistral paie", "2018-01-01", 12.4, ""}},
         "renamed 1>1"},
        {"nothing in common",
         {{"Opale", "2018-01-01", 12}},
         {{"Ambre", "2020-05-01", 30, others}},
         "out 1, in 1"},
        {"the same start alone",
         {{"Opale", "2018-01-01", 12}},
         {{"Ambre", "2018-01-01", 30, others}},
         "out 1, in 1"},
        {"a second phase",
         {{"Opale", "2015-01-01", 33}},
         {{"Opale phase II", "2020-05-01", 12}},
         "successor 1>1, out 1, in 1"},
        {"the description of an ancestor",
         {{"Opale", "2015-01-01", 33}},
         {{"Ambre", "2020-05-01", 12}},
         "successor 1>1, out 1, in 1"},
        {"one made into two",
         {{"Opale", "2018-01-01", 30}},
         {{"Opale noyau", "2018-01-01", 18, words}, {"Opale mobile", "2019-06-01", 12, others}},
         "split 1>1+2"},
        {"two made into one",
         {{"Opale noyau", "2018-01-01", 18, words}, {"Opale mobile", "2019-06-01", 12, others}},
         {{"Opale", "2018-01-01", 30}},
         "merged 1+2>1"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what) BOOST_TEST(described(row.before, row.now, row.renames) == row.found);
}

BOOST_AUTO_TEST_CASE(the_surest_renaming_comes_first)
{
    const Sheet before = sheetOf({{"Opale", "2018-01-01", 12.4}, {"Onyx", "2019-01-01", 7.7, others}});
    const Sheet now = sheetOf({{"Jade", "2019-01-01", 9.5, others}, {"Ambre", "2018-01-01", 12.4}});
    const auto first = findTables(before, test::library().columns),
               second = findTables(now, test::library().columns);
    const auto renames = proposedRenames(first.front(), second.front());
    BOOST_REQUIRE(renames.size() == 2u);
    BOOST_TEST(renames[0].before == "Opale");
    BOOST_TEST(renames[0].after == "Ambre");
    BOOST_TEST(renames[0].confidence >= renames[1].confidence);
    for (const auto& rename : renames) {
        BOOST_TEST(rename.confidence >= 0.5);
        BOOST_TEST(rename.confidence < 1.0);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace panorama
