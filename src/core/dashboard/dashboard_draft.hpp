#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/data/language.hpp"
#include "core/drafts/sheet_draft.hpp"

namespace panorama {

/// One sheet with the key figures beside those of the edition before and the targets, projects by band,
/// phase, ministry and zone, the slippage of each project and the history of the published rates: live
/// formulas over the table's cells, and charts over them. Parts the table has no columns for are left out.
SheetDraft dashboardDraft(const CheckedWorkbook& workbook, const CheckedTable& checked, const RuleBook& book,
                          Language language);

} // namespace panorama
