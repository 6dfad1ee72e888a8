#include "core/report/verdict_words.hpp"

#include "core/data/text.hpp"
#include "core/report/finding_words.hpp"
#include "core/rules/pack.hpp"
#include "core/text/fold.hpp"
#include "core/words/vocabulary.hpp"

#include <algorithm>
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
constexpr Text noDate{"Aucune date : ni édition, ni « Date des données ». Ces règles n’ont rien pu dire : "
                      "{}. Indiquez l’édition (bouton Tableau… du "
                      "volet, ou --edition 2026-06).",
                      "No date: neither an edition nor “Date des données”. These rules could say nothing: "
                      "{}. Give the edition (button Table… of "
                      "the deck, or --edition 2026-06)."};
constexpr Text emptyForm{"La fiche n’est pas remplie.", "The form is not filled in."};

std::string headersOf(const Table& table)
{
    std::string text;
    for (const auto& column : table.recognised())
        text += (text.empty() ? "" : ", ") + std::string(trimmed(table.header(column.meaning.field)));
    return text;
}

/// Rules that say something only at an edition: an example of theirs names one.
std::string rulesWithDate(const Pack& pack)
{
    std::set<std::string> ids;
    for (const auto& rule : pack.rules)
        if (std::any_of(rule->examples.begin(), rule->examples.end(),
                        [](const RuleExample& example) { return example.edition.has_value(); }))
            ids.insert(rule->id);
    std::string text;
    for (const auto& id : ids)
        text += (text.empty() ? "" : ", ") + id;
    return text;
}

} // namespace

std::string_view shownVerdict(const CheckedWorkbook& workbook, Language language)
{
    const Verdict verdict = verdictOf(workbook);
    const CheckedTable* main = workbook.mainTable();
    if (verdict.untouched) return vocabulary::toComplete.in(language);
    if (verdict.state == VerdictState::partial) return partialCheck.in(language);
    if (verdict.state == VerdictState::toCorrect) return vocabulary::notReady.in(language);
    const bool published = main && main->pack && main->pack->layout == "open-data";
    return (published ? readyToPublish : vocabulary::ready).in(language);
}

std::vector<ShownNotChecked> shownNotChecked(const CheckedWorkbook& workbook, Language language)
{
    const Verdict verdict = verdictOf(workbook);
    const CheckedTable* main = workbook.mainTable();
    std::vector<ShownNotChecked> shown;
    if (!main)
        shown.push_back({say(noTableChecked, language), "no-table", {}});
    else if (verdict.nothingChecked)
        shown.push_back(
            {say(noLayout, language, headersOf(main->table)), "no-layout", a1({main->table.headerRow(), 0})});
    if (verdict.untouched) shown.push_back({say(emptyForm, language), "empty-form", {}});
    for (const Finding* finding : verdict.notUnderstood)
        shown.push_back({messageOf(*finding, language), finding->rule->id, a1(finding->place)});
    if (verdict.noDate) shown.push_back({say(noDate, language, rulesWithDate(*main->pack)), "no-date", {}});
    return shown;
}

} // namespace panorama
