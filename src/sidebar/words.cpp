#include "sidebar/words.hpp"

#include <iterator>

namespace panorama::sidebar {

namespace {

struct Words
{
    Word which;
    std::string_view french;
    std::string_view english;
};

// No-break spaces stand before : ; ? ! and inside « » as French typography has it.
constexpr Words words[] = {
    {Word::ready, "✔ Prêt à soumettre", "✔ Ready to submit"},
    {Word::toCorrect, "✖ {}", "✖ {}"},
    {Word::toCompleteBadge, "✎ À compléter", "✎ To be completed"},
    {Word::noTableBadge, "○ Aucun tableau de projets", "○ No table of projects"},
    {Word::notCheckedBadge, "○ Tableau non contrôlé", "○ Table not checked"},
    {Word::checking, "… Contrôle en cours", "… Checking"},
    {Word::interrupted, "○ Contrôle interrompu", "○ Check interrupted"},
    {Word::notRead, "○ Feuille non lue", "○ Sheet not read"},
    {Word::elsewhere, "Cette feuille ne contient pas de tableau de projets.",
     "This sheet has no table of projects."},

    {Word::noTableHelp,
     "Un tableau est reconnu à ses en-têtes : le nom du projet et au moins deux autres colonnes connues, par "
     "exemple « Nom du projet », « Phase du projet en cours » et « Coût estimé ».",
     "A table is recognised by its headers: the project’s name and at least two other known columns, for "
     "example “Nom du projet”, “Phase du projet en cours” and “Coût estimé”."},
    {Word::tooLarge,
     "La feuille « {} » est trop grande pour être contrôlée. Des bordures ou des formules y descendent sans "
     "doute jusqu’en bas : effacez-les.",
     "Sheet “{}” is too large to be checked. Borders or formulas probably go down to its end: clear them."},
    {Word::readFailed,
     "Le classeur n’a pas pu être lu en entier. Modifiez une cellule ou enregistrez-le pour réessayer.",
     "The workbook could not be read as a whole. Change a cell or save it to try again."},
    {Word::rulesDamaged, "Les règles de Panorama Calc sont illisibles : réinstallez l’extension.",
     "The rules of Panorama Calc cannot be read: install the extension again."},
    {Word::errorsOnOtherSheets, "Autres feuilles : {}", "Other sheets: {}"},
    {Word::partial, "Les lignes modifiées sont à jour, le reste du tableau suit.",
     "The changed rows are up to date, the rest of the table follows."},

    {Word::severityLabel, "Montrer :", "Show:"},
    {Word::severityHelp, "Les constats à montrer : tous, sans les informations, ou les seules erreurs.",
     "Which findings to show: all of them, without notes, or errors only."},
    {Word::everything, "Tous", "All findings"},
    {Word::errorsAndWarnings, "Sans les informations", "Without notes"},
    {Word::errorsOnly, "Erreurs seules", "Errors only"},
    {Word::groupingLabel, "Grouper :", "Group:"},
    {Word::groupingHelp, "Grouper les constats par règle ou par projet.",
     "Group findings by rule or by project."},
    {Word::byRule, "Par règle", "By rule"},
    {Word::byProject, "Par projet", "By project"},
    {Word::filterLabel, "Filtrer :", "Filter:"},
    {Word::filterHelp,
     "Ne montre que les constats qui contiennent ces mots, dans le message, le projet, la règle ou la "
     "cellule.",
     "Shows only findings that hold these words, in the message, the project, the rule or the cell."},
    {Word::listLabel, "Constats", "Findings"},
    {Word::listHelp,
     "Les constats de la feuille. Entrée ou double clic : aller à la cellule. Flèches : parcourir, déplier "
     "et "
     "replier.",
     "The findings of the sheet. Enter or double click: go to the cell. Arrows: move, expand and collapse."},
    {Word::nothingShown, "Aucun constat", "Nothing found"},
    {Word::hiddenByFilter, "{} masqués par le filtre", "{} hidden by the filter"},
    {Word::more, "… et {} autres : filtrez, ou exportez la liste complète",
     "… and {} more: filter, or export the whole list"},
    {Word::groupCount, "{} ({})", "{} ({})"},
    {Word::detailsLabel, "Détail du constat", "Details of the finding"},
    {Word::detailsHelp,
     "Le constat choisi : ce qui a été trouvé, ce qui est attendu, comment corriger, et pourquoi.",
     "The chosen finding: what was found, what is expected, how to repair it, and why."},
    {Word::chooseFinding, "Choisissez un constat pour en lire le détail.",
     "Choose a finding to read its details."},

    {Word::tableButton, "Tableau…", "Table…"},
    {Word::tableButtonHelp, "Choisir d’autres règles, ou corriger le sens d’une colonne.",
     "Choose other rules, or correct what a column means."},
    {Word::cancel, "Interrompre", "Stop"},
    {Word::cancelHelp, "Interrompre le contrôle en cours ; la prochaine modification le relance.",
     "Stop the check; the next change starts it again."},
    {Word::progressHelp, "Avancement du contrôle.", "Progress of the check."},
    {Word::goTo, "Aller à la cellule", "Go to cell"},
    {Word::goToHelp, "Montrer la cellule du constat choisi (Entrée ou double clic dans la liste).",
     "Show the cell of the chosen finding (Enter or double click in the list)."},
    {Word::fix, "Corriger", "Fix"},
    {Word::fixHelp, "Appliquer la correction proposée au constat choisi ; Ctrl+Z l’annule.",
     "Apply the fix proposed for the chosen finding; Ctrl+Z undoes it."},
    {Word::fixAll, "Tout corriger (sûr)", "Fix all (sure)"},
    {Word::fixAllHelp,
     "Appliquer toutes les corrections sûres de la feuille, celles qui ne changent que la forme ; Ctrl+Z les "
     "annule toutes.",
     "Apply all sure fixes of the sheet, those that change nothing but the form; Ctrl+Z undoes them all."},
    {Word::accept, "Accepter…", "Accept…"},
    {Word::acceptHelp, "Accepter le constat choisi, avec un motif et une date ; il ne compte plus.",
     "Accept the chosen finding, with a reason and a date; it no longer counts."},
    {Word::exportButton, "Exporter…", "Export…"},
    {Word::exportHelp, "Enregistrer les constats dans un fichier, ou dans une feuille de ce classeur.",
     "Save the findings to a file, or to a sheet of this workbook."},
    {Word::mark, "Marquer les cellules", "Mark cells"},
    {Word::markHelp,
     "Colorer les cellules des constats. Les marques ne sont jamais enregistrées dans le fichier.",
     "Colour the cells of the findings. Marks are never saved into the file."},

    {Word::fixed, "Corrigé en {}.", "Fixed at {}."},
    {Word::fixedOne, "1 correction faite.", "1 fix made."},
    {Word::fixedMany, "{} corrections faites.", "{} fixes made."},
    {Word::fixedNone, "Aucune correction sûre à faire.", "No sure fix to make."},
    {Word::skippedProtected, "{} laissées : feuille protégée.", "{} left: protected sheet."},
    {Word::skippedFormula, "{} laissées : cellules avec formule.", "{} left: cells with a formula."},
    {Word::skippedChanged, "{} laissées : cellules modifiées depuis le contrôle.",
     "{} left: cells changed since the check."},
    {Word::readOnly, "Le document est en lecture seule : rien n’a été changé.",
     "The document is read-only: nothing was changed."},
    {Word::protectedSheet,
     "La feuille « {} » est protégée : ôtez la protection (Outils > Protéger la feuille) puis recommencez.",
     "Sheet “{}” is protected: remove the protection (Tools > Protect Sheet), then try again."},
    {Word::formulaCell,
     "La cellule {} contient une formule : corrigez-la à la main, elle n’a pas été remplacée.",
     "Cell {} holds a formula: correct it by hand, it was not replaced."},
    {Word::cellChanged, "La cellule {} a changé depuis le contrôle : attendez le nouveau résultat.",
     "Cell {} has changed since the check: wait for the new result."},
    {Word::changeFailed, "La modification n’a pas pu être faite.", "The change could not be made."},
    {Word::sheetGone, "La feuille « {} » n’existe plus.", "Sheet “{}” no longer exists."},
    {Word::sheetHidden,
     "La feuille « {} » est masquée : affichez-la d’abord (Feuille > Afficher la feuille).",
     "Sheet “{}” is hidden: show it first (Sheet > Show Sheet)."},
    {Word::markedLimit, "Seules les {} premières cellules sont marquées.",
     "Only the first {} cells are marked."},
    {Word::undoFix, "Panorama : corriger {}", "Panorama: fix {}"},
    {Word::undoFixAll, "Panorama : corrections sûres", "Panorama: sure fixes"},
    {Word::undoAccept, "Panorama : accepter un constat", "Panorama: accept a finding"},
    {Word::undoFindingsSheet, "Panorama : feuille de constats", "Panorama: sheet of findings"},
    {Word::undoInsertFigure, "Panorama : insérer un chiffre clé", "Panorama: insert a key figure"},

    {Word::acceptTitle, "Accepter un constat", "Accept a finding"},
    {Word::acceptFinding, "{} : {}", "{}: {}"},
    {Word::acceptReason, "Motif :", "Reason:"},
    {Word::acceptReasonHelp,
     "Pourquoi ce constat est accepté. Exemple : « coût confirmé par l’avis du 12/03/2024 ».",
     "Why this finding is accepted. Example: “cost confirmed by the opinion of 12 March 2024”."},
    {Word::acceptBy, "Accepté par :", "Accepted by:"},
    {Word::acceptByHelp, "La personne qui accepte.", "The person who accepts."},
    {Word::acceptUntil, "Jusqu’au (facultatif) :", "Until (optional):"},
    {Word::acceptUntilHelp,
     "Le dernier jour où l’acceptation vaut, par exemple 31/12/2026. Vide : sans limite.",
     "The last day of the acceptance, for example 31/12/2026. Empty: without limit."},
    {Word::acceptMissing, "Indiquez le motif et la personne qui accepte.",
     "Give the reason and who accepts."},
    {Word::acceptBadDate, "« {} » n’est pas une date ; écrivez par exemple 31/12/2026.",
     "“{}” is no date; write for example 31/12/2026."},
    {Word::acceptSheet, "Acceptations", "Acceptances"},
    {Word::acceptedNow, "Constat accepté : ligne ajoutée à la feuille « {} ».",
     "Finding accepted: row added to sheet “{}”."},
    {Word::ok, "OK", "OK"},
    {Word::abandon, "Annuler", "Cancel"},

    {Word::tableTitle, "Tableau contrôlé", "Table checked"},
    {Word::packLabel, "Règles :", "Rules:"},
    {Word::packHelp, "Les règles à appliquer ; « Automatique » les choisit d’après les en-têtes.",
     "The rules to apply; “Automatic” chooses them from the headers."},
    {Word::packAutomatic, "Automatique", "Automatic"},
    {Word::columnLabel, "Colonne :", "Column:"},
    {Word::columnHelp, "La colonne dont le sens est à corriger.",
     "The column whose meaning is to be corrected."},
    {Word::meaningLabel, "Sens :", "Meaning:"},
    {Word::meaningHelp, "Ce que contient la colonne choisie.", "What the chosen column holds."},
    {Word::meaningNone, "(ne pas contrôler)", "(not to be checked)"},
    {Word::editionLabel, "Édition (AAAA-MM) :", "Edition (YYYY-MM):"},
    {Word::editionHelp,
     "Le mois de l’édition, par exemple 2026-06, quand ni la feuille ni le nom du fichier ne le disent.",
     "The month of the edition, for example 2026-06, where neither the sheet nor the file’s name says it."},
    {Word::editionBad, "« {} » n’est pas un mois ; écrivez par exemple 2026-06.",
     "“{}” is no month; write for example 2026-06."},
    {Word::tableNote, "Ces choix valent jusqu’à la fermeture du classeur ; le fichier n’est pas modifié.",
     "These choices hold until the workbook is closed; the file is not changed."},
    {Word::columnOf, "{} : {}", "{}: {}"},
    {Word::apply, "Appliquer", "Apply"},

    {Word::exportSheet, "Feuille de constats dans ce classeur", "Sheet of findings in this workbook"},
    {Word::exportTitle, "Exporter les constats", "Export findings"},
    {Word::exported, "Rapport enregistré : {}", "Report saved: {}"},
    {Word::sheetAdded, "Feuille « {} » ajoutée.", "Sheet “{}” added."},
    {Word::exportFailed, "Le rapport n’a pas pu être enregistré : {}", "The report could not be saved: {}"},
    {Word::exportBusy, "Attendez la fin du contrôle avant d’exporter.",
     "Wait for the end of the check before exporting."},
    {Word::findingsSheetName, "Constats", "Findings"},

    {Word::noProject, "Placez le curseur sur la ligne d’un projet.",
     "Put the cursor on the row of a project."},
    {Word::courseHeading, "Au fil des éditions", "Over the editions"},
    {Word::projectFindings, "Constats du projet", "Findings of the project"},
    {Word::projectNoFinding, "Aucun constat pour ce projet.", "Nothing found for this project."},

    {Word::insert, "Insérer", "Insert"},
    {Word::insertHelp, "Insérer la formule de « {} » à la position du curseur.",
     "Insert the formula of “{}” at the cursor."},
    {Word::inserted, "Formule insérée en {}.", "Formula inserted at {}."},
    {Word::noFormula, "« {} » : aucune formule de Calc ne le donne à partir de ce tableau.",
     "“{}”: no formula of Calc gives it from this table."},
    {Word::cellTaken, "La cellule {} n’est pas vide : placez le curseur sur une cellule vide.",
     "Cell {} is not empty: put the cursor on an empty cell."},
    {Word::previousButton, "Édition précédente…", "Previous edition…"},
    {Word::previousHelp, "Choisir le fichier de l’édition précédente, pour la comparaison.",
     "Choose the file of the previous edition, to compare with."},
    {Word::previousTitle, "Édition précédente", "Previous edition"},
    {Word::previousForget, "Ne plus comparer", "Stop comparing"},
    {Word::previousFailed, "Ce fichier ne peut pas servir d’édition précédente : {}",
     "This file cannot serve as the previous edition: {}"},
    {Word::noFigures, "Aucun tableau de projets dans ce classeur.", "No table of projects in this workbook."},

};
static_assert(std::size(words) == static_cast<std::size_t>(Word::count_));

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < std::size(words); ++i)
        if (words[i].which != static_cast<Word>(i)) return false;
    return true;
}
static_assert(inOrder());

} // namespace

std::string_view word(Word which, Language language)
{
    const Words& found = words[static_cast<std::size_t>(which)];
    return language == Language::french ? found.french : found.english;
}

} // namespace panorama::sidebar
