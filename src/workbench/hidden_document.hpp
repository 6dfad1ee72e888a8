#pragma once

#include "core/checking/file_problem.hpp"
#include "core/table/workbook_facts.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <filesystem>
#include <rtl/ustring.hxx>
#include <tl/expected.hpp>
#include <vector>

namespace panorama::workbench {

/// A workbook opened unseen, without macros and updates of links; null where it is none. May throw UNO's
/// exceptions.
css::uno::Reference<css::sheet::XSpreadsheetDocument>
openHidden(const css::uno::Reference<css::uno::XComponentContext>& context, const rtl::OUString& url,
           std::vector<css::beans::PropertyValue> options = {});

/// Closes a document when it is no longer needed.
class ClosingDocument
{
  public:
    explicit ClosingDocument(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document)
        : document_(document)
    {
    }
    ~ClosingDocument();
    ClosingDocument(const ClosingDocument&) = delete;
    ClosingDocument& operator=(const ClosingDocument&) = delete;

    const css::uno::Reference<css::sheet::XSpreadsheetDocument>& operator*() const { return document_; }

  private:
    css::uno::Reference<css::sheet::XSpreadsheetDocument> document_;
};

/// All of a workbook, which is opened unseen, as a copy that may be open elsewhere, and closed again.
/// No question is asked: what would need an
/// answer is a failure.
tl::expected<WorkbookSnapshot, OpenFailure>
readWorkbook(const css::uno::Reference<css::uno::XComponentContext>& context,
             const std::filesystem::path& file);

} // namespace panorama::workbench
