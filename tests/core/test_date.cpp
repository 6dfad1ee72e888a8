#include "core/text/date.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <string>
#include <string_view>

using namespace panorama;

namespace {

Date ymd(int y, unsigned m, unsigned d)
{
    return std::chrono::year(y) / static_cast<int>(m) / static_cast<int>(d);
}

} // namespace

BOOST_AUTO_TEST_SUITE(date_text)

BOOST_AUTO_TEST_CASE(dates_are_read_in_every_form)
{
    using enum DateForm;
    constexpr struct
    {
        std::string_view text;
        std::string_view iso;
        DateForm form;
    } rows[] = {
        {"2015-04-01", "2015-04-01", iso},
        {" 2015-04-01 ", "2015-04-01", iso},
        {"2015-04-01T12:30:00", "2015-04-01", iso},
        {"2015-04-01 12:30:00", "2015-04-01", iso},
        {"2016-02-29", "2016-02-29", iso},
        {"01/04/2015", "2015-04-01", numeric},
        {"1/4/2015", "2015-04-01", numeric},
        {"01.04.2015", "2015-04-01", numeric},
        {"31/12/2199", "2199-12-31", numeric},
        {"01/01/1900", "1900-01-01", numeric},
        {"1er avril 2015", "2015-04-01", dayAndMonth},
        {"1ER AVRIL 2015", "2015-04-01", dayAndMonth},
        {"15 avril 2015", "2015-04-15", dayAndMonth},
        {"15 April 2015", "2015-04-15", dayAndMonth},
        {"29 février 2016", "2016-02-29", dayAndMonth},
        {"avril 2015", "2015-04-01", month},
        {"Avril\u00A02015", "2015-04-01", month},
        {"avr. 2015", "2015-04-01", month},
        {"04/2015", "2015-04-01", month},
        {"4/2015", "2015-04-01", month},
        {"2015-04", "2015-04-01", month},
        {"janvier 2015", "2015-01-01", month},
        {"février 2015", "2015-02-01", month},
        {"FEVRIER 2015", "2015-02-01", month},
        {"mars 2015", "2015-03-01", month},
        {"mai 2015", "2015-05-01", month},
        {"juin 2015", "2015-06-01", month},
        {"juillet 2015", "2015-07-01", month},
        {"août 2015", "2015-08-01", month},
        {"aout 2015", "2015-08-01", month},
        {"septembre 2015", "2015-09-01", month},
        {"octobre 2015", "2015-10-01", month},
        {"novembre 2015", "2015-11-01", month},
        {"décembre 2015", "2015-12-01", month},
        {"December 2015", "2015-12-01", month},
        {"le 1er avril 2015", "2015-04-01", dayAndMonth},
        {"\u200E2015-04-01", "2015-04-01", iso},
        {"'01/04/2015", "2015-04-01", numeric},
        {"2015\u201104\u201001", "2015-04-01", iso},
        {"\uFF10\uFF11/04/2015", "2015-04-01", numeric},
        {"avril 15", "2015-04-01", monthShortYear},
        {"avr.-15", "2015-04-01", monthShortYear},
        {"octobre 05", "2005-10-01", monthShortYear},
        {"avril 00", "2000-04-01", monthShortYear},
        {"avril 69", "2069-04-01", monthShortYear}, // the last one of this century
        {"avril 70", "1970-04-01", monthShortYear}, // the first one of the century before
        {"avril 99", "1999-04-01", monthShortYear},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.text)
        {
            const auto date = parseDate(row.text);
            BOOST_REQUIRE(date.has_value());
            BOOST_TEST(isoDate(date->date) == row.iso);
            BOOST_TEST((date->form == row.form));
        }
}

BOOST_AUTO_TEST_CASE(what_is_no_date_of_the_calendar_is_none)
{
    constexpr std::string_view rows[] = {
        "",
        "-",
        "NA",
        "En cadrage",
        "au printemps",
        "bientôt",
        "2015",
        "42095",
        "12.5",
        "avril",
        "avril 2015 environ",
        "31/04/2015", // April has 30 days
        "29/02/2015", // no leap year
        "29/02/1900", // nor this one
        "32/01/2015",
        "00/01/2015",
        "01/13/2015",
        "01/00/2015",
        "13/2015",
        "00/2015",
        "2015-13-01",
        "2015-02-30",
        "2015-00",
        "31 avril 2015",
        "30 février 2016",
        "0 avril 2015",
        "01/04/15", // a day, a month and two digits
        "05/15",
        "1er avril 15",
        "avril 115",
        "avril 20155",
        "31/12/1899",
        "01/01/2200",
        "0001-01-01",
        "2015-04-01 à confirmer", // what stands behind is no time
        "01/04/2015 ou plus tard",
        "2015-04-01-02",
        "T1 2015",
        "premier avril 2015",
        "germinal 2015",
    };
    for (const auto row : rows)
        BOOST_TEST_CONTEXT(row) BOOST_TEST(!parseDate(row).has_value());
    BOOST_TEST(!parseDate(std::string(1'000'000, '1')).has_value());
}

