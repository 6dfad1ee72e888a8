#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/checking/comparison.hpp"
#include "core/data/language.hpp"
#include "core/drafts/sheet_draft.hpp"

#include <string>
#include <vector>

namespace panorama {

/// Two editions side by side as a sheet: figures and what their change is made of, who came, who left and
/// why, renamings confirmed and proposed, the change of each project, the findings of the rules between
/// editions, the floor indicator and what may belong on the watch list. `checked` has an earlier edition;
/// `leavers` are the names of the projects due to leave, else those that are finished or have a reason to
/// leave.
SheetDraft comparisonSheet(const CheckedTable& checked, const Comparison& comparison, Language language,
                           const std::vector<std::string>& leavers = {});

} // namespace panorama
