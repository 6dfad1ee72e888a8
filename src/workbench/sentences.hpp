#pragma once

#include "core/data/text.hpp"

namespace panorama::workbench {

// Sentences that several commands say.
inline constexpr Text damagedExtension{"L’extension est incomplète\u00A0: réinstallez Panorama Calc.",
                                       "The extension is incomplete: install Panorama Calc again."};

} // namespace panorama::workbench
