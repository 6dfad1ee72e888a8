// Two editions side by side: each part of the sheet, from tables as small as can be.

#include "core/checking/rule_book.hpp"
#include "core/comparison_sheet/comparison_sheet.hpp"
#include "core/consolidation/draft_text.hpp"
#include "core/functions/function.hpp"
#include "core/report/finding_words.hpp"
#include "core/table/csv.hpp"
#include "core/table/portfolio.hpp"
#include "findings_of.hpp"

#include <boost/test/data/test_case.hpp>
#include <fmt/format.h>

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

    SheetDraft sheet(Language language = Language::french) const
    {
        return comparisonSheet(*now->mainTable(), comparisonOf(*now, book().editions()).value(), language);
    }
    std::string text() const { return plainTextOf(sheet(), Language::french); }
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

/// An edition on two sheets, after one that stood on one.
Pair onTwoSheets()
{
    const std::string header =
        "Nom du projet;Ministère porteur;Phase;Date de début;Date de fin initiale;Date de fin "
        "actualisée;Coût initial (M€);Coût actualisé (M€)\n";
    const auto row = [](std::string_view name, std::string_view cost) {
        return fmt::format("{};Justice;Déploiement;2020-01-01;2026-12-31;2026-12-31;10,0;{}\n", name, cost);
    };
    const std::string north = row("ALPHA", "12,0") + row("BETA", "13,0") + row("GAMMA", "14,0"),
                      south = row("DELTA", "15,0") + row("EPSILON", "16,0");
    Pair pair;
    pair.before = checkedSheet(csvSheet(header + north + south), "avant-2021-06.csv", nullptr);
    std::vector<Sheet> sheets;
    for (const auto& [name, rows] : {std::pair("Nord", north), std::pair("Sud", south)}) {
        sheets.push_back(std::move(parseCsv(header + rows, name).value().sheet));
    }
    CheckOptions options;
    options.previous = pair.before.get();
    pair.now = CheckedWorkbook::check("panorama-2021-11.ods", std::move(sheets), book(), options);
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
    {"\nÉdition de novembre 2021, comparée à l’édition de juin 2021 (avant-2021-06.csv)"},
    {"Projets | 5 | 3 | -2"},
    {"Coût total (M€) | 56 | 65 | 16,1 %"},
    {"Glissement budgétaire moyen | 6 % | 13,3 % | +7,3"},
    {"EPSILON | MI | Conception / Réalisation | 30"},
    {"GAMMA | MJ | Terminé | projet terminé | 5"},
    {"DELTA | MC | Déploiement | Abandonné | 8"},
    {"OMEGA | MC | Déploiement | motif non connu | 9"},
    {"ALPHA | Déploiement | Déploiement | 12 | 13 | 8,3 % | 01/01/2024 | 01/01/2025 | 12 | 20 % | "
     "30 % | +10,0 | 0 % | 25,1 % | +25,1"},
    {"D03"},
    {"Répondez « Oui » dans la colonne « Doit sortir » : les taux plancher suivent."},
    {"Projet présent | Phase ou motif de non-publication | Coût prévu au départ (M€) | Coût prévu à ce jour "
     "(M€) | "
     "Durée prévue au départ (jours) | Durée prévue à ce jour (jours) | Doit sortir"},
    {"ALPHA | Déploiement | 10 | 13 | 1 461 | 1 827 | Non"},
    {"BETA | Terminé | 20 | 22 | 1 461 | 1 643 | Oui"},
    {"ALPHA | non | dérive récurrente : le taux passe de 20 % à 30 %"},
    {"EPSILON | oui | nouveau dans le panorama"},
};

BOOST_DATA_TEST_CASE(what_the_sheet_says, boost::unit_test::data::make(lineCases), row)
{
    static const std::string text = editions(before, now).text();
    BOOST_TEST(says(text, row.line), text);
}

// Costs that rose since the edition before, with and without a first forecast, and new projects that drift.
struct WatchCase
{
    const char* before;
    const char* now;
    std::vector<const char*> suggested;
};
std::ostream& operator<<(std::ostream& stream, const WatchCase& row)
{
    return stream << row.before << " / " << row.now;
}

const WatchCase watchCases[] = {
    {",10", ",14.1", {"ALPHA | non | vigilance accrue : coût en hausse de 41 %\n"}},
    {",1", ",1.2", {"ALPHA | non | vigilance accrue : coût en hausse de 20 %\n"}},
    {",10", ",11.9", {}},
    {",10", ",5", {}},
    {",0", ",5", {}},
    {",10", ",En cadrage", {}},
    {"10,11",
     "10,14",
     {"ALPHA | non | vigilance accrue : taux de 40 %\n",
      "ALPHA | non | vigilance accrue : coût en hausse de 27,3 %\n"}},
};

