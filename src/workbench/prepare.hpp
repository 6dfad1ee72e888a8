#pragma once

#include "core/table/columns.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace panorama::workbench {

/// What was done to a sheet.
struct Prepared
{
    int columns = 0;                       ///< that have got lists, limits or helps
    int kept = 0;                          ///< that had their own, which stay
    std::vector<std::string> missing = {}; ///< recommended headers that the table lacks
};

/// Gives the table of a sheet its lists, helps and formats, in one step of the undo list; no content changes,
/// and what cells already have stays. With addHeaders the recommended headers that are missing are written to
/// the right of everything. What cannot be is a sentence for the user. May throw UNO's exceptions.
tl::expected<Prepared, std::string>
prepareTable(const css::uno::Reference<css::uno::XComponentContext>& context,
             const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
             const css::uno::Reference<css::sheet::XSpreadsheet>& sheet, bool addHeaders);

} // namespace panorama::workbench
