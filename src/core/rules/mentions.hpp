#pragma once

#include "core/table/project.hpp"

namespace panorama {

/// Whether a cell says, instead of a figure or a date, why there is none: a mention of the list, or that
/// nobody knows it where the row gives a reason (withheld, or a comment).
inline bool isAllowedMention(const Table& table, std::size_t row, const Reading& reading)
{
    if (reading.kind != Reading::Kind::withheld) return false;
    if (isControlledKeyword(reading.withheld)) return true;
    const bool hasReason = table.state(row) != RowState::open || Project(table, row).isFilled(Field::comment);
    return hasReason && saysUnknown(table.textOf(reading));
}

} // namespace panorama
