#pragma once

#include "core/drafts/sheet_draft.hpp"
#include "workbench/file_reports.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <tl/expected.hpp>

namespace panorama::workbench {

/// A new document of the drafts, one sheet each in their order; hidden where nobody is to see it. May throw
/// UNO's exceptions.
Document documentOf(const Context& context, std::span<const SheetDraft> drafts, bool hidden);

/// Brings a document's window before the one that the menu was opened in; nothing where it has none.
css::uno::Reference<css::frame::XFrame> inFront(const Document& document);

/// Stores a copy in the format of the file's extension; false for an extension that means none. May throw
/// UNO's exceptions.
bool storeCopy(const Document& document, const std::filesystem::path& file);

} // namespace panorama::workbench
