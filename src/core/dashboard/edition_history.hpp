#pragma once

#include "core/data/language.hpp"
#include "core/drafts/sheet_draft.hpp"
#include "core/editions/edition_table.hpp"

#include <vector>

namespace panorama {

/// The published rates edition by edition, as live formulas: a row of labels, then one an edition. Where the
/// series breaks, and for editions whose figures are not known, stands a row without figures, so that no line
/// of a chart is drawn across it.
struct EditionHistory
{
    std::vector<std::vector<DraftCell>> rows;  ///< label, budget, calendar
    std::vector<std::vector<DraftCell>> notes; ///< what the marks mean, and why each break
};

/// Empty where no edition is known.
EditionHistory editionHistory(const EditionTable& editions, Language language);

} // namespace panorama
