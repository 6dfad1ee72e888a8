#pragma once

#include "core/data/text.hpp"

// Labels that several blocks of the comparison's sheet share.
namespace panorama::comparison_labels {

inline constexpr Text rate{"Taux", "Rate"};
inline constexpr Text now{"Maintenant", "Now"};

} // namespace panorama::comparison_labels
