#pragma once

#include "core/drafts/draft_chart.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

namespace panorama {

/// Inserts a native chart over cells of the sheet, that follows them when they change. May throw UNO's
/// exceptions.
void insertChart(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                 const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, const DraftChart& chart);

} // namespace panorama
