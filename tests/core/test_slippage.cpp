#include "core/editions/edition_pair.hpp"
#include "core/figures/slippage.hpp"

#include <boost/test/tools/floating_point_comparison.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace panorama;

namespace {

const auto veryClose = boost::test_tools::tolerance(1e-12);

Date dateOf(std::string_view iso)
{
    return parseDate(iso).value().date;
}

void check(const Figure<double>& figure, std::optional<double> value,
           FigureError error = FigureError::notKnown)
{
    BOOST_REQUIRE(figure.has_value() == value.has_value());
    if (!figure)
        BOOST_TEST((figure.error() == error));
    else if (*value == 0)
        BOOST_TEST(*figure == 0.0);
    else
        BOOST_TEST(*figure == *value, veryClose);
}

} // namespace

BOOST_AUTO_TEST_SUITE(slippage_figures)

BOOST_AUTO_TEST_CASE(of_one_project)
{
    constexpr struct
    {
        double initial;
        double updated;
        std::optional<double> rate;
        FigureError error = FigureError::notKnown;
    } rows[] = {
        {100, 112.5, 0.125},
        {100, 80, -0.2},
        {100, 100, 0.0},
        {100, 0, -1.0},
        {0.5, 1.5, 2.0},
        {0, 10, {}, FigureError::divisionByZero},
        {0, 0, {}, FigureError::divisionByZero},
        {-1, 10, {}, FigureError::outOfDomain},
        {10, -1, {}, FigureError::outOfDomain},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.initial << " -> " << row.updated)
    check(slippage(row.initial, row.updated), row.rate, row.error);
}

BOOST_AUTO_TEST_CASE(of_a_calendar_in_days)
{
    constexpr struct
    {
        std::string_view start;
        std::string_view initialEnd;
        std::string_view updatedEnd;
        std::optional<double> rate;
        FigureError error = FigureError::notKnown;
    } rows[] = {
        {"2021-01-01", "2022-01-01", "2022-03-15", 73.0 / 365},
        {"2021-01-01", "2022-01-01", "2021-10-20", -73.0 / 365},
        {"2021-01-01", "2022-01-01", "2022-01-01", 0.0},
        {"2021-01-01", "2021-01-01", "2021-06-01", {}, FigureError::divisionByZero},
        {"2022-01-01", "2021-01-01", "2023-01-01", {}, FigureError::outOfDomain},
        {"2022-01-01", "2023-01-01", "2021-01-01", {}, FigureError::outOfDomain},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.start << " " << row.initialEnd << " " << row.updatedEnd)
    check(calendarSlippage(dateOf(row.start), dateOf(row.initialEnd), dateOf(row.updatedEnd)), row.rate,
          row.error);
}

BOOST_AUTO_TEST_CASE(methods_have_names_in_both_languages)
{
    constexpr struct
    {
        std::string_view name;
        std::optional<SlippageMethod> method;
    } rows[] = {
        {"moyen", SlippageMethod::mean},
        {"Moyen", SlippageMethod::mean},
        {"mean", SlippageMethod::mean},
        {"agrégé", SlippageMethod::aggregated},
        {"agrege", SlippageMethod::aggregated},
        {"AGRÉGÉ", SlippageMethod::aggregated},
        {"aggregated", SlippageMethod::aggregated},
        {"pondéré", SlippageMethod::weighted},
        {"pondere", SlippageMethod::weighted},
        {"weighted", SlippageMethod::weighted},
        {"médian", std::nullopt},
        {"", std::nullopt},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.name) BOOST_TEST((slippageMethod(row.name) == row.method));
    BOOST_TEST(nameOf(SlippageMethod::mean) == "moyen");
    BOOST_TEST(nameOf(SlippageMethod::aggregated) == "agrégé");
    BOOST_TEST(nameOf(SlippageMethod::weighted) == "pondéré");
}

