#include "core/text/number.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

using namespace panorama;

BOOST_AUTO_TEST_SUITE(number_text)

using enum NumberUnit;

BOOST_AUTO_TEST_CASE(numbers_are_read_however_they_are_written)
{
    constexpr struct
    {
        std::string_view text;
        double value;
        NumberUnit unit = none;
        int decimals = 0;
        char mark = 0;
        bool grouped = false;
    } rows[] = {
        {"0", 0},
        {"12", 12},
        {"-3", -3},
        {"+3", 3},
        {"12.5", 12.5, none, 1, '.'},
        {"12,5", 12.5, none, 1, ','},
        {"-12,5", -12.5, none, 1, ','},
        {" 12,5 ", 12.5, none, 1, ','},
        {"31.0473252853897", 31.0473252853897, none, 13, '.'},
        {"1e3", 1000},
        {"1E3", 1000},
        {"1.5e3", 1500, none, 0, '.'},
        {"1,2E+01", 12, none, 0, ','},
        {"1,25E-01", 0.125, none, 3, ','},
        {"\u22123,5", -3.5, none, 1, ','},
        {"\u200E12,5", 12.5, none, 1, ','},
        {"1\u200B2,\u00AD5\uFEFF", 12.5, none, 1, ','},
        {"'12,5", 12.5, none, 1, ','},
        {"\u201912,5", 12.5, none, 1, ','},
        {"\uFF11\uFF12\uFF0C\uFF15", 12.5, none, 1, ','},
        {"1\u3000234,5", 1234.5, none, 1, ',', true},
        {"1'234,5", 1234.5, none, 1, ',', true},
        {"1\u2019234.5", 1234.5, none, 1, '.', true},
        {"1234", 1234},
        {"1 234", 1234, none, 0, 0, true},
        {"1 234,5", 1234.5, none, 1, ',', true},
        {"1 234.5", 1234.5, none, 1, '.', true},
        {"1\u00A0234,5", 1234.5, none, 1, ',', true},
        {"1\u202F234,5", 1234.5, none, 1, ',', true},
        {"1\u2009234,5", 1234.5, none, 1, ',', true},
        {"12 345 678", 12345678, none, 0, 0, true},
        {"1.234", 1.234, none, 3, '.'}, // one mark alone is decimal
        {"1,234", 1.234, none, 3, ','},
        {"1.234.567", 1234567, none, 0, 0, true},
        {"1,234,567", 1234567, none, 0, 0, true},
        {"1.234,56", 1234.56, none, 2, ',', true},
        {"1,234.56", 1234.56, none, 2, '.', true},
        {"1.234.567,8", 1234567.8, none, 1, ',', true},
        {"13,5 %", 13.5, percent, 1, ','},
        {"13.5%", 13.5, percent, 1, '.'},
        {"13,5\u00A0%", 13.5, percent, 1, ','},
        {"12,5 M€", 12.5, millionEuro, 1, ','},
        {"12,5\u00A0M€", 12.5, millionEuro, 1, ','},
        {"12.5M€", 12.5, millionEuro, 1, '.'},
        {"12,5 millions d’euros", 12.5, millionEuro, 1, ','},
        {"850 k€", 850, thousandEuro},
        {"850 K€", 850, thousandEuro},
        {"850 KEUR", 850, thousandEuro},
        {"850k", 850, thousandEuro},
        {"12,5 M", 12.5, millionEuro, 1, ','},
        {"12,5 MEUR", 12.5, millionEuro, 1, ','},
        {"12,5 Meuros", 12.5, millionEuro, 1, ','},
        {"12,5 M€ TTC", 12.5, millionEuro, 1, ','},
        {"12,5 M€ HT", 12.5, millionEuro, 1, ','},
        {"12,5 TTC", 12.5, none, 1, ','},
        {"12 millions", 12, millionEuro},
        {"1,2 milliard", 1.2, billionEuro, 1, ','},
        {"€12.5m", 12.5, millionEuro, 1, '.'},
        {"€ 1 200", 1200, euro, 0, 0, true},
        {"30 pts", 30, points},
        {"13,5 pour cent", 13.5, percent, 1, ','},
        {"1 234 567 €", 1234567, euro, 0, 0, true},
        {"2,62 Md€", 2.62, billionEuro, 2, ','},
        {"3 ans", 3, years},
        {"1 an", 1, years},
        {"3,5 années", 3.5, years, 1, ','},
        {"56 mois", 56, months},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.text)
        {
            const auto number = parseNumber(row.text);
            BOOST_REQUIRE(number.has_value());
            BOOST_TEST(number->value == row.value);
            BOOST_TEST((number->unit == row.unit));
            BOOST_TEST(number->decimals == row.decimals);
            BOOST_TEST(number->decimalMark == row.mark);
            BOOST_TEST(number->grouped == row.grouped);
        }
}

BOOST_AUTO_TEST_CASE(what_is_no_number_as_a_whole_is_none)
{
    using namespace std::string_view_literals;
    constexpr std::string_view rows[] = {
        "",
        " ",
        "-",
        "+",
        ".",
        ",",
        "%",
        "€",
        "M€",
        "NaN",
        "nan",
        "inf",
        "-inf",
        "Infinity",
        "0x10",
        "1e400",
        "1e",
        "douze",
        "12 euro cents",
        "20,6 M$",
        "20,6 k£",
        "$ 20,6 M",
        "20,6 M€ ?",
        "20,6 M€*",
        "20,6 M¥",
        "12,5 $",
        "12,5,6",
        "1.234.56",
        "12.34.567",
        "1234.567,8",
        "1 23",
        "1 2345",
        "12 5",
        "1.2.3",
        "--3",
        "+-3",
        "3-",
        "12-15",
        "P156",
        "156/349",
        "Programmes 156/349/218",
        "En cadrage",
        "NA",
        "2 projets",
        "12,5 M€ TTC et plus",
        "(12,5)", // an accountant's negative: not understood
        "3 ans HT",
        "HT",
        "1,2E",
        "1,2E+",
        "1 234 56",
        "12,,5",
        "1..5",
        "\0"sv,
        "1\0"sv,
    };
    for (const auto row : rows)
        BOOST_TEST_CONTEXT("<" << row << ">") BOOST_TEST(!parseNumber(row).has_value());
}

BOOST_AUTO_TEST_CASE(a_hostile_text_costs_nothing_and_is_no_number)
{
    BOOST_TEST(!parseNumber(std::string(1'000'000, '9')).has_value());
    BOOST_TEST(!parseNumber(std::string(1'000'000, ' ') + "x").has_value());
    BOOST_TEST(!parseNumber("1" + std::string(100'000, ',')).has_value());
    BOOST_TEST(!parseNumber(std::string(64, '.')).has_value());
    BOOST_TEST(!parseNumber("\xFF\xFE\x80").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
