#include "findings_of.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace panorama;
using test::Cell;
using test::Cells;
using Found = std::vector<std::string>;

namespace {

constexpr const char* sentence =
    "Les éléments chiffrés des projets en cours d’appel d’offres ou dont la trajectoire est en cours de "
    "révision ne sont volontairement pas publiés";

/// One project under a header.
struct RowCase
{
    std::string_view what;
    std::vector<Cell> project;
    Found found;
    std::string_view edition = "2021-11";
};

template <std::size_t size>
void checkEach(const std::string& pack, std::string_view rule, const std::vector<Cell>& header,
               const RowCase (&cases)[size])
{
    for (const RowCase& one : cases)
        BOOST_TEST_CONTEXT(pack << " " << rule << ": " << one.what)
    BOOST_TEST(test::findingsOf(test::sheetOf({header, one.project}), pack, rule, one.edition) == one.found,
               boost::test_tools::per_element());
}

/// A whole table.
struct TableCase
{
    std::string_view what;
    Cells cells;
    Found found;
    std::string_view edition = "";
};

template <std::size_t size>
void checkEach(const std::string& pack, std::string_view rule, const TableCase (&cases)[size])
{
    for (const TableCase& one : cases)
        BOOST_TEST_CONTEXT(pack << " " << rule << ": " << one.what)
    BOOST_TEST(test::findingsOf(test::sheetOf(one.cells), pack, rule, one.edition) == one.found,
               boost::test_tools::per_element());
}

} // namespace

BOOST_AUTO_TEST_SUITE(rules)

BOOST_AUTO_TEST_CASE(F01_project_name)
{
    const RowCase cases[] = {
        {"a plain name", {"FranceConnect", "Déploiement", 12.5}, {}},
        {"no name", {{}, "Déploiement", 12.5}, {"F01 error A2"}},
        {"spaces alone", {" \u00A0", "Déploiement", 12.5}, {"F01 error A2"}},
        {"a trailing space", {"FranceConnect ", "Déploiement", 12.5}, {"F01 warning A2"}},
        {"a space in front", {" FranceConnect", "Déploiement", 12.5}, {"F01 warning A2"}},
        {"a trailing no-break space", {"FranceConnect\u00A0", "Déploiement", 12.5}, {"F01 warning A2"}},
        {"a line break", {"France\nConnect", "Déploiement", 12.5}, {"F01 warning A2"}},
        {"a no-break space between words", {"France\u00A0Connect", "Déploiement", 12.5}, {"F01 warning A2"}},
        {"a narrow one", {"France\u202FConnect", "Déploiement", 12.5}, {"F01 warning A2"}},
        {"before a colon", {"Ségur\u00A0: phase 2", "Déploiement", 12.5}, {}},
        {"before a semicolon", {"Ségur\u202F; Fontenoy", "Déploiement", 12.5}, {}},
        {"before ! and ?", {"Quoi\u00A0? Oui\u00A0!", "Déploiement", 12.5}, {}},
        {"before a closing quote", {"Projet «\u00A0B\u00A0»", "Déploiement", 12.5}, {}},
        {"a hyphen, an apostrophe, an accent", {"L’État-plateforme", "Déploiement", 12.5}, {}},
    };
    for (const char* pack : {"base", "open-data", "dashboard", "panorama"})
        checkEach(pack, "F01", {"Nom du projet", "Phase", "Coût"}, cases);
}

