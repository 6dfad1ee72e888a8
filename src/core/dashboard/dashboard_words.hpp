#pragma once

#include "core/data/language.hpp"

namespace panorama::dashboard_words {

// Words of the dashboard; {} stand for what is put in.
inline const Bilingual title{"Tableau de bord", "Dashboard"};
inline const Bilingual about{
    "Calculé sur la feuille «\u00A0{}\u00A0»\u00A0: les chiffres et les graphiques suivent ses cellules.",
    "Computed from the sheet “{}”: figures and charts follow its cells."};
inline const Bilingual keyFigures{"Chiffres clés", "Key figures"};
inline const Bilingual now{"Cette édition", "This edition"};
inline const Bilingual before{"Édition précédente", "Edition before"};
inline const Bilingual beforePublished{"Édition {} publiée", "Edition {} as published"};
inline const Bilingual change{"Évolution (points pour les taux)", "Change (points for rates)"};
inline const Bilingual target{"Cible", "Target"};
inline const Bilingual gap{"Écart à la cible (points)", "Gap to the target (points)"};
inline const Bilingual projects{"Projets", "Projects"};
inline const Bilingual interministerial{"Projets interministériels", "Interministerial projects"};
inline const Bilingual total{"Coût total (M€)", "Total cost (M€)"};
inline const Bilingual duration{"Durée moyenne (années)", "Mean duration (years)"};
inline const Bilingual budget{"Glissement budgétaire moyen", "Mean budget slippage"};
inline const Bilingual calendar{"Glissement calendaire moyen", "Mean calendar slippage"};
inline const Bilingual global{"Taux global d’écart", "Global rate"};
inline const Bilingual byBand{"Projets par tranche de coût", "Projects by cost band"};
inline const Bilingual byPhase{"Projets par phase", "Projects by phase"};
inline const Bilingual byMinistry{"Projets par ministère", "Projects by ministry"};
inline const Bilingual byZone{"Projets par zone fonctionnelle", "Projects by functional zone"};
inline const Bilingual others{"Autres ou non renseigné", "Others or not given"};
inline const Bilingual kind{"Catégorie", "Category"};
inline const Bilingual onlyAShare{"Moins de trois ministères\u00A0: ces chiffres sont ceux d’une partie du "
                                  "panorama et ne sont pas mis en regard des "
                                  "chiffres publiés.",
                                  "Fewer than three ministries: these figures are those of a part of the "
                                  "panorama and are not put beside the "
                                  "published ones."};
inline const Bilingual outdated{
    "La feuille a gagné ou perdu des projets\u00A0: refaites le tableau de bord (Panorama > Tableau de "
    "bord).",
    "The sheet has gained or lost projects: make the dashboard again (Panorama > Dashboard)."};
inline const Bilingual eachProject{"Chaque projet", "Each project"};
inline const Bilingual band{"Tranche de coût", "Cost band"};
inline const Bilingual slippages{"Glissement de chaque projet", "Slippage of each project"};
inline const Bilingual project{"Projet suivi", "Project followed"};
inline const Bilingual budgetSeries{"Budget", "Budget"};
inline const Bilingual calendarSeries{"Calendrier", "Calendar"};
inline const Bilingual projectDuration{"Durée (années)", "Duration (years)"};
inline const Bilingual history{"Taux publiés, édition par édition", "Published rates, edition by edition"};
inline const Bilingual edition{"Édition", "Edition"};
inline const Bilingual breakMark{
    "‖\u00A0: rupture de série, les taux d’avant et d’après ne se comparent pas directement. Un taux que ses "
    "sources contredisent, ou qui n’est pas connu, n’est pas tracé.",
    "‖: break of the series, the rates before and after do not compare directly. A rate that its sources "
    "contradict, or that is not known, is not drawn."};
inline const Bilingual cost{"Coût (M€)", "Cost (M€)"};
inline const Bilingual eachBefore{"Chaque projet de l’édition précédente",
                                  "Each project of the edition before"};
inline const Bilingual toCorrect{"à corriger\u00A0: voir les constats", "to be corrected: see the findings"};
inline const Bilingual notComputable{"non calculable", "cannot be computed"};
inline const Bilingual basis{"Calculé sur", "Computed on"};
inline const Bilingual counted{"projets comptés\u00A0: ", "projects counted: "};
inline const Bilingual of{" sur ", " of "};
inline const Bilingual notPublished{"non publié", "not published"};
inline const Bilingual noTarget{"non connue", "not known"};
inline const Bilingual breakBetween{"‖\u00A0Évolution à lire avec prudence\u00A0: {}",
                                    "‖ A change to be read with care: {}"};
inline const Bilingual thisWorkbook{"ce classeur", "this workbook"};

} // namespace panorama::dashboard_words
