// Units as headers, titles and number formats say them, and what the user says of columns.

#include "core/checking/column_meanings.hpp"
#include "core/table/sheet_look.hpp"
#include "findings_of.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

using namespace panorama;

namespace {

std::string shown(const UnitSaid& unit)
{
    if (!unit.money) return "-";
    return unit.foreign ? "foreign" : fmt::format("{}", unit.divisor);
}

} // namespace

BOOST_AUTO_TEST_SUITE(said_unit)

BOOST_AUTO_TEST_CASE(the_unit_that_a_header_of_amounts_names)
{
    constexpr struct
    {
        std::string_view header, unit;
    } rows[] = {
        {"Coût initial", "-"},
        {"Coût initial (M€)", "1"},
        {"Coût initial (k€ TTC)", "1000"},
        {"Coût initial en €", "1000000"},
        {"Coût initial (Md€)", "0.001"},
        {"Coût (en milliers d’euros)", "1000"},
        {"Coût (M)", "1"},
        {"Coût (K)", "1000"},
        {"Coût (USD)", "foreign"},
        {"Coût (MF)", "foreign"},
        {"Coût en MF CFP", "foreign"},
        {"Coût (M DH)", "foreign"},
        {"Coût $", "foreign"},
        {"Coût (ETP)", "foreign"},
        {"Coût (j.h)", "foreign"},
        {"Coût (%)", "foreign"},
        {"Coût (TTC)", "-"},
        {"Coût (hors MCO)", "-"},
        {"Coût complet (24 mois de MCO)", "-"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.header) BOOST_TEST(shown(unitOfAmounts(row.header)) == row.unit);
}

BOOST_AUTO_TEST_CASE(a_title_says_the_unit_of_its_table_or_speaks_of_money)
{
    for (const char* title :
         {"Montants en k€", "Coûts en millions d’euros TTC", "(en k€)", "Budget 2025 en M€"})
        BOOST_TEST(saysUnitOfTable(title), title);
    for (const char* title :
         {"Un budget de 12 M€", "Projets de plus de 9 M€", "Panorama des grands projets", ""})
        BOOST_TEST(!saysUnitOfTable(title), title);
}

BOOST_AUTO_TEST_CASE(what_a_number_format_says)
{
    constexpr struct
    {
        std::string_view code, unit;
        bool percent = false;
    } rows[] = {
        {"General", "-"},
        {"0,0", "-"},
        {"# ##0\"\u00A0k€\"", "1000"},
        {"#,##0.0\" M€\"", "1"},
        {"0.0%", "-", true},
        {"[$$-409]#,##0.00", "foreign"},
        {"#,##0.00 [$€-40C]", "1000000"},
        {"#,##0.0,,\" M€\"", "1000000"},
        {"0.0;[RED]-0.0", "-"},
        {"\"50 %\" 0", "-"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.code)
        {
            const CellFormat format = formatOfCode(row.code);
            BOOST_TEST(shown(format.unit) == row.unit);
            BOOST_TEST(format.percent == row.percent);
        }
}

BOOST_AUTO_TEST_CASE(what_the_user_says_of_columns_comes_back_as_it_was_kept)
{
    const Columns& columns = test::library().columns;
    ColumnMeanings said;
    said.headers = {
        {"Poste 1", Field::initialCost}, {"Poste 2", Field::updatedCost}, {"Divers", std::nullopt}};
    said.edition = parseYearMonth("2026-06");
    said.pack = "panorama";
    std::vector<Sheet> sheets;
    sheets.emplace_back("Sens des colonnes", CellOrigin::document);
    for (int column = 0; column < 2; ++column)
        for (const CellEdit& cell : cellsOf(said, columns, "Sens des colonnes"))
            if (cell.place.column == column) sheets.front().addText(cell.place, cell.text);
    const ColumnMeanings read = columnMeanings(sheets, columns);
    BOOST_TEST((read.headers == said.headers));
    BOOST_TEST((read.edition == said.edition));
    BOOST_TEST(read.pack == said.pack);
    BOOST_TEST(read.unknown.empty());
    BOOST_TEST(read.sheet == &sheets.front());
}

BOOST_AUTO_TEST_CASE(the_nearest_known_header)
{
    constexpr struct
    {
        std::string_view header, field; // empty: none
    } rows[] = {
        {"Cout initail", "initial_cost"},
        {"Mnistère porteur", "ministry"},
        {"Date de debt", "start"},
        {"Météo du jour", ""},
        {"Couleur", ""},
        {"Nom du projt", "name"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.header)
        {
            const auto nearest = test::library().columns.nearest(row.header);
            BOOST_TEST((nearest ? keyOf(*nearest) : "") == row.field);
        }
}

BOOST_AUTO_TEST_SUITE_END()
