#pragma once

#include "core/table/sheet.hpp"

#include <optional>
#include <set>
#include <string>

namespace panorama {

/// Cells that no table claims and that look like projects.
struct LikelyTable
{
    Place first;  ///< its first filled cell
    int rows = 0; ///< that look like projects
};

/// Looks for projects in a sheet, or in some of its rows, without understanding its headers: rows alike below
/// each other with a text and an amount, beside words that projects are described with (a phase, a ministry)
/// or below headers that name both a project and an amount in other words ("Opération", "Montant"). Contacts,
/// budgets by year and read-me texts have one or the other at most. Rows with a name that is known already,
/// as fold() gives it, are about a project that was read.
std::optional<LikelyTable> likelyTable(const Sheet& sheet, CellArea within,
                                       const std::set<std::string>& known);

} // namespace panorama
