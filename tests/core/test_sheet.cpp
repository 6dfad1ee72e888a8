#include "core/table/sheet.hpp"
#include "findings_of.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace panorama;

BOOST_AUTO_TEST_SUITE(sheet_snapshot)

BOOST_AUTO_TEST_CASE(places_are_named_as_in_a_spreadsheet)
{
    constexpr struct
    {
        Place place;
        std::string_view name;
    } rows[] = {
        {{0, 0}, "A1"},      {{1, 0}, "A2"},
        {{0, 25}, "Z1"},     {{9, 26}, "AA10"},
        {{0, 51}, "AZ1"},    {{0, 52}, "BA1"},
        {{0, 701}, "ZZ1"},   {{0, 702}, "AAA1"},
        {{0, 1023}, "AMJ1"}, {{1048575, 16383}, "XFD1048576"},
    };
    for (const auto& row : rows) {
        BOOST_TEST(a1(row.place) == row.name);
        BOOST_TEST(a1(row.place) == columnName(row.place.column) + std::to_string(row.place.row + 1));
    }
}

BOOST_AUTO_TEST_CASE(cells_are_what_was_put_there_and_all_others_empty)
{
    Sheet sheet("Portefeuille", CellOrigin::document, 7);
    sheet.addText({0, 0}, "Nom");
    sheet.addNumber({2, 5}, 12.5);
    sheet.addNumber({2, 1}, 42095, CellKind::date);
    sheet.addNumber({3, 1}, 1, CellKind::logical);
    sheet.addText({5, 1}, "#REF!", CellKind::error);
    sheet.addText({9, 9}, ""); // holds nothing

    BOOST_TEST(sheet.name() == "Portefeuille");
    BOOST_TEST(sheet.generation() == 7U);
    BOOST_TEST(sheet.rowCount() == 6);
    BOOST_TEST(sheet.columnCount() == 6);
    const struct
    {
        Place place;
        CellKind kind;
        double number;
        std::string_view text;
    } rows[] = {
        {{0, 0}, CellKind::text, 0, "Nom"},     {{2, 5}, CellKind::number, 12.5, ""},
        {{2, 1}, CellKind::date, 42095, ""},    {{3, 1}, CellKind::logical, 1, ""},
        {{5, 1}, CellKind::error, 0, "#REF!"},  {{0, 1}, CellKind::empty, 0, ""},
        {{1, 0}, CellKind::empty, 0, ""},       {{9, 9}, CellKind::empty, 0, ""},
        {{1000000, 0}, CellKind::empty, 0, ""}, {{0, 1000}, CellKind::empty, 0, ""},
        {{-1, 0}, CellKind::empty, 0, ""},      {{0, -1}, CellKind::empty, 0, ""},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.place.row << "," << row.place.column)
        {
            BOOST_TEST((sheet.kind(row.place) == row.kind));
            BOOST_TEST(sheet.number(row.place) == row.number);
            BOOST_TEST(sheet.text(row.place) == row.text);
        }
}

BOOST_AUTO_TEST_CASE(an_empty_sheet_has_no_rows)
{
    const Sheet sheet("vide", CellOrigin::plainText);
    BOOST_TEST(sheet.rowCount() == 0);
    BOOST_TEST(sheet.columnCount() == 0);
    BOOST_TEST((sheet.kind({0, 0}) == CellKind::empty));
}

BOOST_AUTO_TEST_CASE(a_text_that_stands_often_is_kept_once)
{
    Sheet sheet("s", CellOrigin::document);
    for (int row = 0; row < 1000; ++row)
        sheet.addText({row, 0}, row % 2 ? "Ministère des Armées" : "Premier ministre");
    BOOST_TEST(sheet.texts().size() == 2U);
    BOOST_TEST(sheet.textId({0, 0}) == sheet.textId({998, 0}));
    BOOST_TEST(sheet.text({999, 0}) == "Ministère des Armées");
}

BOOST_AUTO_TEST_CASE(texts_keep_their_place_while_the_pool_grows)
{
    TextPool pool;
    std::vector<std::string> texts;
    std::vector<TextId> ids;
    for (int i = 0; i < 5000; ++i) {
        texts.push_back(std::string(static_cast<std::size_t>(i % 97 + 1), static_cast<char>('a' + i % 26)) +
                        std::to_string(i));
        ids.push_back(pool.intern(texts.back()));
    }
    const std::string_view first = pool.view(ids[0]);
    const auto huge = pool.intern(std::string(1'000'000, 'x')); // larger than a block
    BOOST_TEST(pool.view(huge).size() == 1'000'000U);
    BOOST_TEST(first.data() == pool.view(ids[0]).data());
    for (std::size_t i = 0; i < texts.size(); ++i)
        BOOST_REQUIRE(pool.view(ids[i]) == texts[i]);
    BOOST_TEST(pool.intern(texts[17]) == ids[17]);
    BOOST_TEST(pool.intern("") == pool.intern(""));
}