BOOST_AUTO_TEST_CASE(F02_ministry)
{
    const RowCase byColumn[] = {
        {"in force", {"A", "Ministère des Armées", "Déploiement"}, {}},
        {"case and accents", {"A", "MINISTERE DES ARMEES", "Déploiement"}, {}},
        {"empty", {"A", {}, "Déploiement"}, {"F02 error B2"}},
        {"empty in cadrage", {"A", {}, "Cadrage"}, {"F02 error B2"}},
        {"of another time", {"A", "Ministère de la Défense", "Déploiement"}, {"F02 warning B2"}},
        {"in its time", {"A", "Ministère de la Défense", "Déploiement"}, {}, "2016-11"},
        {"too early", {"A", "Ministère des Armées", "Déploiement"}, {"F02 warning B2"}, "2016-11"},
        {"of any time where the edition is not known",
         {"A", "Ministère de la Défense", "Déploiement"},
         {},
         ""},
        {"an acronym", {"A", "MJ", "Déploiement"}, {}},
        {"a typing mistake", {"A", "Ministère de la Justise", "Déploiement"}, {"F02 warning B2"}},
        {"none of the list", {"A", "Ministère du Temps libre", "Déploiement"}, {"F02 warning B2"}},
        {"several ministries",
         {"A", "Ministère de la Justice / Ministère de l'Intérieur", "Déploiement"},
         {}},
        {"one of them wrong",
         {"A", "Ministère de la Justice / Ministère du Temps libre", "Déploiement"},
         {"F02 warning B2"}},
    };
    for (const char* pack : {"base", "open-data", "dashboard", "panorama"})
        checkEach(pack, "F02", {"Nom du projet", "Ministère porteur", "Phase"}, byColumn);
    const RowCase fullNames[] = {
        {"in force", {"A", "Ministère de la Justice", "Déploiement"}, {}},
        {"empty", {"A", {}, "Déploiement"}, {"F02 error B2"}},
        {"an acronym is no full name", {"A", "MJ", "Déploiement"}, {"F02 warning B2"}},
    };
    checkEach("open-data", "F02", {"Nom du projet", "Ministère nom complet", "Phase"}, fullNames);
}

BOOST_AUTO_TEST_CASE(F03_date)
{
    const RowCase cases[] = {
        {"a date", {"A", Cell::date("2015-04-01"), "Déploiement"}, {}},
        {"empty", {"A", {}, "Déploiement"}, {"F03 error B2"}},
        {"empty in cadrage", {"A", {}, "Cadrage"}, {}},
        {"a keyword in cadrage", {"A", "En cadrage", "Cadrage"}, {}},
        {"no date", {"A", "au printemps", "Déploiement"}, {"F03 error B2"}},
        {"no date, in cadrage too", {"A", "au printemps", "Cadrage"}, {"F03 error B2"}},
        {"no day of the calendar", {"A", "31/04/2015", "Déploiement"}, {"F03 error B2"}},
        {"a month in letters", {"A", "avril 2015", "Déploiement"}, {"F03 warning B2"}},
        {"a date as text", {"A", "01/04/2015", "Déploiement"}, {"F03 warning B2"}},
        {"a year of two digits", {"A", "avril 15", "Déploiement"}, {"F03 error B2"}},
        {"a number that may be a date", {"A", 42095.0, "Déploiement"}, {"F03 error B2"}},
        {"a year", {"A", 2015.0, "Déploiement"}, {"F03 error B2"}},
        {"a quarter", {"A", "T3 2022", "Déploiement"}, {"F03 error B2"}},
        {"an invisible mark", {"A", "\u200E2015-04-01", "Déploiement"}, {"F03 warning B2"}},
        {"an error value", {"A", Cell::error("#REF!"), "Déploiement"}, {"F03 error B2"}},
    };
    for (const char* pack : {"base", "open-data", "panorama"})
        checkEach(pack, "F03", {"Nom du projet", "Début", "Phase"}, cases);
    const RowCase otherDates[] = {
        {"may be empty", {"A", {}, {}, "Déploiement"}, {}},
        {"but are dates", {"A", "bientôt", "mai 2021", "Déploiement"}, {"F03 error B2", "F03 warning C2"}},
    };
    checkEach("panorama", "F03", {"Nom du projet", "Fin initiale", "Fin actualisée", "Phase"}, otherDates);
    const RowCase off[] = {{"silent", {"A", "avril 15", "Déploiement"}, {}},
                           {"silent even if empty", {"A", {}, "Déploiement"}, {}}};
    checkEach("dashboard", "F03", {"Nom du projet", "Début", "Phase"}, off);
}

