#pragma once

#include "core/fiche/fiche_content.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <rtl/ustring.hxx>
#include <string>
#include <tl/expected.hpp>

namespace panorama::workbench {

using FicheDocument = css::uno::Reference<css::sheet::XSpreadsheetDocument>;

/// A new document with a fiche, in a window or unseen. What cannot be is a sentence for the user. May throw
/// UNO's exceptions.
tl::expected<FicheDocument, std::string>
makeFiche(const css::uno::Reference<css::uno::XComponentContext>& context, const FicheContent& content = {},
          bool hidden = false);

/// The same, filled from the fiche in a file: all but what every edition must say anew.
tl::expected<FicheDocument, std::string>
resumeFicheFrom(const css::uno::Reference<css::uno::XComponentContext>& context, const rtl::OUString& url,
                bool hidden = false);

} // namespace panorama::workbench
