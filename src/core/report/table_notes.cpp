#include "core/report/table_notes.hpp"

#include "core/report/phrases.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace panorama {

namespace {

std::string editionNote(const EditionContext& edition, Language language, NotesFor where)
{
    if (!edition.month && !edition.number)
        return std::string(phrase(
            where == NotesFor::sidebar ? Phrase::editionUnknownHere : Phrase::editionUnknown, language));
    std::string name;
    if (edition.number) name = std::to_string(*edition.number);
    if (edition.month) name += (name.empty() ? "" : ", ") + shownMonth(*edition.month, language);
    const Phrase how = edition.source == EditionContext::Source::option   ? Phrase::fromOption
                       : edition.source == EditionContext::Source::column ? Phrase::fromColumn
                                                                          : Phrase::fromFileName;
    return say(Phrase::editionKnown, language, name, phrase(how, language));
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural, Language language)
{
    const bool one = language == Language::french ? count < 2 : count == 1;
    return fmt::format("{} {}", shownNumber(static_cast<double>(count), 0, 0, language),
                       one ? singular : plural);
}

/// "A, B, C…": a glance, not an inventory.
std::string listed(const std::vector<std::string>& items)
{
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < std::min(items.size(), most); ++i)
        text += (i > 0 ? ", " : "") + items[i];
    return items.size() > most ? text + "…" : text;
}

} // namespace

std::string tableHeading(const Table& table, Language language)
{
    const bool isList = table.role() == LayoutRole::waivers || table.role() == LayoutRole::opinions;
    if (isList) return say(Phrase::listFound, language, table.sheet().name(), table.headerRow() + 1);
    return say(Phrase::tableFound, language, table.sheet().name(), table.headerRow() + 1,
               shownProjects(table.rowCount(), language));
}

std::vector<std::string> tableNotes(const CheckedTable& checked, Language language, NotesFor where)
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
    notes.push_back(editionNote(checked.edition, language, where));
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

std::vector<std::string> shortTableNotes(const CheckedTable& checked, Language language)
{
    const Table& table = checked.table;
    std::vector<std::string> notes;
    if (table.rowCount() > 0) {
        const int first = table.place(Field::name, 0).row + 1,
                  last = table.place(Field::name, table.rowCount() - 1).row + 1;
        const std::string projects = shownProjects(table.rowCount(), language);
        notes.push_back(first == last
                            ? say(Phrase::tableRow, language, table.sheet().name(), first, projects)
                            : say(Phrase::tableRows, language, table.sheet().name(), first, last, projects));
    } else
        notes.push_back(tableHeading(table, language));
    if (!checked.pack) {
        notes.emplace_back(phrase(Phrase::noPack, language));
        return notes;
    }
    notes.push_back(say(Phrase::packUsed, language, checked.pack->title.in(language), checked.pack->id,
                        checked.pack->version));
    notes.push_back(editionNote(checked.edition, language, NotesFor::sidebar));
    if (checked.earlier) { // a sheet, or a file whose folder is of no interest here
        const auto name = std::filesystem::path(checked.earlierName).filename().string();
        notes.push_back(say(Phrase::comparedWith, language, name));
    }
    std::vector<std::string> columns, rows;
    for (const auto& unknown : table.unrecognised())
        columns.push_back(columnName(unknown.place.column));
    for (const auto& ignored : table.ignored())
        rows.push_back(std::to_string(ignored.row + 1));
    if (!columns.empty()) notes.push_back(say(Phrase::columnsUnknown, language, listed(columns)));
    if (!rows.empty()) notes.push_back(say(Phrase::rowsIgnored, language, listed(rows)));
    return notes;
}

std::string shownCounts(const CheckedWorkbook& workbook, Language language)
{
    return shownCounts({workbook.count(Severity::error), workbook.count(Severity::warning),
                        workbook.count(Severity::information)},
                       workbook.countAccepted(), language);
}

std::string shownCounts(const std::array<std::size_t, 3>& counts, std::size_t accepted, Language language)
{
    std::string text = shownSeverity(Severity::error, counts[0], language) + ", " +
                       shownSeverity(Severity::warning, counts[1], language);
    if (counts[2] > 0) text += ", " + shownSeverity(Severity::information, counts[2], language);
    if (accepted > 0) text += ", " + shownAccepted(accepted, language);
    return text;
}

std::string shownSeverity(Severity severity, std::size_t count, Language language)
{
    const bool french = language == Language::french;
    switch (severity) {
    case Severity::error:
        return counted(count, french ? "erreur" : "error", french ? "erreurs" : "errors", language);
    case Severity::warning:
        return counted(count, french ? "avertissement" : "warning", french ? "avertissements" : "warnings",
                       language);
    case Severity::information: break;
    }
    return counted(count, french ? "information" : "note", french ? "informations" : "notes", language);
}

std::string shownAccepted(std::size_t count, Language language)
{
    const bool french = language == Language::french;
    return counted(count, french ? "constat accepté" : "accepted finding",
                   french ? "constats acceptés" : "accepted findings", language);
}

} // namespace panorama
