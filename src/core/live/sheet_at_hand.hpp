#pragma once

#include "core/checking/checked_workbook.hpp"

#include <array>
#include <string>
#include <vector>

namespace panorama {

/// What the sheet the user looks at has to show, before any word.
struct SheetAtHand
{
    enum class State : unsigned char {
        noTable,    ///< the workbook has no table of projects
        notChecked, ///< its headers fit no layout
        toComplete, ///< a fiche nobody has begun to fill in
        partial,    ///< something needed was not understood or could not be checked
        notReady,
        ready
    };
    State state = State::noTable;
    bool elsewhere = false;                  ///< the sheet itself has none: this is the workbook's main table
    std::vector<const CheckedTable*> tables; ///< the first one is the one to speak of
    std::array<std::size_t, 3> counts{};     ///< by severity, accepted ones apart
    std::size_t accepted = 0;
    std::size_t errorsElsewhere = 0; ///< on the other sheets
};

SheetAtHand sheetAtHand(const CheckedWorkbook& workbook, const std::string& activeSheet);

} // namespace panorama
