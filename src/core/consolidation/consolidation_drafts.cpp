#include "core/consolidation/consolidation_drafts.hpp"

#include "core/data/text.hpp"
#include "core/drafts/sectioned_draft.hpp"
#include "core/report/problem_words.hpp"
#include "core/text/fold.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/ranges.h>
#include <map>

namespace panorama {

namespace {

using Note = Consolidation::Note;

// A sentence names that many; a shared drive may have hundreds.
constexpr std::size_t mostFoldersNamed = 5;

constexpr Text portfolioName{"Portefeuille consolidé", "Consolidated portfolio"};
constexpr Text followUpName{"Suivi de la consolidation", "Consolidation follow-up"};
constexpr Text originFile{"Fichier d’origine", "File of origin"};
constexpr Text originSheet{"Feuille d’origine", "Sheet of origin"};
constexpr Text originRow{"Ligne d’origine", "Row of origin"};
constexpr Text summary{"Fichiers lus : {} sur {}. {}, rien à déclarer : {}, conflits : {}, doublons : {}.",
                       "Files read: {} of {}. {}, nothing to declare: {}, conflicts: {}, duplicates: {}."};
constexpr Text foldersNotRead{"Sous-dossiers non lus : {}.", "Folders within, not read: {}."};
constexpr Text conflictsHeading{
    "Conflits : un même projet ou ministère, des valeurs différentes (toutes les lignes sont gardées)",
    "Conflicts: one project or ministry, different values (all rows are kept)"};
constexpr Text duplicatesHeading{
    "Doublons : un même projet, les mêmes valeurs dans les colonnes communes (les deux lignes sont gardées)",
    "Duplicates: one project, the same values in the columns of both (both rows are kept)"};
constexpr Text nilHeading{"Rien à déclarer", "Nothing to declare"};
constexpr Text unreadHeading{"Fichiers non lus", "Files not read"};
constexpr Text filesHeading{"Fichiers lus", "Files read"};
constexpr Text notesHeading{"Ce qui a été converti, repris tel quel ou laissé de côté",
                            "What was converted, carried over as it is or left out"};
constexpr Text sameIdentifier{"même identifiant", "same identifier"};
constexpr Text sameName{"même nom", "same name"};
constexpr Text declaration{"Projets à déclarer", "Projects to declare"};
constexpr Text blank{"(vide)", "(empty)"};
constexpr Text fieldHeading{"Donnée", "Datum"};
constexpr Text firstHeading{"Première valeur", "First value"};
constexpr Text secondHeading{"Autre valeur", "Other value"};
constexpr Text firstOrigin{"Origine de la première", "Origin of the first"};
constexpr Text secondOrigin{"Origine de l’autre", "Origin of the other"};
constexpr Text matchHeading{"Rapprochement", "Matched by"};
constexpr Text place{"{}, feuille « {} », ligne {}", "{}, sheet “{}”, row {}"};

constexpr Text notes[] = {
    {"« {} » : montants convertis en M€", "“{}”: amounts converted to M€"},
    {"« {} » : durées converties en années", "“{}”: durations converted to years"},
    {"« {} » : nombres ou dates saisis comme du texte, lus ({})",
     "“{}”: numbers or dates typed as text, read ({})"},
    {"« {} » : valeurs qui ne sont ni un nombre ni une date sûrs, gardées telles quelles ({})",
     "“{}”: values that are no certain number or date, kept as they are ({})"},
    {"Cellule en erreur gardée telle quelle : {}", "Cell in error kept as it is: {}"},
    {"Colonne non reconnue, reprise sous son en-tête : « {} »",
     "Column not recognised, carried over under its header: “{}”"},
    {"Ligne de total laissée de côté : ligne {}", "Line of totals left out: row {}"},
    {"Remarque laissée de côté : ligne {}", "Remark left out: row {}"},
    {"Ligne qui ressemble à un projet et n’a pas été lue : ligne {}",
     "Row that looks like a project and was not read: row {}"},
    {"Lignes qui ressemblent à des projets et n’ont pas été lues, à partir de {} ({})",
     "Rows that look like projects and were not read, from {} on ({})"},
    {"Tableau non repris : copie d’un autre, ou feuille qui n’est pas de l’édition d’après son nom",
     "Table not carried over: a copy of another, or a sheet that is not of the edition by its name"},
    {"Feuille d’une édition plus ancienne laissée de côté", "Sheet of an earlier edition left out"},
    {"Liste d’acceptations ou registre d’avis laissé de côté",
     "List of acceptances or register of opinions left out"},
    {"Fiche à compléter : rien n’y est encore saisi", "Fiche to be filled in: nothing was entered yet"},
    {"Tableaux de la fiche non repris : lignes à plusieurs valeurs ({1})",
     "Tables within the fiche not carried over: lines of several values ({1})"},
    {"Fichier nommé deux fois, lu une seule fois", "File named twice, read once"},
    {"Édition {} : les fichiers ne sont pas tous de la même édition",
     "Edition {}: the files are not all of one edition"},
};

/// What files are called in the sheets: their names, with their folder where two have the same. Sheets
/// travel, and where a file lay on whose computer does not.
class FileNames
{
  public:
    explicit FileNames(const Consolidation& portfolio)
    {
        for (const auto& source : portfolio.sources)
            ++times_[nameOf(source.file)];
        for (const auto& unread : portfolio.unread)
            ++times_[nameOf(unread.file)];
    }

