#pragma once

#include <cstddef>
#include <string_view>

namespace panorama {

/// How many bytes the character at a place takes; 0 where it is no UTF-8.
std::size_t utf8Length(std::string_view text, std::size_t at);
/// The character there, which utf8Length found sound.
char32_t utf8Character(std::string_view text, std::size_t at, std::size_t length);

/// Whether a character and the text behind it look like the beginning of a UTF-8 sequence that was taken for
/// Windows-1252, MacRoman or CP850.
bool mayBeginDoubleEncoding(std::string_view following, char32_t character);

/// What one pass over the bytes tells of them.
struct Utf8Survey
{
    std::size_t sound = 0;          ///< characters of several bytes that a text in French may hold
    std::size_t damaged = 0;        ///< bytes that are no UTF-8
    bool mayBeEncodedTwice = false; ///< there is an 'Ã', a 'Â' or the like
    bool hasReplacements = false;   ///< there is a U+FFFD
};
Utf8Survey surveyUtf8(std::string_view bytes);

} // namespace panorama
