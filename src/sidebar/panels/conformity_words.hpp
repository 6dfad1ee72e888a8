#pragma once

#include "core/data/text.hpp"

// What the panel of conformity says.
namespace panorama::sidebar::words {

inline constexpr Text readyBadge{"✔ Prêt à soumettre", "✔ Ready to submit"};
inline constexpr Text toCorrectBadge{"✖ {}", "✖ {}"};
inline constexpr Text partialBadge{"◐ Contrôle partiel, {}", "◐ Partial check, {}"};
inline constexpr Text toCompleteBadge{"✎ À compléter", "✎ To be completed"};
inline constexpr Text noTableBadge{"○ Aucun tableau de projets", "○ No table of projects"};
inline constexpr Text notCheckedBadge{"○ Tableau non contrôlé", "○ Table not checked"};
inline constexpr Text checkingBadge{"… Contrôle en cours", "… Checking"};
inline constexpr Text interruptedBadge{"○ Contrôle interrompu", "○ Check interrupted"};
inline constexpr Text notReadBadge{"○ Feuille non lue", "○ Sheet not read"};
inline constexpr Text elsewhere{"Cette feuille ne contient pas de tableau de projets.",
                                "This sheet has no table of projects."};
inline constexpr Text noTableHelp{
    "Un tableau est reconnu à ses en-têtes : le nom du projet et au moins deux autres colonnes connues, par "
    "exemple « Nom du projet », « Phase du projet en cours » et « Coût estimé ».",
    "A table is recognised by its headers: the project’s name and at least two other known columns, for "
    "example “Nom du projet”, “Phase du projet en cours” and “Coût estimé”."};
inline constexpr Text tooLarge{
    "La feuille « {} » est trop grande pour être contrôlée. Des bordures ou des formules y descendent sans "
    "doute jusqu’en bas : effacez-les.",
    "Sheet “{}” is too large to be checked. Borders or formulas probably go down to its end: clear them."};
inline constexpr Text readFailed{
    "Le classeur n’a pas pu être lu en entier. Modifiez une cellule ou enregistrez-le pour réessayer.",
    "The workbook could not be read as a whole. Change a cell or save it to try again."};
inline constexpr Text rulesDamaged{"Les règles de Panorama Calc sont illisibles : réinstallez l’extension.",
                                   "The rules of Panorama Calc cannot be read: install the extension again."};
inline constexpr Text errorsOnOtherSheets{"Autres feuilles : {}", "Other sheets: {}"};
inline constexpr Text partial{"Les lignes modifiées sont à jour, le reste du tableau suit.",
                              "The changed rows are up to date, the rest of the table follows."};
inline constexpr Text editionButton{"Contrôler pour {}", "Check for {}"};
inline constexpr Text editionButtonHelp{
    "L’édition proposée d’après la date du jour. Elle vaut jusqu’à la fermeture du classeur ; « Tableau… » "
    "en choisit une autre et peut la "
    "conserver.",
    "The edition proposed from today’s date. It holds until the workbook is closed; “Table…” chooses another "
    "one and can keep it."};
inline constexpr Text editionTaken{"Contrôlé pour {}.", "Checked for {}."};
inline constexpr Text severityLabel{"Montrer :", "Show:"};
inline constexpr Text severityHelp{
    "Les constats à montrer : tous, sans les informations, ou les seules erreurs.",
    "Which findings to show: all of them, without notes, or errors only."};
inline constexpr Text everything{"Tous", "All findings"};
inline constexpr Text errorsAndWarnings{"Sans les informations", "Without notes"};
inline constexpr Text errorsOnly{"Erreurs seules", "Errors only"};
inline constexpr Text groupingLabel{"Grouper :", "Group:"};
inline constexpr Text groupingHelp{"Grouper les constats par règle ou par projet.",
                                   "Group findings by rule or by project."};
inline constexpr Text byRule{"Par règle", "By rule"};
inline constexpr Text byProject{"Par projet", "By project"};
inline constexpr Text filterLabel{"Filtrer :", "Filter:"};
inline constexpr Text filterHelp{
    "Ne montre que les constats qui contiennent ces mots, dans le message, le projet, la règle ou la "
    "cellule.",
    "Shows only findings that hold these words, in the message, the project, the rule or the cell."};
inline constexpr Text listHelp{"Les constats de la feuille. Un clic montre la cellule, Entrée ou un double "
                               "clic y mène. Flèches : parcourir, déplier "
                               "et "
                               "replier.",
                               "The findings of the sheet. A click shows the cell, Enter or a double click "
                               "leads to it. Arrows: move, expand and collapse."};
inline constexpr Text nothingShown{"Aucun constat", "Nothing found"};
inline constexpr Text hiddenByFilter{"{} masqués par le filtre", "{} hidden by the filter"};
inline constexpr Text detailsLabel{"Détail du constat", "Details of the finding"};
inline constexpr Text detailsHelp{
    "Le constat choisi : ce qui a été trouvé, ce qui est attendu, comment corriger, et pourquoi.",
    "The chosen finding: what was found, what is expected, how to repair it, and why."};
inline constexpr Text chooseFinding{"Choisissez un constat pour en lire le détail.",
                                    "Choose a finding to read its details."};
inline constexpr Text contextFolded{"▸ {}", "▸ {}"};
inline constexpr Text contextUnfolded{"▾ {}", "▾ {}"};
inline constexpr Text context{"Contexte", "Context"};
inline constexpr Text contextHelp{
    "Montrer ou replier ce qui a été contrôlé : lignes, règles, édition, colonnes et lignes laissées de "
    "côté.",
    "Show or fold what was checked: rows, rules, edition, columns and rows left out."};
inline constexpr Text tableButton{"Tableau…", "Table…"};
inline constexpr Text tableButtonHelp{"Choisir d’autres règles, ou corriger le sens d’une colonne.",
                                      "Choose other rules, or correct what a column means."};
inline constexpr Text cancelButton{"Interrompre", "Stop"};
inline constexpr Text cancelHelp{"Interrompre le contrôle en cours ; la prochaine modification le relance.",
                                 "Stop the check; the next change starts it again."};
inline constexpr Text progressHelp{"Avancement du contrôle.", "Progress of the check."};
inline constexpr Text goToButton{"Aller", "Go"};
inline constexpr Text goToHelp{"Montrer la cellule du constat choisi (Entrée ou double clic dans la liste).",
                               "Show the cell of the chosen finding (Enter or double click in the list)."};
inline constexpr Text fixButton{"Corriger", "Fix"};
inline constexpr Text fixHelp{"Appliquer la correction proposée au constat choisi ; Ctrl+Z l’annule.",
                              "Apply the fix proposed for the chosen finding; Ctrl+Z undoes it."};
inline constexpr Text fixAllButton{"Tout corriger", "Fix all"};
inline constexpr Text fixAllHelp{
    "Appliquer toutes les corrections sûres de la feuille, celles qui ne changent que la forme ; Ctrl+Z les "
    "annule toutes.",
    "Apply all sure fixes of the sheet, those that change nothing but the form; Ctrl+Z undoes them all."};
inline constexpr Text acceptButton{"Accepter…", "Accept…"};
inline constexpr Text acceptHelp{"Accepter le constat choisi, avec un motif et une date ; il ne compte plus.",
                                 "Accept the chosen finding, with a reason and a date; it no longer counts."};
inline constexpr Text exportButton{"Exporter…", "Export…"};
inline constexpr Text exportHelp{
    "Enregistrer les constats : page HTML, PDF, JSON, CSV, SARIF, ou feuille de constats.",
    "Save the findings: HTML page, PDF, JSON, CSV, SARIF, or a sheet of findings."};
inline constexpr Text markBox{"Marquer", "Mark"};
inline constexpr Text markHelp{
    "Colorer les cellules des constats. Les marques ne sont jamais enregistrées dans le fichier.",
    "Colour the cells of the findings. Marks are never saved into the file."};
inline constexpr Text fixed{"Corrigé en {}.", "Fixed at {}."};
inline constexpr Text markedLimit{"Seules les {} premières cellules sont marquées.",
                                  "Only the first {} cells are marked."};
inline constexpr Text undoFix{"Panorama : corriger {}", "Panorama: fix {}"};
inline constexpr Text undoFixAll{"Panorama : corrections sûres", "Panorama: sure fixes"};

} // namespace panorama::sidebar::words
