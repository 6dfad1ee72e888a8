#pragma once

#include "core/drafts/sheet_draft.hpp"
#include "core/table/table.hpp"

namespace panorama {

/// A project's cell as it is carried over: a number in the field's unit, a date, or the text as it stands. A
/// date of which the year is a guess stays the text it is.
DraftCell carriedCell(const Table& table, Field field, std::size_t row);

/// A cell of a sheet as it stands, with nothing taken for granted.
DraftCell rawCell(const Sheet& sheet, Place place);

} // namespace panorama
