// Numbers rounded as Calc shows them: each row was read from cells with that many decimals.

#include "core/text/decimals.hpp"
#include "core/words/shown_values.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <string_view>

using namespace panorama;

BOOST_AUTO_TEST_SUITE(decimals)

BOOST_AUTO_TEST_CASE(numbers_are_rounded_as_they_are_written)
{
    constexpr struct
    {
        double value;
        int decimals;
        std::string_view text;
    } rows[] = {
        {8.985, 2, "8.99"},
        {1.005, 2, "1.01"},
        {2.675, 2, "2.68"},
        {-0.125, 2, "-0.13"},
        {0.145, 2, "0.15"},
        {0.145, 1, "0.1"},
        {0.145 * 100, 0, "14"},   // 14.499999999999998, as a formula gives it
        {0.0725 * 100, 1, "7.2"}, // 7.249999999999999
        {95.52499999999999, 2, "95.52"},
        {28.499999999999996, 2, "28.50"},
        {0.5, 0, "1"},
        {1.5, 0, "2"},
        {2.5, 0, "3"},
        {0.49999999999999994, 0, "0"},
        {0.005, 2, "0.01"},
        {0.0049999999999999, 2, "0.00"},
        {-0.004, 2, "0.00"},
        {-0.0, 1, "0.0"},
        {0, 2, "0.00"},
        {9.995, 2, "10.00"},
        {99.95, 1, "100.0"},
        {999.5, 0, "1000"},
        {23374467.315, 2, "23374467.32"},
        {123456789012.345, 2, "123456789012.35"},
        {999999999999.995, 2, "1000000000000.00"},
        {1e15, 2, "1000000000000000.00"},
        {4503599627370496, 1, "4503599627370496.0"},
        {1e22, 0, "10000000000000000000000"},
        {5e-324, 2, "0.00"},
        {12, 3, "12.000"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.value) BOOST_TEST(withDecimals(row.value, row.decimals) == row.text);
    BOOST_TEST(withDecimals(std::numeric_limits<double>::max(), 1).size() == 311U);
    BOOST_TEST(withDecimals(-std::numeric_limits<double>::infinity(), 2) == "-inf");
}

BOOST_AUTO_TEST_CASE(reports_show_the_same_number)
{
    BOOST_TEST(shownNumber(8.985, 0, 2, Language::french) == "8,99");
    BOOST_TEST(shownNumber(-1234.5, 0, 0, Language::english) == "-1,235");
    BOOST_TEST(shownNumber(-0.004, 0, 2, Language::french) == "0");
    BOOST_TEST(shownNumber(1.2, 2, 3, Language::english) == "1.20");
    BOOST_TEST(shownPercent(0.1285, Language::english) == "12.9%");
}

BOOST_AUTO_TEST_SUITE_END()
