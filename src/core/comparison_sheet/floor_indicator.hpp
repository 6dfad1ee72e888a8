#pragma once

#include "core/drafts/sectioned_draft.hpp"
#include "core/table/table.hpp"

namespace panorama {

/// The floor indicator: the rates without the projects due to leave. Who will leave is for the reader to say,
/// so every project is listed with a cell to answer in, and the rates above the list are formulas over it.
/// The answers begin with those that are finished or have a reason to leave.
void addFloorIndicator(SectionedDraft& page, const Table& table);

} // namespace panorama
