#pragma once

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace panorama::workbench {

/// Adds a dashboard sheet for the table of a sheet, or for the document's largest one, in one step of the
/// undo list; gives its name. What cannot be is a sentence for the user. May throw UNO's exceptions.
tl::expected<std::string, std::string>
addDashboard(const css::uno::Reference<css::uno::XComponentContext>& context,
             const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
             std::string_view activeSheet);

} // namespace panorama::workbench
