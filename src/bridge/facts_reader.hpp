#pragma once

#include "core/table/workbook_facts.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <memory>

namespace panorama {

/// What a document carries beside its cells: hidden sheets, comments, links to other files, its author,
/// charts. What cannot be read is left out; never throws.
WorkbookFacts readFacts(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

/// The same in small steps, for a document that somebody works in. Charts are left out: asking one for its
/// data loads it.
class FactsReading
{
  public:
    explicit FactsReading(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);
    ~FactsReading();

    /// Reads a part; true when nothing is left.
    bool step();
    WorkbookFacts take();

  private:
    friend WorkbookFacts readFacts(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);
    class Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace panorama
