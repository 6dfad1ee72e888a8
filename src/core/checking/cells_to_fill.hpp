#pragma once

#include "core/table/table.hpp"

#include <cstddef>

namespace panorama {

/// How many cells of a fiche are still to be filled in: what every fiche asks for, but for costs and dates
/// that may be empty in cadrage or while they are withheld. 0 for tables that are no fiches.
std::size_t cellsToFill(const Table& table);

} // namespace panorama
