#pragma once

#include "core/data/text.hpp"
#include "core/drafts/sheet_draft.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace panorama {

/// The header of a column; one of numbers stands above them, to the right.
struct ColumnLabel
{
    ColumnLabel(const Text& wording, NumberForm numbers = NumberForm::general) : words(wording), form(numbers)
    {
    }
    Text words;
    NumberForm form;
};

/// A sheet of lists for reading, one below the other, each under its heading.
class SectionedDraft
{
  public:
    SectionedDraft(const Text& title, Language language, std::vector<double> widths);

    void row(std::vector<DraftCell> cells) { draft_.rows.push_back(std::move(cells)); }
    /// A line of text.
    void line(const std::string& text, Look look = Look::plain) { row({textCell(text, look)}); }
    /// A heading after an empty line.
    void heading(const Text& words);
    void labels(const std::vector<ColumnLabel>& labels);
    /// What the spreadsheet offers where cells are filled in.
    void guide(CellGuidance guidance) { draft_.guidance.push_back(std::move(guidance)); }
    /// What a list without a line says: silence could mean that nobody looked.
    void none();
    DraftCell words(const Text& words, Look look = Look::plain) const;
    /// Words in the place of a number.
    static DraftCell insteadOf(NumberForm form, std::string_view text);

    /// Where the next row will stand, from 0.
    int nextRow() const { return static_cast<int>(draft_.rows.size()); }
    Language language() const { return language_; }
    SheetDraft take();

  private:
    SheetDraft draft_;
    Language language_;
};

} // namespace panorama