BOOST_AUTO_TEST_CASE(two_readings_of_a_sheet_are_compared_cell_by_cell)
{
    using test::Cell;
    const auto sheet = [](const test::Cells& rows) { return test::sheetOf(rows); };
    const test::Cells base{{"a", 1.0}, {"b", 2.0}, {"c", 3.0}};
    const struct
    {
        const char* why;
        test::Cells other;
        std::vector<int> differing;
    } rows[] = {
        {"the same", base, {}},
        {"a number", {{"a", 1.0}, {"b", 2.5}, {"c", 3.0}}, {1}},
        {"a text", {{"A", 1.0}, {"b", 2.0}, {"c", 3.0}}, {0}},
        {"a number as text", {{"a", "1"}, {"b", 2.0}, {"c", 3.0}}, {0}},
        {"a number as a logical value", {{"a", Cell::logical(true)}, {"b", 2.0}, {"c", 3.0}}, {0}},
        {"a text as an error", {{Cell::error("a"), 1.0}, {"b", 2.0}, {"c", 3.0}}, {0}},
        {"a cell emptied", {{"a", 1.0}, {"b"}, {"c", 3.0}}, {1}},
        {"a row more", {{"a", 1.0}, {"b", 2.0}, {"c", 3.0}, {"d", 4.0}}, {3}},
        {"a row less", {{"a", 1.0}, {"b", 2.0}}, {2}},
        {"a column more", {{"a", 1.0}, {"b", 2.0}, {"c", 3.0, {}, "x"}}, {2}},
        {"a row inserted moves those below", {{"a", 1.0}, {"x"}, {"b", 2.0}, {"c", 3.0}}, {1, 2, 3}},
        {"the same texts met in another order", {{"a", 1.0}, {"c", 2.0}, {"b", 3.0}}, {1, 2}},
    };
    const Sheet before = sheet(base);
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.why)
        {
            const Sheet now = sheet(row.other);
            BOOST_TEST(now.sameContent(before) == row.differing.empty());
            BOOST_TEST(before.sameContent(now) == row.differing.empty());
            BOOST_TEST(now.differingRows(before, 5).value() == row.differing,
                       boost::test_tools::per_element());
            BOOST_TEST(before.differingRows(now, 5).value() == row.differing,
                       boost::test_tools::per_element());
            if (!row.differing.empty()) // too many to name
                BOOST_TEST(!now.differingRows(before, row.differing.size() - 1).has_value());
        }
    BOOST_TEST(!Sheet("x", CellOrigin::document).sameContent(Sheet("y", CellOrigin::document)));
    BOOST_TEST(!Sheet("x", CellOrigin::document).sameContent(Sheet("x", CellOrigin::plainText)));
    BOOST_TEST(Sheet("x", CellOrigin::document, 1).sameContent(Sheet("x", CellOrigin::document, 2)));
}

BOOST_AUTO_TEST_CASE(a_part_of_a_sheet_keeps_its_places)
{
    const Sheet sheet = test::sheetOf({{"a", 1.0},
                                       {"b", test::Cell::date("2021-11-01")},
                                       {},
                                       {"d", test::Cell::error("#REF!")},
                                       {"e", 5.0}});
    const Sheet part = sheet.onlyRows({0, 3});
    BOOST_TEST(part.name() == sheet.name());
    BOOST_TEST(part.rowCount() == 4);
    BOOST_TEST(part.text({0, 0}) == "a");
    BOOST_TEST((part.kind({1, 1}) == CellKind::empty));
    BOOST_TEST(part.text({3, 1}) == "#REF!");
    BOOST_TEST((part.kind({3, 1}) == CellKind::error));
    BOOST_TEST(sheet.onlyRows({0, 1, 2, 3, 4}).sameContent(sheet));
    BOOST_TEST(sheet.onlyRows({}).rowCount() == 0);
    BOOST_TEST(sheet.onlyRows({7}).rowCount() == 0); // past the end
}

BOOST_AUTO_TEST_SUITE_END()