BOOST_AUTO_TEST_CASE(F04_number)
{
    const RowCase cases[] = {
        {"numbers", {"A", 12.5, 3.75, "Déploiement"}, {}},
        {"words", {"A", "douze", 3.0, "Déploiement"}, {"F04 error B2"}},
        {"both columns", {"A", "douze", "longtemps", "Déploiement"}, {"F04 error B2", "F04 error C2"}},
        {"NA says no reason", {"A", "NA", 3.0, "Déploiement"}, {"F04 error B2"}},
        {"nor does a dash", {"A", "-", 3.0, "Déploiement"}, {"F04 error B2"}},
        {"an error value", {"A", Cell::error("#REF!"), 3.0, "Déploiement"}, {"F04 error B2"}},
        {"a date", {"A", Cell::date("2015-04-01"), 3.0, "Déploiement"}, {"F04 error B2"}},
        {"none in cadrage", {"A", 0.0, 0.0, "Cadrage"}, {}},
        {"not known, beside a phase that withholds", {"A", "Non connu", "ND", "Cadrage"}, {}},
        {"NA says no reason there either", {"A", "NA", "-", "Cadrage"}, {"F04 error B2"}},
        {"a unit that contradicts is another rule", {"A", "60 €", 3.0, "Déploiement"}, {}},
        {"a number as text", {"A", "12,5", 3.0, "Déploiement"}, {"F04 warning B2"}},
        {"with its unit", {"A", "12,5 M€", "3 ans", "Déploiement"}, {"F04 warning B2", "F04 warning C2"}},
        {"a unit of another kind", {"A", "12,5 ans", 3.0, "Déploiement"}, {"F04 error B2"}},
        {"En cadrage", {"A", "En cadrage", "En cadrage", "Cadrage"}, {}},
        {"Révision de trajectoire", {"A", "Révision de trajectoire", 3.0, "Déploiement"}, {}},
        {"Appel d’offres en cours", {"A", "Appel d’offres en cours", 3.0, "Déploiement"}, {}},
        {"Non communiqué", {"A", "Non communiqué", 3.0, "Déploiement"}, {}},
        {"Autre motif", {"A", "Autre motif", 3.0, "Déploiement"}, {}},
        {"empty in cadrage", {"A", {}, {}, "Cadrage"}, {}},
    };
    const RowCase noFigure[] = {
        {"no cost", {"A", 0.0, 3.0, "Déploiement"}, {"F04 error B2"}},
        {"below none", {"A", -0.5, -1.0, "Déploiement"}, {"F04 error B2", "F04 error C2"}},
        {"no cost as text", {"A", "0", 0.0, "Déploiement"}, {"F04 error B2", "F04 error C2"}},
    };
    for (const char* pack : {"base", "open-data", "dashboard", "panorama"})
        checkEach(pack, "F04", {"Nom du projet", "Coût", "Durée", "Phase"}, noFigure);
    for (const char* pack : {"base", "open-data", "dashboard", "panorama"})
        checkEach(pack, "F04", {"Nom du projet", "Coût", "Durée", "Phase"}, cases);

    const RowCase empty[] = {{"empty", {"A", {}, {}, "Déploiement"}, {"F04 error B2", "F04 error C2"}}};
    checkEach("dashboard", "F04", {"Nom du projet", "Coût", "Durée", "Phase"}, empty);
    const RowCase otherRule[] = {{"empty is another rule's", {"A", {}, {}, "Déploiement"}, {}}};
    checkEach("open-data", "F04", {"Nom du projet", "Coût", "Durée", "Phase"}, otherRule);
    const RowCase internal[] = {
        {"updated cost empty", {"A", 10.0, {}, "Déploiement", "Publiable"}, {"F04 error C2"}},
        {"empty in cadrage", {"A", 10.0, {}, "Cadrage", "Publiable"}, {}},
        {"withheld figures are kept here", {"A", 10.0, 12.0, "Déploiement", "Révision de trajectoire"}, {}},
    };
    checkEach("panorama", "F04", {"Nom du projet", "Coût initial", "Coût actualisé", "Phase", "Diffusion"},
              internal);
}

