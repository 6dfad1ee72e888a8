#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/data/language.hpp"
#include "core/drafts/sheet_draft.hpp"

namespace panorama {

/// What a sheet of findings is for.
enum class FindingsSheetUse : std::uint8_t {
    inWorkbook, ///< beside the sheets that were checked: each cell is a link
    report      ///< on its own, to be printed: with what was checked, the key figures and the rules
};

/// The findings of a workbook, one a line, the gravest first.
SheetDraft findingsSheet(const CheckedWorkbook& workbook, FindingsSheetUse use, std::string name,
                         Language language);

} // namespace panorama
