#pragma once

#include "core/data/language.hpp"

namespace panorama::fiche_words {

// Words of the fiche that stand in no data file.
inline const Bilingual toComplete{"à compléter", "to be completed"};
inline const Bilingual nothingYet{"À compléter", "To be completed"};
inline const Bilingual left{"Reste à compléter\u00A0: ", "Left to be completed: "};
inline const Bilingual complete{"Tout ce qui est attendu est rempli", "All that is expected is filled in"};
inline const Bilingual withFindings{"\u00A0; voir les constats", "; see the findings"};
inline const Bilingual state{"Avancement de la fiche", "Progress of the form"};
inline const Bilingual findings{"Constats du contrôle", "Findings of the check"};
inline const Bilingual nature{"Nature de dépense", "Nature of spending"};
inline const Bilingual lineVat{"Montants de la ligne", "Amounts of the line"};
inline const Bilingual noVat{"sans TVA", "without VAT"};
inline const Bilingual constructionTotal{"Total hors MCO, taxes comprises",
                                         "Total without maintenance, with VAT"};
inline const Bilingual mcoTotal{"Total du MCO, taxes comprises", "Total of the maintenance, with VAT"};
inline const Bilingual firstPeriod{"Premier jour de la première année", "First day of the first year"};

} // namespace panorama::fiche_words
