#pragma once

#include "bridge/sheet_reader.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>
#include <rtl/ustring.hxx>
#include <tl/expected.hpp>
#include <vector>

namespace panorama::workbench {

/// All sheets of a workbook, which is opened unseen, without macros and updates of links, as a copy that may
/// be open elsewhere, and closed again. hostFailed where it is no workbook or cannot be read.
tl::expected<std::vector<Sheet>, ReadFailure>
readWorkbook(const css::uno::Reference<css::uno::XComponentContext>& context, const rtl::OUString& url);

} // namespace panorama::workbench
