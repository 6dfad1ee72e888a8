#pragma once

#include "core/editions/edition_pair.hpp"
#include "core/table/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// Why two projects of different names may be one, each worth a word. A set of bits.
enum class Evidence : std::uint16_t {
    none = 0,
    sameDescription = 1,
    likeDescription = 2,
    likeName = 4,
    sameStart = 8,
    sameCost = 16,
    likeCost = 32,
    sameDuration = 64,
    sameZone = 128,
    sameProgramme = 256,
    sameMinistry = 512
};
constexpr Evidence operator|(Evidence a, Evidence b)
{
    return static_cast<Evidence>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr bool has(Evidence set, Evidence one)
{
    return (static_cast<unsigned>(set) & static_cast<unsigned>(one)) != 0;
}

/// What may have become of a project that is not found again under its name. Proposed, never decided: the
/// user's list of renamings says which is right.
struct Proposal
{
    enum class Kind : std::uint8_t {
        renamed,
        successor, ///< a new project that goes on where the old one ended: an exit and an entry
        split,     ///< one project before, several now
        merged     ///< several before, one now
    };
    Kind kind = Kind::renamed;
    std::vector<std::size_t> before; ///< rows of the earlier table
    std::vector<std::size_t> now;
    double confidence = 0; ///< 0 to 1
    Evidence evidence = Evidence::none;
};

/// The other tables that the two compared share their editions with: a ministry may keep its projects on
/// several sheets.
struct OtherTables
{
    std::vector<const Table*> earlier = {};
    std::vector<const Table*> now = {};
};

/// The projects of two tables face to face: by identifier, by the user's list of renamings, by former names,
/// then by folded name. Where none of these says it, renamings, successors, splits and mergers are proposed
/// from description, start, cost and zone; the ministry counts least, since its label changes.
class TableMatch
{
  public:
    TableMatch(const Table& earlier, const Table& now, const EditionPair::Renames& confirmed = {},
               const OtherTables& others = {});

    /// For each earlier project the row of the same one now, and the other way round.
    const std::vector<std::optional<std::size_t>>& earlierMatches() const { return earlierMatches_; }
    const std::vector<std::optional<std::size_t>>& nowMatches() const { return nowMatches_; }
    const std::vector<Proposal>& proposals() const { return proposals_; }

    /// Rows without a match that stand in no other table of the other edition and that no renaming, split or
    /// merger is proposed for.
    std::vector<std::size_t> leaving() const;
    std::vector<std::size_t> entering() const;

  private:
    std::vector<std::optional<std::size_t>> earlierMatches_;
    std::vector<std::optional<std::size_t>> nowMatches_;
    std::vector<bool> earlierFound_; ///< matched, or in another table of the edition at hand
    std::vector<bool> nowFound_;     ///< matched, or in another table of the edition before
    std::vector<Proposal> proposals_;
};

/// A renaming proposed for two tables, with how sure it is.
struct ProposedRename
{
    std::string before;
    std::string after;
    double confidence = 0;
};

/// The surest first.
std::vector<ProposedRename> proposedRenames(const Table& earlier, const Table& now);

} // namespace panorama