BOOST_DATA_TEST_CASE(rising_costs_are_watched, boost::unit_test::data::make(watchCases), row)
{
    const auto table = [](const char* costs) {
        return fmt::format("Nom du projet,Phase,Coût initial,Coût actualisé\nALPHA,Déploiement,{}\n", costs);
    };
    const std::string text = editions(table(row.before), table(row.now)).text();
    const std::string watched = text.substr(text.find("Vigilance"));
    for (const char* line : row.suggested)
        BOOST_TEST(says(watched, line), line << "\n" << text);
    std::size_t lines = 0;
    for (std::size_t at = watched.find("| non | "); at != std::string::npos;
         at = watched.find("| non | ", at + 1))
        ++lines;
    BOOST_TEST(lines == row.suggested.size(), text);
}

BOOST_AUTO_TEST_CASE(a_new_project_is_suggested_for_its_rate_too)
{
    const std::string header = "Nom du projet,Phase,Coût initial,Coût actualisé\n";
    const std::string text = editions(header + "ALPHA,Déploiement,10,10\n",
                                      header + "ALPHA,Déploiement,10,10\nFOUGÈRE,Déploiement,10,54.8\n")
                                 .text();
    BOOST_TEST(says(text, "FOUGÈRE | non | vigilance accrue : taux de 448 %\n"
                          "FOUGÈRE | non | nouveau dans le panorama\n"),
               text);
}

BOOST_AUTO_TEST_CASE(parts_add_up)
{
    for (const auto& row : editions(before, now).sheet().rows)
        if (row.size() == 5 && row[1].form == NumberForm::points)
            BOOST_TEST(row[1].number + row[2].number + row[3].number == row[4].number,
                       boost::test_tools::tolerance(1e-12));
}

/// Cells of a column of a draft, below each other.
Array cellsOf(const SheetDraft& draft, const CellBlock& block, int column)
{
    std::vector<Value> values;
    for (int row = block.firstRow; row <= block.lastRow; ++row) {
        const DraftCell& cell = draft.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
        values.push_back(cell.kind == DraftCell::Kind::number ? Value(cell.number)
                         : cell.kind == DraftCell::Kind::text ? Value(cell.text)
                                                              : Value());
    }
    const std::size_t rows = values.size();
    return {rows, 1, std::move(values)};
}

/// What a function of ours gives over columns of the list of projects.
double computed(std::string_view function, const SheetDraft& draft, const std::vector<int>& columns)
{
    const Host host{.editions = &book().editions()};
    std::vector<Value> arguments;
    for (const int column : columns)
        arguments.emplace_back(cellsOf(draft, draft.guidance.front().block, column));
    return compute(function, arguments, host).number();
}

// Projects that count, are finished, have a reason to leave, keep their figures back, and have none.
const char* const mixed = HEADER "ALPHA,MI,2020-01-01,2024-01-01,2025-01-01,Déploiement,10,13,,,\n"
                                 "BETA,MJ,2020-01-01,2024-01-01,2024-07-01,Terminé,20,22,,,\n"
                                 "DELTA,MC,2018-01-01,2023-01-01,2023-01-01,Déploiement,8,8,Abandonné,,\n"
                                 "ZÊTA,MC,2018-01-01,2023-01-01,2024-01-01,Révision de trajectoire,7,9,,,\n"
                                 "IOTA,MC,,,,Conception / Réalisation,,3,,,\n";

BOOST_AUTO_TEST_CASE(projects_to_answer_for)
{
    const SheetDraft draft = editions(before, mixed).sheet();
    BOOST_REQUIRE(draft.guidance.size() == 1U);
    const CellGuidance& guidance = draft.guidance.front();
    const CellBlock& block = guidance.block;
    BOOST_TEST((guidance.choices == std::vector<std::string>{"Oui", "Non"}));
    BOOST_TEST((block.firstColumn == 6 && block.lastColumn == 6 && block.lastRow - block.firstRow == 4));
    for (int row = block.firstRow; row <= block.lastRow; ++row)
        BOOST_TEST((draft.rows[static_cast<std::size_t>(row)][6].look == Look::input));
    const std::string list = plainTextOf(draft, Language::french);
    for (const char* line :
         {"\nALPHA | Déploiement | 10 | 13 | 1 461 | 1 827 | Non\n",
          "\nDELTA | Déploiement | 8 | 8 | 1 826 | 1 826 | Oui\n",
          "\nZÊTA | en révision de trajectoire | Non\n", "\nIOTA | Conception / Réalisation | Non\n"})
        BOOST_TEST(says(list, line), line << list);
}

