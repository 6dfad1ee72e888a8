// From a file to its report, with readers that open no office.

#include "core/checking/file_check.hpp"
#include "core/report/report_formats.hpp"
#include "live_workbooks.hpp"

#include <boost/test/data/test_case.hpp>
#include <fmt/format.h>
#include <fstream>
#include <set>
#include <unistd.h>

namespace panorama::test {

namespace {

const Cells portfolio{
    {"Nom du projet", "Ministère porteur", "Début", "Phase", "Coût initial", "Coût actualisé"},
    {"ALPHA", "Justice", Cell::date("2021-01-01"), "Déploiement", 10, 12},
    {"BETA", "Justice", Cell::date("2021-01-01"), "Déploiement", 20, 20}};

/// A folder of files that hold anything: what a workbook says comes from the readers.
struct Folder
{
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / fmt::format("panorama-files-{}", ::getpid());
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }

    std::string file(const std::string& name, std::string_view bytes = "abc") const
    {
        std::ofstream(path / name, std::ios::binary) << bytes;
        return (path / name).string();
    }
};

WorkbookSnapshot snapshot(const Cells& cells, WorkbookFacts facts = {})
{
    return {.sheets = sheetsOf(namedSheet("Projets", cells)), .facts = std::move(facts)};
}

WorkbookReader reading(Cells cells, WorkbookFacts facts = {})
{
    return [=](const std::filesystem::path&) { return snapshot(cells, facts); };
}

WorkbookReader failing(FileProblem problem)
{
    return [=](const std::filesystem::path&) {
        return tl::unexpected(OpenFailure{problem, "the office's words"});
    };
}

std::multiset<std::string> rulesIn(const FileReport& report)
{
    std::multiset<std::string> rules;
    for (const CheckedTable& checked : report.workbook->tables())
        for (const Finding& finding : checked.findings)
            rules.insert(finding.rule->id);
    return rules;
}

/// Options for the rules on what is to be published, which look at the facts.
CheckOptions forPublication()
{
    CheckOptions options = optionsOfToday();
    options.pack = &ruleBook().packs().at("open-data");
    return options;
}

} // namespace

BOOST_AUTO_TEST_SUITE(file_check)

