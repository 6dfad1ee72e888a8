#pragma once

#include "core/checking/checked_workbook.hpp"

#include <cstddef>

namespace panorama {

/// What became of the filled cells of a workbook: each is in exactly one account, so that the three add up.
struct CellAccount
{
    std::size_t filled = 0;
    std::size_t read = 0;          ///< as a header, a label or a value in its meaning
    std::size_t setAside = 0;      ///< totals, titles, notes, second columns, other sheets
    std::size_t notUnderstood = 0; ///< unknown columns, values of no meaning, rows that look like projects
};

CellAccount accountOf(const CheckedWorkbook& workbook);

} // namespace panorama
