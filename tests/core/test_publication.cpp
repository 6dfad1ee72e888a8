// What is published of a table, what is kept back, and what a press note may say.

#include "core/checking/rule_book.hpp"
#include "core/publication/press_note.hpp"
#include "core/publication/publication_files.hpp"
#include "core/publication/table_schema.hpp"
#include "core/report/finding_words.hpp"
#include "core/table/csv.hpp"
#include "findings_of.hpp"

#include <boost/test/data/test_case.hpp>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

namespace panorama::test {

namespace {

const RuleBook& book()
{
    static const auto book = required(RuleBook::load(sourceFolder / "extension"));
    return *book;
}

std::unique_ptr<CheckedWorkbook> checked(std::vector<Sheet> sheets,
                                         const std::string& name = "portefeuille.ods",
                                         std::optional<YearMonth> month = parseYearMonth("2026-06"))
{
    CheckOptions options;
    options.editionMonth = month;
    return CheckedWorkbook::check(name, std::move(sheets), book(), options);
}

std::unique_ptr<CheckedWorkbook> checkedCsv(std::string_view text,
                                            std::optional<YearMonth> month = parseYearMonth("2026-06"))
{
    std::vector<Sheet> sheets;
    sheets.push_back(csvSheet(text));
    return checked(std::move(sheets), "portefeuille.csv", month);
}

const char* header =
    "Ministère porteur,Nom du projet,Projet interministériel,Description,Date de début,Fin actualisée,"
    "Phase,Diffusion,Coût initial,Coût actualisé\n";

/// The published cells of the only project of a table with that header, joined by "|": duration, phase, cost,
/// band.
std::string figures(std::string_view row)
{
    const auto workbook = checkedCsv(std::string(header) + std::string(row) + "\n");
    const auto published = publish(*workbook->mainTable(), book());
    const auto& cells = published.rows.at(0);
    return fmt::format("{}|{}|{}|{} withheld {}", cells[7], cells[8], cells[9], cells[10],
                       published.withheld.size());
}

bool says(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

struct Folder
{
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / fmt::format("panorama-publication-{}", ::getpid());
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }

    /// A folder of templates whose page is this one.
    std::filesystem::path templatesWith(std::string_view page) const
    {
        std::ofstream(path / "report.html.mustache") << page;
        return path;
    }
};

std::string noteOf(const CheckedWorkbook& workbook, Language language = Language::french,
                   const CheckedTable* previous = nullptr)
{
    const auto publication = publish(*workbook.mainTable(), book());
    const auto published = checkPublication(publication, "publie.csv", book());
    return pressNote({*workbook.mainTable(), publication, *published, book().editions(), previous}, language);
}

} // namespace

BOOST_AUTO_TEST_SUITE(publication)

struct FigureCase
{
    const char* name;
    const char* row;
    const char* expected;
};
std::ostream& operator<<(std::ostream& stream, const FigureCase& row)
{
    return stream << row.name;
}

const FigureCase figureCases[] = {
    {"open", "MI,A,Non,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,12.5",
     "5|Déploiement|12.5|entre 9 et 20 M€ withheld 0"},
    {"no word on publication", "MI,A,Non,x,2022-01-01,2027-01-01,Déploiement,,10,12.5",
     "5|Déploiement|12.5|entre 9 et 20 M€ withheld 0"},
    {"cadrage", "MI,A,Non,x,2022-01-01,2027-01-01,Cadrage,Publiable,10,12.5",
     "En cadrage|Cadrage|En cadrage|En cadrage withheld 1"},
    {"diffusion: cadrage", "MI,A,Non,x,2022-01-01,2027-01-01,Cadrage,En cadrage,,",
     "En cadrage|Cadrage|En cadrage|En cadrage withheld 1"},
    {"révision", "MI,A,Non,x,2022-01-01,2027-01-01,Déploiement,Révision de trajectoire,10,12.5",
     "Révision de trajectoire|Déploiement|Révision de trajectoire|Non communiqué withheld 1"},
    {"appel d'offres", "MI,A,Non,x,2022-01-01,2027-01-01,Déploiement,Appel d'offres en cours,10,12.5",
     "Appel d'offres en cours|Déploiement|Appel d'offres en cours|Non communiqué withheld 1"},
    {"autre motif", "MI,A,Non,x,2022-01-01,2027-01-01,Déploiement,Autre motif,10,12.5",
     "Non communiqué|Déploiement|Non communiqué|Non communiqué withheld 1"},
    {"not understood", "MI,A,Non,x,2022-01-01,2027-01-01,Déploiement,surtout pas,10,12.5",
     "Non communiqué|Déploiement|Non communiqué|Non communiqué withheld 1"},
    {"keyword in the cost", "MI,A,Non,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,Non communiqué",
     "5|Déploiement|Non communiqué|Non communiqué withheld 1"},
    {"nothing known, nothing invented", "MI,A,Non,x,,,Déploiement,Publiable,10,",
     "|Déploiement|| withheld 0"},
    {"phase of another wording", "MI,A,Non,x,2022-01-01,2027-01-01,en déploiement,Publiable,10,5",
     "5|Déploiement|5|entre 5 et 9 M€ withheld 0"},
    {"limits of bands", "MI,A,Non,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,100",
     "5|Déploiement|100|entre 20 et 100 M€ withheld 0"},
};

BOOST_DATA_TEST_CASE(figures_published_or_kept_back, boost::unit_test::data::make(figureCases), row)
{
    BOOST_TEST(figures(row.row) == row.expected);
}

BOOST_AUTO_TEST_CASE(the_published_schema_to_the_letter)
{
    const auto workbook = checkedCsv(
        std::string(header) + "Ministère de la Justice,\"ALPHA, \"\"14\"\"\",Oui,\"deux\nlignes\",2022-01-01,"
                              "2027-01-01,Déploiement,Publiable,10,12.5\n");
    BOOST_TEST(publish(*workbook->mainTable(), book()).csv() ==
               "Ministère porteur,Ministère nom complet,Nom du projet,Projet interministériel,Description et "
               "objectifs du "
               "projet,En savoir plus sur le projet,Début,Durée prévisionnelle en année,Phase du projet en "
               "cours,Coût "
               "estimé,Coût estimé par tranche,Zone fonctionnelle,Financement [programme(s)],Lien vers les "
               "Projets Annuels "
               "de Performances,Date de publication\r\n"
               "MJ,Ministère de la Justice,\"ALPHA, "
               "\"\"14\"\"\",Oui,\"deux\nlignes\",,2022-01-01,5,Déploiement,12.5,entre 9 "
               "et 20 M€,,,,2026-06-01\r\n");
}

BOOST_AUTO_TEST_CASE(what_diffusion_asks_is_not_published)
{
    for (const char* said : {"Publiable ?", "publiable?", "à valider", "?"})
        BOOST_TEST_CONTEXT(said)
        {
            const auto workbook = checkedCsv(
                fmt::format("{}MJ,ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,{},10,12.5\n", header, said));
            const auto published = publish(*workbook->mainTable(), book());
            BOOST_TEST(published.csv().find("12.5") == std::string::npos);
            BOOST_TEST(published.withheld.size() == 1U);
        }
}

struct MinistryCase
{
    const char* said;
    const char* acronym;
    const char* name;
};
std::ostream& operator<<(std::ostream& stream, const MinistryCase& row)
{
    return stream << row.said;
}

const MinistryCase ministryCases[] = {
    {"Ministère de la Justice", "MJ", "Ministère de la Justice"},
    {"MJ", "MJ", "Ministère de la Justice"},
    {"MJ / SPM", "MJ / SPM", "Ministère de la Justice / Services du Premier ministre"},
    {"Ministère du Temps libre", "Ministère du Temps libre", "Ministère du Temps libre"},
    {"", "", ""},
};

BOOST_DATA_TEST_CASE(ministries_by_acronym_and_name, boost::unit_test::data::make(ministryCases), row)
{
    const auto workbook = checkedCsv(fmt::format(
        "{}{},ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,12.5\n", header, row.said));
    const auto published = publish(*workbook->mainTable(), book());
    BOOST_TEST(published.rows.at(0)[0] == row.acronym);
    BOOST_TEST(published.rows.at(0)[1] == row.name);
}

BOOST_AUTO_TEST_CASE(a_good_table_is_published_whole)
{
    Folder folder;
    const auto workbook =
        checkedCsv(std::string(header) +
                   "MJ,ALPHA,Oui,Une description.,2022-01-01,2027-01-01,Déploiement,Publiable,10,12.5\n"
                   "MI,BETA,Non,Une autre.,2025-01-01,2028-01-01,Conception,Révision de trajectoire,20,40\n");
    const PublicationRequest request{.source = *workbook->mainTable(),
                                     .book = book(),
                                     .csv = folder.path / "publie.csv",
                                     .templates = folder.templatesWith("{{#files}}{{name}}{{/files}}")};
    const auto outcome = publishTo(request);
    BOOST_TEST((outcome.result == PublicationOutcome::Result::done));
    for (const auto& file : publicationFiles(request.csv))
        BOOST_TEST(std::filesystem::exists(file), file);
    std::ifstream page(folder.path / "publie.html");
    BOOST_TEST(std::string(std::istreambuf_iterator<char>(page), {}) == "publie.csv");
    // Once more: nothing is written over.
    const auto again = publishTo(request);
    BOOST_TEST((again.result == PublicationOutcome::Result::taken));
    BOOST_TEST(again.file == request.csv);
    const PublicationRequest nowhere{
        .source = *workbook->mainTable(), .book = book(), .csv = folder.path / "absent" / "publie.csv"};
    BOOST_TEST((publishTo(nowhere).result == PublicationOutcome::Result::notWritten));
}

BOOST_AUTO_TEST_CASE(the_page_begins_with_the_figures_of_the_press_note)
{
    Folder folder;
    const auto workbook = checkedCsv(
        std::string(header) +
        "MJ,JASMIN,Oui,Encore une.,2022-01-01,2027-01-01,Déploiement,Publiable,10,12.5\n"
        "MJ,ÉTALON,Oui,Une description.,2022-01-01,2027-01-01,Déploiement,Publiable,10,12.5\n"
        "MI,ISATIS,Non,Une autre.,2025-01-01,2028-01-01,Conception,Révision de trajectoire,20,40\n");
    const PublicationRequest request{
        .source = *workbook->mainTable(),
        .book = book(),
        .csv = folder.path / "publie.csv",
        .templates =
            folder.templatesWith("{{{foreword}}}|{{#files}}{{#byProject}}{{key}}|{{/byProject}}{{/files}}")};
    publishTo(request);
    std::ifstream stream(folder.path / "publie.html");
    const std::string page(std::istreambuf_iterator<char>(stream), {});
    BOOST_TEST(says(page, "Chiffres du communiqué"), page);
    BOOST_TEST(says(page, "ISATIS (en révision de trajectoire)"), page);
    BOOST_TEST(says(page, "|ÉTALON|JASMIN|"), page); // É is sorted as E
}

struct RefusalCase
{
    const char* name;
    const char* row;
    const char* rule;
};
std::ostream& operator<<(std::ostream& stream, const RefusalCase& row)
{
    return stream << row.name;
}

const RefusalCase refusalCases[] = {
    {"no name", "MJ,,Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,12.5", "F01"},
    {"no ministry", ",ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,12.5", "F02"},
    {"no phase of the list", "MJ,ALPHA,Oui,x,2022-01-01,2027-01-01,Bientôt,Publiable,10,12.5", "F05"},
    {"maybe interministerial", "MJ,ALPHA,Peut-être,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,12.5",
     "F06"},
    {"no cost and no reason", "MJ,ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,", "R01"},
    {"a year of two digits", "MJ,ALPHA,Oui,x,avril 22,2027-01-01,Déploiement,Publiable,10,12.5", "F03"},
    {"a cost of 0", "MJ,ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,0", "F04"},
    {"a cost of 0 that nobody spoke of", "MJ,ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,,10,0", "F04"},
    {"a negative cost", "MJ,ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,-12.5", "F04"},
    {"an end that has passed", "MJ,ALPHA,Oui,x,2018-01-01,2020-01-01,Déploiement,Publiable,10,12.5", "R04"},
};

BOOST_DATA_TEST_CASE(publication_is_refused, boost::unit_test::data::make(refusalCases), row)
{
    Folder folder;
    const auto workbook = checkedCsv(std::string(header) + row.row + "\n");
    const auto outcome =
        publishTo({.source = *workbook->mainTable(), .book = book(), .csv = folder.path / "publie.csv"});
    BOOST_TEST((outcome.result == PublicationOutcome::Result::refused));
    BOOST_TEST(std::filesystem::is_empty(folder.path));
    std::string rules;
    for (const Finding& finding : outcome.inTheWay)
        rules += finding.rule->id + " ";
    BOOST_TEST(says(rules, row.rule), rules);
}

/// What stands in the way of publishing a sheet, each as "rule project: message".
std::string obstaclesOf(Sheet sheet)
{
    Folder folder;
    std::vector<Sheet> sheets;
    sheets.push_back(std::move(sheet));
    const auto workbook = checked(std::move(sheets));
    const auto outcome =
        publishTo({.source = *workbook->mainTable(), .book = book(), .csv = folder.path / "publie.csv"});
    std::string said;
    for (const Finding& finding : outcome.inTheWay)
        said += fmt::format("{} {}: {}\n", finding.rule->id, projectOf(finding),
                            messageOf(finding, Language::french));
    return said;
}

std::string obstaclesOf(const std::string& text)
{
    return obstaclesOf(csvSheet(text));
}

BOOST_AUTO_TEST_CASE(refusals_have_the_words_of_the_user_and_not_the_forms_of_the_file)
{
    const auto row = [](const char* name, const char* start, double cost, const char* published) {
        return std::vector<Cell>{
            "MJ", name, "Oui", "x", Cell::date(start), 3.5, "Déploiement", cost, Cell::date(published)};
    };
    const std::string said = obstaclesOf(sheetOf(
        {{"Ministère porteur", "Nom du projet", "Projet interministériel", "Description", "Date de début",
          "Durée actualisée (années)", "Phase", "Coût actualisé (M€)", "Date de publication"},
         row("ALPHA", "2026-09-01", 12.5, "2026-06-01"),
         row("BETA", "2025-01-01", -2.5, "2026-06-01"),
         row("GAMMA", "2025-01-01", 20, "2026-06-15")}));
    BOOST_TEST(says(said, "R03 ALPHA: "), said);
    BOOST_TEST(says(said, "« Coût actualisé (M€) » vaut -2,5 pour le projet « BETA »"), said);
    BOOST_TEST(says(said, "B03 GAMMA: "), said);
    for (const char* form : {"2026-", "2.5"})
        BOOST_TEST(!says(said, form), said);
}

BOOST_AUTO_TEST_CASE(a_cost_or_a_duration_of_0_is_no_figure_to_publish)
{
    const std::string columns =
        "Ministère porteur,Nom du projet,Projet interministériel,Description,Date de début,"
        "Durée actualisée (années),Phase,Diffusion,Coût actualisé (M€)\n";
    const std::string said =
        obstaclesOf(columns + "MJ,ALPHA,Oui,x,2025-01-01,3,Déploiement,Publiable,0\n"
                              "MI,BETA,Non,y,2025-01-01,0,Déploiement,,12.5\n"
                              "MI,GAMMA,Non,z,2025-01-01,-1,Déploiement,,14\n"
                              "MI,DELTA,Non,z,2025-01-01,0,Cadrage,,0\n"
                              "MI,EPSILON,Non,z,2025-01-01,0,Déploiement,Autre motif,-3\n");
    BOOST_TEST(says(said, "F04 ALPHA: « Coût actualisé (M€) » vaut 0 pour le projet « ALPHA »"), said);
    BOOST_TEST(says(said, "donnez le coût, ou la mention qui convient"), said);
    BOOST_TEST(says(said, "F04 BETA: « Durée actualisée (années) » vaut 0"), said);
    BOOST_TEST(says(said, "F04 GAMMA: « Durée actualisée (années) » vaut -1"), said);
    BOOST_TEST(std::count(said.begin(), said.end(), '\n') == 3, said);
}

BOOST_AUTO_TEST_CASE(an_end_before_the_start_is_why_there_is_no_duration)
{
    const std::string said = obstaclesOf(
        std::string(header) + "MJ,ALPHA,Oui,x,2025-01-01,2023-01-01,Déploiement,Publiable,10,12.5\n");
    BOOST_TEST(
        says(said, "F07 ALPHA: « Fin actualisée » (01/01/2023) précède « Date de début » (01/01/2025)"),
        said);
}

BOOST_AUTO_TEST_CASE(two_projects_are_not_published_under_one_identifier)
{
    const std::string columns = "Identifiant," + std::string(header);
    const std::string rest = ",Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,";
    const std::string said = obstaclesOf(columns + "X-1,MJ,ALPHA" + rest + "12.5\nX-2,MJ,BETA" + rest +
                                         "20\nX-1,MI,GAMMA" + rest + "31\n");
    BOOST_TEST(said == "D01 GAMMA: L’identifiant « X-1 » de « GAMMA » est déjà celui de « ALPHA » (A2).\n");
    BOOST_TEST(obstaclesOf(columns + ",MJ,ALPHA" + rest + "12.5\n,MJ,BETA" + rest + "20\n") == "");
}

BOOST_AUTO_TEST_CASE(one_name_in_two_rows_is_said_with_the_cells_of_the_source)
{
    const std::string rest = ",Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,";
    const std::string said = obstaclesOf("Portefeuille du ministère\n\n" + std::string(header) + "MJ,ALPHA" +
                                         rest + "12.5\nMI,Alpha" + rest + "20\n");
    BOOST_TEST(said == "P05 Alpha: « Alpha » figure déjà en B4.\n");
}

BOOST_AUTO_TEST_CASE(without_an_edition_there_is_no_date_to_publish)
{
    Folder folder;
    const auto workbook = checkedCsv(
        std::string(header) + "MJ,ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,12.5\n",
        std::nullopt);
    const auto outcome =
        publishTo({.source = *workbook->mainTable(), .book = book(), .csv = folder.path / "publie.csv"});
    BOOST_TEST((outcome.result == PublicationOutcome::Result::noEdition));
}

BOOST_AUTO_TEST_CASE(errors_that_are_not_published_are_no_obstacle)
{
    Folder folder;
    // No identifier, a rate that is wrong, no opinion: errors of the portfolio, none of the file to publish.
    const auto workbook = checkedCsv(
        "Identifiant,Ministère porteur,Nom du projet,Projet interministériel,Description,Date de début,Fin "
        "initiale,Fin actualisée,"
        "Phase,Coût initial,Coût actualisé,Glissement budgétaire\n"
        ",MJ,ALPHA,Oui,Une description.,2022-01-01,2027-01-01,2027-01-01,Déploiement,10,12.5,0.9\n");
    BOOST_TEST(workbook->count(Severity::error) > 0);
    const auto outcome =
        publishTo({.source = *workbook->mainTable(), .book = book(), .csv = folder.path / "publie.csv"});
    BOOST_TEST((outcome.result == PublicationOutcome::Result::done));
}

BOOST_AUTO_TEST_CASE(the_schema_says_what_the_lists_allow)
{
    const auto schema = nlohmann::json::parse(
        publishedTableSchema(book().columns(), book().nomenclatures(), parseYearMonth("2026-06")));
    const auto* layout = publishedLayout(book().columns());
    BOOST_TEST_REQUIRE(layout != nullptr);
    BOOST_TEST_REQUIRE(schema["fields"].size() == layout->published.size());
    std::map<std::string, std::string> types;
    for (std::size_t i = 0; i < layout->published.size(); ++i) {
        const auto& field = schema["fields"][i];
        BOOST_TEST(field["name"].get<std::string>() == layout->published[i].second);
        types[std::string(keyOf(layout->published[i].first))] = field["type"].get<std::string>();
        if (layout->published[i].first == Field::phase) BOOST_TEST(field["constraints"]["enum"].size() == 5);
    }
    BOOST_TEST(types["cost"] == "number");
    BOOST_TEST(types["duration"] == "number");
    BOOST_TEST(types["start"] == "date");
    BOOST_TEST(types["name"] == "string");
}

BOOST_AUTO_TEST_CASE(a_press_note_says_what_figures_stand_on)
{
    const auto workbook = checkedCsv(std::string(header) +
                                     "MJ,ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,12.5\n"
                                     "MI,BETA,Non,y,2025-01-01,2028-01-01,Déploiement,Publiable,20,20\n"
                                     "MI,GAMMA,Non,z,2025-01-01,2028-01-01,Déploiement,surtout pas,20,400\n");
    const std::string note = noteOf(*workbook);
    for (const char* words :
         {"Projets suivis : 3", "Projets interministériels : 1", "0,03 Md€ (32,50 M€), sur 2 projets",
          "Projets aux chiffres non publiés, hors de ce total (1) : GAMMA (Diffusion « surtout pas » non "
          "comprise",
          "Durée moyenne : 4,0 ans, sur 2 projets",
          "Glissement budgétaire : 12,5 %, méthode « moyen » : 2 sur 3 projets, 1 sans taux",
          "Glissement budgétaire : 8,3 %, méthode « agrégé »", "Glissement calendaire : non calculable",
          "+6,0 points par rapport à décembre 2024 (12,5 % dans le tableau, après 6,5 % selon la presse)"})
        BOOST_TEST(says(note, words), words << "\n" << note);
}

BOOST_AUTO_TEST_CASE(an_english_press_note_reads_as_english)
{
    const auto workbook = checkedCsv(
        std::string(header) + "MJ,ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,245.2\n"
                              "MI,JALON,Non,y,2025-01-01,2028-01-01,Cadrage,,20,20\n"
                              "MI,GAMMA,Non,z,2025-01-01,2028-01-01,Déploiement,surtout pas,20,400\n",
        parseYearMonth("2024-12"));
    const std::string note = noteOf(*workbook, Language::english);
    for (const char* words :
         {"€0.25bn (€245.20m), over 1 project (published: €3.30bn according to the press)",
          "gap with the table: +€3.05bn; the published figure may count",
          "Projects withheld, not in this total (2): JALON, in cadrage (not yet framed); "
          "GAMMA, kept back to be "
          "safe (Diffusion “surtout pas” not understood)"})
        BOOST_TEST(says(note, words), words << "\n" << note);
    for (const char* words : {"M€", "Md€", "as said by", "(in cadrage ("})
        BOOST_TEST(!says(note, words), words << "\n" << note);
}

BOOST_AUTO_TEST_CASE(changes_from_the_table_of_the_edition_before)
{
    const auto before =
        checkedCsv(std::string(header) + "MJ,ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,11\n",
                   parseYearMonth("2025-12"));
    const auto now = checkedCsv(std::string(header) +
                                "MJ,ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,12.5\n");
    const std::string note = noteOf(*now, Language::french, before->mainTable());
    BOOST_TEST(says(note, "+15,0 points par rapport à décembre 2025 (25 % dans le tableau, après 10 % dans "
                          "le tableau de l’édition précédente)"),
               note);
}

BOOST_AUTO_TEST_CASE(the_press_note_counts_what_the_report_counts)
{
    const auto workbook = checkedCsv(
        "Nom du projet,Phase,Diffusion,Date de début,Coût initial,Coût actualisé,Coût estimé,Durée "
        "initiale,Durée actualisée\n"
        "ALPHA,Déploiement,Publiable,2022-01-01,18,20,,4,5\n"
        "BETA,Déploiement,Publiable,2022-01-01,20,,20,4,4\n"
        "GAMMA,Déploiement,Publiable,2022-01-01,25,Non communiqué,,4,6\n");
    const std::string note = noteOf(*workbook);
    BOOST_TEST(says(note, "(40,00\u00A0M€), sur 2"), note);
    BOOST_TEST(!says(note, "sans coût ni motif"), note); // the other column says the cost of BETA
    BOOST_TEST(says(note, "25\u00A0%, méthode «\u00A0moyen\u00A0»\u00A0: 3 sur 3"),
               note); // of GAMMA the cost alone is kept
}

BOOST_AUTO_TEST_CASE(the_fourteenth_edition, *boost::unit_test::precondition(test::sharedDataIsThere))
{
    const auto file = sharedFile("editions/14-2021-12.csv");
    auto csv = readCsv(file);
    BOOST_TEST_REQUIRE(csv.has_value());
    std::vector<Sheet> sheets;
    sheets.push_back(std::move(csv->sheet));
    const auto workbook = checked(std::move(sheets), "14-2021-12.csv", std::nullopt);
    const std::string note = noteOf(*workbook);
    for (const char* words :
         {"édition 14", "Projets suivis : 50 (publié : 50", "Projets interministériels : 5 (publié : 5",
          "2,51 Md€ (2 511,86 M€), sur 49 projets (publié : 2,62 Md€",
          "écart avec le tableau : +0,11 Md€ ; le chiffre publié peut compter des projets dont les chiffres "
          "ne sont pas publiés",
          "(1) : PNIJ NG (ANTENJ) (en cadrage)", "Durée moyenne : 6,1 ans, sur 49 projets (publié : 6,1",
          "publié : 13,5 %", "publié : 15,4 %", "-14,9 points par rapport à novembre 2020",
          "-23,1 points par rapport à juin 2020", "-10,2 points par rapport à juin 2020",
          "  Depuis juin 2020 : attention, rupture de série",
          "\nEntrants : non calculés, faute du tableau de l’édition précédente (publié : 5 selon un document "
          "source)\n",
          "\nSortants : non calculés, faute du tableau de l’édition précédente (publié : 4 selon un document "
          "source)\n",
          "\n\nDépenses évitées (estimation calculée ici : baisse du glissement budgétaire × coût total "
          "actualisé)\n",
          "  Dépenses évitées depuis juillet 2021 : 152 M€ = (19,3 % - 13,5 %) × 2 620 M€ (coût total "
          "publié)\n",
          "  Dépenses évitées depuis novembre 2020 : 390 M€ = (28,4 % - 13,5 %) × 2 620 M€ (coût total "
          "publié)\n",
          "  Dépenses évitées depuis juin 2020 : 605 M€ = (36,6 % - 13,5 %) × 2 620 M€ (coût total publié, "
          "rupture de série)\n"})
        BOOST_TEST(says(note, words), words << "\n" << note);
}

BOOST_AUTO_TEST_CASE(entering_and_leaving_projects_are_counted_against_the_edition_before)
{
    const std::string row = ",Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,";
    const auto before = checkedCsv(std::string(header) + "MJ,ALPHA" + row + "15\nMI,ÉCLUSE" + row + "15\n",
                                   parseYearMonth("2025-12"));
    std::vector<Sheet> sheets;
    sheets.push_back(csvSheet(std::string(header) + "MJ,ALPHA" + row + "12\nMC,BÊTA" + row +
                              "12\nMTE,GAMMA,Non,autre,2025-06-01,2029-01-01,Cadrage,,,\n"));
    CheckOptions options;
    options.editionMonth = parseYearMonth("2026-06");
    options.previous = before.get();
    const auto now = CheckedWorkbook::check("portefeuille.csv", std::move(sheets), book(), options);
    const auto& match = now->mainTable()->earlier->match;
    const std::string note = noteOf(*now, Language::french, before->mainTable());
    for (const std::string& words :
         {fmt::format("\nEntrants : {}, depuis décembre 2025", match.entering().size()),
          fmt::format("\nSortants : {}, depuis décembre 2025", match.leaving().size()),
          std::string("  Dépenses évitées depuis décembre 2025 : 7 M€ = (50 % - 20 %) × 24 M€ (coût total du "
                      "tableau)\n")})
        BOOST_TEST(says(note, words), words << "\n" << note);
    BOOST_TEST(says(note, match.proposals().empty() ? "décembre 2025\n" : "renommages à confirmer : 1"),
               note);
}

// The published rates are those of all ministries: what one of them spared does not follow from them.
BOOST_AUTO_TEST_CASE(nothing_is_said_to_be_avoided_where_rates_do_not_belong_together)
{
    const auto share = checkedCsv(std::string(header) +
                                  "MJ,ALPHA,Oui,x,2022-01-01,2027-01-01,Déploiement,Publiable,10,10\n");
    BOOST_TEST(!says(noteOf(*share), "Dépenses évitées"), noteOf(*share));
}

BOOST_AUTO_TEST_CASE(the_first_edition_has_none_before_it)
{
    const auto first =
        checkedCsv(std::string(header) + "MJ,ALPHA,Oui,x,2015-01-01,2017-01-01,Déploiement,Publiable,10,10\n",
                   parseYearMonth("2016-11"));
    const std::string note = noteOf(*first);
    BOOST_TEST(note.ends_with("\nÉvolutions : pas d’édition antérieure\n"), note);
    BOOST_TEST(!says(note, "en points"), note);
}

BOOST_AUTO_TEST_CASE(a_cost_not_disclosed_is_no_project_kept_from_publication)
{
    const std::string row = ",Oui,x,2022-01-01,2027-01-01,Déploiement,";
    const auto workbook = checkedCsv(std::string(header) + "MJ,ALPHA" + row +
                                     "Publiable,10,Non communiqué\nMI,BÊTA" + row + "Autre motif,10,12\n");
    const std::string note = noteOf(*workbook);
    BOOST_TEST(says(note, "ALPHA (coût non communiqué), BÊTA (déclaré non publiable)"), note);
    BOOST_TEST(says(noteOf(*workbook, Language::english), "ALPHA, cost not disclosed; BÊTA"));
}

BOOST_AUTO_TEST_CASE(an_official_file_comes_out_as_it_went_in,
                     *boost::unit_test::precondition(test::sharedDataIsThere))
{
    const auto file = sharedFile("official/edition-03-2017-06.csv");
    auto csv = readCsv(file);
    BOOST_TEST_REQUIRE(csv.has_value());
    std::vector<Sheet> sheets;
    sheets.push_back(std::move(csv->sheet));
    const auto workbook = checked(std::move(sheets), "edition-03-2017-06.csv", std::nullopt);
    const auto published = publish(*workbook->mainTable(), book());
    const Table& source = workbook->mainTable()->table;
    BOOST_TEST_REQUIRE(published.rows.size() == source.rowCount());
    std::size_t costs = 0;
    const auto& readings = source.readings(Field::cost);
    for (std::size_t row = 0; row < readings.size(); ++row)
        if (readings[row].isNumber()) {
            ++costs;
            BOOST_TEST(std::stod(published.rows[row][9]) == readings[row].number);
        }
    BOOST_TEST(costs + published.withheld.size() == published.rows.size());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace panorama::test
