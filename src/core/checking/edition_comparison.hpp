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
    /// Whether one of the editions stands on several sheets: the figures count them all, the lists of
    /// projects are of one sheet each, and nothing tells what a change of a rate is made of.
    bool onSeveralSheets = false;
    std::string sheet; ///< the one at hand that the lists are of
    EditionContext previousEdition;
    std::vector<std::string> entering;
    std::vector<std::string> leaving;
    std::vector<std::pair<std::string, std::string>>
        confirmed; ///< the user's word: names that differ, old and new
    std::vector<Candidate> candidates;
    std::size_t projectsBefore = 0, projectsNow = 0;
    std::optional<double> totalBefore, totalNow;                                ///< M€
    std::optional<double> budgetBefore, budgetNow, calendarBefore, calendarNow; ///< fractions
    std::optional<SlippageBreakdown> budget, calendar; ///< in points; the parts add up to the total
    std::vector<EditionTable::Break> breaks;           ///< that lie between the two
};

class CheckedWorkbook;

/// Of a workbook's main table with its edition before; nothing where there is none.
std::optional<EditionComparison> comparisonOf(const CheckedWorkbook& workbook, const EditionTable& editions);

} // namespace panorama