BOOST_AUTO_TEST_CASE(the_floor_is_what_remains)
{
    const Pair pair = editions(before, mixed);
    const SheetDraft draft = pair.sheet();
    const Table& table = pair.now->mainTable()->table;
    for (const auto& [forecasts, column] :
         {std::pair(budgetForecasts(table), 2), {calendarForecasts(table), 4}}) {
        const std::vector<Forecast> stay{forecasts[0], forecasts[3], forecasts[4]};
        const auto all = portfolioSlippage(forecasts, SlippageMethod::mean),
                   rest = portfolioSlippage(stay, SlippageMethod::mean);
        const auto tolerance = boost::test_tools::tolerance(1e-12);
        BOOST_TEST(computed("meanSlippage", draft, {column, column + 1}) == *all.rate, tolerance);
        BOOST_TEST(computed("floorSlippage", draft, {column, column + 1, 6}) == *rest.rate, tolerance);
    }
}

BOOST_AUTO_TEST_CASE(formulas_of_the_floor)
{
    const SheetDraft draft = editions(before, mixed).sheet();
    const int first = draft.guidance.front().block.firstRow + 1;
    const int budget = first - 4; // in Calc's count
    const auto cells = [&](char column) { return fmt::format("{0}{1}:{0}{2}", column, first, first + 4); };
    const auto& ofBudget = draft.rows[static_cast<std::size_t>(budget) - 1];
    const auto& ofCalendar = draft.rows[static_cast<std::size_t>(budget)];
    BOOST_TEST(ofBudget[0].text == "Glissement budgétaire moyen");
    BOOST_TEST(ofBudget[1].text ==
               fmt::format(R"(IFNA(ORG.PANORAMACALC.ADDIN.MEANSLIPPAGE({};{});"non calculable"))", cells('C'),
                           cells('D')));
    BOOST_TEST(says(ofCalendar[2].text, fmt::format("ORG.PANORAMACALC.ADDIN.FLOORSLIPPAGE({};{};{})",
                                                    cells('E'), cells('F'), cells('G'))));
    BOOST_TEST(ofBudget[3].text ==
               fmt::format(R"(IF(COUNT(B{0};C{0})=2;(C{0}-B{0})*100;"non calculable"))", budget));
    for (std::size_t column = 1; column < 5; ++column)
        BOOST_TEST((ofBudget[column].kind == DraftCell::Kind::formula));
}

BOOST_AUTO_TEST_CASE(only_the_columns_that_the_table_has)
{
    const char* table =
        "Nom du projet,Ministère,Phase,Coût initial,Coût actualisé\nALPHA,MI,Déploiement,8,9\n";
    const std::string text = editions(table, table).text();
    BOOST_TEST(says(text, "Coût prévu à ce jour (M€) | Doit sortir\nALPHA | Déploiement | 8 | 9 | Non\n"),
               text);
    const std::string unknown =
        "Glissement calendaire moyen | non calculable | non calculable | non calculable";
    BOOST_TEST(says(text, unknown + "\n"), text);
    BOOST_TEST(says(text, unknown + " | pas de prévisions initiale et actuelle côte à côte\n"), text);
}

// What a rate is computed from, in its own unit: a converted figure would differ from the durations that the
// rest of the product shows.
struct UnitCase
{
    const char* rows;
    const char* labels;
    const char* listed;
};
std::ostream& operator<<(std::ostream& stream, const UnitCase& row)
{
    return stream << row.rows;
}

const UnitCase unitCases[] = {
    {"ALPHA,Déploiement,2022-02-01,2025-12-31,2027-12-31,,\n",
     "Durée prévue au départ (jours) | Durée prévue à ce jour (jours)",
     "ALPHA | Déploiement | 1 429 | 2 159 | "},
    {"ALPHA,Déploiement,2022-02-01,,,4,5.5\n",
     "Durée prévue au départ (années) | Durée prévue à ce jour (années)", "ALPHA | Déploiement | 4 | 5,5 | "},
    {"ALPHA,Déploiement,2022-02-01,2025-12-31,2027-12-31,,\nBETA,Déploiement,2022-02-01,,,4,5.5\n",
     "Durée prévue au départ (jours, ou années sans dates) | Durée prévue à ce jour (jours, ou années sans "
     "dates)",
     "ALPHA | Déploiement | 1 429 | 2 159 | Non\nBETA | Déploiement | 4 | 5,5 | "},
};

BOOST_DATA_TEST_CASE(durations_in_the_unit_of_their_rate, boost::unit_test::data::make(unitCases), row)
{
    const std::string table =
        std::string(
            "Nom du projet,Phase,Début,Fin initiale,Fin actualisée,Durée initiale,Durée actualisée\n") +
        row.rows;
    const std::string text = editions(table, table).text();
    BOOST_TEST(says(text, row.labels), text);
    BOOST_TEST(says(text, row.listed), text);
}