BOOST_AUTO_TEST_CASE(F05_phase)
{
    const RowCase cases[] = {
        {"Cadrage", {"A", "Cadrage", 1.0}, {}},
        {"Conception / Réalisation", {"A", "Conception / Réalisation", 1.0}, {}},
        {"Expérimentation", {"A", "Expérimentation", 1.0}, {}},
        {"Déploiement", {"A", "Déploiement", 1.0}, {}},
        {"Terminé", {"A", "Terminé", 1.0}, {}},
        {"empty", {"A", {}, 1.0}, {"F05 error B2"}},
        {"another wording", {"A", "En phase de cadrage", 1.0}, {"F05 error B2"}},
        {"half a phase", {"A", "Conception", 1.0}, {"F05 error B2"}},
        {"NA", {"A", "NA", 1.0}, {"F05 error B2"}},
        {"a reason", {"A", "Révision de trajectoire", 1.0}, {"F05 error B2"}},
        {"a number", {"A", 3.0, 1.0}, {"F05 error B2"}},
    };
    for (const char* pack : {"base", "open-data", "dashboard", "panorama"})
        checkEach(pack, "F05", {"Nom du projet", "Phase", "Coût"}, cases);
    const RowCase published[] = {{"the published sentence", {"A", sentence, 1.0}, {"F05 warning B2"}}};
    for (const char* pack : {"open-data", "dashboard"})
        checkEach(pack, "F05", {"Nom du projet", "Phase", "Coût"}, published);
    const RowCase internal[] = {{"the published sentence", {"A", sentence, 1.0}, {"F05 error B2"}}};
    checkEach("panorama", "F05", {"Nom du projet", "Phase", "Coût"}, internal);
    const RowCase statuses[] = {
        {"a colour", {"A", "Vert", 1.0}, {}},
        {"in English", {"A", "green", 1.0}, {}},
        {"a letter", {"A", "R", 1.0}, {}},
        {"the weather", {"A", "Soleil", 1.0}, {}},
        {"drawn", {"A", "\u26C8\uFE0F", 1.0}, {}},
        {"a light", {"A", "🟠", 1.0}, {}},
        {"empty", {"A", {}, 1.0}, {}},
        {"a light without its colour", {"A", "●", 1.0}, {"F05 warning B2"}},
        {"anything else", {"A", "ça va", 1.0}, {"F05 warning B2"}},
    };
    checkEach("panorama", "F05", {"Nom du projet", "Météo", "Coût"}, statuses);
}

BOOST_AUTO_TEST_CASE(F06_interministerial)
{
    const RowCase cases[] = {
        {"Oui", {"A", "Oui", "Déploiement"}, {}},
        {"Non", {"A", "Non", "Déploiement"}, {}},
        {"empty", {"A", {}, "Déploiement"}, {"F06 error B2"}},
        {"neither", {"A", "À préciser", "Déploiement"}, {"F06 error B2"}},
        {"in English", {"A", "Yes", "Déploiement"}, {"F06 error B2"}},
        {"TRUE", {"A", Cell::logical(true), "Déploiement"}, {"F06 error B2"}},
        {"FALSE", {"A", Cell::logical(false), "Déploiement"}, {"F06 error B2"}},
        {"1", {"A", 1.0, "Déploiement"}, {"F06 error B2"}},
    };
    for (const char* pack : {"base", "open-data", "dashboard", "panorama"})
        checkEach(pack, "F06", {"Nom du projet", "Projet interministériel", "Phase"}, cases);
}

BOOST_AUTO_TEST_CASE(R01_withheld_figures)
{
    const RowCase cases[] = {
        {"published as it should be", {"A", 12.5, 3.0, "Déploiement"}, {}},
        {"cost in cadrage", {"A", 12.5, "En cadrage", "Cadrage"}, {"R01 error B2"}},
        {"duration in cadrage", {"A", "En cadrage", 3.0, "Cadrage"}, {"R01 error C2"}},
        {"both", {"A", 12.5, 3.0, "Cadrage"}, {"R01 error B2", "R01 error C2"}},
        {"a number as text is a figure too", {"A", "12,5", {}, "Cadrage"}, {"R01 error B2"}},
        {"while the phase says it is withheld", {"A", 12.5, {}, sentence}, {"R01 error B2"}},
        {"withheld in cadrage", {"A", "En cadrage", "En cadrage", "Cadrage"}, {}},
        {"empty in cadrage", {"A", {}, {}, "Cadrage"}, {}},
        {"withheld by the sentence", {"A", {}, {}, sentence}, {}},
        {"absent otherwise", {"A", {}, {}, "Déploiement"}, {"R01 error B2", "R01 error C2"}},
        {"cost absent", {"A", {}, 3.0, "Conception / Réalisation"}, {"R01 error B2"}},
        {"in cadrage by its cost, not by its phase",
         {"A", "En cadrage", 3.0, "Déploiement"},
         {"R01 error B2"}},
        {"a 0 in cadrage is another rule's", {"A", 0.0, {}, "Cadrage"}, {}},
    };
    checkEach("open-data", "R01", {"Nom du projet", "Coût", "Durée", "Phase"}, cases);
    const RowCase kept[] = {{"figures are kept inside", {"A", 12.5, 3.0, "Cadrage"}, {}}};
    checkEach("panorama", "R01", {"Nom du projet", "Coût", "Durée", "Phase"}, kept);
}

