#pragma once

#include "core/table/workbook_facts.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

namespace panorama {

/// What a document carries beside its cells: hidden sheets, comments, links to other files, its author,
/// charts. What cannot be read is left out; never throws.
WorkbookFacts readFacts(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

} // namespace panorama
