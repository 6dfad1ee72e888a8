#include "core/report/sectioned_draft.hpp"

namespace panorama {

namespace {

constexpr Wording nothing{"Aucun.", "None."};

} // namespace

SectionedDraft::SectionedDraft(const Wording& title, Language language, std::vector<double> widths)
    : language_(language)
{
    draft_.name = title.in(language);
    draft_.widths = std::move(widths);
    line(draft_.name, Look::title);
}

void SectionedDraft::heading(const Wording& text)
{
    row({});
    row({words(text, Look::heading)});
}

void SectionedDraft::labels(std::initializer_list<Wording> texts)
{
    std::vector<DraftCell> cells;
    for (const Wording& text : texts)
        cells.emplace_back(words(text, Look::label)).wraps = true;
    row(std::move(cells));
}

void SectionedDraft::none()
{
    row({words(nothing, Look::good)});
}

DraftCell SectionedDraft::words(const Wording& text, Look look) const
{
    return textCell(text.in(language_), look);
}

} // namespace panorama
