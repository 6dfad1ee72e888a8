#pragma once

#include "core/drafts/cell_guidance.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>

namespace panorama {

/// Puts validity and input help on cells, wherever the guidance says it belongs. Dates of the guidance count
/// from 1899-12-30; the shift is that of the document (shiftOf). May throw UNO's exceptions.
void writeGuidance(const css::uno::Reference<css::beans::XPropertySet>& cells, const CellGuidance& guidance,
                   double dateShift);

/// Puts validity and input help on cells of a sheet. Dates of the guidance count from 1899-12-30; the shift
/// is that of the document (shiftOf). May throw UNO's exceptions.
void writeGuidance(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, const CellGuidance& guidance,
                   double dateShift);

} // namespace panorama
