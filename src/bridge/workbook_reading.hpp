#pragma once

#include "bridge/sheet_reader.hpp"
#include "core/checking/file_problem.hpp"
#include "core/table/workbook_facts.hpp"

#include <chrono>
#include <memory>

namespace panorama {

/// All of a document at once, for one that nobody works in.
tl::expected<WorkbookSnapshot, OpenFailure>
readWorkbook(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document, std::uint64_t generation);

/// Reads a document that somebody works in, in steps so small that they do not notice. What changes between
/// two steps makes the whole reading worthless: whoever asks for it watches the document.
class WorkbookReading
{
  public:
    WorkbookReading(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
                    std::uint64_t generation);
    ~WorkbookReading();

    /// Reads on until the time is over; true when everything is read. After a failure there is nothing to go
    /// on with.
    tl::expected<bool, ReadFailure> step(std::chrono::steady_clock::duration time);
    /// From 0 to 1, of the cells.
    double progress() const;
    WorkbookSnapshot take();

  private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace panorama
