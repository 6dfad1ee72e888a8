#include "core/text/withheld.hpp"

#include "core/text/fold.hpp"

#include <utility>

namespace panorama {

Withheld withheldBy(std::string_view utf8)
{
    static constexpr std::pair<std::string_view, Withheld> keywords[] = {
        {"", Withheld::absent},
        {"na", Withheld::absent},
        {"n a", Withheld::absent},
        {"nd", Withheld::absent},
        {"n d", Withheld::absent},
        {"sans objet", Withheld::absent},
        {"non renseigne", Withheld::absent},
        {"cadrage", Withheld::cadrage},
        {"en cadrage", Withheld::cadrage},
        {"en phase de cadrage", Withheld::cadrage},
        {"phase de cadrage", Withheld::cadrage},
        {"projet en cadrage", Withheld::cadrage},
        {"revision de trajectoire", Withheld::revision},
        {"en revision de trajectoire", Withheld::revision},
        {"trajectoire en cours de revision", Withheld::revision},
        {"appel d offres en cours", Withheld::tender},
        {"en cours d appel d offres", Withheld::tender},
        {"appel d offres", Withheld::tender},
        {"en appel d offres", Withheld::tender},
        {"non communique", Withheld::other},
        {"non communiquee", Withheld::other},
        {"nc", Withheld::other},
        {"n c", Withheld::other},
        {"autre motif", Withheld::other},
        {"confidentiel", Withheld::other},
        {"non publie", Withheld::other},
        {"not disclosed", Withheld::other},
    };
    const std::string key = fold(utf8);
    for (const auto& [keyword, meaning] : keywords)
        if (key == keyword) return meaning;
    // The sentence that published files put into the phase column.
    const bool sentence = key.size() > 40;
    if (sentence && key.find("pas publie") != std::string::npos) return Withheld::other;
    if (sentence && key.find("revision") != std::string::npos && key.find("trajectoire") != std::string::npos)
        return Withheld::revision;
    return Withheld::no;
}

} // namespace panorama
