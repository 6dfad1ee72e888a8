#include "core/report/table_notes.hpp"

#include "core/report/phrases.hpp"
#include "core/text/fold.hpp"

#include <fmt/format.h>

namespace panorama {

namespace {

std::string editionNote(const EditionContext& edition, Language language)
{
    if (!edition.month && !edition.number) return std::string(phrase(Phrase::editionUnknown, language));
    std::string name;
    if (edition.number) name = std::to_string(*edition.number);
    if (edition.month) name += (name.empty() ? "" : ", ") + shownMonth(*edition.month, language);
    const Phrase how = edition.source == EditionContext::Source::option   ? Phrase::fromOption
                       : edition.source == EditionContext::Source::column ? Phrase::fromColumn
                                                                          : Phrase::fromFileName;
    return say(Phrase::editionKnown, language, name, phrase(how, language));
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural)
{
    return fmt::format("{} {}", count, count < 2 ? singular : plural);
}

} // namespace

std::string tableHeading(const Table& table, Language language)
{
    const bool isList = table.role() == LayoutRole::waivers || table.role() == LayoutRole::opinions;
    if (isList) return say(Phrase::listFound, language, table.sheet().name(), table.headerRow() + 1);
    return say(Phrase::tableFound, language, table.sheet().name(), table.headerRow() + 1,
               shownProjects(table.rowCount(), language));
}

std::vector<std::string> tableNotes(const CheckedTable& checked, Language language)
{
    std::vector<std::string> notes;
    if (const LayoutRole role = checked.table.role();
        role == LayoutRole::waivers || role == LayoutRole::opinions)
        return {std::string(
            phrase(role == LayoutRole::waivers ? Phrase::waiverList : Phrase::opinionRegister, language))};
    if (checked.pack)
        notes.push_back(say(Phrase::packUsed, language, checked.pack->title.in(language), checked.pack->id,
                            checked.pack->version));
    else
        notes.emplace_back(phrase(Phrase::noPack, language));
    if (checked.pack && checked.edition.number) {
        const int first = checked.pack->firstEdition.value_or(0),
                  last = checked.pack->lastEdition.value_or(1000);
        if (*checked.edition.number < first || *checked.edition.number > last)
            notes.push_back(say(Phrase::packRange, language, first, last));
    }
    if (checked.untouched) notes.emplace_back(phrase(Phrase::toComplete, language));
    notes.push_back(editionNote(checked.edition, language));
    if (checked.earlier) notes.push_back(say(Phrase::comparedWith, language, checked.earlierName));
    const Table& table = checked.table;
    for (const auto& column : table.recognised())
        if (column.meaning.unitConverted) {
            const Place place{table.headerRow(), column.column};
            notes.push_back(
                say(Phrase::convertedColumn, language, a1(place), trimmed(table.sheet().text(place))));
        }
    for (const auto& unknown : table.unrecognised())
        notes.push_back(say(Phrase::unrecognisedColumn, language, a1(unknown.place), unknown.header));
    for (const auto& ignored : table.ignored())
        notes.push_back(say(ignored.why == Table::Ignored::Why::total       ? Phrase::ignoredTotal
                            : ignored.why == Table::Ignored::Why::nilReturn ? Phrase::ignoredNil
                                                                            : Phrase::ignoredNote,
                            language, ignored.row + 1));
    return notes;
}

std::string shownCounts(const CheckedWorkbook& workbook, Language language)
{
    const auto errors = workbook.count(Severity::error), warnings = workbook.count(Severity::warning),
               informations = workbook.count(Severity::information), accepted = workbook.countAccepted();
    const bool french = language == Language::french;
    std::string text =
        counted(errors, french ? "erreur" : "error", french ? "erreurs" : "errors") + ", " +
        counted(warnings, french ? "avertissement" : "warning", french ? "avertissements" : "warnings");
    if (informations > 0)
        text += ", " + (french ? counted(informations, "information", "informations")
                               : counted(informations, "note", "notes"));
    if (accepted > 0)
        text += ", " + (french ? counted(accepted, "constat accepté", "constats acceptés")
                               : counted(accepted, "accepted finding", "accepted findings"));
    return text;
}

} // namespace panorama