BOOST_AUTO_TEST_CASE(R02_band)
{
    const RowCase cases[] = {
        {"the right band", {"A", 12.5, "entre 9 et 20 M€", "Déploiement"}, {}},
        {"another spelling", {"A", 3.2, "< 5 M€", "Déploiement"}, {}},
        {"and another", {"A", 250.5, "> 100 M€", "Déploiement"}, {}},
        {"the wrong band", {"A", 12.5, "entre 20 et 100 M€", "Déploiement"}, {"R02 error C2"}},
        {"no band at all", {"A", 12.5, "moyenne", "Déploiement"}, {"R02 error C2"}},
        {"empty", {"A", 12.5, {}, "Déploiement"}, {"R02 error C2"}},
        {"empty in cadrage", {"A", {}, {}, "Cadrage"}, {}},
        {"in cadrage by the band only", {"A", 12.5, "En cadrage", "Déploiement"}, {"R02 error C2"}},
        {"not disclosed by the band only", {"A", 12.5, "Non communiqué", "Déploiement"}, {"R02 error C2"}},
        {"in cadrage", {"A", "En cadrage", "En cadrage", "Cadrage"}, {}},
        {"no cost, so no word about the band", {"A", "NA", "entre 9 et 20 M€", "Déploiement"}, {}},
        // what a rounded cost may stand for: 9 is anything from 8.5 to 9.5
        {"9, rounded: below", {"A", 9.0, "entre 5 et 9 M€", "Déploiement"}, {}},
        {"9, rounded: above", {"A", 9.0, "entre 9 et 20 M€", "Déploiement"}, {}},
        {"9, rounded: not that far", {"A", 9.0, "moins de 5 M€", "Déploiement"}, {"R02 error C2"}},
        {"10 is not below 9", {"A", 10.0, "entre 5 et 9 M€", "Déploiement"}, {"R02 error C2"}},
        {"20, rounded", {"A", 20.0, "entre 9 et 20 M€", "Déploiement"}, {}},
        {"100, rounded", {"A", 100.0, "plus de 100 M€", "Déploiement"}, {}},
        {"101 is above", {"A", 101.0, "entre 20 et 100 M€", "Déploiement"}, {"R02 error C2"}},
        {"8.9 is below 9, however rounded", {"A", 8.9, "entre 9 et 20 M€", "Déploiement"}, {"R02 error C2"}},
        {"4.9 as well below 5", {"A", 4.9, "entre 5 et 9 M€", "Déploiement"}, {"R02 error C2"}},
        {"31.0473252853897", {"A", 31.0473252853897, "entre 20 et 100 M€", "Déploiement"}, {}},
    };
    for (const char* pack : {"open-data", "panorama"})
        checkEach(pack, "R02", {"Nom du projet", "Coût", "Tranche de coût", "Phase"}, cases);

    const TableCase precision[] = {
        {"the column is written with two decimals: 9 is 8.995 to 9.005",
         {{"Nom du projet", "Coût", "Tranche de coût"},
          {"A", 9.0, "entre 5 et 9 M€"},
          {"B", 12.25, "entre 9 et 20 M€"},
          {"C", 9.2, "entre 5 et 9 M€"}},
         {"R02 error C4"}},
        {"thousands of euros are more precise: 9001 is 9.0005 at least",
         {{"Nom du projet", "Coût (k€)", "Tranche de coût"},
          {"A", 9000.0, "entre 5 et 9 M€"},
          {"B", 9002.0, "entre 5 et 9 M€"},
          {"C", 8998.0, "entre 9 et 20 M€"},
          {"D", 8998.0, "entre 5 et 9 M€"}},
         {"R02 error C3", "R02 error C4"}},
    };
    checkEach("open-data", "R02", precision);
    const RowCase internal[] = {
        {"the band is that of the updated cost", {"A", 8.2, 12.5, "entre 9 et 20 M€", "Déploiement"}, {}},
        {"not of the initial one", {"A", 8.2, 12.5, "entre 5 et 9 M€", "Déploiement"}, {"R02 error D2"}},
    };
    checkEach("panorama", "R02",
              {"Nom du projet", "Coût initial", "Coût actualisé", "Tranche de coût", "Phase"}, internal);
}