// An entrant, a leaver and a project of both without a number say why; an empty cell would leave it open.
BOOST_AUTO_TEST_CASE(costs_that_are_withheld_say_why)
{
    const char* header = "Nom du projet,Ministère,Phase,Diffusion,Coût actualisé\n";
    const std::string text =
        editions(std::string(header) + "ALPHA,MI,Déploiement,Publiable,9\nPARTI,MJ,Déploiement,Révision de "
                                       "trajectoire,\n",
                 std::string(header) + "ALPHA,MI,Déploiement,Appel d’offres en cours,\nÉCROU,MJ,Cadrage,En "
                                       "cadrage,\nSANS,MJ,Déploiement,Publiable,\n")
            .text();
    for (const char* words :
         {"ÉCROU | MJ | Cadrage | en cadrage\n", "SANS | MJ | Déploiement | non renseigné\n",
          "PARTI | MJ | Déploiement | motif non connu | en révision de trajectoire\n",
          "ALPHA | Déploiement | Déploiement | 9 | en cours d’appel d’offres"})
        BOOST_TEST(says(text, words), words << "\n" << text);
}

// Two files' rows of one project, kept by the consolidation.
BOOST_AUTO_TEST_CASE(projects_that_stand_twice_are_named)
{
    const char* header = "ID,Nom du projet,Phase,Coût actualisé\n";
    const std::string twice = std::string(header) +
                              "P1,CONFLUENCE,Déploiement,31\nP2,ALPHA,Déploiement,3\n"
                              "P1,Confluence,Déploiement,34.5\nP3,BÊTA,Cadrage,\nP4,BETA,Cadrage,\n";
    const std::string once = std::string(header) + "P2,ALPHA,Déploiement,3\n";
    const std::string text = editions(once, twice).text();
    for (const char* words : {"Édition de novembre 2021 : 2 lignes portent l’identifiant « P1 » (CONFLUENCE, "
                              "Confluence). Chacune "
                              "compte dans les nombres, les coûts et les taux.\n",
                              "Édition de novembre 2021 : 2 lignes portent le nom « BÊTA ». Chacune compte"})
        BOOST_TEST(says(text, words), words << "\n" << text);
    BOOST_TEST(!says(text, "le nom « CONFLUENCE »"));
    BOOST_TEST(says(editions(twice, once).text(), "Édition de juin 2021 : 2 lignes portent l’identifiant"));
    BOOST_TEST(!says(editions(once, once).text(), "lignes portent"));
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
    BOOST_TEST(says(text, "Coût total (M€) | non calculable | non calculable | non calculable"), text);
    BOOST_TEST(says(text, "Glissement budgétaire moyen | non calculable | non calculable"), text);
    BOOST_TEST(!says(text, "Doit sortir"), text);
}

BOOST_AUTO_TEST_CASE(an_edition_on_several_sheets_is_compared_as_a_whole)
{
    const Pair pair = onTwoSheets();
    const auto comparison = comparisonOf(*pair.now, book().editions()).value();
    BOOST_TEST(comparison.totalNow.value() == 70.0);
    BOOST_TEST(comparison.totalNow.value() == pair.now->mainTable()->figures.total.value());
    BOOST_TEST(comparison.totalBefore.value() == 70.0);
    BOOST_TEST(comparison.leaving.empty());
    BOOST_TEST(comparison.entering.empty());
    BOOST_TEST(comparison.candidates.empty());
    const std::string text = pair.text();
    for (const char* words :
         {"Projets | 5 | 5 | 0", "les listes de projets sont celles de la feuille « Nord »",
          "l’évolution n’est pas décomposée"})
        BOOST_TEST(says(text, words), words << "\n" << text);
    for (const CheckedTable& checked : pair.now->tables())
        for (const Finding& finding : checked.findings)
            BOOST_TEST(!finding.rule->id.starts_with("D"), messageOf(finding, Language::french));
}

BOOST_AUTO_TEST_CASE(the_sheet_is_no_table_of_projects)
{
    for (const Language language : {Language::french, Language::english}) {
        const Sheet sheet = csvSheet(csvOf(editions(before, now).sheet(language)));
        BOOST_TEST(findTables(sheet, book().columns()).empty());
    }
}

BOOST_AUTO_TEST_CASE(published_editions, *boost::unit_test::precondition(test::sharedDataIsThere))
{
    const auto first = sharedFile("editions/08-2019-03.csv"), second = sharedFile("editions/14-2021-12.csv");
    Pair pair;
    pair.before = checkedSheet(std::move(readCsv(first).value().sheet), "08-2019-03.csv", nullptr);
    pair.now = checkedSheet(std::move(readCsv(second).value().sheet), "14-2021-12.csv", pair.before.get());
    const std::string text = pair.text();
    for (const char* words : {"rupture de série", "Projets | 48 | 50 | 2", "renommage proposé", "SIV | "})
        BOOST_TEST(says(text, words), words << "\n" << text);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace panorama::test
