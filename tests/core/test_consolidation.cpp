// Many files made one portfolio: what comes together, what is told and what is kept.

#include "core/checking/rule_book.hpp"
#include "core/consolidation/consolidation_drafts.hpp"
#include "core/consolidation/draft_text.hpp"
#include "core/table/csv_text.hpp"
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

/// A file with one sheet, as it comes from the reader.
FileReport file(const std::string& name, std::vector<Sheet> sheets)
{
    FileReport report;
    report.file = name;
    report.workbook = CheckedWorkbook::check(name, std::move(sheets), book(), {});
    if (!report.workbook->mainTable()) report.problem = FileProblem::noTable;
    return report;
}

FileReport csvFile(const std::string& name, std::string_view text)
{
    std::vector<Sheet> sheets;
    sheets.push_back(csvSheet(text));
    return file(name, std::move(sheets));
}

FileReport calcFile(const std::string& name, const Cells& cells)
{
    std::vector<Sheet> sheets;
    sheets.push_back(sheetOf(cells));
    return file(name, std::move(sheets));
}

template <typename... Reports>
std::vector<FileReport> files(Reports&&... reports)
{
    std::vector<FileReport> all;
    (all.push_back(std::forward<Reports>(reports)), ...);
    return all;
}

/// The portfolio as CSV, without the columns of origin.
std::string portfolio(const std::vector<FileReport>& reports)
{
    SheetDraft draft = portfolioDraft(consolidate(reports, book().columns(), book().nomenclatures()),
                                      book().columns(), Language::french);
    for (auto& row : draft.rows)
        row.resize(row.size() - 3);
    std::string text = csvOf(draft);
    std::erase(text, '\r');
    return text;
}

std::string followUp(const std::vector<FileReport>& reports, Language language = Language::french)
{
    const auto made = consolidate(reports, book().columns(), book().nomenclatures());
    return plainTextOf(consolidationFollowUp(made, book().columns(), language), language);
}

std::string counts(const std::vector<FileReport>& reports)
{
    const auto made = consolidate(reports, book().columns(), book().nomenclatures());
    return fmt::format("{} projects, {} nil, {} conflicts, {} duplicates, {} unread", made.projects(),
                       made.nilReturns(), made.conflicts(), made.duplicates(), made.unread.size());
}

