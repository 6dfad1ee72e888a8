#pragma once

#include "core/report/wording.hpp"

// Labels that several blocks of the comparison's sheet share.
namespace panorama::comparison_labels {

inline constexpr Wording rate{"Taux", "Rate"};
inline constexpr Wording now{"Maintenant", "Now"};
inline constexpr Wording budget{"Taux d’écart budgétaire moyen", "Mean budget slippage"};
inline constexpr Wording calendar{"Taux d’écart calendaire moyen", "Mean calendar slippage"};
/// The word of the press note for a figure that the table does not tell.
inline constexpr Wording notComputable{"non calculable", "cannot be computed"};

} // namespace panorama::comparison_labels
