#pragma once

#include "core/checking/file_check.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <optional>

namespace panorama::workbench {

using Context = css::uno::Reference<css::uno::XComponentContext>;
using Document = css::uno::Reference<css::sheet::XSpreadsheetDocument>;

/// Checks files, those that are no CSV opened unseen by the office we are in.
FileCheck fileCheck(const Context& context, const RuleBook& book);

/// An open document as it stands now, checked.
FileReport documentReport(const Document& document, const FileCheck& check);

/// Of the file a document was read from or stored to; nothing where it was changed since, or never stored.
std::optional<FileDigest> storedDigest(const Document& document);

/// The document in a window; nothing where it is no spreadsheet.
Document documentIn(const css::uno::Reference<css::frame::XFrame>& frame);

} // namespace panorama::workbench
