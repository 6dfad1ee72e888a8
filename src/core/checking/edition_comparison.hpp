#pragma once

#include "core/figures/slippage.hpp"
#include "core/rules/check.hpp"

#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// Two editions face to face.
struct EditionComparison
{
    /// What may have become of projects: names before, names now, how sure, and why.
    struct Candidate
    {
        Proposal::Kind kind = Proposal::Kind::renamed;
        std::vector<std::string> before;
        std::vector<std::string> now;
        double confidence = 0;
        Evidence evidence = Evidence::none;
    };
    std::string previousFile; ///< or the sheet of the same workbook
    EditionContext previousEdition;
    std::vector<std::string> entering;
    std::vector<std::string> leaving;
    std::vector<std::pair<std::string, std::string>>
        confirmed; ///< the user's word: names that differ, old and new
    std::vector<Candidate> candidates;
    std::optional<double> totalBefore, totalNow;                                ///< M€
    std::optional<double> budgetBefore, budgetNow, calendarBefore, calendarNow; ///< fractions
    std::optional<SlippageBreakdown> budget, calendar; ///< in points; the parts add up to the total
    std::vector<EditionTable::Break> breaks;           ///< that lie between the two
};

class CheckedWorkbook;

/// Of a workbook's main table with its edition before; nothing where there is none.
std::optional<EditionComparison> comparisonOf(const CheckedWorkbook& workbook, const EditionTable& editions);

} // namespace panorama
