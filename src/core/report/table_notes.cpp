#include "core/report/table_notes.hpp"

#include "core/data/text.hpp"
#include "core/text/fold.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace panorama {

namespace {

constexpr Text tableFound{"Tableau de la feuille « {} », en-têtes ligne {}, {}",
                          "Table on sheet “{}”, headers in row {}, {}"};
constexpr Text tableRows{"Feuille « {} », lignes {} à {}, {}", "Sheet “{}”, rows {} to {}, {}"};
constexpr Text tableRow{"Feuille « {} », ligne {}, {}", "Sheet “{}”, row {}, {}"};
constexpr Text columnsUnknown{"Colonnes non reconnues : {}", "Columns not recognised: {}"};
constexpr Text rowsIgnored{"Lignes non comptées comme projets : {}", "Rows not counted as projects: {}"};
constexpr Text packUsed{"Règles appliquées : {} ({}, version {})", "Rules applied: {} ({}, version {})"};
constexpr Text noPack{"Tableau non contrôlé : ses en-têtes ne correspondent à aucune présentation connue.",
                      "Table not checked: its headers match no known layout."};
constexpr Text editionKnown{"Édition : {} ({})", "Edition: {} ({})"};
constexpr Text editionOtherwise{"autre indication : {} ({})", "another source: {} ({})"};
constexpr Text editionUnknown{
    "Édition inconnue : les contrôles qui comparent à la date de l’édition n’ont pas été faits. Indiquez-la "
    "avec --edition, par exemple --edition 2021-11.",
    "Unknown edition: checks against the edition’s date were not made. Give it with --edition, for example "
    "--edition 2021-11."};
constexpr Text editionUnknownHere{
    "Édition inconnue : les contrôles qui comparent à sa date ne sont pas faits. Indiquez-la avec le bouton "
    "« Tableau… ».",
    "Unknown edition: checks against its date are not made. Give it with the button “Table…”."};
constexpr Text earlierIsLater{
    "Pas de comparaison : « {} » n’est pas antérieur à cette édition. Indiquez l’édition précédente.",
    "No comparison: “{}” is not earlier than this edition. Name the edition before."};
constexpr Text earlierHasNoTable{"Pas de comparaison : aucun tableau de projets n’a été reconnu dans « {} ».",
                                 "No comparison: no table of projects was recognised in “{}”."};
constexpr Text fromOption{"indiquée par vous", "given by you"};
constexpr Text fromColumn{"d’après la colonne « Date de publication »",
                          "from the column “Date de publication”"};
constexpr Text fromTitle{"d’après un titre au-dessus du tableau", "from a title above the table"};
constexpr Text fromFileName{"déduite du nom du fichier ou de la feuille",
                            "inferred from the name of the file or sheet"};
constexpr Text unrecognisedColumn{"Colonne non reconnue en {} : « {} »", "Column not recognised at {}: “{}”"};
constexpr Text convertedColumn{"Colonne convertie en {} : « {} »", "Column converted at {}: “{}”"};
constexpr Text headerCutShort{"En-tête abrégé en {} : « {} », lu comme « {} »",
                              "Header cut short at {}: “{}”, read as “{}”"};
constexpr Text headerOnRows{"En-tête sur plusieurs lignes en {} : « {} », lu comme « {} »",
                            "Header on several rows at {}: “{}”, read as “{}”"};
constexpr Text ignoredRow{"Ligne {} : {}, non comptée comme un projet",
                          "Row {}: {}, not counted as a project"};
constexpr Text lineOfTotals{"ligne de total", "a line of totals"};
constexpr Text remark{"remarque", "a remark"};
constexpr Text headersAgain{"en-têtes répétés", "the headers once more"};
constexpr Text titleOfGroup{"titre d’un groupe", "the title of a group"};
constexpr Text rowOfUnits{"unités des colonnes", "units of the columns"};
constexpr Text rowOfNumbers{"numéros des colonnes", "numbers of the columns"};
constexpr Text prefilledRow{"ligne préremplie ou seulement numérotée",
                            "a row that is prefilled or only numbered"};
constexpr Text doubtfulRow{"ligne qui ressemble à un projet", "a row that looks like a project"};
constexpr Text ofOtherTable{"ligne d’un autre tableau", "a row of another table"};
constexpr Text continuedRow{"suite du projet au-dessus", "a further line of the project above"};
constexpr Text packRange{"Attention : ces règles ont été écrites pour les éditions {} à {}.",
                         "Note: these rules were written for editions {} to {}."};
constexpr Text ignoredNil{"Ligne {} : « rien à déclarer », conservée et non comptée comme un projet",
                          "Row {}: “nothing to declare”, kept and not counted as a project"};
constexpr Text listFound{"Liste de la feuille « {} », en-têtes ligne {}",
                         "List on sheet “{}”, headers in row {}"};
constexpr Text waiverList{"Liste des constats acceptés", "List of accepted findings"};
constexpr Text opinionRegister{"Registre des avis, comparé au portefeuille",
                               "Register of opinions, compared with the portfolio"};
constexpr Text oneError{"{} erreur", "{} error"};
constexpr Text manyErrors{"{} erreurs", "{} errors"};
constexpr Text oneWarning{"{} avertissement", "{} warning"};
constexpr Text manyWarnings{"{} avertissements", "{} warnings"};
constexpr Text oneNote{"{} information", "{} note"};
constexpr Text manyNotes{"{} informations", "{} notes"};
constexpr Text oneAccepted{"{} constat accepté", "{} accepted finding"};
constexpr Text manyAccepted{"{} constats acceptés", "{} accepted findings"};

const Text& howKnown(EditionContext::Source source)
{
    switch (source) {
    case EditionContext::Source::option: return fromOption;
    case EditionContext::Source::column: return fromColumn;
    case EditionContext::Source::title: return fromTitle;
    default: return fromFileName;
    }
}

std::string editionNote(const EditionContext& edition, Language language, NotesFor where)
{
    if (!edition.month && !edition.number)
        return say(where == NotesFor::sidebar ? editionUnknownHere : editionUnknown, language);
    std::string name;
    if (edition.number) name = std::to_string(*edition.number);
    if (edition.month) name += (name.empty() ? "" : ", ") + shownMonth(*edition.month, language);
    std::string note = say(editionKnown, language, name, howKnown(edition.source).in(language));
    for (const auto& said : edition.otherwise)
        note += std::string(vocabulary::semicolon.in(language)) + say(editionOtherwise, language,
                                                                      shownMonth(said.month, language),
                                                                      howKnown(said.source).in(language));
    return note;
}

/// Why the edition that the user named as the one before is compared with nothing; empty where it is.
std::string earlierUnused(const CheckedTable& checked, Language language)
{
    const auto name = std::filesystem::path(checked.earlierName).filename().string();
    switch (checked.earlierUse) {
    case EarlierUse::later: return say(earlierIsLater, language, name);
    case EarlierUse::noTable: return say(earlierHasNoTable, language, name);
    case EarlierUse::asWanted: break;
    }
    return {};
}

const Text& rowWords(Table::Ignored::Why why)
{
    using Why = Table::Ignored::Why;
    switch (why) {
    case Why::total: return lineOfTotals;
    case Why::repeatedHeader: return headersAgain;
    case Why::groupTitle: return titleOfGroup;
    case Why::units: return rowOfUnits;
    case Why::columnNumbers: return rowOfNumbers;
    case Why::prefilled: return prefilledRow;
    case Why::doubtful: return doubtfulRow;
    case Why::otherTable: return ofOtherTable;
    case Why::continued: return continuedRow;
    case Why::nilReturn:
    case Why::note: break;
    }
    return remark;
}

/// Of a header that does not say its field in full.
std::string headerNote(const Table& table, const Table::Column& column, Language language)
{
    const Field field = column.meaning.field;
    return say(column.how == Table::HeaderEvidence::cutShort ? headerCutShort : headerOnRows, language,
               a1(table.headerPlace(field)), trimmed(table.header(field)),
               table.columns().field(field).label.in(language));
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
    if (isList) return say(listFound, language, table.sheet().name(), table.headerRow() + 1);
    return say(tableFound, language, table.sheet().name(), table.headerRow() + 1,
               shownProjects(table.rowCount(), language));
}

std::vector<std::string> tableNotes(const CheckedTable& checked, Language language, NotesFor where)
{
    std::vector<std::string> notes;
    if (const LayoutRole role = checked.table.role();
        role == LayoutRole::waivers || role == LayoutRole::opinions)
        return {say(role == LayoutRole::waivers ? waiverList : opinionRegister, language)};
    if (checked.pack)
        notes.push_back(say(packUsed, language, checked.pack->title.in(language), checked.pack->id,
                            checked.pack->version));
    else
        notes.emplace_back(noPack.in(language));
    if (checked.pack && checked.edition.number) {
        const int first = checked.pack->firstEdition.value_or(0),
                  last = checked.pack->lastEdition.value_or(1000);
        if (*checked.edition.number < first || *checked.edition.number > last)
            notes.push_back(say(packRange, language, first, last));
    }
    if (checked.untouched) notes.emplace_back(vocabulary::toComplete.in(language));
    notes.push_back(editionNote(checked.edition, language, where));
    if (checked.earlier) notes.push_back(say(vocabulary::comparedWith, language, checked.earlierName));
    if (const std::string unused = earlierUnused(checked, language); !unused.empty()) notes.push_back(unused);
    const Table& table = checked.table;
    for (const auto& column : table.recognised())
        if (column.meaning.unitConverted) {
            const Place place{table.headerRow(), column.column};
            notes.push_back(say(convertedColumn, language, a1(place), trimmed(table.sheet().text(place))));
        }
    for (const auto& column : table.recognised())
        if (column.how != Table::HeaderEvidence::inFull) notes.push_back(headerNote(table, column, language));
    for (const auto& unknown : table.unrecognised())
        notes.push_back(say(unrecognisedColumn, language, a1(unknown.place), unknown.header));
    for (const auto& ignored : table.ignored())
        notes.push_back(ignored.why == Table::Ignored::Why::nilReturn
                            ? say(ignoredNil, language, ignored.row + 1)
                            : say(ignoredRow, language, ignored.row + 1, rowWords(ignored.why).in(language)));
    return notes;
}

std::vector<std::string> shortTableNotes(const CheckedTable& checked, Language language, bool saysNoDate)
{
    const Table& table = checked.table;
    std::vector<std::string> notes;
    if (table.rowCount() > 0) {
        const int first = table.place(Field::name, 0).row + 1,
                  last = table.place(Field::name, table.rowCount() - 1).row + 1;
        const std::string projects = shownProjects(table.rowCount(), language);
        notes.push_back(first == last
                            ? say(tableRow, language, table.sheet().name(), first, projects)
                            : say(tableRows, language, table.sheet().name(), first, last, projects));
    } else
        notes.push_back(tableHeading(table, language));
    if (!checked.pack) {
        notes.emplace_back(noPack.in(language));
        return notes;
    }
    notes.push_back(
        say(packUsed, language, checked.pack->title.in(language), checked.pack->id, checked.pack->version));
    if (saysNoDate || checked.edition.month || checked.edition.number)
        notes.push_back(editionNote(checked.edition, language, NotesFor::sidebar));
    if (const std::string unused = earlierUnused(checked, language); !unused.empty()) notes.push_back(unused);
    if (checked.earlier) { // a sheet, or a file whose folder is of no interest here
        const auto name = std::filesystem::path(checked.earlierName).filename().string();
        notes.push_back(say(vocabulary::comparedWith, language, name));
    }
    std::vector<std::string> columns, rows;
    for (const auto& unknown : table.unrecognised())
        columns.push_back(columnName(unknown.place.column));
    for (const auto& ignored : table.ignored())
        rows.push_back(std::to_string(ignored.row + 1));
    if (!columns.empty()) notes.push_back(say(columnsUnknown, language, listed(columns)));
    if (!rows.empty()) notes.push_back(say(rowsIgnored, language, listed(rows)));
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
    switch (severity) {
    case Severity::error: return shownCount(count, oneError, manyErrors, language);
    case Severity::warning: return shownCount(count, oneWarning, manyWarnings, language);
    case Severity::information: break;
    }
    return shownCount(count, oneNote, manyNotes, language);
}

std::string shownAccepted(std::size_t count, Language language)
{
    return shownCount(count, oneAccepted, manyAccepted, language);
}

} // namespace panorama
