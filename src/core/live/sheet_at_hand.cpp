#include "core/live/sheet_at_hand.hpp"

#include <algorithm>

namespace panorama {

namespace {

bool isOfProjects(const CheckedTable& checked)
{
    return checked.table.role() == LayoutRole::projects || checked.table.role() == LayoutRole::fiche;
}

SheetAtHand::State stateOf(const SheetAtHand& at)
{
    using State = SheetAtHand::State;
    if (at.tables.empty()) return State::noTable;
    const auto unchecked = [](const CheckedTable* checked) { return !checked->pack; };
    if (std::all_of(at.tables.begin(), at.tables.end(), unchecked)) return State::notChecked;
    if (at.counts[static_cast<std::size_t>(Severity::error)] > 0) return State::notReady;
    return at.tables.front()->untouched ? State::toComplete : State::ready;
}

} // namespace

SheetAtHand sheetAtHand(const CheckedWorkbook& workbook, const std::string& activeSheet)
{
    SheetAtHand at;
    for (const CheckedTable& checked : workbook.tables())
        if (isOfProjects(checked) && checked.table.sheet().name() == activeSheet)
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
    at.state = stateOf(at);
    return at;
}

} // namespace panorama
