#include "core/live/sheet_at_hand.hpp"
#include "live_workbooks.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace panorama;
using test::Cells;
using test::namedSheet;
using test::sheetsOf;

namespace {

using State = SheetAtHand::State;

const std::vector<test::Cell> header{"Nom du projet", "Phase", "Coût", "Durée"};
const Cells faulty{header, {"ALPHA", "Rêverie", 12.0, 3.0}, {"BETA", "Songe", 12.5, 3.0}};
const Cells sound{header, {"GAMMA", "Déploiement", 15.5, 3.0}};
const Cells fiche{
    {"Nom du projet", "ALPHA"}, {"Phase", "Rêverie"}, {"Coût initial", 10.0}, {"Coût actualisé", 12.0}};
const Cells empty{{"Nom du projet", {}}, {"Phase", {}}, {"Coût initial", {}}, {"Coût actualisé", {}}};

/// A table with every column that the published dashboard has.
Cells whole(const char* phase)
{
    return {{"Ministère", "Nom du projet", "Projet interministériel", "Description", "Début", "Durée",
             "Phase", "Coût"},
            {"Ministère de la Justice", "ALPHA", "Non", "Portail.", "avril 2019", 4.0, phase, 12.0}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(sheet_at_hand)

BOOST_AUTO_TEST_CASE(what_a_sheet_has_to_show)
{
    const struct
    {
        const char* why;
        std::vector<std::pair<std::string, Cells>> sheets;
        std::string active;
        State state;
        bool elsewhere;
        std::size_t tables, errors, errorsElsewhere;
    } rows[] = {
        {"its own table", {{"a", faulty}, {"b", sound}}, "a", State::partial, false, 1, 2, 0},
        {"and not another's", {{"a", faulty}, {"b", sound}}, "b", State::partial, false, 1, 0, 2},
        {"a sheet without a table shows the largest",
         {{"a", faulty}, {"b", sound}, {"c", {{"x"}}}},
         "c",
         State::partial,
         true,
         1,
         2,
         0},
        {"no table at all", {{"c", {{"x"}}}}, "c", State::noTable, false, 0, 0, 0},
        {"headers that fit no layout",
         {{"a", {{"Nom du projet", "Description", "Zone"}, {"A", "x", "y"}}}},
         "a",
         State::notChecked,
         false,
         1,
         0,
         0},
        {"a fiche of which much is missing", {{"f", fiche}}, "f", State::partial, false, 1, 1, 0},
        {"a fiche nobody began", {{"f", empty}}, "f", State::toComplete, false, 1, 0, 0},
        {"the headers once more",
         {{"a", {faulty[0], faulty[1], {}, header, sound[1]}}},
         "a",
         State::partial,
         false,
         1,
         1,
         0},
        {"all that is needed, without an error",
         {{"2021-11", whole("Déploiement")}},
         "2021-11",
         State::ready,
         false,
         1,
         0,
         0},
        {"all that is needed, with one",
         {{"2021-11", whole("Rêverie")}},
         "2021-11",
         State::notReady,
         false,
         1,
         1,
         0},
        {"all that is needed, without a date",
         {{"a", whole("Déploiement")}},
         "a",
         State::partial,
         false,
         1,
         0,
         0},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.why)
        {
            std::vector<Sheet> sheets;
            for (const auto& [name, cells] : row.sheets)
                sheets.push_back(namedSheet(name, cells));
            const auto workbook = test::checkedWorkbook(std::move(sheets));
            const SheetAtHand at = sheetAtHand(*workbook, row.active);
            BOOST_TEST(static_cast<int>(at.state) == static_cast<int>(row.state));
            BOOST_TEST(at.elsewhere == row.elsewhere);
            BOOST_TEST(at.tables.size() == row.tables);
            std::size_t phases = 0; // other rules may have words for these sheets too
            for (const CheckedTable* checked : at.tables)
                for (const Finding& finding : checked->findings)
                    if (finding.rule->id == "F05") ++phases;
            BOOST_TEST(phases == row.errors);
            BOOST_TEST((at.counts[0] >= row.errors));
            BOOST_TEST((at.errorsElsewhere >= row.errorsElsewhere));
        }
}

BOOST_AUTO_TEST_CASE(accepted_findings_are_counted_apart)
{
    const Cells one{header, {"ALPHA", "Rêverie", 12.0, 3.0}};
    const Cells list{{"Règle", "Nom du projet", "Motif", "Accepté par"},
                     {"F05", "ALPHA", "vu en comité", "M. Dupont"}};
    const auto before = test::checkedWorkbook(sheetsOf(namedSheet("a", one)));
    const auto workbook =
        test::checkedWorkbook(sheetsOf(namedSheet("a", one), namedSheet("acceptations", list)));
    const auto open = sheetAtHand(*before, "a"), at = sheetAtHand(*workbook, "a");
    BOOST_TEST(open.accepted == 0U);
    BOOST_TEST(at.accepted == 1U);
    BOOST_TEST(at.counts[0] + 1 == open.counts[0]);
    BOOST_TEST((sheetAtHand(*workbook, "acceptations").elsewhere));
}

BOOST_AUTO_TEST_SUITE_END()
