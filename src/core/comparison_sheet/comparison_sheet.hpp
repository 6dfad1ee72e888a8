#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/checking/edition_comparison.hpp"
#include "core/data/language.hpp"
#include "core/drafts/sheet_draft.hpp"

namespace panorama {

/// Two editions side by side as a sheet: figures and what their change is made of, who came, who left and
/// why, renamings confirmed and proposed, the change of each project, the findings of the rules between
/// editions, the floor indicator and what may belong on the watch list. `checked` has an earlier edition.
SheetDraft comparisonSheet(const CheckedTable& checked, const EditionComparison& comparison,
                           Language language);

} // namespace panorama
