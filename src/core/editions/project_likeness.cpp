#include "core/editions/project_likeness.hpp"

#include "core/table/project.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace panorama {

namespace {

// The weights were settled on the published editions: with them every renaming between two of them that a
// reader recognises scores 0.5 or more, and two different projects of one ministry stay below.
constexpr double sameDescriptionWeight = 0.5, likeDescriptionWeight = 0.3, faintDescriptionWeight = 0.1;
constexpr double sameDescriptionShare = 0.6, likeDescriptionShare = 0.35, faintDescriptionShare = 0.2;
constexpr double sameStartWeight = 0.2, otherStartWeight = -0.15;
constexpr double sameCostWeight = 0.2, likeCostWeight = 0.08, otherCostWeight = -0.15;
constexpr double sameDurationWeight = 0.05, sameZoneWeight = 0.05;
constexpr double sameProgrammeWeight = 0.03, sameMinistryWeight = 0.05;
constexpr double successorScore = 0.5;
constexpr double sameNameWeight = 0.6, likeNameWeight = 0.4;
constexpr double otherStartMonths = 6, likeStartMonths = 1;
constexpr double sameCostGap = 0.02, likeCostGap = 0.25, otherCostGap = 1;

std::vector<std::string> words(const std::string& folded)
{
    std::vector<std::string> found;
    for (std::size_t start = 0; start < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', start), folded.size());
        if (end > start) found.push_back(folded.substr(start, end - start));
        start = end + 1;
    }
    return found;
}

/// A word that tells versions of one undertaking apart.
bool isVersion(const std::string& word)
{
    for (const char* mark : {"i", "ii", "iii", "iv", "v", "phase", "lot", "tranche", "version", "ng", "next",
                             "nouveau", "nouvelle", "etape", "vague"})
        if (word == mark) return true;
    const std::size_t digits = word.starts_with('v') ? 1 : 0;
    return word.size() > digits && word.size() <= digits + 4 &&
           word.find_first_not_of("0123456789", digits) == std::string::npos;
}

bool isFiller(const std::string& word)
{
    for (const char* filler : {"de", "du", "des", "la", "le", "les", "l", "d", "et", "pour", "en", "projet",
                               "programme", "systeme", "si", "a", "au", "aux"})
        if (word == filler) return true;
    return false;
}

std::vector<std::uint64_t> wordPairs(const std::string& folded)
{
    const auto all = words(folded);
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
        pairs.push_back(std::hash<std::string>()(all[i] + ' ' + all[i + 1]));
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

/// 0 to 1: how much of both descriptions is common.
double commonShare(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b)
{
    constexpr std::size_t fewest = 5; // shorter descriptions say too little
    if (a.size() < fewest || b.size() < fewest) return 0;
    std::size_t common = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) ++common;
        const bool step = *i <= *j;
        if (*j <= *i) ++j;
        if (step) ++i;
    }
    const double both = 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
    // A description that was cut or gone on with still holds the whole of the other.
    const double inside = static_cast<double>(common) / static_cast<double>(std::min(a.size(), b.size()));
    return std::max(both, inside * 0.8);
}

std::string squeezed(std::string key)
{
    std::erase(key, ' ');
    return key;
}

/// 0 to 1: how alike two names are, versions apart.
double nameLikeness(const ProjectProfile& before, const ProjectProfile& now)
{
    const std::string a = squeezed(before.name), b = squeezed(now.name);
    if (a.empty() || b.empty()) return 0;
    if (a == b) return 1;
    if (before.nameWords.empty() || now.nameWords.empty()) return 0;
    std::size_t letters = 0, common = 0;
    for (const auto& word : before.nameWords) {
        letters += word.size();
        if (std::find(now.nameWords.begin(), now.nameWords.end(), word) != now.nameWords.end())
            common += word.size();
    }
    std::size_t others = 0;
    for (const auto& word : now.nameWords)
        others += word.size();
    const double shared = static_cast<double>(common) / static_cast<double>(std::min(letters, others));
    const std::size_t longer = std::max(a.size(), b.size());
    const int limit = static_cast<int>(longer / 4);
    const bool misspelt = longer >= 6 && editDistance(a, b, limit) <= limit;
    const bool contained = std::min(a.size(), b.size()) >= 5 && (a.starts_with(b) || b.starts_with(a));
    return std::max({0.95 * shared, misspelt ? 0.8 : 0.0, contained ? 0.8 : 0.0});
}

class Comparison
{
  public:
    Comparison(const ProjectProfile& before, const ProjectProfile& now) : before_(before), now_(now) {}

