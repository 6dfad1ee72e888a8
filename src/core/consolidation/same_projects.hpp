#pragma once

#include "core/consolidation/consolidation.hpp"

namespace panorama {

/// The rows of one portfolio that seem to be one project: the same identifier, or the same name. Each is put
/// beside the first row of its project. A column that one of the two tables lacks makes no difference.
std::vector<Consolidation::Meeting> meetingsOf(const Consolidation& portfolio);

} // namespace panorama
