#pragma once

#include "core/formulas/figure_formulas.hpp"
#include "sidebar/document/document_changes.hpp"

#include <string>

namespace panorama::sidebar {

/// Writes the formula of a figure into a cell, with the number format it needs, as one step that can be
/// undone; cells that hold something are left alone. Gives the sentence to tell the user.
std::string insertFigure(const Document& document, const std::string& sheet, Place place,
                         const LiveFigure& figure, Language language);

} // namespace panorama::sidebar
