#pragma once

#include <optional>
#include <string_view>

namespace panorama {

/// The published bands of full cost (tranches), in M€: [0;5[, [5;9[, [9;20[, [20;100], above 100. 5 and 20
/// belong to the upper band, as published files show; exactly 100 was never observed and is read as "entre 20
/// et 100".
enum class CostBand : unsigned char {
    under5,
    from5to9,
    from9to20,
    from20to100,
    above100,
    cadrage,
    undisclosed
};

/// Of a cost in M€, 0 or more.
CostBand costBand(double cost);
/// "entre 9 et 20 M€": data, always in French with plain spaces.
std::string_view nameOf(CostBand band);
/// The band a text names, in any of the spellings of published files ("< 5 M€", "moins de 5M€").
std::optional<CostBand> parseCostBand(std::string_view utf8);

/// The full cost, taxes included, from which DINUM's opinion is due (décret 2019-1088, art. 3; arrêté of
/// 2020-06-05).
constexpr double opinionThreshold = 9;

} // namespace panorama