    Likeness result()
    {
        const double description = compareDescriptions();
        const double name = compareNames();
        compareStarts();
        compareCosts();
        if (before_.years && now_.years && std::abs(*before_.years - *now_.years) < 0.01)
            add(sameDurationWeight, Evidence::sameDuration);
        compareTexts(before_.zone, now_.zone, sameZoneWeight, Evidence::sameZone);
        compareTexts(before_.programme, now_.programme, sameProgrammeWeight, Evidence::sameProgramme);
        compareTexts(before_.ministry, now_.ministry, sameMinistryWeight, Evidence::sameMinistry);
        const bool related = description >= likeDescriptionShare || name >= 0.5;
        const bool sameFigures = panorama::has(like_.evidence, Evidence::sameStart) &&
                                 panorama::has(like_.evidence, Evidence::sameCost);
        like_.successor =
            related && name < 1 && otherStart_ && (otherCost_ || before_.versions != now_.versions);
        if (like_.successor && (name >= 0.8 || description >= sameDescriptionShare))
            like_.score = std::max(like_.score, successorScore);
        if (!related && !sameFigures) like_.score = std::min(like_.score, 0.4);
        // Nobody is nearly sure of a renaming that nothing but words supports.
        if (!panorama::has(like_.evidence, Evidence::sameStart)) like_.score = std::min(like_.score, 0.8);
        if (!panorama::has(like_.evidence, Evidence::sameCost | Evidence::likeCost))
            like_.score = std::min(like_.score, 0.9);
        return like_;
    }

  private:
    void add(double weight, Evidence evidence)
    {
        like_.score += weight;
        like_.evidence = like_.evidence | evidence;
    }

    double compareDescriptions()
    {
        const double share = commonShare(before_.description, now_.description);
        if (share >= sameDescriptionShare)
            add(sameDescriptionWeight, Evidence::sameDescription);
        else if (share >= likeDescriptionShare)
            add(likeDescriptionWeight, Evidence::likeDescription);
        else if (share >= faintDescriptionShare)
            like_.score += faintDescriptionWeight;
        return share;
    }

    double compareNames()
    {
        const double name = nameLikeness(before_, now_);
        if (name >= 1)
            add(sameNameWeight, Evidence::likeName);
        else if (name >= 0.5)
            add(likeNameWeight * name, Evidence::likeName);
        return name;
    }

    void compareStarts()
    {
        if (!before_.start || !now_.start) return;
        const double months = std::abs(*before_.start - *now_.start);
        otherStart_ = months > otherStartMonths;
        if (months <= likeStartMonths)
            add(sameStartWeight, Evidence::sameStart);
        else if (otherStart_)
            like_.score += otherStartWeight;
    }

    void compareCosts()
    {
        if (!before_.cost || !now_.cost || *before_.cost <= 0 || *now_.cost <= 0) return;
        const double gap = std::abs(std::log(*now_.cost / *before_.cost));
        otherCost_ = gap > likeCostGap;
        if (gap <= sameCostGap)
            add(sameCostWeight, Evidence::sameCost);
        else if (gap <= likeCostGap)
            add(likeCostWeight, Evidence::likeCost);
        else if (gap > otherCostGap)
            like_.score += otherCostWeight;
    }

    void compareTexts(const std::string& a, const std::string& b, double weight, Evidence evidence)
    {
        if (!a.empty() && a == b) add(weight, evidence);
    }

    const ProjectProfile& before_;
    const ProjectProfile& now_;
    Likeness like_;
    bool otherStart_ = false;
    bool otherCost_ = false;
};

} // namespace

std::vector<ProjectProfile> profilesOf(const Table& table, const std::vector<bool>& skipped)
{
    std::vector<ProjectProfile> profiles(table.rowCount());
    for (std::size_t row = 0; row < profiles.size(); ++row) {
        if (skipped[row]) continue;
        ProjectProfile& profile = profiles[row];
        // Names such as "MISTR@L" mean the letter.
        std::string name(table.projectName(row));
        std::replace(name.begin(), name.end(), '@', 'a');
        profile.name = fold(name);
        for (auto& word : words(profile.name)) {
            if (isVersion(word))
                profile.versions.push_back(std::move(word));
            else if (!isFiller(word))
                profile.nameWords.push_back(std::move(word));
        }
        const Project project(table, row);
        profile.description = wordPairs(fold(project.text(Field::description)));
        if (const auto start = project.start()) profile.start = monthPosition(start->date);
        if (const auto cost = project.cost()) profile.cost = cost->value;
        if (const auto years = project.writtenYears()) profile.years = years->value;
        profile.zone = fold(project.text(Field::zone));
        profile.programme = fold(project.text(Field::programme));
        if (const auto ministry = table.firstOf(says::ministryName))
            profile.ministry = fold(project.text(*ministry));
    }
    return profiles;
}

Likeness likeness(const ProjectProfile& before, const ProjectProfile& now)
{
    return Comparison(before, now).result();
}

} // namespace panorama