BOOST_AUTO_TEST_CASE(what_the_reader_gives_is_checked_with_its_facts_and_digest)
{
    const Folder folder;
    WorkbookFacts facts;
    facts.hiddenSheets = {"Brouillon"};
    const std::string file = folder.file("portefeuille.ods");
    const FileReport report = FileCheck(ruleBook(), reading(portfolio, facts), forPublication()).check(file);
    BOOST_TEST(!report.problem);
    BOOST_TEST(report.file == file);
    BOOST_TEST(report.listsVersion == ruleBook().nomenclatures().version());
    BOOST_TEST(rulesIn(report).contains("B02"));
    BOOST_TEST(
        !rulesIn(FileCheck(ruleBook(), reading(portfolio), forPublication()).check(file)).contains("B02"));
    BOOST_REQUIRE(report.digest);
    BOOST_TEST(report.digest->size == 3);
    BOOST_TEST(report.digest->sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_CASE(an_open_workbook_is_checked_as_it_stands)
{
    WorkbookFacts facts;
    facts.author = "M. Dupont";
    const FileReport report =
        FileCheck(ruleBook(), {}, forPublication()).check("ouvert.ods", snapshot(portfolio, facts));
    BOOST_TEST(report.file == "ouvert.ods");
    BOOST_TEST(rulesIn(report).contains("B02"));
    BOOST_TEST(!report.digest); // nobody knows of which bytes
}

BOOST_AUTO_TEST_CASE(csv_needs_no_reader)
{
    const Folder folder;
    const std::string file =
        folder.file("édition.csv", "Nom du projet;Début;Coût estimé\nALPHA;2021-01-01;10\n");
    const FileReport report = FileCheck(ruleBook()).check(file);
    BOOST_REQUIRE(report.workbook);
    BOOST_TEST(report.workbook->mainTable()->table.rowCount() == 1);
    BOOST_REQUIRE(report.csv);
    BOOST_TEST(report.csv->separator == ';');
    BOOST_TEST(report.digest.has_value());
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read)
{
    const Folder folder;
    const FileCheck check(ruleBook(), failing(FileProblem::password));
    const auto problemOf = [&](const std::string& file) {
        const FileReport report = check.check(file);
        BOOST_TEST(report.file == file);
        BOOST_TEST(!report.workbook);
        BOOST_TEST(!report.digest);
        return report.problem;
    };
    BOOST_TEST((problemOf(folder.file("secret.ods")) == FileProblem::password));
    BOOST_TEST((problemOf((folder.path / "absent.ods").string()) == FileProblem::missing));
    BOOST_TEST((problemOf(folder.path.string()) == FileProblem::folder));
    BOOST_TEST((problemOf(folder.file("vide.ods", "")) == FileProblem::unreadable));
    BOOST_TEST((problemOf(folder.file("vide.csv", "")) == FileProblem::empty));
    BOOST_TEST((problemOf(folder.file("image.csv", std::string_view("\0\1\0\1", 4))) ==
                FileProblem::notASpreadsheet));
}

BOOST_AUTO_TEST_CASE(a_workbook_with_nothing_to_check)
{
    const Folder folder;
    const std::string file = folder.file("autre.ods");
    BOOST_TEST((FileCheck(ruleBook(), reading({})).check(file).problem == FileProblem::empty));
    const FileReport other = FileCheck(ruleBook(), reading({{"Bonjour"}})).check(file);
    BOOST_TEST((other.problem == FileProblem::noTable));
    BOOST_TEST(other.workbook.get() != nullptr); // a nil return may be read in it
}

BOOST_AUTO_TEST_CASE(the_edition_before_lives_as_long_as_the_report)
{
    const Folder folder;
    const std::string before = folder.file("portefeuille-2021-07.ods");
    FileReport report;
    {
        Cells earlier = portfolio;
        earlier.push_back({"GAMMA", "Justice", Cell::date("2021-01-01"), "Déploiement", 5, 5});
        FileCheck check(ruleBook(), reading(earlier), optionsOfToday());
        check.takePrevious(before);
        BOOST_REQUIRE(check.previous());
        report = check.check("portefeuille-2021-11.ods", snapshot(portfolio));
    }
    BOOST_REQUIRE(report.comparison);
    BOOST_TEST(report.comparison->previousFile == before);
    BOOST_TEST(report.comparison->leaving == std::vector<std::string>{"GAMMA"},
               boost::test_tools::per_element());
    BOOST_TEST(report.workbook->mainTable()->earlier->table.rowCount() == 3);
    BOOST_TEST(!report.previousProblem);
}

BOOST_AUTO_TEST_CASE(an_edition_before_that_cannot_be_used_is_told_and_the_file_checked_all_the_same)
{
    const Folder folder;
    const std::string before = folder.file("avant.ods");
    const auto with = [&](WorkbookReader reader) {
        FileCheck check(ruleBook(), std::move(reader));
        check.takePrevious(before);
        BOOST_TEST(!check.previous());
        return check.check("maintenant.ods", snapshot(portfolio));
    };
    const FileReport report = with(failing(FileProblem::timedOut));
    BOOST_TEST(!report.problem);
    BOOST_REQUIRE(report.previousProblem);
    BOOST_TEST(report.previousProblem->file == before);
    BOOST_TEST((report.previousProblem->problem == FileProblem::timedOut));
    BOOST_TEST(!report.comparison);
    BOOST_TEST((with(reading({{"Bonjour"}})).previousProblem->problem == FileProblem::noTable));
}

BOOST_AUTO_TEST_CASE(lists_from_other_files)
{
    const Folder folder;
    const std::string renames = folder.file("renommages.csv", "Ancien nom;Nouveau nom\nALEPH;ALPHA\n");
    const std::string waivers =
        folder.file("acceptations.csv", "Règle;Nom du projet;Colonne;Motif;Accepté par;Jusqu’au\n"
                                        "F99;ALPHA;;Rien;J. Durand;2199-12-31\n");
    Cells earlier = portfolio;
    earlier[1][0] = "ALEPH";
    FileCheck check(ruleBook(), reading(earlier), optionsOfToday());
    check.takePrevious(folder.file("avant.ods"));
    BOOST_TEST(!check.takeRenames(renames));
    BOOST_TEST(!check.takeWaivers(waivers));
    const FileReport report = check.check("maintenant.ods", snapshot(portfolio));
    BOOST_REQUIRE(report.comparison);
    BOOST_REQUIRE(report.comparison->confirmed.size() == 1);
    BOOST_TEST(report.comparison->confirmed.front().second == "ALPHA");
    BOOST_TEST(rulesIn(report).count("W01") == 1); // no such rule
    BOOST_TEST((check.takeRenames(waivers) == FileProblem::noTable));
    BOOST_TEST((check.takeWaivers(renames) == FileProblem::noTable));
    BOOST_TEST((check.takeWaivers((folder.path / "absent.csv").string()) == FileProblem::missing));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(report_formats)

BOOST_AUTO_TEST_CASE(each_format_stands_once_and_is_complete)
{
    std::set<std::string_view> keys, endings;
    for (const ReportFormat& format : reportFormats) {
        BOOST_TEST(keys.insert(format.key).second, format.key);
        BOOST_TEST(reportFormat(format.key) == &format);
        BOOST_TEST((format.render || !format.ending.empty()), format.key);
        BOOST_TEST(format.ending.empty() == format.label.french.empty(), format.key);
        BOOST_TEST(format.label.french.empty() == format.label.english.empty(), format.key);
        if (!format.ending.empty()) BOOST_TEST(endings.insert(format.ending).second, format.ending);
    }
    BOOST_TEST(reportFormat("xml") == nullptr);
    BOOST_TEST(reportFormats[0].ending.empty()); // a terminal's
}

BOOST_AUTO_TEST_CASE(every_format_tells_of_every_file)
{
    const Folder folder;
    const FileCheck check(ruleBook(), reading(portfolio), optionsOfToday());
    const std::vector<FileReport> reports{check.check(folder.file("un.ods")),
                                          check.check((folder.path / "deux.ods").string())};
    for (const ReportFormat& format : reportFormats) {
        if (!format.render) continue;
        const std::string text = format.render(reports, {.templates = ruleBook().templates()});
        BOOST_TEST(text.find("deux.ods") != std::string::npos, format.key);
        BOOST_TEST(text.find(format.key == "csv" ? "Gravité" : "un.ods") != std::string::npos, format.key);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace panorama::test
