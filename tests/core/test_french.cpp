#include "core/text/french.hpp"
#include "core/words/shown_values.hpp"

#include <boost/test/unit_test.hpp>
#include <string_view>

using namespace panorama;
using namespace std::chrono;

BOOST_AUTO_TEST_SUITE(french_text)

BOOST_AUTO_TEST_CASE(numbers_have_a_comma_and_no_idle_zeros)
{
    constexpr struct
    {
        double value;
        int decimals;
        std::string_view text;
    } rows[] = {
        {26.4, 2, "26,4"},     {26, 2, "26"},   {26.45, 2, "26,45"}, {26.456, 2, "26,46"},
        {1234.5, 1, "1234,5"}, {100, 0, "100"}, {100, 2, "100"},     {0, 2, "0"},
        {-0.001, 2, "0"},      {-0.4, 0, "0"},  {-14.9, 1, "-14,9"}, {3.602, 3, "3,602"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.value) BOOST_TEST(frenchNumber(row.value, row.decimals) == row.text);
}

BOOST_AUTO_TEST_CASE(points_are_signed_and_singular_below_two)
{
    constexpr struct
    {
        double points;
        std::string_view text;
    } rows[] = {
        {-14.9, "-14,9 points"}, {5, "+5,0 points"},        {1.5, "+1,5 point"}, {-1.5, "-1,5 point"},
        {1, "+1,0 point"},       {2, "+2,0 points"},        {-2, "-2,0 points"}, {1.94, "+1,9 point"},
        {1.96, "+2,0 points"},   {0.1, "+0,1 point"},       {0, "0,0 point"},    {0.04, "0,0 point"},
        {-0.04, "0,0 point"},    {123.45, "+123,5 points"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.points) BOOST_TEST(frenchPoints(row.points) == row.text);
}

BOOST_AUTO_TEST_CASE(months_have_their_french_name)
{
    constexpr std::string_view names[] = {"janvier",   "février", "mars",     "avril",
                                          "mai",       "juin",    "juillet",  "août",
                                          "septembre", "octobre", "novembre", "décembre"};
    for (unsigned number = 1; number <= 12; ++number)
        BOOST_TEST(shownMonth(year(2020) / month(number), Language::french) ==
                   std::string(names[number - 1]) + " 2020");
}

BOOST_AUTO_TEST_SUITE_END()
