#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace panorama {

/// The projects of two editions put face to face by folded name, with the renamings the user confirmed (old,
/// new). Names that stand several times are matched in order.
class EditionPair
{
  public:
    using Renames = std::vector<std::pair<std::string, std::string>>;

    EditionPair(const std::vector<std::string>& earlier, const std::vector<std::string>& now,
                const Renames& renames = {});

    /// For each earlier project the index of the same one now, and the other way round.
    const std::vector<std::optional<std::size_t>>& earlierMatches() const { return earlierMatches_; }
    const std::vector<std::optional<std::size_t>>& nowMatches() const { return nowMatches_; }

    /// Indexes, in the order of their list.
    std::vector<std::size_t> leaving() const;
    std::vector<std::size_t> entering() const;

  private:
    std::vector<std::optional<std::size_t>> earlierMatches_;
    std::vector<std::optional<std::size_t>> nowMatches_;
};

} // namespace panorama
