#include "core/text/withheld.hpp"

#include "core/text/fold.hpp"

#include <algorithm>
#include <utility>

namespace panorama {

namespace {
constexpr std::size_t shortestSentence = 40;
constexpr std::size_t longestStatus = 60;
} // namespace

Withheld withheldBy(std::string_view utf8)
{
    static constexpr std::pair<std::string_view, Withheld> keywords[] = {
        {"", Withheld::absent},
        {"na", Withheld::absent},
        {"n a", Withheld::absent},
        {"nd", Withheld::absent},
        {"n d", Withheld::absent},
        {"non connu", Withheld::absent},
        {"non connue", Withheld::absent},
        {"non connus", Withheld::absent},
        {"pas connu", Withheld::absent},
        {"inconnu", Withheld::absent},
        {"inconnue", Withheld::absent},
        {"non disponible", Withheld::absent},
        {"non determine", Withheld::absent},
        {"non determinee", Withheld::absent},
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
    if (isWithheldSentence(utf8)) return Withheld::other;
    if (key.size() > shortestSentence && key.find("revision") != std::string::npos &&
        key.find("trajectoire") != std::string::npos)
        return Withheld::revision;
    return Withheld::no;
}

bool isWithheldSentence(std::string_view utf8)
{
    const std::string key = fold(utf8);
    return key.size() > shortestSentence && key.find("pas publie") != std::string::npos;
}

bool saysAbandoned(std::string_view utf8)
{
    // "Arrêté au 30 juin" and "suspendu" say no such thing, and longer texts are remarks.
    static constexpr std::string_view starts[] = {"abandon", "annul", "interromp", "stopp"};
    static constexpr std::string_view words[] = {"arret",
                                                 "arrete",
                                                 "arretee",
                                                 "arret definitif",
                                                 "arrete definitivement",
                                                 "classe sans suite",
                                                 "sans suite",
                                                 "abandoned",
                                                 "cancelled",
                                                 "canceled",
                                                 "stopped"};
    if (utf8.size() > longestStatus) return false;
    const std::string folded = fold(utf8);
    std::string_view key = folded;
    constexpr std::string_view project = "projet ";
    if (key.starts_with(project)) key.remove_prefix(project.size());
    return std::any_of(std::begin(starts), std::end(starts),
                       [&](std::string_view start) { return key.starts_with(start); }) ||
           std::find(std::begin(words), std::end(words), key) != std::end(words);
}

bool saysUnknown(std::string_view utf8)
{
    if (withheldBy(utf8) != Withheld::absent) return false;
    const std::string key = fold(utf8);
    return key != "na" && key != "n a" && key != "sans objet" && key != "non renseigne";
}

} // namespace panorama
