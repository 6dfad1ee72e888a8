#pragma once

#include "core/data/text.hpp"

// What several parts of the sidebar say. What one of them says stands beside it, in the same namespace.
namespace panorama::sidebar::words {

inline constexpr Text fixedNone{"Aucune correction sûre à faire.", "No sure fix to make."};
inline constexpr Text readOnly{"Le document est en lecture seule : rien n’a été changé.",
                               "The document is read-only: nothing was changed."};
inline constexpr Text protectedSheet{
    "La feuille « {} » est protégée : ôtez la protection (Outils > Protéger la feuille) puis recommencez.",
    "Sheet “{}” is protected: remove the protection (Tools > Protect Sheet), then try again."};
inline constexpr Text changeFailed{"La modification n’a pas pu être faite.", "The change could not be made."};
inline constexpr Text sheetGone{"La feuille « {} » n’existe plus.", "Sheet “{}” no longer exists."};
inline constexpr Text abandon{"Annuler", "Cancel"};
inline constexpr Text exportBusy{"Attendez la fin du contrôle avant d’exporter.",
                                 "Wait for the end of the check before exporting."};

} // namespace panorama::sidebar::words
