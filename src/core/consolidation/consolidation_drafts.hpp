#pragma once

#include "core/consolidation/consolidation.hpp"
#include "core/data/language.hpp"

#include <string>

namespace panorama {

/// The portfolio: one line a project or a nil return under the labels of the vocabulary, its origin at the
/// end of the line.
SheetDraft portfolioDraft(const Consolidation& portfolio, const Columns& columns, Language language);

/// What has to be looked at: conflicts, duplicates, nil returns, files that could not be read, and what was
/// taken for granted.
SheetDraft consolidationFollowUp(const Consolidation& portfolio, const Columns& columns, Language language);

/// How many files were read, how many projects, nil returns, conflicts and duplicates came of it, and which
/// folders were not looked into.
std::string consolidationSummary(const Consolidation& portfolio, Language language);

} // namespace panorama
