#include "core/figures/cost_band.hpp"

#include <boost/test/unit_test.hpp>
#include <optional>
#include <string_view>

using namespace panorama;
using enum CostBand;

BOOST_AUTO_TEST_SUITE(cost_band)

BOOST_AUTO_TEST_CASE(five_nine_and_twenty_belong_to_the_band_above)
{
    constexpr struct
    {
        double cost;
        CostBand band;
        std::string_view name;
    } rows[] = {
        {0, under5, "moins de 5 M€"},
        {4.999999, under5, "moins de 5 M€"},
        {5, from5to9, "entre 5 et 9 M€"},
        {8.999999, from5to9, "entre 5 et 9 M€"},
        {9, from9to20, "entre 9 et 20 M€"},
        {19.999999, from9to20, "entre 9 et 20 M€"},
        {20, from20to100, "entre 20 et 100 M€"},
        {100, from20to100, "entre 20 et 100 M€"},
        {100.000001, above100, "plus de 100 M€"},
        {3200, above100, "plus de 100 M€"},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.cost)
        {
            BOOST_TEST((costBand(row.cost) == row.band));
            BOOST_TEST(nameOf(row.band) == row.name);
        }
    BOOST_TEST(nameOf(cadrage) == "En cadrage");
    BOOST_TEST(nameOf(undisclosed) == "Non communiqué");
}

BOOST_AUTO_TEST_CASE(bands_are_read_in_the_spellings_of_published_files)
{
    constexpr struct
    {
        std::string_view text;
        std::optional<CostBand> band;
    } rows[] = {
        {"moins de 5 M€", under5},
        {"moins de 5M€", under5},
        {"< 5 M€", under5},
        {"<5M€", under5},
        {"Moins de 5\u00A0M€ ", under5},
        {"entre 5 et 9 M€", from5to9},
        {"Entre 5 et 9 M€", from5to9},
        {"entre 9 et 20 M€", from9to20},
        {"entre 20 et 100 M€", from20to100},
        {"plus de 100 M€", above100},
        {"> 100 M€", above100},
        {">100M€", above100},
        {"En cadrage", cadrage},
        {"en cadrage", cadrage},
        {"Non communiqué", undisclosed},
        {"Révision de trajectoire", undisclosed},
        {"Appel d'offres en cours", undisclosed},
        {"", std::nullopt},
        {"NA", std::nullopt},
        {"moyenne", std::nullopt},
        {"12,5", std::nullopt},
        {"> 5 M€", std::nullopt},
        {"< 100 M€", std::nullopt},
        {"entre 5 et 20 M€", std::nullopt},
        {"entre 9 et 20 k€", std::nullopt},
    };
    for (const auto& row : rows)
        BOOST_TEST_CONTEXT(row.text) BOOST_TEST((parseCostBand(row.text) == row.band));
}

BOOST_AUTO_TEST_CASE(every_name_is_read_back)
{
    for (const CostBand band : {under5, from5to9, from9to20, from20to100, above100, cadrage, undisclosed})
        BOOST_TEST_CONTEXT(nameOf(band)) BOOST_TEST((parseCostBand(nameOf(band)) == band));
}

BOOST_AUTO_TEST_SUITE_END()
