#pragma once

#include "core/checking/checked_workbook.hpp"

#include <string>
#include <vector>

namespace panorama {

/// The line that accepts a finding, for the workbook's list of acceptances.
struct WaiverLine
{
    std::string sheet;           ///< that of the list
    bool isNewSheet = false;     ///< the workbook has no list yet: the edits begin with its headers
    std::vector<CellEdit> edits; ///< the line is the last of them
};

/// Below the last line of the workbook's list, or on a new sheet. `sheetName` and the headers of a new list
/// are in the user's language; the name is made free.
WaiverLine waiverLine(const CheckedWorkbook& workbook, const Finding& finding, const Acceptance& acceptance,
                      const Columns& columns, const std::string& sheetName, Language language);

} // namespace panorama