BOOST_AUTO_TEST_CASE(R03_start_after_the_edition)
{
    const RowCase cases[] = {
        {"before", {"A", Cell::date("2021-09-01"), "Déploiement"}, {}},
        {"in the month of the edition", {"A", Cell::date("2021-11-30"), "Déploiement"}, {}},
        {"a month later", {"A", Cell::date("2021-12-01"), "Déploiement"}, {"R03 error B2"}},
        {"as text", {"A", "décembre 2021", "Déploiement"}, {"R03 error B2"}},
        {"in cadrage", {"A", Cell::date("2022-09-01"), "Cadrage"}, {}},
        {"withheld is no excuse", {"A", Cell::date("2022-09-01"), sentence}, {"R03 error B2"}},
        {"no edition, no word", {"A", Cell::date("2022-09-01"), "Déploiement"}, {}, ""},
        {"no date, no word", {"A", "bientôt", "Déploiement"}, {}},
    };
    for (const char* pack : {"base", "open-data", "dashboard", "panorama"})
        checkEach(pack, "R03", {"Nom du projet", "Début", "Phase"}, cases);
}

BOOST_AUTO_TEST_CASE(R04_end_past)
{
    const RowCase byDuration[] = {
        {"years ago", {"A", Cell::date("2015-04-01"), 3.0, "Déploiement"}, {"R04 error C2"}},
        {"the month before", {"A", Cell::date("2015-04-01"), 78.0 / 12, "Déploiement"}, {"R04 error C2"}},
        {"the month of the edition", {"A", Cell::date("2015-04-01"), 79.0 / 12, "Déploiement"}, {}},
        {"to come", {"A", Cell::date("2015-04-01"), 7.5, "Déploiement"}, {}},
        {"finished", {"A", Cell::date("2015-04-01"), 3.0, "Terminé"}, {}},
        {"in cadrage", {"A", Cell::date("2015-04-01"), 3.0, "Cadrage"}, {}},
        {"without a start", {"A", {}, 3.0, "Déploiement"}, {}},
        {"without a duration", {"A", Cell::date("2015-04-01"), "NA", "Déploiement"}, {}},
        {"no edition, no word", {"A", Cell::date("2015-04-01"), 3.0, "Déploiement"}, {}, ""},
        {"at its time it was to come", {"A", Cell::date("2015-04-01"), 3.0, "Déploiement"}, {}, "2017-06"},
    };
    for (const char* pack : {"base", "open-data", "dashboard", "panorama"})
        checkEach(pack, "R04", {"Nom du projet", "Début", "Durée", "Phase"}, byDuration);
    const RowCase byEnd[] = {
        {"the updated end says it",
         {"A", Cell::date("2015-04-01"), 3.0, Cell::date("2022-06-30"), "Déploiement"},
         {}},
        {"and is past",
         {"A", Cell::date("2015-04-01"), 7.5, Cell::date("2021-10-31"), "Déploiement"},
         {"R04 error D2"}},
        {"without one the duration does",
         {"A", Cell::date("2015-04-01"), 3.0, {}, "Déploiement"},
         {"R04 error C2"}},
    };
    checkEach("panorama", "R04", {"Nom du projet", "Début", "Durée", "Fin actualisée", "Phase"}, byEnd);
}

namespace {

/// A table of so many projects of so many ministries.
Cells portfolio(int projects, int ministries)
{
    static constexpr const char* names[] = {"Ministère de la Justice", "Ministère des Armées",
                                            "Ministère de l'Intérieur", "Ministère de la Culture"};
    Cells cells{{"Nom du projet", "Ministère porteur", "Phase", "Coût"}};
    for (int i = 0; i < projects; ++i)
        cells.push_back(
            {("Projet " + std::to_string(i)).c_str(), names[i % ministries], "Déploiement", 10.0});
    return cells;
}

} // namespace

