#pragma once

#include "core/drafts/sheet_draft.hpp"
#include "core/report/wording.hpp"

#include <initializer_list>
#include <string>
#include <vector>

namespace panorama {

/// A sheet of lists for reading, one below the other, each under its heading.
class SectionedDraft
{
  public:
    SectionedDraft(const Wording& title, Language language, std::vector<double> widths);

    void row(std::vector<DraftCell> cells) { draft_.rows.push_back(std::move(cells)); }
    /// A line of text.
    void line(const std::string& text, Look look = Look::plain) { row({textCell(text, look)}); }
    /// A heading after an empty line.
    void heading(const Wording& words);
    void labels(std::initializer_list<Wording> words);
    /// What a list without a line says: silence could mean that nobody looked.
    void none();
    DraftCell words(const Wording& words, Look look = Look::plain) const;

    Language language() const { return language_; }
    SheetDraft take() { return std::move(draft_); }

  private:
    SheetDraft draft_;
    Language language_;
};

} // namespace panorama
