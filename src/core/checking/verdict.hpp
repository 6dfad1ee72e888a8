#pragma once

#include "core/rules/finding.hpp"

#include <cstddef>
#include <vector>

namespace panorama {

class CheckedWorkbook;

/// What a check comes to.
enum class VerdictState : unsigned char {
    ready,     ///< nothing stands in the way
    toCorrect, ///< an error was found
    partial,   ///< something needed was not understood or could not be checked: never conforming
};

/// The verdict on a workbook, and what keeps it from being a whole one. Outranks: partial, then to correct.
struct Verdict
{
    VerdictState state = VerdictState::ready;
    bool nothingChecked = false; ///< no table, or none whose headers fit a layout
    bool untouched = false;      ///< a fiche that nobody has begun to fill in
    std::size_t cellsToFill = 0; ///< empty ones of a fiche
    bool noDate = false; ///< neither an edition nor a date of the data: rules that need one say nothing
    bool previousUnreadable = false; ///< the edition before that the user names could not be read
    std::vector<const Finding*> notUnderstood = {}; ///< findings of checks that leave the check partial
};

/// Of a workbook whose tables were judged, which keeps it: CheckedWorkbook::verdict().
Verdict verdictOf(const CheckedWorkbook& workbook, bool previousUnreadable = false);

} // namespace panorama