bool says(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(consolidation)

BOOST_AUTO_TEST_CASE(common_headers_and_units)
{
    const auto all = files(
        csvFile("a.csv", "Projet,Ministère,Phase,Coût (k€),Début\nALPHA,MI,Déploiement,12500,2021-04-01\n"),
        calcFile("b.ods", {{"Nom du projet", "Phase", "Coût estimé (M€)", "Durée (mois)", "Direction"},
                           {"BETA", "Cadrage", "En cadrage", 30.0, "DSI"}}));
    BOOST_TEST(portfolio(all) == "Nom du projet,Ministère porteur,Début,Durée prévisionnelle,Phase du projet "
                                 "en cours,Coût estimé,Direction\n"
                                 "ALPHA,MI,2021-04-01,,Déploiement,12.5,\n"
                                 "BETA,,,2.5,Cadrage,En cadrage,DSI\n");
    const std::string told = followUp(all);
    for (const char* words : {"« Coût (k€) » : montants convertis en M€",
                              "« Durée (mois) » : durées converties en années", "« Direction »"})
        BOOST_TEST(says(told, words), words);
}

BOOST_AUTO_TEST_CASE(origin_of_each_row)
{
    const auto all =
        files(csvFile("dossier/a.csv", "Titre\n\nProjet,Phase,Coût\nALPHA,Cadrage,\nBETA,Cadrage,\n"));
    const auto made = consolidate(all, book().columns(), book().nomenclatures());
    BOOST_TEST_REQUIRE(made.rows.size() == 2);
    BOOST_TEST((made.rows[1].origin == Consolidation::Origin{"dossier/a.csv", "fichier", 5}));
    const auto draft = portfolioDraft(made, book().columns(), Language::french);
    const auto& row = draft.rows.at(2);
    BOOST_TEST(row[row.size() - 3].text == "a.csv");
    BOOST_TEST(row.back().number == 5);
}

struct MeetingCase
{
    const char* name;
    const char* first;
    const char* second;
    const char* expected;
};
std::ostream& operator<<(std::ostream& stream, const MeetingCase& row)
{
    return stream << row.name;
}

const MeetingCase meetingCases[] = {
    {"same row", "ID,Projet,Phase,Coût\nP1,ALPHA,Cadrage,10\n", "ID,Projet,Phase,Coût\nP1,ALPHA,Cadrage,10\n",
     "2 projects, 0 nil, 0 conflicts, 1 duplicates, 0 unread"},
    {"another cost", "ID,Projet,Phase,Coût\nP1,ALPHA,Cadrage,10\n",
     "ID,Projet,Phase,Coût\nP1,ALPHA,Cadrage,11\n", "2 projects, 0 nil, 1 conflicts, 0 duplicates, 0 unread"},
    {"another unit, same cost", "Projet,Phase,Coût (M€)\nALPHA,Cadrage,10\n",
     "Projet,Phase,Coût (k€)\nALPHA,Cadrage,10000\n",
     "2 projects, 0 nil, 0 conflicts, 1 duplicates, 0 unread"},
    {"spelling only", "Projet,Phase,Coût\nÉtalon,Déploiement,10\n",
     "Projet,Phase,Coût\nETALON ,deploiement,10\n", "2 projects, 0 nil, 0 conflicts, 1 duplicates, 0 unread"},
    {"renamed under its identifier", "ID,Projet,Phase,Coût\nP1,ALPHA,Cadrage,10\n",
     "ID,Projet,Phase,Coût\nP1,BETA,Cadrage,10\n", "2 projects, 0 nil, 1 conflicts, 0 duplicates, 0 unread"},
    {"one has no such column", "Projet,Phase,Coût\nALPHA,Cadrage,10\n",
     "Projet,Phase,Début\nALPHA,Cadrage,2021-01-01\n",
     "2 projects, 0 nil, 0 conflicts, 1 duplicates, 0 unread"},
    {"one cell is empty", "Projet,Phase,Coût\nALPHA,Cadrage,10\n", "Projet,Phase,Coût\nALPHA,Cadrage,\n",
     "2 projects, 0 nil, 1 conflicts, 0 duplicates, 0 unread"},
    {"two projects", "Projet,Phase,Coût\nALPHA,Cadrage,10\n", "Projet,Phase,Coût\nBETA,Cadrage,10\n",
     "2 projects, 0 nil, 0 conflicts, 0 duplicates, 0 unread"},
    {"no name twice", "Projet,Phase,Coût\n,Cadrage,10\n", "Projet,Phase,Coût\n,Cadrage,11\n",
     "2 projects, 0 nil, 0 conflicts, 0 duplicates, 0 unread"},
};

BOOST_DATA_TEST_CASE(conflicts_and_duplicates, boost::unit_test::data::make(meetingCases), row)
{
    BOOST_TEST(counts(files(csvFile("a.csv", row.first), csvFile("b.csv", row.second))) == row.expected);
}

BOOST_AUTO_TEST_CASE(a_conflict_names_field_values_and_places)
{
    const std::string told = followUp(files(csvFile("a.csv", "Projet,Phase,Coût\nALPHA,Cadrage,10\n"),
                                            csvFile("b.csv", "Projet,Phase,Coût\nALPHA,Cadrage,12.5\n")));
    BOOST_TEST(says(told, "ALPHA | Coût estimé | 10 | 12,5 | a.csv"), told);
    BOOST_TEST(says(told, "même nom"));
}

BOOST_AUTO_TEST_CASE(nil_returns_are_answers)
{
    const auto all = files(csvFile("a.csv", "Projet,Ministère,Phase\nALPHA,MI,Cadrage\n"),
                           csvFile("b.csv", "Projet,Ministère,Phase\nRien à déclarer,MC,\n"),
                           csvFile("c.csv", "Ministère de la Mer\nRien à déclarer cette année\n"));
    BOOST_TEST(counts(all) == "1 projects, 2 nil, 0 conflicts, 0 duplicates, 0 unread");
    BOOST_TEST(
        portfolio(all) ==
        "Nom du projet,Ministère porteur,Phase du projet en cours\nALPHA,MI,Cadrage\nRien à déclarer,MC,\n"
        "Rien à déclarer cette année,,\n");
    // And they are found again as such in the portfolio.
    const Sheet sheet = csvSheet(portfolio(all));
    const auto tables = findTables(sheet, book().columns());
    BOOST_TEST_REQUIRE(tables.size() == 1);
    BOOST_TEST(tables[0].rowCount() == 1);
    BOOST_TEST(tables[0].ignored().size() == 2);
}

struct DeclaredCase
{
    const char* name;
    const char* nil;
    const char* first;
    const char* second;
    const char* expected; ///< nothing where they do not contradict each other
};
std::ostream& operator<<(std::ostream& stream, const DeclaredCase& row)
{
    return stream << row.name;
}

const DeclaredCase declaredCases[] = {
    {"name and acronym", "Projet,Ministère porteur,Phase\nRien à déclarer,Ministère de la Culture,\n",
     "Projet,Ministère porteur,Phase\nALPHA,Ministère de la Culture,Cadrage\n",
     "Projet,Ministère porteur,Phase\nBETA,MC,Cadrage\n",
     "Ministère de la Culture | Projets à déclarer | Rien à déclarer | 2 projets | nil.csv, feuille "
     "« fichier », ligne 2 | a.csv, b.csv | même ministère"},
    {"other columns", "Projet,Ministère porteur,Phase\nNéant,MC,\n",
     "Projet,Ministère nom complet,Phase\nALPHA,Ministère de la culture,Cadrage\n",
     "Projet,Ministère porteur,Phase\nBETA,MI,Cadrage\n",
     "Ministère de la Culture | Projets à déclarer | Néant | 1 projet | "},
    {"a file without a table", "Ministère de la Culture : projets\n\nRien à déclarer\n",
     "Projet,Ministère porteur,Phase\nALPHA,MC,Cadrage\n",
     "Projet,Ministère porteur,Phase\nBETA,MC,Cadrage\n",
     "Ministère de la Culture | Projets à déclarer | Rien à déclarer | 2 projets | "},
    {"a ministry of no list", "Projet,Ministère porteur,Phase\nRien à déclarer,Ministère de la Lune,\n",
     "Projet,Ministère porteur,Phase\nALPHA,ministère de la lune,Cadrage\n",
     "Projet,Ministère porteur,Phase\nBETA,MI,Cadrage\n",
     "Ministère de la Lune | Projets à déclarer | Rien à déclarer | 1 projet | "},
    {"another ministry", "Projet,Ministère porteur,Phase\nRien à déclarer,MC,\n",
     "Projet,Ministère porteur,Phase\nALPHA,MI,Cadrage\n",
     "Projet,Ministère porteur,Phase\nBETA,MJ,Cadrage\n", nullptr},
    {"nobody says which", "Projet,Ministère porteur,Phase\nRien à déclarer,,\n",
     "Projet,Ministère porteur,Phase\nALPHA,,Cadrage\n", "Projet,Phase,Coût\nBETA,Cadrage,\n", nullptr},
};

BOOST_DATA_TEST_CASE(nothing_to_declare_and_yet_projects, boost::unit_test::data::make(declaredCases), row)
{
    const auto all =
        files(csvFile("nil.csv", row.nil), csvFile("a.csv", row.first), csvFile("b.csv", row.second));
    const std::string told = followUp(all);
    BOOST_TEST(says(told, "même ministère") == (row.expected != nullptr), told);
    if (row.expected) BOOST_TEST(says(told, row.expected), told);
    BOOST_TEST(counts(all) ==
               fmt::format("2 projects, 1 nil, {} conflicts, 0 duplicates, 0 unread", row.expected ? 1 : 0));
}

BOOST_AUTO_TEST_CASE(files_that_were_not_read_are_named)
{
    FileReport locked;
    locked.file = "secret.ods";
    locked.problem = FileProblem::password;
    const auto all = files(csvFile("a.csv", "Projet,Phase,Coût\nALPHA,Cadrage,\n"), std::move(locked),
                           csvFile("b.csv", "Bonjour\n"));
    BOOST_TEST(counts(all) == "1 projects, 0 nil, 0 conflicts, 0 duplicates, 2 unread");
    BOOST_TEST(says(followUp(all), "secret.ods"));
    BOOST_TEST(says(followUp(all), "mot de passe"));
    BOOST_TEST(says(followUp(all, Language::english), "password"));
}

BOOST_AUTO_TEST_CASE(a_fiche_is_one_row)
{
    const auto all = files(calcFile("fiche.ods", {{"Fiche projet"},
                                                  {"Nom du projet", "ALPHA"},
                                                  {"Phase", "Déploiement"},
                                                  {"Début", Cell::date("2021-04-01")},
                                                  {"Coût actualisé (k€)", 12500.0},
                                                  {"Direction métier", "DSI"},
                                                  {"Échéancier", 1.0, 2.0, 3.0}}));
    BOOST_TEST(portfolio(all) ==
               "Nom du projet,Début,Phase du projet en cours,Coût actualisé,Direction métier\n"
               "ALPHA,2021-04-01,Déploiement,12.5,DSI\n");
    BOOST_TEST(says(followUp(all), "plusieurs valeurs (1)"));
}

// The head of a table that nobody filled in holds nothing that could be lost.
BOOST_AUTO_TEST_CASE(only_tables_that_hold_something_are_left_out)
{
    const auto toldOf = [](const Cells& journal) {
        Cells cells{
            {"Nom du projet", "ALPHA"},          {"Phase", "Déploiement"},
            {"Début", Cell::date("2021-04-01")}, {"Coût actualisé", 12.5},
            {"Journal des recalages"},           {"Recalé à la date du", "Motif du recalage", "Décision de"}};
        cells.insert(cells.end(), journal.begin(), journal.end());
        cells.push_back({"Commentaire", "Rien de plus"});
        return followUp(files(calcFile("fiche.ods", cells)));
    };
    BOOST_TEST(!says(toldOf({{}, {}, {}}), "plusieurs valeurs"));
    BOOST_TEST(says(toldOf({{"Lot 2", "Marché", "Comité"}, {"Lot 3", "Marché", "Comité"}, {}}),
                    "plusieurs valeurs (2)"));
    BOOST_TEST(says(toldOf({}), "plusieurs valeurs (1)")); // two texts beside a label may be an answer
}

BOOST_AUTO_TEST_CASE(what_the_form_says_itself_is_no_value_of_the_project)
{
    const auto all = files(calcFile("fiche.ods", {{"Avancement de la fiche", "Reste à compléter : 2"},
                                                  {"Constats du contrôle", 4.0},
                                                  {"Nom du projet", "ALPHA"},
                                                  {"Phase", "Déploiement"},
                                                  {"Début", Cell::date("2021-04-01")},
                                                  {"Coût actualisé", 12.5},
                                                  {"Nature de dépense", "Montants de la ligne"},
                                                  {"Personnel du projet", "sans TVA"}}));
    BOOST_TEST(portfolio(all) == "Nom du projet,Début,Phase du projet en cours,Coût actualisé\n"
                                 "ALPHA,2021-04-01,Déploiement,12.5\n");
}

BOOST_AUTO_TEST_CASE(a_value_of_a_fiche_is_no_label)
{
    const auto all = files(calcFile("fiche.ods", {{"Nom du projet", "ALPHA"},
                                                  {"Phase", "Déploiement"},
                                                  {"Début", Cell::date("2021-04-01")},
                                                  {"Commentaire", "Recalage"},
                                                  {"Date de recalage", Cell::date("2025-09-18")}}));
    BOOST_TEST(portfolio(all) == "Nom du projet,Début,Phase du projet en cours,Commentaire,Date de recalage\n"
                                 "ALPHA,2021-04-01,Déploiement,Recalage,2025-09-18\n");
}

BOOST_AUTO_TEST_CASE(what_is_typed_is_kept)
{
    const auto all = files(calcFile(
        "a.ods", {{"Projet", "Phase", "Début", "Coût", "Suivi", "Suivi"},
                  {"=1+1", "Déploiement", "avril 15", "12,5 M€", true ? Cell::logical(true) : Cell(),
                   Cell::date("2024-02-29")},
                  {"@SOMME(A1)", "Déploiement", "mai 2021", "beaucoup", Cell::error("#REF!"), 7.0}}));
    BOOST_TEST(portfolio(all) == "Nom du projet,Début,Phase du projet en cours,Coût estimé,Suivi,Suivi (2)\n"
                                 "'=1+1,avril 15,Déploiement,12.5,Oui,2024-02-29\n"
                                 "'@SOMME(A1),2021-05-01,Déploiement,beaucoup,#REF!,7\n");
    for (const auto& row : consolidate(all, book().columns(), book().nomenclatures()).rows)
        for (const auto& cell : row.cells)
            BOOST_TEST((cell.kind != DraftCell::Kind::formula));
    const std::string told = followUp(all);
    for (const char* words : {"« Coût » : nombres ou dates saisis comme du texte, lus (1)",
                              "« Début » : valeurs qui ne sont ni", "#REF! (3)"})
        BOOST_TEST(says(told, words), words << "\n" << told);
}

BOOST_AUTO_TEST_CASE(the_same_file_is_read_once)
{
    const char* text = "Projet,Phase,Coût\nALPHA,Cadrage,\n";
    const auto all = files(csvFile("a.csv", text), csvFile("./a.csv", text));
    BOOST_TEST(counts(all) == "1 projects, 0 nil, 0 conflicts, 0 duplicates, 0 unread");
    BOOST_TEST(says(followUp(all), "nommé deux fois"));
}

BOOST_AUTO_TEST_CASE(files_of_one_name_are_told_apart)
{
    const auto all = files(csvFile("/chez/moi/mi/projets.csv", "Projet,Phase,Coût\nALPHA,Cadrage,\n"),
                           csvFile("/chez/moi/mj/projets.csv", "Projet,Phase,Coût\nBETA,Cadrage,\n"),
                           csvFile("/chez/moi/mc/autres.csv", "Projet,Phase,Coût\nGAMMA,Cadrage,\n"));
    const std::string told = followUp(all);
    for (const char* words : {"mi/projets.csv", "mj/projets.csv", "\nautres.csv"})
        BOOST_TEST(says(told, words), words << "\n" << told);
    BOOST_TEST(!says(told, "/chez/moi"));
}

BOOST_AUTO_TEST_CASE(lines_left_out_are_told)
{
    const auto all =
        files(csvFile("a.csv", "Projet,Phase,Coût\nALPHA,Cadrage,\nTotal,,10\n\n* provisoire,,\n"));
    BOOST_TEST(counts(all) == "1 projects, 0 nil, 0 conflicts, 0 duplicates, 0 unread");
    BOOST_TEST(says(followUp(all), "ligne 3"));
    BOOST_TEST(says(followUp(all), "ligne 5"));
}

BOOST_AUTO_TEST_CASE(an_older_edition_is_left_out)
{
    Sheet now("2021-11", CellOrigin::document), before("2020-11", CellOrigin::document);
    for (Sheet* sheet : {&now, &before}) {
        const Cells rows{{"Projet", "Phase", "Coût"}, {"ALPHA", "Déploiement", 10.0}};
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < 3; ++column)
                rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)].putInto(*sheet,
                                                                                              {row, column});
    }
    std::vector<Sheet> sheets;
    sheets.push_back(std::move(now));
    sheets.push_back(std::move(before));
    const auto all = files(file("a.ods", std::move(sheets)));
    BOOST_TEST(counts(all) == "1 projects, 0 nil, 0 conflicts, 0 duplicates, 0 unread");
    BOOST_TEST(says(followUp(all), "édition plus ancienne"));
}

