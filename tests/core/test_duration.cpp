#include "core/figures/duration.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <string>
#include <string_view>

using namespace panorama;

namespace {

Date dateOf(std::string_view iso)
{
    return parseDate(iso).value().date;
}

} // namespace

BOOST_AUTO_TEST_SUITE(duration)

BOOST_AUTO_TEST_CASE(years_are_whole_months_or_days_of_365)
{
    using enum DurationBasis;
    constexpr struct
    {
        std::string_view start;
        std::string_view end;
        DurationBasis basis;
        double years;
    } rows[] = {
        {"2015-04-01", "2020-07-01", months, 5.25},
        {"2015-04-01", "2020-07-31", months, 5.25},
        {"2015-04-01", "2015-04-01", months, 0},
        {"2015-04-15", "2015-05-14", months, 0},
        {"2021-01-31", "2021-02-28", months, 1.0 / 12},
        {"2017-01-01", "2021-09-01", months, 56.0 / 12},
        {"2019-01-01", "2020-01-01", days, 1},
        {"2020-01-01", "2021-01-01", days, 366.0 / 365},
        {"2015-04-01", "2020-07-01", days, 1918.0 / 365},
        {"2013-07-01", "2017-03-31", days, 1369.0 / 365}, // 3.750684931506849 in the file of edition 1
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.start << " to " << row.end)
        {
            const auto years = durationYears(dateOf(row.start), dateOf(row.end), row.basis);
            BOOST_REQUIRE(years.has_value());
            BOOST_TEST(*years == row.years);
        }
    BOOST_TEST(1369.0 / 365 == 3.750684931506849);
}

BOOST_AUTO_TEST_CASE(a_project_lasts_until_its_last_day)
{
    constexpr struct
    {
        std::string_view start;
        std::string_view end;
        double years;
    } rows[] = {{"2024-01-01", "2028-12-31", 5},         {"2024-01-01", "2029-01-01", 5},
                {"2015-04-01", "2020-07-01", 5.25},      {"2022-01-01", "2026-06-30", 4.5},
                {"2022-01-01", "2026-06-29", 53.0 / 12}, {"2020-02-29", "2020-02-29", 0}};
    for (const auto& row : rows)
        BOOST_TEST(projectYears(dateOf(row.start), dateOf(row.end)).value() == row.years,
                   row.start << " to " << row.end);
    BOOST_TEST(!projectYears(dateOf("2020-07-01"), dateOf("2020-06-30")).has_value());
}

BOOST_AUTO_TEST_CASE(an_end_before_the_start_is_out_of_domain)
{
    for (const auto basis : {DurationBasis::months, DurationBasis::days}) {
        const auto years = durationYears(dateOf("2020-07-01"), dateOf("2020-06-30"), basis);
        BOOST_REQUIRE(!years.has_value());
        BOOST_TEST((years.error() == FigureError::outOfDomain));
    }
}

BOOST_AUTO_TEST_CASE(the_planned_end_lies_whole_months_later)
{
    constexpr struct
    {
        std::string_view start;
        double years;
        std::string_view end; // empty: out of domain
    } rows[] = {
        {"2015-04-01", 5.25, "2020-07-01"},
        {"2015-04-01", 1.0 / 12, "2015-05-01"},
        {"2013-07-01", 3.750684931506849, "2017-04-01"}, // 45.008 months
        {"2014-10-01", 8.83333333333333, "2023-08-01"},
        {"2021-01-31", 1.0 / 12, "2021-02-28"},
        {"2015-04-01", 0.04, "2015-04-01"}, // half a month rounds down
        {"2015-04-01", 100, "2115-04-01"},
        {"2015-04-01", 0, ""},
        {"2015-04-01", -1, ""},
        {"2015-04-01", 100.1, ""},
        {"2015-04-01", std::numeric_limits<double>::quiet_NaN(), ""},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.start << " + " << row.years)
        {
            const auto end = plannedEnd(dateOf(row.start), row.years);
            BOOST_TEST((end ? isoDate(*end) : "") == row.end);
            if (!end) BOOST_TEST((end.error() == FigureError::outOfDomain));
        }
}

BOOST_AUTO_TEST_SUITE_END()
