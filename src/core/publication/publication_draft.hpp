#pragma once

#include "core/drafts/sheet_draft.hpp"
#include "core/publication/publication.hpp"

namespace panorama {

/// The published table as a sheet: the published headers, numbers and dates as such, and nothing of the table
/// it was made of.
SheetDraft publicationDraft(const Publication& publication, const Columns& columns);

} // namespace panorama
