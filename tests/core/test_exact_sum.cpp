#include "core/figures/exact_sum.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <random>
#include <vector>

using panorama::ExactSum;

namespace {

double sumOf(const std::vector<double>& numbers)
{
    ExactSum sum;
    for (const double number : numbers)
        sum.add(number);
    return sum.value();
}

} // namespace

BOOST_AUTO_TEST_SUITE(exact_sum)

BOOST_AUTO_TEST_CASE(sums_are_rounded_once)
{
    const struct
    {
        std::vector<double> numbers;
        double sum;
    } rows[] = {
        {{}, 0},
        {{12.5}, 12.5},
        {{20.6, 11.2, 10.8}, 42.6}, // as typed: the sum of their bits is 42.60000000000001
        {{0.7, 0.1, 0.3, 8.2}, 9.3},
        {{1.0 / 3, 1.0 / 3, 1.0 / 3}, 1.0},
        {{-20.6, 20.6, 0.1}, 0.1},
        {{1, 2, 3}, 6},
        {{0.1, 0.2, 0.3}, 0.6},            // 0.6000000000000001 in naive addition
        {std::vector<double>(10, 0.1), 1}, // 0.9999999999999999
        {{1e16, 1, -1e16}, 1},             // 0
        {{1, 1e16, 1, -1e16}, 2},
        {{1e100, 1, -1e100, -1}, 0},
        {{-5, 5}, 0},
        {{1e16, 1, 1}, 1e16 + 2},
        {{9007199254740992, 1, 1e-16}, 9007199254740994}, // half-way but for a trace: rounds up, once
        {{9007199254740992, 1}, 9007199254740992},        // half-way: to even
    };
    for (const auto& row : rows)
        BOOST_TEST(sumOf(row.numbers) == row.sum);
}

BOOST_AUTO_TEST_CASE(the_order_of_money_does_not_matter_to_the_last_bit)
{
    std::mt19937 random(2021);
    std::vector<double> amounts;
    std::int64_t cents = 0;
    for (int i = 0; i < 10000; ++i) {
        const auto amount = static_cast<std::int64_t>(random() % 40'000'000);
        cents += amount;
        amounts.push_back(static_cast<double>(amount) / 100);
    }
    const double expected = static_cast<double>(cents) / 100; // of whole cents, which are exact
    for (int shuffle = 0; shuffle < 20; ++shuffle) {
        std::shuffle(amounts.begin(), amounts.end(), random);
        BOOST_TEST(sumOf(amounts) == expected);
    }
    std::sort(amounts.begin(), amounts.end());
    BOOST_TEST(sumOf(amounts) == expected);
}

BOOST_AUTO_TEST_CASE(a_sum_may_be_read_while_it_grows)
{
    ExactSum sum;
    BOOST_TEST(sum.value() == 0.0);
    sum.add(0.1);
    BOOST_TEST(sum.value() == 0.1);
    sum.add(0.2);
    BOOST_TEST(sum.value() == 0.3); // 0.30000000000000004 by bits
    sum.add(-0.1);
    BOOST_TEST(sum.value() == 0.2);
}

BOOST_AUTO_TEST_SUITE_END()
