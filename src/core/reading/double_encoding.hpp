#pragma once

#include "core/reading/decoding.hpp"

namespace panorama {

/// Undoes what was encoded twice, "Ã©" for "é": UTF-8 taken for Windows-1252, MacRoman or CP850 and encoded
/// again. Only where the characters are the bytes of one French character, which nobody writes otherwise.
/// Each place is noted.
DecodedText withoutDoubleEncoding(DecodedText text);

} // namespace panorama
