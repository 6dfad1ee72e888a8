#pragma once

#include "core/data/text.hpp"

// What several rooms say, so that the same thing has the same name everywhere.
namespace panorama::vocabulary {

inline constexpr Text error{"erreur", "error"};
inline constexpr Text warning{"avertissement", "warning"};
inline constexpr Text information{"information", "information"};
inline constexpr Text ready{"Prêt à soumettre", "Ready to submit"};
inline constexpr Text notReady{"À corriger avant de soumettre", "To be corrected before submission"};
inline constexpr Text keyFigures{"Chiffres clés", "Key figures"};
inline constexpr Text findings{"Constats", "Findings"};
inline constexpr Text noFinding{"Aucun constat.", "Nothing found."};
inline constexpr Text howToRepair{"Comment corriger", "How to repair"};
inline constexpr Text expected{"Attendu", "Expected"};
inline constexpr Text repair{"Correction", "Repair"};
inline constexpr Text project{"Projet", "Project"};
inline constexpr Text projects{"Projets", "Projects"};
inline constexpr Text interministerialProjects{"Projets interministériels", "Interministerial projects"};
inline constexpr Text totalCost{"Coût total (M€)", "Total cost (M€)"};
inline constexpr Text meanDuration{"Durée moyenne (années)", "Mean duration (years)"};
inline constexpr Text projectsWithheld{"Projets sans coût publiable", "Projects with a withheld cost"};
inline constexpr Text projectsWithoutCost{"Projets sans coût ni motif",
                                          "Projects without a cost or a reason"};
inline constexpr Text meanBudgetSlippage{"Glissement budgétaire moyen", "Mean budget slippage"};
inline constexpr Text meanCalendarSlippage{"Glissement calendaire moyen", "Mean calendar slippage"};
inline constexpr Text unknown{"non connu", "not known"};
inline constexpr Text overProjects{"sur {}", "over {}"};
inline constexpr Text usedAndExcluded{"méthode « {} » : {} sur {}, {} sans taux",
                                      "method “{}”: {} of {}, {} without a rate"};
inline constexpr Text comparisonWith{"Comparaison avec {}", "Comparison with {}"};
inline constexpr Text cell{"Cellule", "Cell"};
inline constexpr Text rule{"Règle", "Rule"};
inline constexpr Text severity{"Gravité", "Severity"};
inline constexpr Text finding{"Constat", "Finding"};
inline constexpr Text reportTitle{"Contrôle du panorama des grands projets numériques",
                                  "Check of the panorama of large digital projects"};
inline constexpr Text sameMinistry{"même ministère", "same ministry"};
inline constexpr Text decimalPoint{",", "."};
inline constexpr Text millions{"{}\u00A0M€", "{}\u00A0M€"};
inline constexpr Text points{"{} points", "{} points"};
inline constexpr Text comparedWith{"Édition précédente : {}", "Previous edition: {}"};
inline constexpr Text toComplete{"Fiche à compléter", "Form to be filled in"};
inline constexpr Text toCompleteCells{"Fiche à compléter ({})", "Form to be filled in ({})"};
inline constexpr Text oneCell{"{} cellule", "{} cell"};
inline constexpr Text severalCells{"{} cellules", "{} cells"};
inline constexpr Text budgetSlippage{"Glissement budgétaire", "Budget slippage"};
inline constexpr Text calendarSlippage{"Glissement calendaire", "Calendar slippage"};
inline constexpr Text acrossBreak{"Attention, rupture de série entre les deux éditions. {}",
                                  "Note, a break in the series lies between the two editions. {}"};
inline constexpr Text severalSheets{
    "L’édition est répartie sur plusieurs feuilles : les chiffres les comptent toutes, les listes de projets "
    "sont celles de la feuille « {} ».",
    "The edition stands on several sheets: the figures count them all, the lists of projects are those of "
    "sheet “{}”."};
inline constexpr Text wholePortfolio{"Ensemble du portefeuille", "The whole portfolio"};
inline constexpr Text costBand{"Tranche de coût", "Cost band"};
inline constexpr Text inBrackets{"{} ({})", "{} ({})"};
inline constexpr Text quoted{"«\u00A0{}\u00A0»", "“{}”"};
inline constexpr Text labelled{"{} : {}", "{}: {}"};
inline constexpr Text globalRate{"Taux global", "Global rate"};
inline constexpr Text semicolon{" ; ", "; "};
inline constexpr Text previousEdition{"Édition précédente", "Previous edition"};
inline constexpr Text entering{"Entrants", "Entering"};
inline constexpr Text leaving{"Sortants", "Leaving"};
inline constexpr Text costMillions{"Coût (M€)", "Cost (M€)"};
inline constexpr Text projectFollowed{"Projet suivi", "Project followed"};
inline constexpr Text computedOn{"Calculé sur", "Computed on"};
inline constexpr Text of{" sur ", " of "};
inline constexpr Text notComputable{"non calculable", "cannot be computed"};
inline constexpr Text noTableInWorkbook{"Ce classeur ne contient pas de tableau de projets.",
                                        "This workbook holds no table of projects."};
inline constexpr Text nothingToPublish{"Publication refusée\u00A0: aucun projet à publier. Rien n’est écrit.",
                                       "Publication refused: no project to publish. Nothing is written."};
inline constexpr Text publishedFileExists{
    "Ce fichier existe déjà et n’est pas remplacé\u00A0: {}. Rien n’est écrit.",
    "This file exists already and is not replaced: {}. Nothing is written."};
inline constexpr Text dashboard{"Tableau de bord", "Dashboard"};

} // namespace panorama::vocabulary
