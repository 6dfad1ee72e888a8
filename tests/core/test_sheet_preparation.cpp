#include "core/checking/rule_book.hpp"
#include "core/drafts/sheet_preparation.hpp"
#include "findings_of.hpp"

#include <boost/test/unit_test.hpp>

using namespace panorama;
using test::library;
using test::sheetOf;

namespace {

SheetPreparation prepared(const Sheet& sheet, const std::vector<std::string>& recommended)
{
    static const Pack pack = test::required(library().packs.readStandard("panorama"));
    const FieldGuidance guidance(library().columns, library().nomenclatures, pack, {}, Language::french);
    std::vector<Field> fields;
    for (const std::string& key : recommended)
        fields.push_back(fieldNamed(key).value());
    const auto tables = findTables(sheet, library().columns);
    BOOST_REQUIRE(!tables.empty());
    return preparationOf(tables.front(), guidance, fields);
}

} // namespace

BOOST_AUTO_TEST_SUITE(sheet_preparation)

BOOST_AUTO_TEST_CASE(columns_get_what_their_field_wants)
{
    const Sheet sheet = sheetOf(
        {{"Nom du projet", "Phase", "Début", "Coût (k€)", "Coût actualisé"}, {"A", "Cadrage", "", "", ""}});
    const auto preparation = prepared(sheet, {});
    BOOST_REQUIRE_EQUAL(preparation.columns.size(), 5);
    using Kind = CellGuidance::Kind;
    const struct
    {
        Kind kind;
        NumberForm form;
    } expected[] = {{Kind::anything, NumberForm::general},
                    {Kind::list, NumberForm::general},
                    {Kind::date, NumberForm::date},
                    {Kind::number, NumberForm::general}, // thousands of euros keep their own form
                    {Kind::number, NumberForm::amount}};
    for (std::size_t i = 0; i < 5; ++i) {
        BOOST_TEST((preparation.columns[i].guidance.kind == expected[i].kind), i);
        BOOST_TEST((preparation.columns[i].form == expected[i].form), i);
        BOOST_TEST(preparation.columns[i].guidance.block.firstRow == 1);
        BOOST_TEST(preparation.columns[i].guidance.block.lastRow > 50); // rows to come
    }
}

BOOST_AUTO_TEST_CASE(nothing_reaches_what_stands_below)
{
    const Sheet sheet = sheetOf(
        {{"Nom du projet", "Phase", "Coût"}, {"A", "Cadrage", "1"}, {"", "", ""}, {"Total", "", "1"}});
    BOOST_TEST(prepared(sheet, {}).columns.front().guidance.block.lastRow == 1);
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_proposed)
{
    const Sheet sheet = sheetOf({{"Nom du projet", "Phase", "Coût"}, {"A", "Cadrage", "1"}});
    const auto preparation = prepared(sheet, {"name", "updated_cost", "responsible"});
    BOOST_REQUIRE_EQUAL(preparation.missing.size(), 1); // the cost stands for the updated cost
    BOOST_TEST(keyOf(preparation.missing[0]) == "responsible");
    BOOST_TEST(preparation.firstFree.column == 3);
}

BOOST_AUTO_TEST_SUITE_END()