    std::string of(const std::string& file) const
    {
        const auto found = times_.find(nameOf(file));
        if (found == times_.end() || found->second < 2) return nameOf(file);
        return (std::filesystem::path(file).parent_path().filename() / nameOf(file)).string();
    }

  private:
    static std::string nameOf(const std::string& file)
    {
        return std::filesystem::path(file).filename().string();
    }

    std::map<std::string, int> times_;
};

std::string labelOf(const Consolidation::Column& column, const Columns& columns, Language language)
{
    return column.field ? columns.field(*column.field).label.in(language) : column.header;
}

DraftCell headerCell(std::string_view text)
{
    return wrappedCell(text, Look::heading);
}

double widthOf(const Consolidation::Column& column, const Columns& columns)
{
    if (!column.field) return 3.5;
    const auto& field = columns.field(*column.field);
    if (column.field == Field::description || column.field == Field::comment) return 8;
    const bool isText =
        field.type == FieldType::text || field.type == FieldType::url || field.type == FieldType::list;
    if (isText) return 4.5;
    return 3;
}

std::string shownFolders(const std::vector<std::string>& folders, Language language)
{
    std::string count = std::to_string(folders.size()), names;
    if (folders.size() > mostFoldersNamed) return say(foldersNotRead, language, count);
    for (const auto& name : folders)
        names += (names.empty() ? "" : ", ") + name;
    return say(foldersNotRead, language, say(vocabulary::inBrackets, language, count, names));
}

class FollowUp
{
  public:
    FollowUp(const Consolidation& portfolio, const Columns& columns, Language language)
        : portfolio_(portfolio), columns_(columns), language_(language), names_(portfolio),
          page_(followUpName, language, {6, 5, 6, 6, 8, 8, 4})
    {
    }

    SheetDraft draft()
    {
        page_.line(consolidationSummary(portfolio_, language_));
        addMeetings(true);
        addMeetings(false);
        addUnread();
        addNilReturns();
        addFiles();
        addNotes();
        return page_.take();
    }

  private:
    std::string placeOf(const Consolidation::Origin& origin) const
    {
        return say(place, language_, names_.of(origin.file), origin.sheet, origin.row);
    }

    void addMeetings(bool differing)
    {
        page_.heading(differing ? conflictsHeading : duplicatesHeading);
        const std::size_t count = differing ? portfolio_.conflicts() : portfolio_.duplicates();
        if (count == 0) return page_.none();
        if (differing)
            page_.labels({vocabulary::project, fieldHeading, firstHeading, secondHeading, firstOrigin,
                          secondOrigin, matchHeading});
        else
            page_.labels({vocabulary::project, firstOrigin, secondOrigin, matchHeading});
        for (const auto& meeting : portfolio_.meetings) {
            if (meeting.columns.empty() == differing) continue;
            const auto &first = portfolio_.rows[meeting.first], &second = portfolio_.rows[meeting.second];
            const auto how = textCell((meeting.byIdentifier ? sameIdentifier : sameName).in(language_));
            if (!differing) {
                page_.row({textCell(first.name), textCell(placeOf(first.origin)),
                           textCell(placeOf(second.origin)), how});
                continue;
            }
            for (const std::size_t column : meeting.columns)
                page_.row({textCell(first.name, Look::warning),
                           textCell(labelOf(portfolio_.columns[column], columns_, language_)),
                           shown(first.cells[column]), shown(second.cells[column]),
                           textCell(placeOf(first.origin)), textCell(placeOf(second.origin)), how});
        }
        if (differing) addContradictions();
    }