BOOST_AUTO_TEST_CASE(nothing_in_nothing_out)
{
    BOOST_TEST(counts({}) == "0 projects, 0 nil, 0 conflicts, 0 duplicates, 0 unread");
    BOOST_TEST(portfolio({}) == "\"\"\n");
}

BOOST_AUTO_TEST_CASE(ten_thousand_rows)
{
    std::string text = "ID,Projet,Phase,Coût\n";
    for (int row = 0; row < 10'000; ++row)
        text += fmt::format("P{},Projet {},Déploiement,{}\n", row, row, 10 + row % 90);
    const auto all = files(csvFile("a.csv", text), csvFile("b.csv", text));
    BOOST_TEST(counts(all) == "20000 projects, 0 nil, 0 conflicts, 10000 duplicates, 0 unread");
}

BOOST_AUTO_TEST_CASE(the_follow_up_is_no_table_of_projects)
{
    const auto all =
        files(csvFile("a.csv", "Projet,Phase,Coût,Suivi\nALPHA,Cadrage,10,x\nTotal,,3,\nNéant,,,\n"),
              csvFile("b.csv", "Projet,Phase,Coût\nALPHA,Cadrage,12.5\n"),
              csvFile("c.csv", "Projet,Phase,Coût\nALPHA,Cadrage,12.5\n"));
    for (const Language language : {Language::french, Language::english}) {
        const auto draft = consolidationFollowUp(consolidate(all, book().columns(), book().nomenclatures()),
                                                 book().columns(), language);
        const Sheet sheet = csvSheet(csvOf(draft));
        BOOST_TEST(findTables(sheet, book().columns()).empty());
    }
}

struct FormulaCase
{
    const char* cell;
    bool expected;
};
std::ostream& operator<<(std::ostream& stream, const FormulaCase& row)
{
    return stream << row.cell;
}

BOOST_DATA_TEST_CASE(texts_that_spreadsheets_run,
                     boost::unit_test::data::make(std::vector<FormulaCase>{{"=1+1", true},
                                                                           {"@SOMME(A1)", true},
                                                                           {" =A1", true},
                                                                           {"-3", false},
                                                                           {"+3,5", false},
                                                                           {"-", false},
                                                                           {"- une puce", true},
                                                                           {"", false},
                                                                           {"A=1", false}}),
                     row)
{
    BOOST_TEST(looksLikeFormula(row.cell) == row.expected);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace panorama::test
