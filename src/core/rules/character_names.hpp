#pragma once

#include "core/data/text.hpp"
#include "core/text/plain_text.hpp"

namespace panorama {

/// What messages call an odd character: "une marque invisible (U+200E)".
Bilingual nameOf(OddCharacter odd);

} // namespace panorama
