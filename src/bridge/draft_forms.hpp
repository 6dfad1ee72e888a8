#pragma once

#include "core/drafts/sheet_draft.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <map>

namespace panorama {

/// The forms that drafts take in a document: one cell style for each look, made where it is missing and left
/// as the user has changed it; number formats as the document's language writes them. May throw UNO's
/// exceptions.
class DraftForms
{
  public:
    explicit DraftForms(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

    /// Gives cells their look. The office refuses new cell styles while a sheet is protected: then the look
    /// is put on the cells themselves.
    void apply(Look look, const css::uno::Reference<css::beans::XPropertySet>& cells);
    /// Shows numbers as that form does. Where they are only to be read they stand to the right, as their
    /// header does, and a little off the text of the next column.
    void apply(NumberForm form, Look look, const css::uno::Reference<css::beans::XPropertySet>& cells);
    /// Lets cells of the office's own style be filled in while their sheet is protected. What is pasted
    /// brings that style with it, and would lock the cell for whoever pasted.
    void openDefaultStyle();
    /// The key of the number format.
    sal_Int32 format(NumberForm form);
    /// The name of a page style as wide as one page.
    rtl::OUString pageStyle(bool landscape);

  private:
    rtl::OUString style(Look look);
    bool hasProtectedSheet() const;
    css::uno::Reference<css::beans::XPropertySet> newStyle(const char* family, const char* service,
                                                           const rtl::OUString& name);
    sal_Int32 makeFormat(NumberForm form) const;

    css::uno::Reference<css::sheet::XSpreadsheetDocument> document_;
    css::uno::Reference<css::util::XNumberFormats> formats_;
    css::lang::Locale locale_;
    std::map<Look, rtl::OUString> styles_; ///< empty where the style cannot be made
    std::map<NumberForm, sal_Int32> keys_;
};

} // namespace panorama
