#include "core/editions/table_match.hpp"

#include "core/editions/project_likeness.hpp"
#include "core/table/project.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace panorama {

namespace {

constexpr double leastScore = 0.5;
constexpr double surest = 0.99;
// Every pair is compared; past this many nobody would read the proposals either.
constexpr std::size_t mostPairs = 4'000'000;
// The parts of a project cost what the whole did, give or take.
constexpr double partsGap = 0.15;

using Matches = std::vector<std::optional<std::size_t>>;

std::vector<std::string> namesOf(const Table& table)
{
    std::vector<std::string> names;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        names.emplace_back(trimmed(table.projectName(row)));
    return names;
}

std::vector<std::string> keysOf(const Table& table, Field field)
{
    std::vector<std::string> keys(table.rowCount());
    const auto& readings = table.readings(field);
    for (std::size_t row = 0; row < readings.size(); ++row) {
        const Reading& reading = readings[row];
        if (reading.isNumber())
            keys[row] = std::to_string(reading.number);
        else if (reading.kind != Reading::Kind::withheld)
            keys[row] = fold(table.textOf(reading));
    }
    return keys;
}

/// The names of a cell that lists several.
std::vector<std::string> listedNames(std::string_view text)
{
    std::vector<std::string> names;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(";\n/,", start), text.size());
        if (const auto name = trimmed(text.substr(start, end - start)); !name.empty())
            names.emplace_back(name);
        start = end + 1;
    }
    return names;
}

class Matcher
{
  public:
    Matcher(const Table& earlier, const Table& now, Matches& earlierMatches, Matches& nowMatches)
        : earlier_(earlier), now_(now), earlierMatches_(earlierMatches), nowMatches_(nowMatches)
    {
        earlierMatches_.assign(earlier.rowCount(), std::nullopt);
        nowMatches_.assign(now.rowCount(), std::nullopt);
    }

    void match(const EditionPair::Renames& confirmed)
    {
        matchKeys(keysOf(earlier_, Field::identifier), keysOf(now_, Field::identifier));
        EditionPair::Renames renames = confirmed;
        const auto& former = now_.readings(Field::formerNames);
        for (std::size_t row = 0; row < former.size(); ++row)
            for (const auto& name : listedNames(now_.textOf(former[row])))
                renames.emplace_back(name, std::string(trimmed(now_.projectName(row))));
        matchNames(renames);
    }

  private:
    void matchKeys(const std::vector<std::string>& before, const std::vector<std::string>& now)
    {
        std::unordered_map<std::string, std::size_t> rows;
        for (std::size_t row = 0; row < now.size(); ++row)
            if (!now[row].empty()) rows.emplace(now[row], row);
        for (std::size_t row = 0; row < before.size(); ++row) {
            const auto found = before[row].empty() ? rows.end() : rows.find(before[row]);
            if (found != rows.end() && !nowMatches_[found->second]) pair(row, found->second);
        }
    }

    /// The rows not yet matched, by the user's renamings and by folded name.
    void matchNames(const EditionPair::Renames& renames)
    {
        const auto namesBefore = namesOf(earlier_), namesNow = namesOf(now_);
        std::vector<std::string> before, now;
        std::vector<std::size_t> rowsBefore, rowsNow;
        const auto open = [](const auto& names, const Matches& matches, auto& left, auto& rows) {
            for (std::size_t row = 0; row < names.size(); ++row)
                if (!matches[row] && !fold(names[row]).empty()) {
                    left.push_back(names[row]);
                    rows.push_back(row);
                }
        };
        open(namesBefore, earlierMatches_, before, rowsBefore);
        open(namesNow, nowMatches_, now, rowsNow);
        const EditionPair byName(before, now, renames);
        for (std::size_t i = 0; i < before.size(); ++i)
            if (const auto match = byName.earlierMatches()[i]) pair(rowsBefore[i], rowsNow[*match]);
    }

    void pair(std::size_t before, std::size_t now)
    {
        earlierMatches_[before] = now;
        nowMatches_[now] = before;
    }

    const Table& earlier_;
    const Table& now_;
    Matches& earlierMatches_;
    Matches& nowMatches_;
};

struct Candidate
{
    std::size_t before = 0;
    std::size_t now = 0;
    Likeness like;
};

/// Proposes what became of the projects without a match.
class Proposer
{
  public:
    /// Rows that were found again need no proposal.
    Proposer(const Table& earlier, const Table& now, std::vector<bool> earlierFound,
             std::vector<bool> nowFound)
        : takenBefore_(std::move(earlierFound)), takenNow_(std::move(nowFound)),
          before_(profilesOf(earlier, takenBefore_)), now_(profilesOf(now, takenNow_))
    {
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (before_[i].name.empty() || hasLeft(Project(earlier, i))) takenBefore_[i] = true;
        for (std::size_t i = 0; i < now_.size(); ++i)
            if (now_[i].name.empty()) takenNow_[i] = true;
    }

    std::vector<Proposal> propose()
    {
        findCandidates();
        proposeParts();
        for (const Candidate& candidate : candidates_) {
            if (takenBefore_[candidate.before] || takenNow_[candidate.now]) continue;
            takenBefore_[candidate.before] = takenNow_[candidate.now] = true;
            proposals_.push_back(
                {candidate.like.successor ? Proposal::Kind::successor : Proposal::Kind::renamed,
                 {candidate.before},
                 {candidate.now},
                 std::clamp(candidate.like.score, 0.0, surest),
                 candidate.like.evidence});
        }
        return std::move(proposals_);
    }

