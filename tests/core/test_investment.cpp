#include "core/figures/investment.hpp"

#include <boost/test/tools/floating_point_comparison.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

using namespace panorama;

namespace {

const auto veryClose = boost::test_tools::tolerance(1e-9);

struct Row
{
    std::string_view what;
    std::vector<double> flows;
    std::optional<double> value;
    FigureError error = FigureError::notKnown; // where there is no value
};

template <typename Compute>
void check(const Row& row, Compute compute)
{
    BOOST_TEST_CONTEXT(row.what)
    {
        const Figure<double> figure = compute(row.flows);
        BOOST_REQUIRE(figure.has_value() == row.value.has_value());
        if (!figure)
            BOOST_TEST((figure.error() == row.error));
        else if (*row.value == 0)
            BOOST_TEST(std::fabs(*figure) < 1e-9);
        else
            BOOST_TEST(*figure == *row.value, veryClose);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(investment)

BOOST_AUTO_TEST_CASE(the_first_period_is_not_discounted)
{
    const struct
    {
        double rate;
        Row row;
    } rows[] = {
        {0, {"without a rate it is the sum", {-100, 60, 60}, 20}},
        {0.1, {"one year", {-100, 110}, 0}},
        {0.1, {"two years", {-100, 0, 121}, 0}},
        {0.1, {"only the first", {-100}, -100}},
        {1, {"a rate of 100 %", {0, 4, 8}, 4}},
        {-0.5, {"a negative rate", {0, 1, 1}, 6}},
        {-1, {"-100 % divides by zero", {-100, 110}, {}, FigureError::outOfDomain}},
        {-2, {"less still", {-100, 110}, {}, FigureError::outOfDomain}},
        {std::nan(""), {"no rate", {-100, 110}, {}, FigureError::outOfDomain}},
        {0.1, {"no flow", {}, {}, FigureError::notKnown}},
    };
    for (const auto& [rate, row] : rows)
        check(row, [rate = rate](const auto& flows) { return netPresentValue(rate, flows); });
}

BOOST_AUTO_TEST_CASE(the_internal_rate_makes_the_present_value_zero)
{
    const Row rows[] = {
        {"one year", {-100, 110}, 0.1},
        {"two years", {-100, 0, 121}, 0.1},
        {"half of it lost", {-100, 50}, -0.5},
        {"just repaid", {-100, 50, 50}, 0},
        {"four times as much", {-100, 400}, 3},
        {"a credit first", {100, -110}, 0.1},
        {"all is expense", {-100, -10}, {}, FigureError::noConvergence},
        {"all is gain", {100, 10}, {}, FigureError::noConvergence},
        {"10 % and 20 % both fit", {-100, 230, -132}, {}, FigureError::outOfDomain},
        {"0 % and 100 % both fit", {-1, 3, -2}, {}, FigureError::outOfDomain},
    };
    for (const Row& row : rows)
        check(row, internalRate);
}

BOOST_AUTO_TEST_CASE(payback_is_interpolated_within_a_period)
{
    const Row rows[] = {
        {"two thirds into the second", {-100, 60, 60}, 1 + 40.0 / 60},
        {"at the end of the second", {-100, 50, 50}, 2},
        {"within the first", {-100, 200}, 0.5},
        {"an expense later on is counted from period 0", {0, -100, 50, 100}, 2.5},
        {"a pause", {-100, 60, 0, 40}, 3},
        {"nothing was spent", {10, 10}, 0},
        {"never repaid", {-100, 10}, {}, FigureError::notKnown},
        {"never repaid by a hair", {-100, 50, 49.99}, {}, FigureError::notKnown},
        {"no flow", {}, {}, FigureError::notKnown},
    };
    for (const Row& row : rows)
        check(row, payback);
}

BOOST_AUTO_TEST_SUITE_END()