    void addContradictions()
    {
        for (const auto& each : portfolio_.contradictions) {
            const auto& nil = portfolio_.rows[each.nilReturn];
            page_.row({textCell(each.ministry, Look::warning), page_.words(declaration), textCell(nil.name),
                       textCell(shownProjects(each.projects.size(), language_)),
                       textCell(placeOf(nil.origin)), textCell(filesOf(each.projects)),
                       page_.words(vocabulary::sameMinistry)});
        }
    }

    /// The files of some rows, each once.
    std::string filesOf(const std::vector<std::size_t>& rows) const
    {
        std::vector<std::string> files;
        for (const std::size_t row : rows) {
            std::string name = names_.of(portfolio_.rows[row].origin.file);
            if (std::find(files.begin(), files.end(), name) == files.end()) files.push_back(std::move(name));
        }
        return fmt::format("{}", fmt::join(files, ", "));
    }

    DraftCell shown(const DraftCell& cell) const
    {
        return cell.kind == DraftCell::Kind::empty ? textCell(blank.in(language_), Look::note) : cell;
    }

    void addUnread()
    {
        page_.heading(unreadHeading);
        if (portfolio_.unread.empty()) page_.none();
        for (const auto& unread : portfolio_.unread)
            page_.row({textCell(describe(unread.problem, names_.of(unread.file), language_), Look::error)});
    }

    void addNilReturns()
    {
        page_.heading(nilHeading);
        if (portfolio_.nilReturns() == 0) page_.none();
        for (const auto& each : portfolio_.rows) {
            if (!each.isNilReturn) continue;
            std::string said;
            for (const auto& cell : each.cells)
                if (!cell.text.empty()) said += (said.empty() ? "" : ", ") + std::string(trimmed(cell.text));
            page_.row({textCell(names_.of(each.origin.file)), textCell(each.origin.sheet), textCell(said)});
        }
    }

    void addFiles()
    {
        page_.heading(filesHeading);
        if (portfolio_.sources.empty()) page_.none();
        for (const auto& source : portfolio_.sources)
            page_.row(
                {textCell(names_.of(source.file)), textCell(shownProjects(source.projects, language_))});
    }

    void addNotes()
    {
        page_.heading(notesHeading);
        if (portfolio_.notes.empty()) page_.none();
        for (const Note& note : portfolio_.notes)
            page_.row({textCell(names_.of(note.file)), textCell(note.sheet),
                       textCell(say(notes[static_cast<std::size_t>(note.kind)], language_, note.subject,
                                    note.count),
                                Look::note)});
    }

    const Consolidation& portfolio_;
    const Columns& columns_;
    Language language_;
    FileNames names_;
    SectionedDraft page_;
};

} // namespace

std::string consolidationSummary(const Consolidation& portfolio, Language language)
{
    const std::size_t files = portfolio.sources.size() + portfolio.unread.size();
    const std::string read = std::to_string(portfolio.sources.size());
    std::string text = say(summary, language, read, files, shownProjects(portfolio.projects(), language),
                           portfolio.nilReturns(), portfolio.conflicts(), portfolio.duplicates());
    if (!portfolio.foldersNotRead.empty()) text += " " + shownFolders(portfolio.foldersNotRead, language);
    return text;
}

SheetDraft consolidationFollowUp(const Consolidation& portfolio, const Columns& columns, Language language)
{
    return FollowUp(portfolio, columns, language).draft();
}

SheetDraft portfolioDraft(const Consolidation& portfolio, const Columns& columns, Language language)
{
    SheetDraft draft;
    draft.name = portfolioName.in(language);
    // The sheet's name says the edition, as it is looked for there.
    if (portfolio.edition) draft.name += " " + isoDate(*portfolio.edition / std::chrono::day(1)).substr(0, 7);
    draft.frozenRows = 1;
    const FileNames names(portfolio);
    std::vector<DraftCell> headers;
    for (const auto& column : portfolio.columns) {
        headers.push_back(headerCell(labelOf(column, columns, language)));
        draft.widths.push_back(widthOf(column, columns));
    }
    for (const Text& origin : {originFile, originSheet, originRow}) {
        headers.push_back(headerCell(origin.in(language)));
        draft.widths.push_back(4);
    }
    draft.rows.push_back(std::move(headers));
    for (const auto& row : portfolio.rows) {
        std::vector<DraftCell> cells = row.cells;
        cells.resize(portfolio.columns.size());
        cells.push_back(textCell(names.of(row.origin.file), Look::note));
        cells.push_back(textCell(row.origin.sheet, Look::note));
        cells.push_back(numberCell(row.origin.row, NumberForm::count, Look::note));
        draft.rows.push_back(std::move(cells));
    }
    return draft;
}

} // namespace panorama
