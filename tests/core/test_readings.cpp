#include "core/table/reading.hpp"
#include "findings_of.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace panorama;
using test::Cell;

namespace {

/// "12.5 as text .1" - kind, value and remarks of a reading.
std::string described(const Reading& reading, const Sheet& sheet)
{
    std::string text;
    switch (reading.kind) {
    case Reading::Kind::empty: return "empty";
    case Reading::Kind::number: text = "number " + std::to_string(reading.number); break;
    case Reading::Kind::date: text = "date " + isoDate(dateOfSerial(reading.number).value()); break;
    case Reading::Kind::text:
        text = "text " + std::string(sheet.texts().view(reading.text));
        return reading.toConfirm ? text + ", to confirm" : text;
    case Reading::Kind::withheld: return "withheld " + std::to_string(static_cast<int>(reading.withheld));
    case Reading::Kind::error: return "error " + std::string(sheet.texts().view(reading.text));
    }
    if (reading.typedAsText) text += ", as text";
    if (reading.toConfirm) text += ", to confirm";
    if (reading.shortYear) text += ", short year";
    if (reading.bareSerial) text += ", bare serial";
    return text;
}

std::string readOne(const Cell& cell, FieldType type, double divisor = 1)
{
    const Sheet sheet = test::sheetOf({{cell}});
    return described(ColumnReader(sheet, type, divisor).read(0, {0}).front(), sheet);
}

std::vector<std::string> readCsvColumn(std::string_view text, FieldType type, double divisor = 1)
{
    const Sheet sheet = test::csvSheet(text);
    std::vector<int> rows;
    for (int row = 0; row < sheet.rowCount(); ++row)
        rows.push_back(row);
    std::vector<std::string> list;
    for (const Reading& reading : ColumnReader(sheet, type, divisor).read(0, rows))
        list.push_back(described(reading, sheet));
    return list;
}

} // namespace

BOOST_AUTO_TEST_SUITE(readings)

