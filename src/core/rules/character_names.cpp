#include "core/rules/character_names.hpp"

#include <fmt/format.h>

namespace panorama {

namespace {

Bilingual named(const char* french, const char* english, char32_t code)
{
    const std::string place = fmt::format(" (U+{:04X})", static_cast<unsigned>(code));
    return {.french = french + place, .english = english + place};
}

} // namespace

Bilingual nameOf(OddCharacter odd)
{
    switch (odd.kind) {
    case OddCharacter::Kind::invisible: return named("une marque invisible", "an invisible mark", odd.code);
    case OddCharacter::Kind::fullWidth:
        return named("un caractère pleine chasse", "a full-width character", odd.code);
    case OddCharacter::Kind::minus:
        return named("un signe moins typographique", "a typographic minus sign", odd.code);
    case OddCharacter::Kind::apostrophe:
        return {.french = "une apostrophe en tête", .english = "a leading apostrophe"};
    case OddCharacter::Kind::space: break;
    }
    constexpr char32_t noBreak = 0xA0, narrowNoBreak = 0x202F;
    if (odd.code == noBreak) return named("un espace insécable", "a no-break space", odd.code);
    if (odd.code == narrowNoBreak)
        return named("un espace insécable étroit", "a narrow no-break space", odd.code);
    return named("un espace inhabituel", "an unusual space", odd.code);
}

} // namespace panorama
