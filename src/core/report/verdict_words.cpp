#include "core/report/verdict_words.hpp"

#include "core/checking/near_headers.hpp"
#include "core/data/text.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/problem_words.hpp"
#include "core/rules/pack.hpp"
#include "core/text/fold.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace panorama {

namespace {

constexpr Text readyToPublish{"Prêt à publier", "Ready to publish"};
constexpr Text partialCheck{"Contrôle partiel", "Partial check"};
constexpr Text noTableChecked{"Aucun tableau de projets n’a été reconnu. Attendu : une ligne d’en-têtes avec "
                              "« Nom du projet » et au moins deux autres "
                              "colonnes connues.",
                              "No table of projects was recognised. Expected: a row of headers with “Nom du "
                              "projet” and at least two other known columns."};
constexpr Text noLayout{"Les en-têtes lus ({}) ne suffisent pas pour choisir des règles : rien n’a été "
                        "contrôlé. Ajoutez par exemple le ministère, "
                        "la phase et le coût, ou choisissez les règles.",
                        "The headers read ({}) are not enough to choose rules: nothing was checked. Add for "
                        "example the ministry, the phase and the "
                        "cost, or choose the rules."};
constexpr Text noDate{
    "Aucune date : ni édition, ni « Date des données ». Ces règles n’ont rien pu dire : {}. Indiquez "
    "l’édition "
    "({}).",
    "No date: neither an edition nor “Date des données”. These rules could say nothing: {}. Give the "
    "edition ({})."};
constexpr Text whereForReport{"bouton Tableau… du volet, ou --edition 2026-06",
                              "button Table… of the deck, or --edition 2026-06"};
constexpr Text whereForSidebar{"bouton Tableau…, par exemple 2026-06", "button Table…, for example 2026-06"};
constexpr Text headersRead{" En-têtes lus ligne {} de la feuille « {} » : {}.",
                           " Headers read in row {} of sheet “{}”: {}."};
constexpr Text resembles{"{} (proche de « {} »)", "{} (close to “{}”)"};
constexpr Text fieldNotKnown{"« {} » n’est le nom d’aucun champ. Exemple : « Coût actualisé ».",
                             "“{}” is the name of no field. Example: “Coût actualisé”."};
constexpr Text emptyForm{"La fiche n’est pas remplie.", "The form is not filled in."};
constexpr Text cellsEmpty{"Cellules de la fiche à remplir : {}.", "Cells of the form to be filled in: {}."};

constexpr Text columnNotUnderstood{"{} non compris (colonne {})", "{} not understood (column {})"};
constexpr Text columnsNotUnderstood{"{} non compris (colonnes {})", "{} not understood (columns {})"};
constexpr Text columnsAbsent{"{} sans colonne", "{} without a column"};
constexpr Text noTableFound{"aucun tableau de projets reconnu", "no table of projects recognised"};
constexpr Text noRulesFound{"aucune règle pour ces en-têtes", "no rules for these headers"};
constexpr Text noDateFound{"aucune date", "no date"};
constexpr Text alreadyFound{", {} déjà relevées", ", {} found so far"};
constexpr Text oneAlreadyFound{", {} déjà relevée", ", {} found already"};
constexpr Text previousNotRead{"L’édition précédente n’a pas pu être lue : rien n’a été comparé.",
                               "The edition before could not be read: nothing was compared."};
constexpr Text noPreviousFound{"édition précédente illisible", "the edition before cannot be read"};
constexpr Text sayColumns{" Dites ce que sont ces colonnes : bouton Tableau… du volet, ou --columns.",
                          " Say what these columns are: button Table… of the deck, or --columns."};
constexpr Text sayEdition{" Indiquez l’édition : bouton Tableau… du volet, ou --edition.",
                          " Give the edition: button Table… of the deck, or --edition."};
constexpr Text tally{"Fichiers : {} prêts, {} à corriger, {} partiels, {} illisibles.",
                     "Files: {} ready, {} to correct, {} partial, {} unreadable."};

std::string headersOf(const Table& table)
{
    std::string text;
    for (const auto& column : table.recognised())
        text += (text.empty() ? "" : ", ") + std::string(trimmed(table.header(column.meaning.field)));
    return text;
}

/// Rules that say nothing without a date: each of their examples that finds something names an edition.
std::string rulesWithDate(const Pack& pack)
{
    std::set<std::string> ids;
    for (const auto& rule : pack.rules) {
        const auto& examples = rule->examples;
        const auto finds = [](const RuleExample& example) { return example.finds.has_value(); };
        if (std::any_of(examples.begin(), examples.end(), finds) &&
            std::all_of(examples.begin(), examples.end(),
                        [&](const RuleExample& each) { return !finds(each) || each.edition; }))
            ids.insert(rule->id);
    }
    std::string text;
    for (const auto& id : ids)
        text += (text.empty() ? "" : ", ") + id;
    return text;
}

/// The columns that are needed and not there, each table's in one part of the sentence.
std::vector<std::string> columnsMissing(const Verdict& verdict, Language language)
{
    std::vector<const Table*> tables;
    std::vector<std::string> parts;
    for (const Finding* finding : verdict.notUnderstood) {
        const Table& table = *finding->table;
        if (table.has(finding->field) || std::find(tables.begin(), tables.end(), &table) != tables.end())
            continue;
        tables.push_back(&table);
        std::string fields, columns;
        for (const Finding* other : verdict.notUnderstood)
            if (other->table == &table && !table.has(other->field))
                fields +=
                    (fields.empty() ? "" : ", ") +
                    say(vocabulary::quoted, language, table.columns().field(other->field).label.in(language));
        // In a table turned round and in a fiche labels stand one below the other: no letter tells them
        // apart.
        const bool side = table.isTurned() || table.role() == LayoutRole::fiche;
        const std::size_t unknowns = side ? 0 : table.unrecognised().size();
        for (std::size_t i = 0; i < unknowns; ++i)
            columns += (columns.empty() ? "" : ", ") + columnName(table.unrecognised()[i].place.column);
        parts.push_back(unknowns == 0   ? say(columnsAbsent, language, fields)
                        : unknowns == 1 ? say(columnNotUnderstood, language, fields, columns)
                                        : say(columnsNotUnderstood, language, fields, columns));
    }
    return parts;
}

/// What else was not understood: the titles of the rules that tell it, each with its first cell.
std::vector<std::string> otherReasons(const Verdict& verdict, Language language)
{
    std::vector<std::string> parts;
    std::set<const Rule*> told;
    for (const Finding* finding : verdict.notUnderstood)
        if (finding->table->has(finding->field) && told.insert(finding->rule).second)
            parts.push_back(
                say(vocabulary::inBrackets, language, finding->rule->title.in(language), a1(finding->place)));
    return parts;
}

} // namespace

