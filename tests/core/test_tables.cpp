#include "core/text/number.hpp"
#include "findings_of.hpp"

#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace panorama;
using test::Cells;
using test::library;
using test::sheetOf;

namespace {

/// "open-data A2 2 rows: name=A cost=C; ? B (Divers); total 5; note 6" - what was found, on one line.
std::string described(const Table& table)
{
    std::string text = (table.layout() ? table.layout()->id : std::string("-")) + " row " +
                       std::to_string(table.headerRow() + 1) + ", " + std::to_string(table.rowCount()) +
                       " projects:";
    for (const auto& column : table.recognised())
        text += " " + std::string(keyOf(column.meaning.field)) + "=" + columnName(column.column);
    for (const auto& column : table.unrecognised())
        text += " ?" + a1(column.place) + "(" + column.header + ")";
    for (const auto& column : table.repeated())
        text += " =" + a1({table.headerRow(), column.column});
    static constexpr const char* whys[] = {"total",   "note",      "nil",      "header", "group",    "units",
                                           "numbers", "prefilled", "doubtful", "other",  "continued"};
    for (const auto& line : table.ignored())
        text +=
            std::string(" ") + whys[static_cast<std::size_t>(line.why)] + " " + std::to_string(line.row + 1);
    return text;
}

std::vector<std::string> described(const Sheet& sheet)
{
    std::vector<std::string> list;
    for (const Table& table : findTables(sheet, library().columns))
        list.push_back(described(table));
    return list;
}

void checkTables(const Sheet& sheet, const std::vector<std::string>& expected)
{
    BOOST_TEST(described(sheet) == expected, boost::test_tools::per_element());
}

} // namespace

BOOST_AUTO_TEST_SUITE(tables)

BOOST_AUTO_TEST_CASE(a_header_is_understood_however_it_is_written)
{
    constexpr struct
    {
        std::string_view header;
        std::string_view field; // empty: not understood
        double divisor = 1;
    } rows[] = {
        {"Nom du projet", "name"},
        {"NOM DU PROJET", "name"},
        {"  nom  du projet ", "name"},
        {"Nom\u00A0du\u00A0projet", "name"},
        {"Nom du\nprojet", "name"},
        {"Projet", "name"},
        {"Project name", "name"},
        {"Ministère porteur ", "ministry"}, // with a trailing space, as published
        {"Ministere porteur", "ministry"},
        {"Ministère nom complet", "ministry_name"},
        {"Projet interministériel", "interministerial"},
        {"Projet inter-ministériel", "interministerial"},
        {"Description et objectifs du projet", "description"},
        {"Description et objectifs", "description"},
        {"En savoir plus sur le projet", "more_info"},
        {"Début", "start"},
        {"Durée prévisionnelle en année", "duration"},
        {"Durée du projet en années", "duration"},
        {"Phase du projet en cours", "phase"},
        {"Coût estimé", "cost"},
        {"Coût complet estimé", "cost"},
        {"Coût estimé par tranche", "band"},
        {"Zone fonctionnelle", "zone"},
        {"Zone fonctionnelle principale", "zone"},
        {"Financement [programme(s)]", "programme"},
        {"Programme de financement", "programme"},
        {"Lien vers les Projets Annuels de Performances", "pap_link"},
        {"Date de publication", "publication_date"},
        {"Diffusion", "diffusion"},
        {"Coût initial", "initial_cost"},
        {"Coût actualisé", "updated_cost"},
        {"Coût estimé (M€)", "cost"},
        {"Coût estimé (en M€ TTC)", "cost"},
        {"Coût initial en M€", "initial_cost"},
        {"Coût actualisé TTC (M€)", "updated_cost"},
        {"Coût estimé (millions d’euros)", "cost"},
        {"Coût estimé (k€)", "cost", 1e3},
        {"Coût initial en k€", "initial_cost", 1e3},
        {"COUT INITIAL EN K€ TTC", "initial_cost", 1e3},
        {"Coût estimé (en €)", "cost", 1e6},
        {"Coût estimé en euros", "cost", 1e6},
        {"Coût estimé (euros)", "cost", 1e6},
        {"Coût estimé (milliers d’euros)", "cost", 1e3},
        {"Coût estimé (Md€)", "cost", 1e-3},
        {"Durée (mois)", "duration", 12},
        {"Durée prévisionnelle en mois", "duration", 12},
        {"Durée initiale (années)", "initial_duration"},
        {"", ""},
        {"Météo du jour", ""},
        {"Couleur", ""},
        {"Nom du chien", ""},
        {"12", ""},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.header)
        {
            const auto meaning = library().columns.meaning(row.header);
            BOOST_TEST((meaning ? keyOf(meaning->field) : "") == row.field);
            if (!meaning) continue;
            BOOST_TEST(meaning->divisor == row.divisor);
            BOOST_TEST(meaning->unitConverted == (row.divisor != 1));
        }
}

