#include "core/drafts/sectioned_draft.hpp"

#include <algorithm>

namespace panorama {

namespace {

constexpr Text nothing{"Aucun.", "None."};

} // namespace

SectionedDraft::SectionedDraft(const Text& title, Language language, std::vector<double> widths)
    : language_(language)
{
    draft_.name = title.in(language);
    draft_.widths = std::move(widths);
    line(draft_.name, Look::title);
}

void SectionedDraft::heading(const Text& text)
{
    row({});
    row({words(text, Look::heading)});
}

void SectionedDraft::labels(const std::vector<ColumnLabel>& labels)
{
    std::vector<DraftCell> cells;
    for (const ColumnLabel& label : labels) {
        DraftCell& cell = cells.emplace_back(words(label.words, Look::label));
        cell.wraps = true;
        cell.form = label.form;
    }
    row(std::move(cells));
}

void SectionedDraft::none()
{
    row({words(nothing, Look::good)});
}

DraftCell SectionedDraft::words(const Text& text, Look look) const
{
    return textCell(text.in(language_), look);
}

/// A heading is a bar over the widest list: its words alone would stand half out of their colour.
SheetDraft SectionedDraft::take()
{
    std::size_t columns = 0;
    for (const auto& row : draft_.rows)
        columns = std::max(columns, row.size());
    for (auto& row : draft_.rows)
        if (!row.empty() && row.front().look == Look::heading)
            row.resize(columns, DraftCell{.look = Look::heading});
    return std::move(draft_);
}

DraftCell SectionedDraft::insteadOf(NumberForm form, std::string_view text)
{
    DraftCell cell = wrappedCell(text);
    cell.form = form;
    return cell;
}

} // namespace panorama
