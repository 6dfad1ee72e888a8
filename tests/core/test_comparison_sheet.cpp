// Two editions side by side: each part of the sheet, from tables as small as can be.

#include "core/checking/rule_book.hpp"
#include "core/comparison/comparison_sheet.hpp"
#include "core/consolidation/draft_text.hpp"
#include "core/table/csv.hpp"
#include "findings_of.hpp"

#include <boost/test/data/test_case.hpp>

namespace panorama::test {

namespace {

const RuleBook& book()
{
    static const auto book = required(RuleBook::load(sourceFolder / "extension"));
    return *book;
}

/// A pair of editions, checked.
struct Pair
{
    std::unique_ptr<CheckedWorkbook> before, now;

    SheetDraft sheet(Language language = Language::french, const std::vector<std::string>& leavers = {}) const
    {
        const CheckedTable& main = *now->mainTable();
        const auto comparison =
            compare(*main.earlier, main.table, main.edition, book().editions(), main.earlierName);
        return comparisonSheet(main, comparison, language, leavers);
    }
    std::string text(const std::vector<std::string>& leavers = {}) const
    {
        return plainTextOf(sheet(Language::french, leavers), Language::french);
    }
};

std::unique_ptr<CheckedWorkbook> checkedSheet(Sheet sheet, const std::string& name,
                                              const CheckedWorkbook* previous,
                                              const EditionPair::Renames& renames = {})
{
    std::vector<Sheet> sheets;
    sheets.push_back(std::move(sheet));
    CheckOptions options;
    options.previous = previous;
    options.renames = renames;
    return CheckedWorkbook::check(name, std::move(sheets), book(), options);
}

Pair editions(std::string_view before, std::string_view now, const EditionPair::Renames& renames = {})
{
    Pair pair;
    pair.before = checkedSheet(csvSheet(before), "avant-2021-06.csv", nullptr);
    pair.now = checkedSheet(csvSheet(now), "panorama-2021-11.csv", pair.before.get(), renames);
    return pair;
}

bool says(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

#define HEADER                                                                                                \
    "Nom du projet,Ministère porteur,Date de début,Fin initiale,Fin actualisée,Phase,Coût initial,Coût " \
    "actualisé,Motif de sortie,Liste de vigilance,Date de recalage\n"

const char* const before = HEADER "ALPHA,MI,2020-01-01,2024-01-01,2024-01-01,Déploiement,10,12,,,\n"
                                  "BETA,MJ,2020-01-01,2024-01-01,2024-07-01,Déploiement,20,22,,,\n"
                                  "GAMMA,MJ,2018-01-01,2021-05-01,2021-05-01,Terminé,5,5,,,\n"
                                  "DELTA,MC,2018-01-01,2023-01-01,2023-01-01,Déploiement,8,8,Abandonné,,\n"
                                  "OMEGA,MC,2019-01-01,2023-01-01,2023-01-01,Déploiement,9,9,,,\n";
const char* const now =
    HEADER "ALPHA,MI,2020-01-01,2024-01-01,2025-01-01,Déploiement,10,13,,,\n"
           "BETA,MJ,2020-01-01,2024-01-01,2024-07-01,Terminé,20,22,,,\n"
           "EPSILON,MI,2021-06-01,2022-03-01,2022-03-01,Conception / Réalisation,30,30,,x,\n";

} // namespace

BOOST_AUTO_TEST_SUITE(comparison_sheet)

struct LineCase
{
    const char* line;
};
std::ostream& operator<<(std::ostream& stream, const LineCase& row)
{
    return stream << row.line;
}

const LineCase lineCases[] = {
    {"édition de novembre 2021, comparée à l’édition de juin 2021 (avant-2021-06.csv)"},
    {"Projets | 5 | 3 | -2"},
    {"Coût total (M€) | 56 | 65 | 16,1 %"},
    {"Taux d’écart budgétaire moyen | 6 % | 13,3 % | +7,3"},
    {"EPSILON | MI | 30 | Conception / Réalisation"},
    {"GAMMA | MJ | 5 | Terminé | projet terminé"},
    {"DELTA | MC | 8 | Déploiement | Abandonné"},
    {"OMEGA | MC | 9 | Déploiement | motif non connu"},
    {"ALPHA | 12 | 13 | 8,3 % | 01/01/2024 | 01/01/2025 | 12 | Déploiement | Déploiement | 20 % | 30 % | "
     "+10,0 | 0 % | 25,1 % | +25,1"},
    {"D03"},
    {"Projets ôtés : BETA"},
    {"Taux d’écart budgétaire moyen | 13,3 % | 15 % | +1,7 | méthode « moyen » : 2 sur 2 projets, 0 sans "
     "taux"},
    {"ALPHA | non | dérive récurrente : le taux passe de 20 % à 30 %"},
    {"EPSILON | oui | nouveau dans le panorama"},
};

BOOST_DATA_TEST_CASE(what_the_sheet_says, boost::unit_test::data::make(lineCases), row)
{
    static const std::string text = editions(before, now).text();
    BOOST_TEST(says(text, row.line), text);
}

BOOST_AUTO_TEST_CASE(parts_add_up)
{
    for (const auto& row : editions(before, now).sheet().rows)
        if (row.size() == 5 && row[1].form == NumberForm::points)
            BOOST_TEST(row[1].number + row[2].number + row[3].number == row[4].number,
                       boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(leavers_by_name)
{
    const std::string text = editions(before, now).text({"alpha", "INCONNU"});
    BOOST_TEST(says(text, "Projets ôtés : ALPHA"), text);
    BOOST_TEST(says(text, "non trouvés dans le tableau : INCONNU"), text);
    BOOST_TEST(says(text, "| 13,3 % | 5 % | -8,3"), text);
}

BOOST_AUTO_TEST_CASE(renamings)
{
    const char* long_ago = "Projet,Description,Début,Coût,Phase\n"
                           "SÉGUR-FONTENOY,Regrouper les centres de données du ministère dans un site unique "
                           "et sûr,2019-01-01,14.5,Déploiement\n";
    const char* today = "Projet,Description,Début,Coût,Phase\n"
                        "SEGUR,Regrouper les centres de données du ministère dans un site unique et "
                        "sûr,2019-01-01,14.5,Déploiement\n";
    const std::string proposed = editions(long_ago, today).text();
    BOOST_TEST(says(proposed, "SÉGUR-FONTENOY | SEGUR | renommage proposé | "), proposed);
    BOOST_TEST(says(proposed, "même description"), proposed);
    const std::string confirmed = editions(long_ago, today, {{"SÉGUR-FONTENOY", "SEGUR"}}).text();
    BOOST_TEST(says(confirmed, "SÉGUR-FONTENOY | SEGUR | confirmé"), confirmed);
}

BOOST_AUTO_TEST_CASE(a_table_without_figures)
{
    const std::string text =
        editions("Projet,Ministère,Phase\nALPHA,MI,Cadrage\n", "Projet,Ministère,Phase\nALPHA,MI,Cadrage\n")
            .text();
    BOOST_TEST(says(text, "Pas de taux dans les deux éditions"), text);
    BOOST_TEST(says(text, "le plancher est le taux lui-même"), text);
}

BOOST_AUTO_TEST_CASE(the_sheet_is_no_table_of_projects)
{
    for (const Language language : {Language::french, Language::english}) {
        const Sheet sheet = csvSheet(csvOf(editions(before, now).sheet(language)));
        BOOST_TEST(findTables(sheet, book().columns()).empty());
    }
}

BOOST_AUTO_TEST_CASE(published_editions)
{
    const auto first = sharedFile("editions/08-2019-03.csv"), second = sharedFile("editions/14-2021-12.csv");
    if (first.empty() || second.empty()) return;
    Pair pair;
    pair.before = checkedSheet(std::move(readCsv(first)->sheet), "08-2019-03.csv", nullptr);
    pair.now = checkedSheet(std::move(readCsv(second)->sheet), "14-2021-12.csv", pair.before.get());
    const std::string text = pair.text();
    for (const char* words : {"rupture de série", "Projets | 48 | 50 | 2", "renommage proposé", "SIV | "})
        BOOST_TEST(says(text, words), words << "\n" << text);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace panorama::test
