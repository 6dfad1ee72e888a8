#pragma once

#include "core/rules/finding.hpp"

#include <set>
#include <span>
#include <tuple>
#include <vector>

namespace panorama {

/// Gathers the fixes that nobody needs to confirm: those that change nothing but the form. The edits of a fix
/// belong together; where two fixes want the same cell the first one counts.
class SureFixes
{
  public:
    void add(std::span<const Finding> findings);
    /// One group of edits a fix.
    const std::vector<std::vector<CellEdit>>& groups() const { return groups_; }
    std::vector<CellEdit> edits() const;

  private:
    std::vector<std::vector<CellEdit>> groups_;
    std::set<std::tuple<std::string, int, int>> taken_;
};

} // namespace panorama