BOOST_AUTO_TEST_CASE(P01_number_of_projects)
{
    const struct
    {
        int projects;
        int ministries;
        std::string_view edition;
        Found found;
    } rows[] = {
        {50, 4, "2021-11", {}},
        {50, 4, "2021-12", {}}, // published the month after
        {49, 4, "2021-11", {"P01 error A1"}},
        {51, 4, "2021-11", {"P01 error A1"}},
        {48, 4, "2019-03", {"P01 error A1"}}, // the 8th edition announces 46
        {46, 4, "2019-03", {}},
        {5, 2, "2021-11", {}},  // a ministry's own share is no edition
        {30, 4, "2020-06", {}}, // the 11th edition announces none
        {30, 4, "2022-06", {}}, // no edition of that month is known
        {30, 4, "", {}},
    };
    for (const char* pack : {"open-data", "dashboard"})
        for (const auto& row : rows)
            BOOST_TEST_CONTEXT(pack << ": " << row.projects << " projects, " << row.edition)
    BOOST_TEST(test::findingsOf(test::sheetOf(portfolio(row.projects, row.ministries)), pack, "P01",
                                row.edition) == row.found,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(P02_total)
{
    // Three costs of one decimal: their sum is known to 0.15. The 8th edition announces 1.64 Md€, which is
    // 1635 to 1645 M€.
    const auto costs = [](double a, double b, double c) {
        return Cells{{"Nom du projet", "Phase", "Coût"},
                     {"A", "Déploiement", a},
                     {"B", "Déploiement", b},
                     {"C", "Déploiement", c}};
    };
    const TableCase headline[] = {
        {"within", costs(1000.4, 336, 300), {}, "2019-03"},
        {"just below, but for the rounding", costs(1000.4, 334.3, 300.2), {}, "2019-03"}, // 1634.9 to 1635.05
        {"below", costs(1000.4, 334.2, 300.2), {"P02 error C1"}, "2019-03"},              // 1634.8 to 1634.95
        {"just above, but for the rounding",
         costs(1000.4, 344.4, 300.3),
         {},
         "2019-03"},                                                         // 1645.1, from 1644.95
        {"above", costs(1000.4, 344.5, 300.3), {"P02 error C1"}, "2019-03"}, // 1645.2, from 1645.05
        {"2511.86 is not 2620",
         {{"Nom du projet", "Phase", "Coût"}, {"A", "Déploiement", 2511.86}},
         {"P02 error C1"},
         "2021-11"},
        {"three decimals announced",
         {{"Nom du projet", "Phase", "Coût"}, {"A", "Déploiement", 3602.4}},
         {},
         "2023-12"},
        {"and meant",
         {{"Nom du projet", "Phase", "Coût"}, {"A", "Déploiement", 3602.6}},
         {"P02 error C1"},
         "2023-12"},
        {"withheld costs do not count",
         {{"Nom du projet", "Phase", "Coût"},
          {"A", "Déploiement", 1636.4},
          {"B", "Cadrage", 500.0},
          {"C", "Déploiement", "Non communiqué"}},
         {},
         "2019-03"},
        {"thousands of euros",
         {{"Nom du projet", "Phase", "Coût (k€)"}, {"A", "Déploiement", 1636400.0}},
         {},
         "2019-03"},
        {"none announced", costs(1, 2, 3), {}, "2020-06"},
        {"no edition", costs(1, 2, 3), {}, ""},
    };
    for (const char* pack : {"open-data", "dashboard"})
        checkEach(pack, "P02", headline);

    const auto withTotal = [](const char* called, double total) {
        return Cells{{"Nom du projet", "Phase", "Coût"},
                     {"A", "Déploiement", 10.4},
                     {"B", "Déploiement", 10.4},
                     {"C", "Cadrage", 10.4},
                     {called, {}, total}};
    };
    const TableCase totals[] = {
        {"of the published costs", withTotal("Total", 20.8), {}},
        {"of all costs", withTotal("Total", 31.2), {}},
        {"rounded", withTotal("Total", 21), {}},
        {"another sum", withTotal("Total", 25.8), {"P02 error C5"}},
        {"rounded, but too far", withTotal("TOTAL", 23), {"P02 error C5"}},
        {"a part of the sum", withTotal("Sous-total", 15), {}},
        {"a mean", withTotal("Moyenne", 10.4), {}},
    };
    for (const char* pack : {"open-data", "dashboard", "panorama"})
        checkEach(pack, "P02", totals);
}

BOOST_AUTO_TEST_CASE(P06_withheld_figures)
{
    const auto projects = [](int withheld, int all) {
        Cells cells{{"Nom du projet", "Phase", "Coût"}};
        for (int i = 0; i < all; ++i)
            cells.push_back(i < withheld ? std::vector<Cell>{"A", "Cadrage", "En cadrage"}
                                         : std::vector<Cell>{"B", "Déploiement", 10.0});
        return cells;
    };
    Cells zeros = projects(1, 20);
    zeros[1][2] = 0.0;
    zeros[5][2] = 0.0; // not withheld: a cost of 0 is another matter
    const TableCase cases[] = {
        {"none withheld", projects(0, 5), {}},
        {"one of ten is not over 10 %", projects(1, 10), {}},
        {"two of ten are", projects(2, 10), {"P06 warning C1"}},
        {"one of nine is", projects(1, 9), {"P06 warning C1"}},
        {"a withheld cost imputed as 0", zeros, {"P06 warning C2"}},
    };
    for (const char* pack : {"open-data", "dashboard", "panorama"})
        checkEach(pack, "P06", cases);
    const TableCase alone[] = {{"one project has no share", projects(1, 1), {}}};
    checkEach("fiche", "P06", alone);
}

BOOST_AUTO_TEST_CASE(csv_files_are_judged_by_what_is_natural_in_them)
{
    const struct
    {
        std::string_view what;
        std::string_view text;
        Found found;
    } rows[] = {
        {"a conforming open-data file",
         "Ministère porteur,Ministère nom complet,Nom du projet,Projet interministériel,Début,Durée "
         "prévisionnelle en année,Phase du projet en "
         "cours,Coût estimé,Coût estimé par tranche\n"
         "MJ,Ministère de la Justice,PORTALIS,Non,2014-01-01,8.5,Déploiement,77.5,entre 20 et 100 M€\n"
         "MINARM,Ministère des Armées,EUREKA,Non,2016-06-01,6,Conception / Réalisation,12,entre 9 et 20 M€\n",
         {}},
        {"decimal commas throughout",
         "Nom du projet;Phase;Coût;Durée\nA;Déploiement;12,5;3,25\nB;Déploiement;8,25;4,5\n",
         {}},
        {"marks mixed",
         "Nom du projet;Phase;Coût;Durée\nA;Déploiement;12,5;3\nB;Déploiement;8,25;4\nC;Déploiement;7.5;4\n",
         {"F04 warning C4"}},
        {"ISO and numeric dates",
         "Nom du projet;Phase;Début\nA;Déploiement;2015-04-01\nB;Déploiement;01/05/2015\n",
         {}},
        {"months in letters",
         "Nom du projet;Phase;Début\nA;Déploiement;avril 2015\nB;Déploiement;avril 15\n",
         {"F03 warning C2", "F03 error C3"}},
        {"a formula is a text", "Nom du projet;Phase;Coût\nA;Déploiement;=1+1\n", {"F04 error C2"}},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
    BOOST_TEST(test::findingsOf(test::csvSheet(row.text), "base", "") == row.found,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(findings_carry_the_cell_the_value_and_the_fix)
{
    const Sheet sheet = test::sheetOf({{"Nom du projet", "Phase", "Coût", "Début"},
                                       {"Projet A ", "Déploiement", "12,5", "avril 15"},
                                       {"B", "Déploiement", "1,234", 42095.0}});
    const auto tables = findTables(sheet, test::library().columns);
    const CheckContext context{test::library().nomenclatures, test::library().editions, {}};
    const auto findings = findAll(tables.at(0), test::library().pack("base"), context);
    const struct
    {
        std::string_view rule;
        std::string_view place;
        std::size_t project;
        std::string_view value;
        std::string_view fixText;
        double fixNumber;
        FixDegree degree;
    } rows[] = {
        {"F01", "A2", 0, "Projet A ", "Projet A", 0, FixDegree::sure},
        {"F04", "C2", 0, "12,5", "", 12.5, FixDegree::sure},
        {"F03", "D2", 0, "avril 15", "", 42095, FixDegree::toConfirm},
        {"F04", "C3", 1, "1,234", "", 1.234, FixDegree::toConfirm}, // it may be twelve hundred
        {"F03", "D3", 1, "", "", 42095, FixDegree::toConfirm},
    };
    BOOST_REQUIRE(findings.size() == std::size(rows));
    for (std::size_t i = 0; i < std::size(rows); ++i)
        BOOST_TEST_CONTEXT(rows[i].place)
        {
            const Finding& finding = findings[i];
            BOOST_TEST(finding.rule->id == rows[i].rule);
            BOOST_TEST(a1(finding.place) == rows[i].place);
            BOOST_TEST(finding.project.value() == rows[i].project);
            BOOST_TEST(finding.value == rows[i].value);
            BOOST_REQUIRE(finding.fix.has_value());
            BOOST_TEST(finding.fix->edits.front().text == rows[i].fixText);
            BOOST_TEST(finding.fix->edits.front().number == rows[i].fixNumber);
            BOOST_TEST((finding.fix->degree == rows[i].degree));
        }
    BOOST_TEST(findings[4].number.value() == 42095.0);
}

BOOST_AUTO_TEST_SUITE_END()
