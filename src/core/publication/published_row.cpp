#include "core/publication/published_row.hpp"

#include "core/figures/cost_band.hpp"
#include "core/table/csv_text.hpp"
#include "core/table/project.hpp"
#include "core/text/fold.hpp"

namespace panorama {

namespace {

using Kind = Publication::Note::Kind;

std::string isoOf(double serial)
{
    const auto date = dateOfSerial(serial);
    return date ? isoDate(*date) : std::string();
}

} // namespace

PublishedRows::PublishedRows(const CheckedTable& source, const RuleBook& book)
    : source_(source), table_(source.table), book_(book)
{
    if (source.edition.month) editionDay_ = *source.edition.month / std::chrono::day(1);
}

Publication::WithheldProject PublishedRows::withheld(std::size_t row) const
{
    Publication::WithheldProject project{
        .row = row, .name = std::string(trimmed(table_.projectName(row))), .reason = Withheld::no};
    if (table_.state(row) != RowState::open) {
        project.reason = table_.reason(row);
        return project;
    }
    // What is not understood may forbid publication: publishing by mistake cannot be taken back.
    const std::string said = text(Field::diffusion, row);
    const auto* list = book_.nomenclatures().find("diffusion");
    const auto entry = list ? list->entryOf(said) : std::nullopt;
    const bool publishable = said.empty() || (entry && fold(list->labelOf(*entry, {})) == "publiable");
    if (!publishable) {
        project.reason = Withheld::other;
        project.said = said;
    }
    return project;
}

/// The cell that says it of a project; nothing where none of them is filled.
const Reading* PublishedRows::firstFilled(std::span<const Field> fields, std::size_t row) const
{
    const Project project(table_, row);
    const auto field = project.firstFilled(fields);
    return field ? &project.reading(*field) : nullptr;
}

std::string PublishedRows::text(Field field, std::size_t row) const
{
    const Reading& said = Project(table_, row).reading(field);
    if (said.isNumber()) return csvNumber(said.number);
    if (said.isDate() && !said.typedAsText) return isoOf(said.number);
    return std::string(trimmed(table_.textOf(said)));
}

std::string PublishedRows::cell(Field field, std::size_t row)
{
    switch (field) {
    case Field::ministry: return ministry(row, true);
    case Field::ministryName: return ministry(row, false);
    case Field::interministerial: return listed(field, "yes-no", row);
    case Field::phase: return listed(field, "phases", row);
    case Field::start: return start(row);
    case Field::duration: return duration(row);
    case Field::cost: return cost(row);
    case Field::band: return band(row);
    case Field::publicationDate: return publicationDate(row);
    default: break;
    }
    std::string said = text(field, row);
    if (!looksLikeFormula(said)) return said;
    note(Kind::formulaLike);
    return withoutFormula(said);
}

std::string PublishedRows::listed(Field field, const char* listId, std::size_t row)
{
    std::string said = text(field, row);
    const auto* list = book_.nomenclatures().find(listId);
    const auto entry = list ? list->entryOf(said) : std::nullopt;
    if (!entry) return said;
    const std::string& label = list->labelOf(*entry, source_.edition.month);
    if (label != said) note(Kind::wordingAligned);
    return label;
}

/// A ministry's acronym or name. Tables of a ministry's own often have only one of them.
std::string PublishedRows::ministry(std::size_t row, bool acronym)
{
    const std::string own = text(acronym ? Field::ministry : Field::ministryName, row);
    const std::string said = own.empty() ? text(acronym ? Field::ministryName : Field::ministry, row) : own;
    std::string words;
    for (std::size_t start = 0; start <= said.size();) {
        const std::size_t end = std::min(said.find(" / ", start), said.size());
        if (!words.empty()) words += " / ";
        words += ministryWord(trimmed(std::string_view(said).substr(start, end - start)), acronym);
        start = end + 3;
    }
    // Acronym and name of one project are one thing that was derived.
    if (words != own && derivedIn_ != row) note(Kind::ministryDerived);
    if (words != own) derivedIn_ = row;
    return words;
}

std::string PublishedRows::ministryWord(std::string_view said, bool acronym) const
{
    const auto* list = book_.nomenclatures().find("ministries");
    const auto entry = list ? list->entryOf(said) : std::nullopt;
    if (!entry) return std::string(said);
    const bool isCode = list->look(said, source_.edition.month).match == Nomenclature::Match::code;
    if (acronym == isCode)
        return std::string(said); // already what the column holds; a name stays as it was said
    return acronym ? list->codeOf(*entry) : list->labelOf(*entry, source_.edition.month);
}

std::string PublishedRows::start(std::size_t row)
{
    const auto* reading = firstFilled(says::start, row);
    if (!reading) return {};
    if (!reading->isDate()) return std::string(trimmed(table_.textOf(*reading)));
    if (reading->shortYear)
        note(Kind::shortYearRead);
    else if (reading->typedAsText)
        note(Kind::readFromText);
    return isoOf(reading->number);
}

std::string PublishedRows::figure(const Reading* reading)
{
    if (!reading || reading->toConfirm) return {}; // nobody has confirmed it yet
    if (!reading->isNumber()) {
        const bool mention = isControlledKeyword(reading->withheld);
        return std::string(mention ? mentionOf(reading->withheld) : trimmed(table_.textOf(*reading)));
    }
    if (reading->typedAsText) note(Kind::readFromText);
    return csvNumber(reading->number);
}

std::string PublishedRows::duration(std::size_t row)
{
    if (const auto kept = withheld(row).reason; kept != Withheld::no) return std::string(mentionOf(kept));
    if (const auto field = Project(table_, row).firstFilled(says::years))
        return table_.isForeign(*field) ? std::string() : figure(&table_.readings(*field)[row]); // no years
    const auto years = Project(table_, row).yearsByDates();
    if (!years) return {};
    note(Kind::durationComputed);
    return csvNumber(*years);
}

std::string PublishedRows::cost(std::size_t row)
{
    if (const auto kept = withheld(row).reason; kept != Withheld::no) return std::string(mentionOf(kept));
    const auto field = Project(table_, row).firstFilled(says::cost);
    if (field && table_.isForeign(*field)) return {}; // no M€
    const auto* said = firstFilled(says::cost, row);
    return figure(said);
}

std::string PublishedRows::band(std::size_t row) const
{
    const auto band = withheld(row).said.empty() ? Project(table_, row).band() : CostBand::undisclosed;
    return band ? std::string(nameOf(*band)) : std::string();
}

std::string PublishedRows::publicationDate(std::size_t row)
{
    const auto said = Project(table_, row).date(Field::publicationDate);
    const bool agrees = said && (!source_.edition.month || monthOf(*said) == *source_.edition.month);
    if (agrees) return isoDate(*said);
    note(Kind::dateSet);
    return editionDay_ ? isoDate(*editionDay_) : std::string();
}

} // namespace panorama
