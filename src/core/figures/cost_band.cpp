#include "core/figures/cost_band.hpp"

#include "core/text/fold.hpp"
#include "core/text/withheld.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace panorama {

CostBand costBand(double cost)
{
    if (cost < 5) return CostBand::under5;
    if (cost < 9) return CostBand::from5to9;
    if (cost < 20) return CostBand::from9to20;
    if (cost <= 100) return CostBand::from20to100;
    return CostBand::above100;
}

std::string_view nameOf(CostBand band)
{
    switch (band) {
    case CostBand::under5: return "moins de 5 M€";
    case CostBand::from5to9: return "entre 5 et 9 M€";
    case CostBand::from9to20: return "entre 9 et 20 M€";
    case CostBand::from20to100: return "entre 20 et 100 M€";
    case CostBand::above100: return "plus de 100 M€";
    case CostBand::cadrage: return "En cadrage";
    case CostBand::undisclosed: break;
    }
    return "Non communiqué";
}

std::optional<CostBand> parseCostBand(std::string_view utf8)
{
    static constexpr std::pair<std::string_view, CostBand> spellings[] = {
        {"moinsde5meur", CostBand::under5},        {"inferieura5meur", CostBand::under5},
        {"entre0et5meur", CostBand::under5},       {"entre5et9meur", CostBand::from5to9},
        {"de5a9meur", CostBand::from5to9},         {"entre9et20meur", CostBand::from9to20},
        {"de9a20meur", CostBand::from9to20},       {"entre20et100meur", CostBand::from20to100},
        {"de20a100meur", CostBand::from20to100},   {"plusde100meur", CostBand::above100},
        {"superieura100meur", CostBand::above100},
    };
    const auto text = trimmed(utf8);
    std::string key = fold(text);
    std::erase(key, ' ');
    if (text.starts_with('<') || text.starts_with("≤")) key = "moinsde" + key;
    if (text.starts_with('>') || text.starts_with("≥")) key = "plusde" + key;
    if (!key.ends_with("meur") && key.ends_with("m")) key += "eur";
    const auto found = std::find_if(std::begin(spellings), std::end(spellings),
                                    [&](const auto& s) { return s.first == key; });
    if (found != std::end(spellings)) return found->second;
    switch (withheldBy(utf8)) {
    case Withheld::cadrage: return CostBand::cadrage;
    case Withheld::revision:
    case Withheld::tender:
    case Withheld::other: return CostBand::undisclosed;
    default: return std::nullopt;
    }
}

} // namespace panorama