std::string shownVerdict(const CheckedWorkbook& workbook, Language language)
{
    const Verdict& verdict = workbook.verdict();
    const CheckedTable* main = workbook.mainTable();
    if (verdict.untouched) return std::string(vocabulary::toComplete.in(language));
    if (verdict.cellsToFill > 0)
        return say(vocabulary::toCompleteCells, language,
                   shownCount(verdict.cellsToFill, vocabulary::oneCell, vocabulary::severalCells, language));
    if (verdict.state == VerdictState::partial) return std::string(partialCheck.in(language));
    if (verdict.state == VerdictState::toCorrect) return std::string(vocabulary::notReady.in(language));
    const bool published = main && main->pack && main->pack->layout == "open-data";
    return std::string((published ? readyToPublish : vocabulary::ready).in(language));
}

std::string shownWhyPartial(const CheckedWorkbook& workbook, Language language)
{
    const Verdict& verdict = workbook.verdict();
    if (verdict.state != VerdictState::partial || verdict.untouched) return {};
    auto parts = columnsMissing(verdict, language);
    const bool columns = !parts.empty();
    for (auto& reason : otherReasons(verdict, language))
        parts.push_back(std::move(reason));
    if (verdict.nothingChecked)
        parts.emplace_back((workbook.mainTable() ? noRulesFound : noTableFound).in(language));
    for (const auto& unknown : workbook.meanings().unknown)
        parts.push_back(say(fieldNotKnown, language, unknown.said));
    if (verdict.noDate) parts.emplace_back(noDateFound.in(language));
    if (verdict.previousUnreadable) parts.emplace_back(noPreviousFound.in(language));
    std::string why;
    for (const auto& part : parts)
        why += (why.empty() ? "" : std::string(vocabulary::semicolon.in(language))) + part;
    std::string text = why.empty()
                           ? shownVerdict(workbook, language)
                           : say(vocabulary::labelled, language, shownVerdict(workbook, language), why);
    if (const std::size_t errors = workbook.count(Severity::error); errors > 0)
        text += say(errors == 1 ? oneAlreadyFound : alreadyFound, language,
                    shownSeverity(Severity::error, errors, language));
    text += ".";
    if (columns) text += sayColumns.in(language);
    if (verdict.noDate) text += sayEdition.in(language);
    return text;
}

