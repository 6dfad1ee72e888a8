#pragma once

#include "core/table/place.hpp"
#include "core/table/said_unit.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace panorama {

/// A rectangle of cells.
struct CellArea
{
    Place first, last;
    bool contains(Place place) const
    {
        return place.row >= first.row && place.row <= last.row && place.column >= first.column &&
               place.column <= last.column;
    }
    friend bool operator==(const CellArea&, const CellArea&) = default;
};

/// What the number format of a cell says of its number.
struct CellFormat
{
    bool percent = false;
    UnitSaid unit = {};
    bool saysAnything() const { return percent || unit.money || unit.foreign; }
    friend bool operator==(const CellFormat&, const CellFormat&) = default;
};

/// What the code of a number format says: "0,0 %", "# ##0 \"k€\"", "[$$-409]#,##0.00".
CellFormat formatOfCode(std::string_view code);

/// How a sheet is seen, where that tells something of its content: nothing of it in a CSV file.
struct SheetLook
{
    struct Shown
    {
        CellArea area;
        CellFormat format;
        friend bool operator==(const Shown&, const Shown&) = default;
    };

    bool hidden = false;            ///< the whole sheet
    std::vector<int> hiddenRows;    ///< in growing order
    std::vector<int> hiddenColumns; ///< in growing order
    std::vector<CellArea> merged;   ///< from top to bottom, see sort()
    std::vector<Shown> formats;     ///< of the cells whose format says something

    int tallest = 1; ///< rows of the highest merged cells

    /// To be called once everything is there.
    void sort();
    bool isRowHidden(int row) const;
    bool isColumnHidden(int column) const;
    /// The merged cells that the place is one of.
    const CellArea* mergedAt(Place place) const;
    CellFormat formatAt(Place place) const;
    friend bool operator==(const SheetLook&, const SheetLook&) = default;
};

} // namespace panorama
