#pragma once

#include <string>
#include <string_view>

namespace panorama {

/// The key under which two spellings are the same thing: lower case, without accents, every run of anything
/// but letters and digits one space, nothing at the ends. "Conception/Réalisation" and " CONCEPTION -
/// REALISATION" fold alike. "€" becomes "eur" so that M€ and k€ stay apart, "œ" becomes "oe", "&" becomes
/// "et". What cannot be seen (isInvisible) is not there. Never fails: bytes that are no UTF-8 count as
/// separators.
std::string fold(std::string_view utf8);

/// Whether nothing is seen of the character: soft hyphens, marks of joining and of direction, byte order
/// marks. They come with texts that are pasted, and change nothing in what these say.
bool isInvisible(char32_t character);

/// Without what cannot be seen at both ends: spaces of any kind, line breaks, invisible characters.
std::string_view trimmed(std::string_view utf8);

/// Whether the bytes are valid UTF-8.
bool isUtf8(std::string_view bytes);

/// How many single-character edits lead from one folded key to the other; stops counting above `limit`.
int editDistance(std::string_view a, std::string_view b, int limit);

} // namespace panorama