std::string shownTally(std::span<const FileReport> reports, Language language)
{
    std::array<std::size_t, 3> counts{};
    std::size_t unreadable = 0;
    for (const FileReport& report : reports) {
        if (report.workbook)
            ++counts[static_cast<std::size_t>(report.workbook->verdict().state)];
        else
            ++unreadable;
    }
    return say(tally, language, counts[static_cast<std::size_t>(VerdictState::ready)],
               counts[static_cast<std::size_t>(VerdictState::toCorrect)],
               counts[static_cast<std::size_t>(VerdictState::partial)], unreadable);
}

namespace {

/// The row that comes nearest to headers, and what those that are not known resemble.
std::string nearestHeaders(const CheckedWorkbook& workbook, Language language)
{
    const auto near = nearHeaders(workbook);
    if (!near) return {};
    std::string list;
    for (const auto& header : near->headers)
        list += (list.empty() ? "" : ", ") +
                (header.nearest ? say(resembles, language, header.text,
                                      workbook.columns().field(*header.nearest).label.in(language))
                                : header.text);
    return say(headersRead, language, near->row + 1, near->sheet, list);
}

} // namespace

std::string shownProblem(const FileReport& report, Language language)
{
    std::string text = describe(*report.problem, report.file, language);
    if (report.problem == FileProblem::noTable && report.workbook)
        text += nearestHeaders(*report.workbook, language);
    return text;
}

std::vector<ShownNotChecked> shownNotChecked(const CheckedWorkbook& workbook, Language language,
                                             NotesFor where)
{
    const Verdict& verdict = workbook.verdict();
    const CheckedTable* main = workbook.mainTable();
    std::vector<ShownNotChecked> shown;
    for (const auto& unknown : workbook.meanings().unknown)
        shown.push_back({say(fieldNotKnown, language, unknown.said), "no-meaning", a1(unknown.place)});
    if (!main && verdict.nothingChecked)
        shown.push_back({say(noTableChecked, language) + nearestHeaders(workbook, language), "no-table", {}});
    else if (verdict.nothingChecked)
        shown.push_back(
            {say(noLayout, language, headersOf(main->table)), "no-layout", a1({main->table.headerRow(), 0})});
    if (verdict.untouched) shown.push_back({say(emptyForm, language), "empty-form", {}});
    if (verdict.cellsToFill > 0)
        shown.push_back({say(cellsEmpty, language, verdict.cellsToFill), "to-complete", {}});
    for (const Finding* finding : verdict.notUnderstood)
        shown.push_back({messageOf(*finding, language), finding->rule->id, a1(finding->place)});
    if (verdict.noDate)
        shown.push_back({say(noDate, language, rulesWithDate(*main->pack),
                             (where == NotesFor::sidebar ? whereForSidebar : whereForReport).in(language)),
                         "no-date",
                         {}});
    if (verdict.previousUnreadable) shown.push_back({say(previousNotRead, language), "no-previous", {}});
    return shown;
}

} // namespace panorama
