#pragma once

namespace panorama {

/// A rectangle of cells of a draft, counted from 0, the last row and column being part of it.
struct CellBlock
{
    int firstRow = 0;
    int firstColumn = 0;
    int lastRow = 0;
    int lastColumn = 0;
    friend bool operator==(const CellBlock&, const CellBlock&) = default;
};

} // namespace panorama
