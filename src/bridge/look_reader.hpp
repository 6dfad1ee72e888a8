#pragma once

#include "core/table/sheet_look.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>

namespace panorama {

/// What is hidden and what is merged in an area of a sheet; formats are found with the cells. May throw UNO's
/// exceptions.
SheetLook lookOf(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet,
                 const css::table::CellRangeAddress& area);

} // namespace panorama
