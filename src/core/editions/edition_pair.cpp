#include "core/editions/edition_pair.hpp"

#include "core/text/fold.hpp"

#include <deque>
#include <unordered_map>

namespace panorama {

namespace {

std::vector<std::size_t> unmatched(const std::vector<std::optional<std::size_t>>& matches)
{
    std::vector<std::size_t> indexes;
    for (std::size_t i = 0; i < matches.size(); ++i)
        if (!matches[i]) indexes.push_back(i);
    return indexes;
}

/// The folded name without no-break hyphens: "DIA-PASON" with one is DIAPASON.
std::string withoutHyphens(std::string name)
{
    constexpr std::string_view hyphen = "\u2011";
    for (auto at = name.find(hyphen); at != std::string::npos; at = name.find(hyphen, at))
        name.erase(at, hyphen.size());
    return fold(name);
}

} // namespace

EditionPair::EditionPair(const std::vector<std::string>& earlier, const std::vector<std::string>& now,
                         const Renames& renames)
    : earlierMatches_(earlier.size()), nowMatches_(now.size())
{
    std::unordered_map<std::string, std::deque<std::size_t>> byName;
    for (std::size_t i = 0; i < now.size(); ++i)
        byName[fold(now[i])].push_back(i);
    const auto match = [&](std::size_t before, const std::string& key) {
        const auto found = byName.find(key);
        if (found == byName.end() || found->second.empty()) return;
        earlierMatches_[before] = found->second.front();
        nowMatches_[found->second.front()] = before;
        found->second.pop_front();
    };
    // A confirmed renaming is the user's word: it comes before the likeness of names.
    std::unordered_map<std::string, std::string> newNames;
    for (const auto& [oldName, newName] : renames)
        newNames.emplace(fold(oldName), fold(newName));
    for (std::size_t i = 0; i < earlier.size(); ++i)
        if (const auto renamed = newNames.find(fold(earlier[i])); renamed != newNames.end())
            match(i, renamed->second);
    for (std::size_t i = 0; i < earlier.size(); ++i)
        if (!earlierMatches_[i]) match(i, fold(earlier[i]));
    byName.clear();
    for (const std::size_t i : entering())
        byName[withoutHyphens(now[i])].push_back(i);
    for (const std::size_t i : leaving())
        match(i, withoutHyphens(earlier[i]));
}

std::vector<std::size_t> EditionPair::leaving() const
{
    return unmatched(earlierMatches_);
}
std::vector<std::size_t> EditionPair::entering() const
{
    return unmatched(nowMatches_);
}

} // namespace panorama
