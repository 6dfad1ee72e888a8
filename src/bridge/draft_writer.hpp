#pragma once

#include "bridge/draft_forms.hpp"
#include "core/drafts/sheet_draft.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <string>
#include <string_view>

namespace panorama {

/// Writes drafts into a document. In a document that somebody works in, all of it belongs inside the caller's
/// undo context. May throw UNO's exceptions.
class DraftWriter
{
  public:
    static constexpr int atEnd = -1;

    explicit DraftWriter(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

    /// Inserts a new sheet at that position, counted from 0, and writes the draft into it. Gives the sheet's
    /// name: the draft's, or one beside it where that is taken.
    std::string write(const SheetDraft& draft, int position = atEnd);
    /// The name that write would give.
    std::string freeName(std::string_view wanted) const;

  private:
    using Spreadsheet = css::uno::Reference<css::sheet::XSpreadsheet>;
    void fill(const Spreadsheet& sheet, const SheetDraft& draft);
    void lockAround(const Spreadsheet& sheet, const SheetDraft& draft);
    void writeCells(const Spreadsheet& sheet, const SheetDraft& draft);
    void writeForms(const Spreadsheet& sheet, const SheetDraft& draft);
    void writeFormulas(const Spreadsheet& sheet, const SheetDraft& draft);
    void writeLinks(const Spreadsheet& sheet, const SheetDraft& draft);
    void shapeColumns(const Spreadsheet& sheet, const SheetDraft& draft);
    void shapeSheet(const Spreadsheet& sheet, const SheetDraft& draft);
    void shapePage(const Spreadsheet& sheet, const SheetDraft& draft);
    void shapeView(const Spreadsheet& sheet, const SheetDraft& draft);

    css::uno::Reference<css::sheet::XSpreadsheetDocument> document_;
    DraftForms forms_;
    double dateShift_ = 0;
};

} // namespace panorama
