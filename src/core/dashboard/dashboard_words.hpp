#pragma once

#include "core/data/text.hpp"

namespace panorama::dashboard_words {

// Words of the dashboard; {} stand for what is put in.
inline constexpr Text about{
    "Calculé sur la feuille «\u00A0{}\u00A0»\u00A0: les chiffres et les graphiques suivent ses cellules.",
    "Computed from the sheet “{}”: figures and charts follow its cells."};
inline constexpr Text now{"Cette édition", "This edition"};
inline constexpr Text beforePublished{"Édition {} publiée", "Edition {} as published"};
inline constexpr Text change{"Évolution (points pour les taux)", "Change (points for rates)"};
inline constexpr Text target{"Cible", "Target"};
inline constexpr Text gap{"Écart à la cible (points)", "Gap to the target (points)"};
inline constexpr Text byBand{"Projets par tranche de coût", "Projects by cost band"};
inline constexpr Text byPhase{"Projets par phase", "Projects by phase"};
inline constexpr Text byMinistry{"Projets par ministère", "Projects by ministry"};
inline constexpr Text byZone{"Projets par zone fonctionnelle", "Projects by functional zone"};
inline constexpr Text others{"Autres ou non renseigné", "Others or not given"};
inline constexpr Text kind{"Catégorie", "Category"};
inline constexpr Text onlyAShare{"Moins de trois ministères\u00A0: ces chiffres sont ceux d’une partie du "
                                 "panorama et ne sont pas mis en regard des "
                                 "chiffres publiés.",
                                 "Fewer than three ministries: these figures are those of a part of the "
                                 "panorama and are not put beside the "
                                 "published ones."};
inline constexpr Text outdated{
    "La feuille a gagné ou perdu des projets\u00A0: refaites le tableau de bord (Panorama > Tableau de "
    "bord).",
    "The sheet has gained or lost projects: make the dashboard again (Panorama > Dashboard)."};
inline constexpr Text eachProject{"Chaque projet", "Each project"};
inline constexpr Text slippages{"Glissement de chaque projet", "Slippage of each project"};
inline constexpr Text budgetSeries{"Budget", "Budget"};
inline constexpr Text calendarSeries{"Calendrier", "Calendar"};
inline constexpr Text projectDuration{"Durée (années)", "Duration (years)"};
inline constexpr Text history{"Taux publiés, édition par édition", "Published rates, edition by edition"};
inline constexpr Text edition{"Édition", "Edition"};
inline constexpr Text breakMark{
    "‖\u00A0: rupture de série, les taux d’avant et d’après ne se comparent pas directement. Un taux que ses "
    "sources contredisent, ou qui n’est pas connu, n’est pas tracé.",
    "‖: break of the series, the rates before and after do not compare directly. A rate that its sources "
    "contradict, or that is not known, is not drawn."};
inline constexpr Text eachBefore{"Chaque projet de l’édition précédente",
                                 "Each project of the edition before"};
inline constexpr Text toCorrect{"à corriger\u00A0: voir les constats", "to be corrected: see the findings"};
inline constexpr Text counted{"projets comptés\u00A0: ", "projects counted: "};
inline constexpr Text notPublished{"non publié", "not published"};
inline constexpr Text noTarget{"non connue", "not known"};
inline constexpr Text breakBetween{"‖\u00A0Évolution à lire avec prudence\u00A0: {}",
                                   "‖ A change to be read with care: {}"};
inline constexpr Text thisWorkbook{"ce classeur", "this workbook"};

} // namespace panorama::dashboard_words