BOOST_AUTO_TEST_CASE(days_are_not_taken_for_years)
{
    for (const char* header : {"Durée en jours", "Durée (jours)", "Durée prévisionnelle (en jours)"})
        BOOST_TEST_CONTEXT(header)
        {
            const auto meaning = library().columns.meaning(header);
            BOOST_TEST((!meaning || meaning->divisor != 1));
        }
}

BOOST_AUTO_TEST_CASE(every_label_and_header_of_the_vocabulary_means_its_field)
{
    for (const Field field : allFields)
        BOOST_TEST_CONTEXT(keyOf(field))
        {
            const Bilingual& label = library().columns.field(field).label;
            const auto french = library().columns.meaning(label.french);
            const auto english = library().columns.meaning(label.english);
            BOOST_REQUIRE((french && english));
            BOOST_TEST(keyOf(french->field) == keyOf(field));
            BOOST_TEST(keyOf(english->field) == keyOf(field));
        }
}

BOOST_AUTO_TEST_CASE(tables_are_found_where_they_are)
{
    const struct
    {
        std::string_view what;
        Cells cells;
        std::vector<std::string> tables;
    } rows[] = {
        {"at the top",
         {{"Nom du projet", "Phase", "Coût"}, {"A", "Déploiement", 12.5}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C"}},
        {"below titles and empty rows",
         {{"Panorama des grands projets"},
          {},
          {"Édition 14", {}, "novembre 2021"},
          {},
          {"Nom du projet", "Phase", "Coût"},
          {"A", "Déploiement", 12.5}},
         {"dashboard row 5, 1 projects: name=A phase=B cost=C"}},
        {"after empty columns",
         {{{}, {}, "Nom du projet", {}, "Phase", "Coût"}, {{}, {}, "A", {}, "Déploiement", 12.5}},
         {"dashboard row 1, 1 projects: name=C phase=E cost=F"}},
        {"columns in any order",
         {{"Coût", "Nom du projet", "Phase"}, {12.5, "A", "Déploiement"}},
         {"dashboard row 1, 1 projects: cost=A name=B phase=C"}},
        {"unknown columns are said",
         {{"Nom du projet", "Couleur", "Phase", "Coût", " Météo du jour "},
          {"A", "bleu", "Déploiement", 12.5, "pluie"}},
         {"dashboard row 1, 1 projects: name=A phase=C cost=D ?B1(Couleur) ?E1(Météo du jour)"}},
        {"a field that stands twice is taken once",
         {{"Nom du projet", "Phase", "Coût", "Coût estimé"}, {"A", "Déploiement", 12.5, 13.0}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C =D1"}},
        {"of two years the later is taken",
         {{"Nom du projet", "Phase", "Coût 2024", "Coût 2025"}, {"A", "Déploiement", 12.5, 13.0}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=D =C1"}},
        {"headers numbered, marked, said to be needed",
         {{"1. Nom du projet", "2) Phase *", "Coût (1)", "Début obligatoire"},
          {"A", "Déploiement", 12.5, "2020-01-01"}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C start=D"}},
        {"headers cut short",
         {{"Projet", "Phase", "Coût init.", "Coût act.", "Fin init.", "Obs."},
          {"A", "Déploiement", 10.0, 12.5, {}, "vu"}},
         {"internal row 1, 1 projects: name=A phase=B initial_cost=C updated_cost=D initial_end=E "
          "comment=F"}},
        {"headers on two rows",
         {{"Nom du projet", "Phase", "Coûts (M€)", {}, "Calendrier"},
          {{}, {}, "Coût initial", "Coût actualisé", "Date de fin initiale"},
          {"A", "Déploiement", 10.0, 12.5, "2026-12-31"}},
         {"internal row 1, 1 projects: name=A phase=B initial_cost=C updated_cost=D initial_end=E"}},
        {"the headers once more",
         {{"Nom du projet", "Phase", "Coût"},
          {"A", "Déploiement", 12.5},
          {"Nom du projet", "Phase", "Coût"},
          {"B", "Déploiement", 3.0}},
         {"dashboard row 1, 2 projects: name=A phase=B cost=C header 3"}},
        {"titles of groups, in any column",
         {{"Nom du projet", "Ministère", "Phase", "Coût"},
          {"MINISTÈRE DE LA JUSTICE"},
          {"A", "Ministère de la Justice", "Déploiement", 12.5},
          {{}, "Ministère de la Culture"},
          {"B", "Ministère de la Culture", "Déploiement", 3.0}},
         {"dashboard row 1, 2 projects: name=A ministry=B phase=C cost=D group 2 group 4"}},
        {"units and numbers of the columns",
         {{"Nom du projet", "Phase", "Coût"},
          {{}, {}, "(k€)"},
          {"1", "2", "3"},
          {"A", "Déploiement", 12500.0}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C units 2 numbers 3"}},
        {"sums with a label of any kind or none",
         {{"Nom du projet", "Phase", "Coût initial", "Coût actualisé"},
          {"A", "Déploiement", 10.5, 12.5},
          {"B", "Déploiement", 3.0, 4.25},
          {"Récapitulatif", {}, 13.5, 16.75},
          {{}, {}, 13.5, 16.75}},
         {"internal row 1, 2 projects: name=A phase=B initial_cost=C updated_cost=D total 4 total 5"}},
        {"rows numbered for projects to come",
         {{"N°", "Nom du projet", "Phase", "Coût"}, {1.0, "A", "Déploiement", 12.5}, {2.0}, {3.0}},
         {"dashboard row 1, 1 projects: name=B phase=C cost=D ?A1(N°) prefilled 3 prefilled 4"}},
        {"projects in columns",
         {{"Nom du projet", "A", "B"},
          {"Phase", "Déploiement", "Cadrage"},
          {"Coût", 12.5, 3.0},
          {"Début", "2020-01-01", "2021-01-01"}},
         {"dashboard row 1, 2 projects: name=A phase=A cost=A start=A"}},
        {"no project",
         {{"Nom du projet", "Phase", "Coût"}},
         {"dashboard row 1, 0 projects: name=A phase=B cost=C"}},
        {"gaps between projects",
         {{"Nom du projet", "Phase", "Coût"}, {"A", "Déploiement", 12.5}, {}, {}, {"B", "Déploiement", 3.0}},
         {"dashboard row 1, 2 projects: name=A phase=B cost=C"}},
        {"a project without a name is one",
         {{"Nom du projet", "Phase", "Coût"}, {{}, "Déploiement", 12.5}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C"}},
        {"a name alone is no project yet, and is told",
         {{"Nom du projet", "Phase", "Coût"}, {"Alpha"}, {"B", "Déploiement", 3.0}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C doubtful 2"}},
        {"spaces alone fill no row",
         {{"Nom du projet", "Phase", "Coût"}, {"A", "Déploiement", 1.0}, {" ", "\u00A0"}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C"}},
        {"one below the other",
         {{"Nom du projet", "Phase", "Coût"},
          {"A", "Déploiement", 12.5},
          {},
          {"Nom du projet", "Début", "Durée"},
          {"B", {}, 3.0},
          {"C", {}, 4.0}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C",
          "dashboard row 4, 2 projects: name=A start=B duration=C"}},
        {"side by side",
         {{"Nom du projet", "Phase", "Coût", {}, "Nom du projet", "Phase", "Coût"},
          {"A", "Déploiement", 1.0, {}, "B", "Cadrage", 2.0},
          {{}, {}, {}, {}, "C", "Cadrage", 3.0}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C",
          "dashboard row 1, 2 projects: name=E phase=F cost=G"}},
        {"side by side, the name in the middle",
         {{"Ministère", "Nom du projet", "Coût", {}, "Ministère", "Nom du projet", "Coût"},
          {"MJ", "A", 1.0, {}, "MI", "B", 2.0}},
         {"dashboard row 1, 1 projects: ministry=A name=B cost=C",
          "dashboard row 1, 1 projects: ministry=E name=F cost=G"}},
        {"a total",
         {{"Nom du projet", "Phase", "Coût"}, {"A", "Déploiement", 12.5}, {"Total", {}, 12.5}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C total 3"}},
        {"after a gap",
         {{"Nom du projet", "Phase", "Coût"},
          {"A", "Déploiement", 12.5},
          {},
          {"TOTAL GÉNÉRAL", {}, 12.5},
          {"Moyenne", {}, 12.5}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C total 4 total 5"}},
        {"called so in another column",
         {{"Ministère", "Nom du projet", "Coût"}, {"MJ", "A", 12.5}, {"Sous-total", {}, 12.5}},
         {"dashboard row 1, 1 projects: ministry=A name=B cost=C total 3"}},
        {"a project may be called so",
         {{"Nom du projet", "Ministère", "Phase", "Coût"}, {"Total Recall", "MJ", "Déploiement", 12.5}},
         {"dashboard row 1, 1 projects: name=A ministry=B phase=C cost=D"}},
        {"notes below",
         {{"Nom du projet", "Phase", "Coût"},
          {"A", "Déploiement", 12.5},
          {},
          {"Les coûts sont TTC."},
          {"Source : DINUM"}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C note 4 note 5"}},
        {"notes without a gap",
         {{"Nom du projet", "Phase", "Coût"},
          {"A", "Déploiement", 12.5},
          {"* coût complet"},
          {"Source : DINUM"},
          {"(1) hors taxes"}},
         {"dashboard row 1, 1 projects: name=A phase=B cost=C note 3 note 4 note 5"}},
        {"two fields make no header", {{"Nom du projet", "Coût"}, {"A", 12.5}}, {}},
        {"nor do three without a name", {{"Phase", "Début", "Coût"}, {"Déploiement", {}, 12.5}}, {}},
        {"a description is no header", {{"Nom du projet : A", "Phase en cours : cadrage", "Coût"}}, {}},
        {"an empty sheet", {}, {}},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what) checkTables(sheetOf(row.cells), row.tables);
}

BOOST_AUTO_TEST_CASE(a_line_of_totals_of_a_csv_file_is_no_project)
{
    checkTables(test::csvSheet("Nom du projet,Ministère,Phase,Coût\nA,MJ,Déploiement,12\nTotal,,,12\n"),
                {"dashboard row 1, 1 projects: name=A ministry=B phase=C cost=D total 3"});
    checkTables(test::csvSheet("Nom du projet,Phase,Coût\nA,Déploiement,12\nB,Déploiement,8\nTotal,,20\n"),
                {"dashboard row 1, 2 projects: name=A phase=B cost=C total 4"});
}

BOOST_AUTO_TEST_CASE(layouts_are_told_by_their_columns)
{
    constexpr struct
    {
        std::string_view headers;
        std::string_view layout;
        std::string_view pack;
    } rows[] = {
        {"Ministère porteur ,Ministère nom complet,Nom du projet,Projet interministériel,Description et "
         "objectifs du projet,En savoir plus "
         "sur le projet,Début,Durée prévisionnelle en année,Phase du projet en cours,Coût estimé,Coût estimé "
         "par tranche,Zone "
         "fonctionnelle,Financement [programme(s)],Lien vers les Projets Annuels de Performances,Date de "
         "publication,,,,",
         "open-data", "open-data"},
        {"Projet,Ministère porteur,Projet inter-ministériel,Description et objectifs,Début,Durée du projet "
         "en années,Phase du projet en "
         "cours,Coût complet estimé,Zone fonctionnelle principale,Programme de financement",
         "dashboard", "dashboard"},
        {"Identifiant,Nom du projet,Ministère,Coût initial,Coût actualisé,Fin initiale,Fin "
         "actualisée,Diffusion",
         "internal", "panorama"},
        {"Nom du projet,Phase,Coût initial,Coût actualisé", "internal", "panorama"},
        // Where the consolidation found a row says nothing of what the table is.
        {"Nom du projet,Phase,Coût initial,Coût actualisé,Fichier d’origine,Feuille d’origine,Ligne "
         "d’origine",
         "internal", "panorama"},
        {"Nom du projet,Fichier d’origine,Feuille d’origine,Ligne d’origine", "", ""},
        {"Nom du projet,Description,Zone", "", ""},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.headers)
        {
            const Sheet sheet = test::csvSheet(row.headers);
            const auto tables = findTables(sheet, library().columns);
            BOOST_REQUIRE(tables.size() == 1U);
            const auto* layout = tables[0].layout();
            BOOST_TEST((layout ? layout->id : "") == row.layout);
            BOOST_TEST((layout ? layout->pack : "") == row.pack);
        }
}

BOOST_AUTO_TEST_CASE(columns_of_a_consolidated_portfolio_are_known)
{
    for (const char* origins : {"Fichier d’origine,Feuille d’origine,Ligne d’origine",
                                "File of origin,Sheet of origin,Row of origin"})
    {
        const Sheet sheet = test::csvSheet("Nom du projet,Phase,Coût actualisé," + std::string(origins));
        BOOST_TEST(findTables(sheet, library().columns).at(0).unrecognised().empty(), origins);
    }
}

BOOST_AUTO_TEST_CASE(units_of_headers_are_converted)
{
    const Sheet sheet = sheetOf({{"Nom du projet", "Coût initial (k€)", "Durée (mois)"},
                                 {"A", 12500.0, 56.0},
                                 {"B", "12 500", "56 mois"}});
    const auto tables = findTables(sheet, library().columns);
    BOOST_REQUIRE(tables.size() == 1U);
    for (std::size_t row = 0; row < 2; ++row) {
        BOOST_TEST(tables[0].readings(Field::initialCost)[row].number == 12.5);
        BOOST_TEST(tables[0].readings(Field::duration)[row].number == 56.0 / 12);
    }
}

BOOST_AUTO_TEST_CASE(a_project_is_open_in_cadrage_or_withheld)
{
    using enum RowState;
    const struct
    {
        const char* phase;
        const char* diffusion;
        const char* cost;
        RowState state;
        Withheld reason;
    } rows[] = {
        {"Déploiement", "Publiable", "12", open, Withheld::no},
        {"Cadrage", "Publiable", "12", cadrage, Withheld::cadrage},
        {"En phase de cadrage", "", "", cadrage, Withheld::cadrage},
        {"Déploiement", "Révision de trajectoire", "12", withheld, Withheld::revision},
        {"Déploiement", "Appel d'offres en cours", "12", withheld, Withheld::tender},
        {"Déploiement", "Autre motif", "12", withheld, Withheld::other},
        {"Déploiement", "En cadrage", "12", cadrage, Withheld::cadrage},
        {"Déploiement", "", "Révision de trajectoire", withheld, Withheld::revision},
        {"Déploiement", "", "En cadrage", open, Withheld::no}, // a contradiction for the rules to tell
        {"Déploiement", "", "NA", open, Withheld::no},
        {"NA", "", "12", open, Withheld::no},
        {"", "", "", open, Withheld::no},
        {"Les éléments chiffrés de ce projet ne sont volontairement pas publiés", "", "", withheld,
         Withheld::other},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.phase << " | " << row.diffusion << " | " << row.cost)
        {
            const Sheet sheet = sheetOf({{"Nom du projet", "Phase", "Diffusion", "Coût", "Zone"},
                                         {"A", row.phase, row.diffusion, row.cost, "Logistique"}});
            const auto tables = findTables(sheet, library().columns);
            BOOST_REQUIRE(tables.size() == 1U);
            BOOST_TEST((tables[0].state(0) == row.state));
            BOOST_TEST((tables[0].reason(0) == row.reason));
        }
}

BOOST_AUTO_TEST_CASE(cells_are_found_by_field_and_project)
{
    const Sheet sheet = sheetOf({{"titre"},
                                 {{}, "Coût", "Nom du projet", "Phase"},
                                 {{}, 12.5, "A", "Déploiement"},
                                 {},
                                 {{}, "NA", "B", {}}});
    const auto tables = findTables(sheet, library().columns);
    BOOST_REQUIRE(tables.size() == 1U);
    const Table& table = tables[0];
    const Field cost = Field::cost, zone = Field::zone;
    BOOST_TEST(a1(table.place(cost, 0)) == "B3");
    BOOST_TEST(a1(table.place(cost, 1)) == "B5");
    BOOST_TEST(a1(table.headerPlace(cost)) == "B2");
    BOOST_TEST(table.header(cost) == "Coût");
    BOOST_TEST(a1(table.place(zone, 1)) == "B5"); // no such column: the first one
    BOOST_TEST(table.projectName(0) == "A");
    BOOST_TEST(table.projectName(1) == "B");
    BOOST_TEST(table.has(Field::cost));
    BOOST_TEST(!table.has(Field::zone));
    BOOST_TEST(table.readings(Field::zone).empty());
    BOOST_TEST(table.textOf(table.readings(Field::cost)[1]) == "NA");
}

BOOST_AUTO_TEST_CASE(the_user_says_what_a_header_means)
{
    const auto field = [](const char* key) { return fieldNamed(key).value(); };
    const Columns columns = library().columns.corrected({{"Enveloppe (k€)", field("cost")},
                                                         {"Durée", field("initial_duration")},
                                                         {"Zone", std::nullopt},
                                                         {"Budget", std::nullopt},
                                                         {"Budget", field("spent")}});
    constexpr struct
    {
        std::string_view header;
        std::string_view before, after; // fields; empty: none
        double divisor = 1;
    } rows[] = {
        {"Enveloppe (k€)", "", "cost", 1000}, // known by no first word before
        {"ENVELOPPE (K€)", "", "cost", 1000},
        {"Durée", "duration", "initial_duration"},
        {"Durée prévue", "duration", "duration"},
        {"Zone", "zone", ""},
        {"zone", "zone", ""},
        {"Zone fonctionnelle", "zone", "zone"},
        {"Budget", "cost", "spent"}, // the last word counts
        {"Phase", "phase", "phase"},
        {"Divers", "", ""},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.header)
        {
            const auto key = [&](const std::optional<HeaderMeaning>& meaning) {
                return meaning ? std::string(keyOf(meaning->field)) : std::string();
            };
            BOOST_TEST(key(library().columns.meaning(row.header)) == row.before);
            const auto after = columns.meaning(row.header);
            BOOST_TEST(key(after) == row.after);
            if (after) BOOST_TEST(after->divisor == row.divisor);
        }
    const Sheet sheet = sheetOf({{"Nom du projet", "Phase", "Enveloppe (k€)"}, {"A", "Cadrage", 12.0}});
    BOOST_TEST(findTables(sheet, library().columns).empty());
    BOOST_TEST(findTables(sheet, columns).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
