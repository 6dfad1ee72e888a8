#include "core/figures/full_cost.hpp"

#include <boost/test/tools/floating_point_comparison.hpp>
#include <boost/test/unit_test.hpp>
#include <optional>
#include <string_view>
#include <vector>

using namespace panorama;

namespace {

const auto veryClose = boost::test_tools::tolerance(1e-12);
constexpr auto outOfDomain = std::nullopt;

Date dateOf(std::string_view iso)
{
    return parseDate(iso).value().date;
}

void check(const Figure<double>& cost, std::optional<double> expected)
{
    BOOST_REQUIRE(cost.has_value() == expected.has_value());
    if (cost)
        BOOST_TEST(*cost == *expected, veryClose);
    else
        BOOST_TEST((cost.error() == FigureError::outOfDomain));
}

} // namespace

BOOST_AUTO_TEST_SUITE(full_cost)

BOOST_AUTO_TEST_CASE(construction_and_the_first_months_of_maintenance)
{
    const struct
    {
        std::string_view what;
        double construction;
        std::vector<double> mco;
        double months;
        double vat;
        double payroll;
        std::vector<double> mcoPayroll;
        std::optional<double> cost;
    } rows[] = {
        {"two years of maintenance", 10, {1}, 24, 0, 0, {}, 12},
        {"no maintenance", 10, {}, 24, 0, 0, {}, 10},
        {"three years", 10, {1}, 36, 0, 0, {}, 13},
        {"half a year", 10, {1}, 6, 0, 0, {}, 10.5},
        {"no month", 10, {1}, 0, 0, 0, {}, 10},
        {"VAT on construction and maintenance", 10, {1}, 24, 0.2, 0, {}, 14.4},
        {"payroll bears no VAT", 10, {1}, 24, 0.2, 2, {0.5}, 17.4},
        {"payroll alone", 0, {}, 24, 0.2, 3, {1}, 5},
        {"an amount for each year", 10, {1, 2, 3}, 24, 0, 0, {}, 13},
        {"years beyond the months do not count", 10, {1, 2, 3}, 12, 0, 0, {}, 11},
        {"a part of a year", 10, {1, 2, 3}, 30, 0, 0, {}, 14.5},
        {"yearly payroll by year", 10, {1, 2}, 18, 0.2, 0, {1, 2}, 16.4},
        {"too few years", 10, {1, 2}, 36, 0, 0, {}, outOfDomain},
        {"too few years of payroll", 10, {1}, 36, 0, 0, {1, 1}, outOfDomain},
        {"negative construction", -10, {1}, 24, 0, 0, {}, outOfDomain},
        {"negative maintenance", 10, {-1}, 24, 0, 0, {}, outOfDomain},
        {"a negative year that does not count", 10, {1, 1, -1}, 24, 0, 0, {}, outOfDomain},
        {"negative payroll", 10, {1}, 24, 0, -1, {}, outOfDomain},
        {"negative months", 10, {1}, -1, 0, 0, {}, outOfDomain},
        {"negative VAT", 10, {1}, 24, -0.1, 0, {}, outOfDomain},
        {"20 is no VAT rate", 10, {1}, 24, 20, 0, {}, outOfDomain},
        {"nor is 1", 10, {1}, 24, 1, 0, {}, outOfDomain},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
    check(fullCost({.construction = row.construction,
                    .yearlyMco = row.mco,
                    .months = row.months,
                    .vatRate = row.vat,
                    .constructionPayroll = row.payroll,
                    .yearlyMcoPayroll = row.mcoPayroll}),
          row.cost);
}

BOOST_AUTO_TEST_CASE(a_schedule_counts_the_months_after_the_in_service_date)
{
    struct Row
    {
        std::string_view start;
        double construction;
        double mco;
    };
    const struct
    {
        std::string_view what;
        std::vector<Row> periods;
        std::string_view inService;
        double months;
        std::optional<double> cost;
    } rows[] = {
        {"two whole years",
         {{"2020-01-01", 5, 0}, {"2021-01-01", 5, 0}, {"2022-01-01", 0, 1}, {"2023-01-01", 0, 1}},
         "2022-01-01",
         24,
         12},
        {"one year",
         {{"2020-01-01", 5, 0}, {"2021-01-01", 5, 0}, {"2022-01-01", 0, 1}, {"2023-01-01", 0, 1}},
         "2022-01-01",
         12,
         11},
        {"service within a period: its whole maintenance falls after",
         {{"2020-01-01", 5, 0}, {"2021-01-01", 5, 0}, {"2022-01-01", 0, 1}, {"2023-01-01", 0, 1}},
         "2022-07-01",
         12,
         11.5},
        {"a third year is not counted",
         {{"2021-01-01", 10, 0}, {"2022-01-01", 0, 2}, {"2023-01-01", 0, 3}, {"2024-01-01", 0, 4}},
         "2022-01-01",
         24,
         15},
        {"quarters",
         {{"2022-01-01", 4, 0}, {"2022-04-01", 0, 1}, {"2022-07-01", 0, 1}, {"2022-10-01", 0, 1}},
         "2022-04-01",
         6,
         6},
        {"the last period is as long as the one before",
         {{"2022-01-01", 4, 0}, {"2022-04-01", 0, 3}},
         "2022-04-01",
         1,
         5},
        {"one period alone lasts a year", {{"2022-01-01", 4, 12}}, "2022-01-01", 3, 7},
        {"no maintenance at all", {{"2022-01-01", 4, 0}}, "2030-01-01", 24, 4},
        {"maintenance before the service",
         {{"2020-01-01", 5, 1}, {"2021-01-01", 5, 1}},
         "2021-06-01",
         24,
         outOfDomain},
        {"starts out of order", {{"2021-01-01", 5, 0}, {"2020-01-01", 5, 1}}, "2021-01-01", 24, outOfDomain},
        {"the same start twice", {{"2021-01-01", 5, 0}, {"2021-01-01", 5, 1}}, "2021-01-01", 24, outOfDomain},
        {"negative amount", {{"2021-01-01", -5, 0}}, "2021-01-01", 24, outOfDomain},
        {"negative months", {{"2021-01-01", 5, 0}}, "2021-01-01", -1, outOfDomain},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
        {
            std::vector<CostPeriod> periods;
            for (const auto& period : row.periods)
                periods.push_back({dateOf(period.start), period.construction, period.mco});
            check(fullCostOfSchedule(periods, dateOf(row.inService), row.months), row.cost);
        }
    const auto nothing = fullCostOfSchedule({}, dateOf("2021-01-01"), 24);
    BOOST_REQUIRE(!nothing.has_value());
    BOOST_TEST((nothing.error() == FigureError::notKnown));
}

BOOST_AUTO_TEST_SUITE_END()
