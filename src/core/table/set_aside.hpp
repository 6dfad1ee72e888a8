#pragma once

#include "core/table/table.hpp"

#include <cstddef>
#include <string>

namespace panorama {

/// A part of a workbook that is in no figure of its main table, or in them although it stands elsewhere:
/// told.
struct SetAside
{
    enum class Why : unsigned char {
        likely,      ///< looks like projects, under no headers that were understood
        otherTable,  ///< a table of projects that is not one with the main one
        counted,     ///< a table of projects on another sheet or beside, counted with the main one
        hiddenSheet, ///< a table on a hidden sheet, beside tables to be seen
        copy,        ///< the same projects once more
        extract, ///< a list of something about the same projects: in no figure, and nobody expects it there
        outside, ///< a table whose sheet says by its name that its projects do not count
    };
    Why why = Why::likely;
    const Sheet* sheet = nullptr;
    Place place;
    std::size_t projects = 0;
    CellArea area = {}; ///< of likely projects: the cells among which they were found
};

} // namespace panorama
