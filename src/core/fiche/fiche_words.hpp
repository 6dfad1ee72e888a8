#pragma once

#include "core/data/text.hpp"

namespace panorama::fiche_words {

// Words of the fiche that stand in no data file.
inline constexpr Text toComplete{"à compléter", "to be completed"};
inline constexpr Text nothingYet{"À compléter", "To be completed"};
inline constexpr Text left{"Reste à compléter\u00A0: ", "Left to be completed: "};
inline constexpr Text complete{"Tout ce qui est attendu est rempli", "All that is expected is filled in"};
inline constexpr Text withFindings{"\u00A0; voir les constats", "; see the findings"};
inline constexpr Text state{"Avancement de la fiche", "Progress of the form"};
inline constexpr Text findings{"Constats du contrôle", "Findings of the check"};
inline constexpr Text nature{"Nature de dépense", "Nature of spending"};
inline constexpr Text lineVat{"Montants de la ligne", "Amounts of the line"};
inline constexpr Text noVat{"sans TVA", "without VAT"};
inline constexpr Text constructionTotal{"Total hors MCO, taxes comprises",
                                        "Total without maintenance, with VAT"};
inline constexpr Text mcoTotal{"Total du MCO, taxes comprises", "Total of the maintenance, with VAT"};
inline constexpr Text inYears{" (années)", " (years)"};
inline constexpr Text firstPeriod{"Premier jour de la première année", "First day of the first year"};

} // namespace panorama::fiche_words
