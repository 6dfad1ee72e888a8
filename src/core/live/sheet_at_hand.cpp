#include "core/live/sheet_at_hand.hpp"

#include "core/checking/cells_to_fill.hpp"
#include "core/checking/verdict.hpp"

#include <algorithm>

namespace panorama {

namespace {

SheetAtHand::State stateOf(const SheetAtHand& at, const CheckedWorkbook& workbook)
{
    using State = SheetAtHand::State;
    if (at.tables.empty()) return State::noTable;
    const auto unchecked = [](const CheckedTable* checked) { return !checked->pack; };
    if (std::all_of(at.tables.begin(), at.tables.end(), unchecked)) return State::notChecked;
    if (at.tables.front()->untouched) return State::toComplete;
    if (at.tables.front()->table.role() == LayoutRole::fiche && cellsToFill(at.tables.front()->table) > 0)
        return State::toComplete;
    if (workbook.verdict().state == VerdictState::partial) return State::partial;
    return at.counts[static_cast<std::size_t>(Severity::error)] > 0 ? State::notReady : State::ready;
}

} // namespace

SheetAtHand sheetAtHand(const CheckedWorkbook& workbook, const std::string& activeSheet)
{
    SheetAtHand at;
    for (const CheckedTable& checked : workbook.tables())
        if (checked.table.isOfProjects() && checked.table.sheet().name() == activeSheet)
            at.tables.push_back(&checked);
    if (at.tables.empty() && workbook.mainTable()) {
        at.elsewhere = true;
        at.tables.push_back(workbook.mainTable());
    }
    for (const CheckedTable& checked : workbook.tables()) {
        const bool here = std::find(at.tables.begin(), at.tables.end(), &checked) != at.tables.end();
        for (const Finding& finding : checked.findings) {
            if (!here)
                at.errorsElsewhere += finding.severity == Severity::error && !finding.accepted ? 1 : 0;
            else if (finding.accepted)
                ++at.accepted;
            else
                ++at.counts[static_cast<std::size_t>(finding.severity)];
        }
    }
    at.state = stateOf(at, workbook);
    return at;
}

} // namespace panorama