BOOST_AUTO_TEST_CASE(what_gives_no_day_is_proposed_to_be_confirmed)
{
    constexpr struct
    {
        std::string_view text, first, last;
        bool isDay = false;
    } rows[] = {
        {"31/12/26", "2026-12-31", "2026-12-31", true},
        {"31-12-26", "2026-12-31", "2026-12-31", true},
        {"30.06.27", "2027-06-30", "2027-06-30", true},
        {"1/4/23", "2023-04-01", "2023-04-01", true},
        {"30 septembre 26", "2026-09-30", "2026-09-30", true},
        {"1er avril 15", "2015-04-01", "2015-04-01", true},
        {"31-déc-26", "2026-12-31", "2026-12-31", true},
        {"12/26", "2026-12-01", "2026-12-31"},
        {"T3 2022", "2022-07-01", "2022-09-30"},
        {"T3-2022", "2022-07-01", "2022-09-30"},
        {"2022 T3", "2022-07-01", "2022-09-30"},
        {"2022-Q3", "2022-07-01", "2022-09-30"},
        {"Q3 2022", "2022-07-01", "2022-09-30"},
        {"3T 2022", "2022-07-01", "2022-09-30"},
        {"T1 24", "2024-01-01", "2024-03-31"},
        {"3e trimestre 2022", "2022-07-01", "2022-09-30"},
        {"3ème trimestre 2022", "2022-07-01", "2022-09-30"},
        {"troisième trimestre 2022", "2022-07-01", "2022-09-30"},
        {"au 1er trimestre 2022", "2022-01-01", "2022-03-31"},
        {"trimestre 4 2022", "2022-10-01", "2022-12-31"},
        {"S1 2023", "2023-01-01", "2023-06-30"},
        {"1er semestre 2023", "2023-01-01", "2023-06-30"},
        {"2nd semestre 2023", "2023-07-01", "2023-12-31"},
        {"second semestre 2023", "2023-07-01", "2023-12-31"},
        {"2021", "2021-01-01", "2021-12-31"},
        {"en 2021", "2021-01-01", "2021-12-31"},
        {"année 2021", "2021-01-01", "2021-12-31"},
        {"depuis janvier 2019", "2019-01-01", "2019-01-31"},
        {"depuis 2019", "2019-01-01", "2019-12-31"},
        {"à partir de mars 2019", "2019-03-01", "2019-03-31"},
        {"début 2023", "2023-01-01", "2023-01-01"},
        {"fin 2024", "2024-12-31", "2024-12-31"},
        {"fin d’année 2024", "2024-12-31", "2024-12-31"},
        {"fin février 2024", "2024-02-29", "2024-02-29"},
        {"mi-2025", "2025-07-01", "2025-07-01"},
        {"mi-avril 2025", "2025-04-15", "2025-04-15"},
        {"fin T3 2022", "2022-09-30", "2022-09-30"},
        {"20260401", "2026-04-01", "2026-04-01"},
        {"44927", "2023-01-01", "2023-01-01"},
        {"\u200E2021", "2021-01-01", "2021-12-31"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.text)
        {
            const auto likely = likelyDate(row.text);
            BOOST_REQUIRE(likely.has_value());
            BOOST_TEST(isoDate(likely->first) == row.first);
            BOOST_TEST(isoDate(likely->last) == row.last);
            BOOST_TEST(likely->isDay == row.isDay);
        }
}

BOOST_AUTO_TEST_CASE(nothing_is_proposed_for_what_no_date_can_be_made_of)
{
    constexpr std::string_view rows[] = {"",         "-",           "NA",       "bientôt",     "1989",
                                         "2061",     "21",          "T5 2022",  "S3 2023",     "31/02/26",
                                         "31/12/75", "2021-2025",   "12,5",     "P216",        "germinal 22",
                                         "T3",       "fin",         "depuis",   "20261301",    "12345678901",
                                         "2 ans",    "marché 2022", "depuis 3", "à confirmer", "99999"};
    for (const auto row : rows)
        BOOST_TEST_CONTEXT(row) BOOST_TEST(!likelyDate(row).has_value());
    BOOST_TEST(!likelyDate(std::string(1'000'000, '1')).has_value());
}

BOOST_AUTO_TEST_CASE(years_and_months)
{
    constexpr struct
    {
        std::string_view text;
        int year;
        unsigned month; // 0: none
    } rows[] = {
        {"2021-12", 2021, 12}, {"2021-12-15", 2021, 12}, {"2021-01", 2021, 1},
        {"2021-13", 0, 0},     {"2021", 0, 0},           {"12/2021", 0, 0},
        {"14", 0, 0},          {"décembre 2021", 0, 0},  {"", 0, 0},
        {"2021-1", 0, 0},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.text)
        {
            const auto found = parseYearMonth(row.text);
            BOOST_TEST(found.has_value() == (row.month != 0));
            if (found) BOOST_TEST((*found == std::chrono::year(row.year) / std::chrono::month(row.month)));
        }
}

BOOST_AUTO_TEST_CASE(serials_count_from_the_last_days_of_1899)
{
    const struct
    {
        Date date;
        double serial;
    } rows[] = {
        {ymd(1899, 12, 30), 0},   {ymd(1900, 1, 1), 2},      {ymd(2000, 1, 1), 36526},
        {ymd(2015, 4, 1), 42095}, {ymd(2020, 2, 29), 43890}, {ymd(2199, 12, 31), 109574},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(isoDate(row.date)) BOOST_TEST(serialOf(row.date) == row.serial);

    const struct
    {
        double serial;
        std::string_view iso; // empty: none
    } back[] = {
        {42095, "2015-04-01"},
        {42095.75, "2015-04-01"},
        {2, "1900-01-01"},
        {109574, "2199-12-31"},
        {109575, ""},
        {1, ""},
        {0, ""},
        {-1, ""},
        {1e300, ""},
        {-1e300, ""},
        {std::numeric_limits<double>::quiet_NaN(), ""},
        {std::numeric_limits<double>::infinity(), ""},
    };
    for (const auto& row : back)
        BOOST_TEST_CONTEXT(row.serial)
        {
            const auto date = dateOfSerial(row.serial);
            BOOST_TEST((date ? isoDate(*date) : "") == row.iso);
        }
}

BOOST_AUTO_TEST_CASE(months_are_added_up_to_the_last_day)
{
    const struct
    {
        Date date;
        int months;
        std::string_view iso;
    } rows[] = {
        {ymd(2015, 4, 1), 0, "2015-04-01"},   {ymd(2015, 4, 1), 63, "2020-07-01"},
        {ymd(2021, 1, 31), 1, "2021-02-28"},  {ymd(2020, 1, 31), 1, "2020-02-29"},
        {ymd(2021, 1, 31), 3, "2021-04-30"},  {ymd(2021, 1, 31), 2, "2021-03-31"},
        {ymd(2021, 12, 15), 1, "2022-01-15"}, {ymd(2021, 3, 31), -1, "2021-02-28"},
        {ymd(2021, 1, 15), -1, "2020-12-15"}, {ymd(2020, 2, 29), 12, "2021-02-28"},
        {ymd(2020, 2, 29), 48, "2024-02-29"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(isoDate(row.date) << " + " << row.months)
    BOOST_TEST(isoDate(addMonths(row.date, row.months)) == row.iso);
}

BOOST_AUTO_TEST_CASE(completed_months_never_pass_the_end)
{
    const struct
    {
        Date start;
        Date end;
        int months;
    } rows[] = {
        {ymd(2015, 4, 1), ymd(2015, 4, 1), 0},    {ymd(2015, 4, 1), ymd(2015, 4, 30), 0},
        {ymd(2015, 4, 1), ymd(2015, 5, 1), 1},    {ymd(2015, 4, 1), ymd(2020, 7, 1), 63},
        {ymd(2015, 4, 15), ymd(2015, 5, 14), 0},  {ymd(2015, 4, 15), ymd(2015, 5, 15), 1},
        {ymd(2021, 1, 31), ymd(2021, 2, 27), 0},  {ymd(2021, 1, 31), ymd(2021, 2, 28), 1},
        {ymd(2020, 1, 31), ymd(2020, 2, 28), 0},  {ymd(2020, 2, 29), ymd(2021, 2, 28), 12},
        {ymd(2020, 7, 15), ymd(2020, 6, 20), -1}, {ymd(2020, 7, 15), ymd(2020, 6, 10), -2},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(isoDate(row.start) << " to " << isoDate(row.end))
    BOOST_TEST(completedMonths(row.start, row.end) == row.months);
}

BOOST_AUTO_TEST_CASE(the_position_of_a_month_takes_its_days_in_proportion)
{
    BOOST_TEST(monthPosition(ymd(2015, 4, 1)) == 2015 * 12 + 3.0);
    BOOST_TEST(monthPosition(ymd(2015, 4, 16)) == 2015 * 12 + 3.5);
    BOOST_TEST(monthPosition(ymd(2021, 2, 15)) == 2021 * 12 + 1.5);
    BOOST_TEST(monthPosition(ymd(2022, 1, 1)) - monthPosition(ymd(2021, 1, 1)) == 12.0);
}

BOOST_AUTO_TEST_CASE(iso_dates_have_ten_characters)
{
    BOOST_TEST(isoDate(ymd(2015, 4, 1)) == "2015-04-01");
    BOOST_TEST(isoDate(ymd(2015, 12, 31)) == "2015-12-31");
}

BOOST_AUTO_TEST_SUITE_END()
