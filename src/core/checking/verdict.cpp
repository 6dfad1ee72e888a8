#include "core/checking/verdict.hpp"

#include "core/checking/cells_to_fill.hpp"
#include "core/checking/checked_workbook.hpp"

#include <algorithm>

namespace panorama {

namespace {

bool hasDate(const CheckedTable& checked)
{
    const auto& dates = checked.table.readings(Field::stateDate);
    return checked.edition.month ||
           std::any_of(dates.begin(), dates.end(), [](const Reading& date) { return date.isDate(); });
}

bool isEarlierEdition(const CheckedWorkbook& workbook, const CheckedTable& table)
{
    return std::any_of(workbook.tables().begin(), workbook.tables().end(), [&](const CheckedTable& other) {
        return other.earlier && &other.earlier->table == &table.table;
    });
}

} // namespace

Verdict verdictOf(const CheckedWorkbook& workbook, bool previousUnreadable)
{
    Verdict verdict;
    verdict.previousUnreadable = previousUnreadable;
    const CheckedTable* main = workbook.mainTable();
    verdict.nothingChecked = (!main || !main->pack) && !workbook.declaresNothing();
    verdict.untouched = main && main->untouched;
    verdict.noDate = main && main->pack && main->table.rowCount() > 0 && !hasDate(*main);
    for (const CheckedTable& checked : workbook.tables()) {
        if (isEarlierEdition(workbook, checked)) continue; // what it lacks does not touch the edition at hand
        if (!checked.untouched) verdict.cellsToFill += cellsToFill(checked.table);
        for (const Finding& finding : checked.findings)
            if (finding.check->leavesPartial && !finding.accepted) verdict.notUnderstood.push_back(&finding);
    }
    if (verdict.nothingChecked || verdict.untouched || verdict.noDate || verdict.previousUnreadable ||
        !workbook.meanings().unknown.empty() || verdict.cellsToFill > 0 || !verdict.notUnderstood.empty())
        verdict.state = VerdictState::partial;
    else if (workbook.count(Severity::error) > 0)
        verdict.state = VerdictState::toCorrect;
    return verdict;
}

} // namespace panorama
