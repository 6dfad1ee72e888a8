#pragma once

#include "core/checking/edition_comparison.hpp"
#include "core/data/language.hpp"

#include <string>
#include <vector>

namespace panorama {

/// A part of the comparison of two editions: its heading and its lines.
struct ComparisonPart
{
    std::string heading;
    std::vector<std::string> lines;
};

/// Figures and their decomposition, who came and left, what may have been renamed, in that order; parts
/// without a line are left out, but never those who came and left.
std::vector<ComparisonPart> comparisonParts(const EditionComparison& comparison, Language language);

} // namespace panorama
