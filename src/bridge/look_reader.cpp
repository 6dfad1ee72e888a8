#include "bridge/look_reader.hpp"

#include "core/table/reading_limits.hpp"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <vector>

namespace panorama {

namespace {

using css::table::CellRangeAddress;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

CellArea cellArea(const CellRangeAddress& address)
{
    return {{address.StartRow, address.StartColumn}, {address.EndRow, address.EndColumn}};
}

/// Finds merged cells: the office only tells whether there are any in a range, which is halved until they are
/// found.
class MergeSearch
{
  public:
    MergeSearch(const Reference<css::sheet::XSpreadsheet>& sheet, SheetLook& look)
        : sheet_(sheet), look_(look)
    {
    }

    void find(const CellRangeAddress& area)
    {
        if (static_cast<int>(look_.merged.size()) >= limits::mostMergedAreas || isKnown(area)) return;
        const auto range =
            sheet_->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow);
        if (!Reference<css::util::XMergeable>(range, UNO_QUERY_THROW)->getIsMerged()) return;
        const sal_Int32 rows = area.EndRow - area.StartRow, columns = area.EndColumn - area.StartColumn;
        CellRangeAddress first = area, second = area;
        if (rows == 0 && columns == 0) return take(range);
        if (rows >= columns) {
            first.EndRow = area.StartRow + rows / 2;
            second.StartRow = first.EndRow + 1;
        } else {
            first.EndColumn = area.StartColumn + columns / 2;
            second.StartColumn = first.EndColumn + 1;
        }
        find(first);
        find(second);
    }

  private:
    /// Whether the whole of it lies in merged cells that were found.
    bool isKnown(const CellRangeAddress& area) const
    {
        return std::any_of(look_.merged.rbegin(), look_.merged.rend(), [&](const CellArea& known) {
            return known.contains({area.StartRow, area.StartColumn}) &&
                   known.contains({area.EndRow, area.EndColumn});
        });
    }

    void take(const Reference<css::table::XCellRange>& cell)
    {
        const Reference<css::sheet::XSheetCellRange> range(cell, UNO_QUERY_THROW);
        const auto cursor = sheet_->createCursorByRange(range);
        cursor->collapseToMergedArea();
        const auto whole =
            Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)->getRangeAddress();
        if (const CellArea found = cellArea(whole); found.first != found.last) look_.merged.push_back(found);
    }

    Reference<css::sheet::XSpreadsheet> sheet_;
    SheetLook& look_;
};

/// The rows or columns of which no cell is seen.
void findHidden(const Reference<css::sheet::XSpreadsheet>& sheet, const CellRangeAddress& area,
                SheetLook& look)
{
    const Reference<css::sheet::XCellRangesQuery> query(
        sheet->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow),
        UNO_QUERY_THROW);
    const auto visible = query->queryVisibleCells()->getRangeAddresses();
    std::vector<bool> rows(static_cast<std::size_t>(area.EndRow - area.StartRow + 1), false);
    std::vector<bool> columns(static_cast<std::size_t>(area.EndColumn - area.StartColumn + 1), false);
    for (const CellRangeAddress& range : visible) {
        std::fill(rows.begin() + (range.StartRow - area.StartRow),
                  rows.begin() + (range.EndRow - area.StartRow + 1), true);
        std::fill(columns.begin() + (range.StartColumn - area.StartColumn),
                  columns.begin() + (range.EndColumn - area.StartColumn + 1), true);
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!rows[i]) look.hiddenRows.push_back(area.StartRow + static_cast<int>(i));
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!columns[i]) look.hiddenColumns.push_back(area.StartColumn + static_cast<int>(i));
}

} // namespace

SheetLook lookOf(const Reference<css::sheet::XSpreadsheet>& sheet, const CellRangeAddress& area)
{
    SheetLook look;
    bool visible = true;
    Reference<css::beans::XPropertySet>(sheet, UNO_QUERY_THROW)->getPropertyValue("IsVisible") >>= visible;
    look.hidden = !visible;
    if (visible) findHidden(sheet, area, look); // of a hidden sheet no row is seen
    MergeSearch(sheet, look).find(area);
    look.sort();
    return look;
}

} // namespace panorama