  private:
    /// Who was over, or had a reason to leave, has become nothing else.
    static bool hasLeft(const Project& project)
    {
        return project.isFinished() || project.isFilled(Field::exitReason);
    }

    /// All pairs that may be one, the likest first.
    void findCandidates()
    {
        const auto before = std::count(takenBefore_.begin(), takenBefore_.end(), false);
        const auto now = std::count(takenNow_.begin(), takenNow_.end(), false);
        if (static_cast<std::size_t>(before) * static_cast<std::size_t>(now) > mostPairs) return;
        for (std::size_t i = 0; i < before_.size(); ++i)
            for (std::size_t j = 0; j < now_.size() && !takenBefore_[i]; ++j) {
                if (takenNow_[j]) continue;
                const Likeness like = likeness(before_[i], now_[j]);
                if (like.score >= leastScore || (like.successor && like.score >= leastScore / 2))
                    candidates_.push_back({i, j, like});
            }
        std::stable_sort(candidates_.begin(), candidates_.end(),
                         [](const Candidate& a, const Candidate& b) { return a.like.score > b.like.score; });
    }

    /// One project that was split, or several that were merged: related names or descriptions, and costs
    /// that add up.
    void proposeParts()
    {
        for (std::size_t i = 0; i < before_.size(); ++i)
            addParts(Proposal::Kind::split, i, before_, now_, takenBefore_, takenNow_);
        for (std::size_t j = 0; j < now_.size(); ++j)
            addParts(Proposal::Kind::merged, j, now_, before_, takenNow_, takenBefore_);
    }

    void addParts(Proposal::Kind kind, std::size_t whole, const std::vector<ProjectProfile>& wholes,
                  const std::vector<ProjectProfile>& parts, std::vector<bool>& wholesTaken,
                  std::vector<bool>& partsTaken)
    {
        if (wholesTaken[whole] || !wholes[whole].cost) return;
        std::vector<std::size_t> found;
        double sum = 0;
        Evidence evidence = Evidence::none;
        for (std::size_t part = 0; part < parts.size(); ++part) {
            if (partsTaken[part] || !parts[part].cost || *parts[part].cost >= *wholes[whole].cost) continue;
            const Likeness like = kind == Proposal::Kind::split ? likeness(wholes[whole], parts[part])
                                                                : likeness(parts[part], wholes[whole]);
            if (!panorama::has(like.evidence, Evidence::likeName) &&
                !panorama::has(like.evidence, Evidence::sameDescription))
                continue;
            found.push_back(part);
            sum += *parts[part].cost;
            evidence = evidence | like.evidence;
        }
        const double gap = std::abs(sum - *wholes[whole].cost) / *wholes[whole].cost;
        if (found.size() < 2 || gap > partsGap) return;
        wholesTaken[whole] = true;
        for (const std::size_t part : found)
            partsTaken[part] = true;
        Proposal proposal{kind, {whole}, found, 1 - gap - 0.2, evidence | Evidence::likeCost};
        if (kind == Proposal::Kind::merged) std::swap(proposal.before, proposal.now);
        proposals_.push_back(std::move(proposal));
    }

    std::vector<bool> takenBefore_, takenNow_;
    std::vector<ProjectProfile> before_, now_;
    std::vector<Candidate> candidates_;
    std::vector<Proposal> proposals_;
};

std::vector<bool> matched(const Matches& matches)
{
    std::vector<bool> found;
    for (const auto& match : matches)
        found.push_back(match.has_value());
    return found;
}

void addMatched(const Matches& matches, std::vector<bool>& found)
{
    for (std::size_t row = 0; row < matches.size(); ++row)
        if (matches[row]) found[row] = true;
}

std::vector<std::size_t> unexplained(std::vector<bool> explained, const std::vector<Proposal>& proposals,
                                     std::vector<std::size_t> Proposal::*side)
{
    for (const Proposal& proposal : proposals)
        if (proposal.kind != Proposal::Kind::successor)
            for (const std::size_t row : proposal.*side)
                explained[row] = true;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < explained.size(); ++row)
        if (!explained[row]) rows.push_back(row);
    return rows;
}

} // namespace

TableMatch::TableMatch(const Table& earlier, const Table& now, const EditionPair::Renames& confirmed,
                       const OtherTables& others)
{
    Matcher(earlier, now, earlierMatches_, nowMatches_).match(confirmed);
    earlierFound_ = matched(earlierMatches_);
    nowFound_ = matched(nowMatches_);
    Matches here, there;
    for (const Table* other : others.now) {
        Matcher(earlier, *other, here, there).match(confirmed);
        addMatched(here, earlierFound_);
    }
    for (const Table* other : others.earlier) {
        Matcher(*other, now, there, here).match(confirmed);
        addMatched(here, nowFound_);
    }
    proposals_ = Proposer(earlier, now, earlierFound_, nowFound_).propose();
}

std::vector<std::size_t> TableMatch::leaving() const
{
    return unexplained(earlierFound_, proposals_, &Proposal::before);
}

std::vector<std::size_t> TableMatch::entering() const
{
    return unexplained(nowFound_, proposals_, &Proposal::now);
}

std::vector<ProposedRename> proposedRenames(const Table& earlier, const Table& now)
{
    std::vector<ProposedRename> renames;
    const TableMatch match(earlier, now);
    for (const Proposal& proposal : match.proposals())
        if (proposal.kind == Proposal::Kind::renamed)
            renames.push_back({std::string(trimmed(earlier.projectName(proposal.before.front()))),
                               std::string(trimmed(now.projectName(proposal.now.front()))),
                               proposal.confidence});
    return renames; // the likest pairs were taken first
}

} // namespace panorama
