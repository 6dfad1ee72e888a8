#pragma once

#include "core/drafts/cell_block.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace panorama {

/// A chart of the host's own over cells of the same draft.
struct DraftChart
{
    enum class Kind : std::uint8_t {
        columns, ///< upright
        bars,    ///< lying, for long names; the first category stands on top
        lines
    };
    Kind kind = Kind::columns;
    std::string title;
    /// Blocks of the same rows: the first holds the categories, each further column is a series. The first
    /// row holds their names.
    std::vector<CellBlock> data;
    CellBlock place; ///< the cells it covers
    bool legend = true;
    std::string axisTitle = {}; ///< of the values
};

} // namespace panorama
