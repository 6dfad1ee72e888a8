#pragma once

#include "core/rules/finding.hpp"

#include <vector>

namespace panorama {

/// One cause, one finding: those of a check that asks for it (`Check::cause`) and that share their cause
/// become one, the first of them, which keeps the others. Accepted ones stay apart from those that are not,
/// and so do fewer than the check wants together. The order stays.
std::vector<Finding> groupedByCause(std::vector<Finding> findings);

/// The fix of a finding and of those that it stands for: all their edits.
std::optional<Fix> wholeFix(const Finding& finding);

} // namespace panorama