BOOST_AUTO_TEST_CASE(of_a_portfolio_by_each_method_with_what_was_left_out)
{
    using enum SlippageMethod;
    const struct
    {
        std::string_view what;
        SlippageMethod method;
        std::vector<Forecast> forecasts;
        std::size_t used;
        std::size_t excluded;
        std::optional<double> rate;
        FigureError error = FigureError::notKnown;
    } rows[] = {
        {"mean of 10 % and 30 %", mean, {{100, 110}, {200, 260}}, 2, 0, 0.2},
        {"sums: 370 / 300", aggregated, {{100, 110}, {200, 260}}, 2, 0, 70.0 / 300},
        {"weighted by the initial cost it is the ratio of the sums",
         weighted,
         {{100, 110, 100}, {200, 260, 200}},
         2,
         0,
         70.0 / 300},
        {"weighted 3 to 1", weighted, {{100, 110, 3}, {200, 260, 1}}, 2, 0, 0.15},
        {"a weight of 0 does not exclude", weighted, {{100, 110, 1}, {200, 260, 0}}, 2, 0, 0.1},
        {"a missing weight does", weighted, {{100, 110, 1}, {200, 260}}, 1, 1, 0.1},
        {"a missing weight does not matter elsewhere", mean, {{100, 110, 1}, {200, 260}}, 2, 0, 0.2},
        {"in cadrage", mean, {{100, 110}, {200, 260}, {50, 90, {}, true}}, 2, 1, 0.2},
        {"no initial cost", mean, {{100, 110}, {{}, 260}}, 1, 1, 0.1},
        {"no updated cost is not 0", mean, {{100, 110}, {200, {}}}, 1, 1, 0.1},
        {"no updated cost in sums", aggregated, {{100, 110}, {200, {}}}, 1, 1, 0.1},
        {"nothing left", mean, {{50, 90, {}, true}, {{}, 3}}, 0, 2, {}, FigureError::notKnown},
        {"no project", aggregated, {}, 0, 0, {}, FigureError::notKnown},
        {"an initial cost of 0", mean, {{0, 10}, {100, 110}}, 2, 0, {}, FigureError::divisionByZero},
        {"is a term like others in a sum", aggregated, {{0, 10}, {100, 110}}, 2, 0, 0.2},
        {"unless all are", aggregated, {{0, 10}, {0, 110}}, 2, 0, {}, FigureError::divisionByZero},
        {"an excluded 0 does no harm", mean, {{0, 10, {}, true}, {100, 110}}, 1, 1, 0.1},
        {"a negative cost", mean, {{-1, 10}, {100, 110}}, 2, 0, {}, FigureError::outOfDomain},
        {"a negative cost in sums", aggregated, {{-1, 10}, {100, 110}}, 2, 0, {}, FigureError::outOfDomain},
        {"a negative weight", weighted, {{100, 110, -1}, {200, 260, 2}}, 2, 0, {}, FigureError::outOfDomain},
        {"weights that are all 0",
         weighted,
         {{100, 110, 0}, {200, 260, 0}},
         2,
         0,
         {},
         FigureError::divisionByZero},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
        {
            const auto result = portfolioSlippage(row.forecasts, row.method);
            BOOST_TEST((result.method == row.method));
            BOOST_TEST(result.used == row.used);
            BOOST_TEST(result.excluded == row.excluded);
            check(result.rate, row.rate, row.error);
        }
}

BOOST_AUTO_TEST_CASE(median_minimum_and_maximum)
{
    const struct
    {
        std::vector<Forecast> forecasts;
        double median;
        double minimum;
        double maximum;
    } rows[] = {
        {{{100, 150}}, 0.5, 0.5, 0.5},
        {{{100, 110}, {200, 260}}, 0.2, 0.1, 0.3},
        {{{100, 200}, {100, 75}, {100, 125}}, 0.25, -0.25, 1},
        {{{100, 200}, {100, 75}, {100, 125}, {100, 150}}, 0.375, -0.25, 1},
    };
    for (const auto& row : rows) {
        const auto result = portfolioSlippage(row.forecasts, SlippageMethod::mean);
        check(result.median, row.median);
        check(result.minimum, row.minimum);
        check(result.maximum, row.maximum);
    }
}

BOOST_AUTO_TEST_CASE(a_mean_does_not_depend_on_the_order_of_the_projects)
{
    std::vector<Forecast> forecasts;
    for (int i = 1; i <= 100; ++i)
        forecasts.push_back({i * 1.1, i * 1.3 + 1.0 / i});
    const auto forwards = portfolioSlippage(forecasts, SlippageMethod::mean);
    const std::vector<Forecast> reversed(forecasts.rbegin(), forecasts.rend());
    const auto backwards = portfolioSlippage(reversed, SlippageMethod::mean);
    BOOST_TEST(forwards.rate.value() == backwards.rate.value()); // to the last bit
}

namespace {

struct Project
{
    std::string name;
    std::optional<double> initial;
    std::optional<double> updated;
};

Figure<SlippageBreakdown> breakdown(const std::vector<Project>& earlier, const std::vector<Project>& now,
                                    const EditionPair::Renames& renames, SlippageMethod method)
{
    const auto names = [](const auto& projects) {
        std::vector<std::string> list;
        for (const auto& project : projects)
            list.push_back(project.name);
        return list;
    };
    const auto forecasts = [](const auto& projects, const auto& matches) {
        std::vector<EditionForecast> list;
        for (std::size_t i = 0; i < projects.size(); ++i)
            list.push_back({{projects[i].initial, projects[i].updated}, matches[i]});
        return list;
    };
    const EditionPair pair(names(earlier), names(now), renames);
    return slippageBreakdown(forecasts(earlier, pair.earlierMatches()), forecasts(now, pair.nowMatches()),
                             method);
}

} // namespace

BOOST_AUTO_TEST_CASE(a_change_is_split_between_common_leaving_and_entering_projects)
{
    const struct
    {
        std::string_view what;
        SlippageMethod method;
        std::vector<Project> earlier;
        std::vector<Project> now;
        EditionPair::Renames renames;
        double common;
        double leaving;
        double entering;
        double total;
    } rows[] = {
        // then: 10 and 30, mean 20; common then 10, now 20; now: 20 and 0, mean 10
        {"one leaves, one enters",
         SlippageMethod::mean,
         {{"A", 100, 110}, {"B", 100, 130}},
         {{"A", 100, 120}, {"C", 100, 100}},
         {},
         10,
         -10,
         -10,
         -10},
        {"a renaming is neither",
         SlippageMethod::mean,
         {{"A", 100, 110}, {"B", 100, 130}},
         {{"A", 100, 120}, {"B bis", 100, 140}},
         {{"B", "B bis"}},
         10,
         0,
         0,
         10},
        {"unless nobody confirms it",
         SlippageMethod::mean,
         {{"A", 100, 110}, {"B", 100, 130}},
         {{"A", 100, 120}, {"B bis", 100, 140}},
         {},
         10,
         -10,
         10,
         10},
        {"accents and case are no renaming",
         SlippageMethod::mean,
         {{"Ségur", 100, 110}},
         {{"SEGUR", 100, 120}},
         {},
         10,
         0,
         0,
         10},
        {"the order of the rows is nothing",
         SlippageMethod::mean,
         {{"B", 100, 130}, {"A", 100, 110}},
         {{"C", 100, 100}, {"A", 100, 120}},
         {},
         10,
         -10,
         -10,
         -10},
        {"withdrawn now: as if it had left",
         SlippageMethod::mean,
         {{"A", 100, 110}, {"B", 100, 130}},
         {{"A", 100, 120}, {"B", 100, {}}},
         {},
         10,
         -10,
         0,
         0},
        // then 500/400, common 110/100 then and 120/100 now, now 220/200
        {"by sums",
         SlippageMethod::aggregated,
         {{"A", 100, 110}, {"B", 300, 390}},
         {{"A", 100, 120}, {"C", 100, 100}},
         {},
         10,
         -15,
         -10,
         -15},
        {"nothing changed", SlippageMethod::mean, {{"A", 100, 110}}, {{"A", 100, 110}}, {}, 0, 0, 0, 0},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
        {
            const auto parts = breakdown(row.earlier, row.now, row.renames, row.method);
            BOOST_REQUIRE(parts.has_value());
            const auto same = [](double got, double expected) { return std::abs(got - expected) < 1e-10; };
            BOOST_TEST(same(parts->common, row.common));
            BOOST_TEST(same(parts->leaving, row.leaving));
            BOOST_TEST(same(parts->entering, row.entering));
            BOOST_TEST(same(parts->total, row.total));
        }
}

BOOST_AUTO_TEST_CASE(the_three_parts_add_up_exactly)
{
    std::vector<int> inexact;
    for (int seed = 1; seed <= 200; ++seed) {
        std::vector<Project> earlier, now;
        for (int i = 0; i < 30; ++i) {
            const double initial = 5 + (i * 37 + seed * 11) % 97 / 7.0;
            const double updated = initial * (1 + (i * 13 + seed * 5) % 41 / 60.0);
            if (i < 24) earlier.push_back({"P" + std::to_string(i), initial, updated});
            if (i >= 6) now.push_back({(i == 10 ? "Q" : "P") + std::to_string(i), initial, updated * 1.07});
        }
        const auto parts = breakdown(earlier, now, {{"P10", "Q10"}}, SlippageMethod::mean);
        BOOST_REQUIRE(parts.has_value());
        if (parts->common + parts->leaving + parts->entering != parts->total) inexact.push_back(seed);
    }
    BOOST_TEST(inexact == std::vector<int>(), boost::test_tools::per_element()); // to the last bit
}

BOOST_AUTO_TEST_CASE(without_a_common_project_there_is_no_breakdown)
{
    const auto none = breakdown({{"A", 100, 110}}, {{"B", 100, 110}}, {}, SlippageMethod::mean);
    BOOST_REQUIRE(!none.has_value());
    BOOST_TEST((none.error() == FigureError::notKnown));
}

BOOST_AUTO_TEST_CASE(drift_is_recurrent_where_each_of_the_last_steps_rose_by_more)
{
    const struct
    {
        std::vector<double> rates;
        double threshold;
        std::size_t times;
        bool drifts;
    } rows[] = {
        {{0.10, 0.12, 0.15, 0.20}, 0, 3, true},
        {{0.10, 0.12, 0.12, 0.20}, 0, 3, false}, // one step stands still
        {{0.10, 0.12, 0.11, 0.20}, 0, 3, false},
        {{0.30, 0.12, 0.15, 0.20, 0.25}, 0, 3, true}, // only the last steps count
        {{0.30, 0.12, 0.15, 0.20, 0.25}, 0, 4, false},
        {{0.10, 0.12, 0.15}, 0, 3, false}, // too few
        {{}, 0, 1, false},
        {{0.1}, 0, 1, false},
        {{0.1, 0.2}, 0, 1, true},
        {{0.10, 0.12, 0.15, 0.20}, 0.025, 2, true},
        {{0.10, 0.12, 0.15, 0.20}, 0.025, 3, false},
        {{0.15, 0.20}, 0.05, 1, false}, // 5 points are not more than 5 points
        {{0.10, 0.15, 0.20, 0.25}, 0.05, 3, false},
        {{0.2, 0.19, 0.18}, -0.02, 2, true}, // falls by less than 2 points
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.rates.size()
                           << " rates, threshold " << row.threshold << ", " << row.times << " times")
    BOOST_TEST(driftsRecurrently(row.rates, row.threshold, row.times) == row.drifts);
}

BOOST_AUTO_TEST_CASE(global_rate_and_points)
{
    BOOST_TEST(globalSlippage(0.284, 0.246) == 0.265, veryClose);
    BOOST_TEST(globalSlippage(0, 0.1) == 0.05, veryClose);
    BOOST_TEST(pointsBetween(0.284, 0.135) == -14.9, veryClose);
    BOOST_TEST(pointsBetween(0.1, 0.15) == 5.0, veryClose); // not 50 %
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(edition_pair)

BOOST_AUTO_TEST_CASE(editions_are_compared_by_folded_name_and_confirmed_renames)
{
    const struct
    {
        std::string_view what;
        std::vector<std::string> earlier;
        std::vector<std::string> now;
        EditionPair::Renames renames;
        std::vector<std::size_t> leaving;
        std::vector<std::size_t> entering;
    } rows[] = {
        {"same", {"A", "B"}, {"B", "A"}, {}, {}, {}},
        {"one out, one in", {"A", "B"}, {"A", "C"}, {}, {1}, {1}},
        {"folded", {"Télé-Services"}, {"TELE SERVICES"}, {}, {}, {}},
        {"a no-break hyphen", {"DIAPASON", "A-B"}, {"A B", "DIA\u2011PASON"}, {}, {}, {}},
        {"a hyphen that is one", {"DIAPASON"}, {"DIA-PASON"}, {}, {0}, {0}},
        {"invisible characters", {"ALTAÏR"}, {"ALT\u200BAÏR\u200E"}, {}, {}, {}},
        {"renamed", {"SÉGUR-FONTENOY", "B"}, {"SEGUR", "B"}, {{"SÉGUR-FONTENOY", "SEGUR"}}, {}, {}},
        {"renames are folded too", {"SÉGUR-FONTENOY"}, {"SEGUR"}, {{"segur fontenoy", "ségur"}}, {}, {}},
        {"a rename to nothing known", {"A"}, {"B"}, {{"A", "C"}}, {0}, {0}},
        {"a rename comes before the likeness of names", {"A", "B"}, {"B", "C"}, {{"A", "B"}}, {1}, {1}},
        {"a swap of names", {"A", "B"}, {"A", "B"}, {{"A", "B"}, {"B", "A"}}, {}, {}},
        {"twice the same name", {"A", "A"}, {"A"}, {}, {1}, {}},
        {"twice now", {"A"}, {"A", "A"}, {}, {}, {1}},
        {"none before", {}, {"A"}, {}, {}, {0}},
        {"none now", {"A"}, {}, {}, {0}, {}},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.what)
        {
            const EditionPair pair(row.earlier, row.now, row.renames);
            BOOST_TEST(pair.leaving() == row.leaving, boost::test_tools::per_element());
            BOOST_TEST(pair.entering() == row.entering, boost::test_tools::per_element());
        }
    const EditionPair swapped({"A", "B"}, {"A", "B"}, {{"A", "B"}, {"B", "A"}});
    BOOST_TEST(swapped.earlierMatches()[0].value() == 1U);
    BOOST_TEST(swapped.nowMatches()[0].value() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