BOOST_AUTO_TEST_CASE(cells_of_a_spreadsheet)
{
    using enum FieldType;
    const struct
    {
        Cell cell;
        FieldType type;
        std::string_view reading;
    } rows[] = {
        {{}, money, "empty"},
        {12.5, money, "number 12.500000"},
        {"12,5", money, "number 12.500000, as text"},
        {"12.5", money, "number 12.500000, as text"},
        {"1 234,5", money, "number 1234.500000, as text"},
        {"12,5 M€", money, "number 12.500000, as text"},
        {"850 k€", money, "number 0.850000, as text"},
        {"12 500 000 €", money, "number 12.500000, as text"},
        {"2,62 Md€", money, "number 2620.000000, as text"},
        {"3 ans", money, "text 3 ans"},
        {"13,5 %", money, "text 13,5 %"},
        {"En cadrage", money, "withheld 2"},
        {"Révision de trajectoire", money, "withheld 3"},
        {"Appel d'offres en cours", money, "withheld 4"},
        {"Non communiqué", money, "withheld 5"},
        {"NA", money, "withheld 1"},
        {"-", money, "withheld 1"},
        {" \u00A0", money, "empty"},
        {"douze", money, "text douze"},
        {Cell::error("#REF!"), money, "error #REF!"},
        {Cell::date("2015-04-01"), money, "date 2015-04-01"},
        {3.75, years, "number 3.750000"},
        {"3,75 ans", years, "number 3.750000, as text"},
        {"45 mois", years, "number 3.750000, as text"},
        {"12 M€", years, "text 12 M€"},
        {0.135, rate, "number 0.135000"},
        {"13,5 %", rate, "number 0.135000, as text"},
        {Cell::date("2015-04-01"), date, "date 2015-04-01"},
        {"2015-04-01", date, "date 2015-04-01, as text"},
        {"01/04/2015", date, "date 2015-04-01, as text"},
        {"avril 2015", date, "date 2015-04-01, as text"},
        {"avril 15", date, "date 2015-04-01, as text, short year"},
        {42095.0, date, "date 2015-04-01, bare serial"},
        {32874.0, date, "date 1990-01-01, bare serial"},
        {32873.0, date, "number 32873.000000"}, // too early for a project
        {2015.0, date, "number 2015.000000, to confirm"},
        {1899.0, date, "number 1899.000000"},
        {"2015", date, "text 2015, to confirm"},
        {"T3 2022", date, "text T3 2022, to confirm"},
        {"depuis janvier 2019", date, "text depuis janvier 2019, to confirm"},
        {"31/12/26", date, "date 2026-12-31, as text, short year"},
        {"\u200E2015-04-01", date, "date 2015-04-01, as text"},
        {"\u200E12,5", money, "number 12.500000, as text"},
        {"'12,5", money, "number 12.500000, as text"},
        {"1,2E+01", money, "number 12.000000, as text"},
        {"20 600 k€ TTC", money, "number 20.600000, as text"},
        {"30 pts", rate, "number 0.300000, as text"},
        {"30 pts", money, "text 30 pts"},
        {"Non connu", money, "withheld 1"},
        {"Les éléments chiffrés de ce projet ne sont volontairement pas publiés", money, "withheld 5"},
        {42095.5, date, "number 42095.500000"},
        {"au printemps", date, "text au printemps"},
        {"31/04/2015", date, "text 31/04/2015"},
        {"En cadrage", date, "withheld 2"},
        {Cell::error("#N/A"), date, "error #N/A"},
        {"Déploiement", list, "text Déploiement"},
        {"", text, "empty"},
        {"12,5", text, "text 12,5"},
        {12.5, text, "number 12.500000"},
        {Cell::logical(true), flag, "number 1.000000"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.reading) BOOST_TEST(readOne(row.cell, row.type) == row.reading);
}

BOOST_AUTO_TEST_CASE(the_unit_of_a_header_divides_but_a_unit_in_the_cell_prevails)
{
    BOOST_TEST(readOne(12500.0, FieldType::money, 1e3) == "number 12.500000");
    BOOST_TEST(readOne("12500", FieldType::money, 1e3) == "number 12.500000, as text");
    BOOST_TEST(readOne("12,5 M€", FieldType::money, 1e3) == "number 12.500000, as text");
    BOOST_TEST(readOne(45.0, FieldType::years, 12) == "number 3.750000");
    BOOST_TEST(readOne("4 ans", FieldType::years, 12) == "number 4.000000, as text");
}

BOOST_AUTO_TEST_CASE(the_decimal_mark_of_a_csv_column_is_the_one_most_of_its_numbers_use)
{
    const struct
    {
        std::string_view column;
        std::vector<std::string> readings;
    } rows[] = {
        {"12.5\n3\n7.25\n", {"number 12.500000", "number 3.000000", "number 7.250000"}},
        {"\"12,5\"\n3\n\"7,25\"\n", {"number 12.500000", "number 3.000000", "number 7.250000"}},
        {"12.5\n7.25\n\"3,1\"\n", {"number 12.500000", "number 7.250000", "number 3.100000, as text"}},
        {"\"12,5\"\n\"7,25\"\n3.1\n", {"number 12.500000", "number 7.250000", "number 3.100000, as text"}},
        {"\"1 234,5\"\n\"7,25\"\n", {"number 1234.500000, as text", "number 7.250000"}},
        {"\"12,5 M€\"\n\"7,25\"\n", {"number 12.500000, as text", "number 7.250000"}},
        {"\" 12.5\"\n7.25\n", {"number 12.500000, as text", "number 7.250000"}},
        {"En cadrage\nNA\n7.25\n", {"withheld 2", "withheld 1", "number 7.250000"}},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.column)
    BOOST_TEST(readCsvColumn(row.column, FieldType::money) == row.readings, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_unit_in_a_cell_is_believed_where_the_amount_is_of_the_size_of_its_columns_others)
{
    const struct
    {
        std::string_view column;
        std::vector<std::string> readings;
    } rows[] = {
        {"\"18,4\"\n20 600 k€\n", {"number 18.400000", "number 20.600000, as text"}},
        {"\"18,4\"\n\"10,8 €\"\n", {"number 18.400000", "text 10,8 €, to confirm"}},
        {"\"18,4\"\n20 600 €\n", {"number 18.400000", "text 20 600 €, to confirm"}},
        {"\"18,4\"\n20 600 M€\n", {"number 18.400000", "number 20600.000000, as text"}}, // the column's unit
        {"\"18,4\"\n18 Md€\n", {"number 18.400000", "text 18 Md€, to confirm"}},
        {"\"18,4\"\n800 k€\n", {"number 18.400000", "number 0.800000, as text"}},
        {"\"18,4\"\n0 €\n", {"number 18.400000", "number 0.000000, as text"}},
        {"20 600 k€\n\"10,8 €\"\n", {"number 20.600000, as text", "text 10,8 €, to confirm"}},
        {"\"18,4 €\"\n\"10,8 EUR\"\n", {"text 18,4 €, to confirm", "text 10,8 EUR, to confirm"}},
        {"18 400 €\n10 800 €\n", {"text 18 400 €, to confirm", "text 10 800 €, to confirm"}},
        {"18 400 000 €\n10 800 k€\n", {"number 18.400000, as text", "number 10.800000, as text"}},
        {"60 000 €\n", {"number 0.060000, as text"}}, // alone, as the maintenance of a fiche may be
        {"\"60 €\"\n", {"text 60 €, to confirm"}},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.column)
    BOOST_TEST(readCsvColumn(row.column, FieldType::money) == row.readings, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(rates_are_fractions_or_per_cent_by_their_header_and_their_columns_others)
{
    const struct
    {
        std::string_view column;
        double divisor;
        std::vector<std::string> readings;
    } rows[] = {
        {"\"0,135\"\n\"0,02\"\n", 1, {"number 0.135000", "number 0.020000"}},
        {"\"13,5\"\n\"0,2\"\n", 100, {"number 0.135000", "number 0.002000"}},
        {"\"13,5 %\"\n\"0,2\"\n", 100, {"number 0.135000, as text", "number 0.200000"}},
        {"\"0,135\"\n\"0,02\"\n0\n", 100, {"number 0.135000", "number 0.020000", "number 0.000000"}},
        {"\"13,5 %\"\n\"12\"\n", 1, {"number 0.135000, as text", "number 0.120000"}},
        {"\"13,5\"\n12\n", 1, {"number 13.500000", "number 12.000000"}}, // nothing says per cent
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.column << row.divisor)
    BOOST_TEST(readCsvColumn(row.column, FieldType::rate, row.divisor) == row.readings,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(iso_and_numeric_dates_are_natural_in_a_csv_file)
{
    const std::vector<std::string> expected = {"date 2015-04-01", "date 2015-04-01",
                                               "date 2015-04-01, as text",
                                               "date 2015-04-01, as text, short year", "text bientôt"};
    BOOST_TEST(readCsvColumn("2015-04-01\n01/04/2015\navril 2015\navril 15\nbientôt\n", FieldType::date) ==
                   expected,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(decimals_are_those_a_number_needs)
{
    constexpr struct
    {
        double number;
        int decimals;
    } rows[] = {
        {12, 0}, {12.5, 1},  {53.7058, 4}, {0.1, 1},      {31.0473252853897, 13},
        {0, 0},  {-2.25, 2}, {1e20, 0},    {1.0 / 3, 15},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.number) BOOST_TEST(static_cast<int>(decimalsOf(row.number)) == row.decimals);
}

BOOST_AUTO_TEST_SUITE_END()
