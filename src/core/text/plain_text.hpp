#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace panorama {

/// A character that nobody sees or means, and that changes nothing in what a text says.
struct OddCharacter
{
    enum class Kind : unsigned char {
        invisible,  ///< a mark of direction, a zero-width space, a soft hyphen...
        space,      ///< any space but the plain one
        fullWidth,  ///< a digit, a letter or a sign of East Asian width
        minus,      ///< U+2212
        apostrophe, ///< in front: what a spreadsheet's users type so that a number stays a text
    };

    Kind kind = Kind::invisible;
    char32_t code = 0;
};

/// The text as it is meant, without spaces at its ends: invisible marks taken out, every space a plain one,
/// full width characters and the minus sign in ASCII, no apostrophe in front.
std::string plainText(std::string_view utf8);

/// The text as it may be printed on one line: what would act on a terminal, break the line or hide something
/// in it (control characters, marks of direction, characters without width) stands there as a sign: "␛", "␊",
/// "[U+202E]". No-break spaces stay.
std::string onOneLine(std::string_view utf8);

/// The odd character to be told of: one that is no space goes before one that is. Nothing where the text is
/// plain (plain spaces at its ends do not matter).
std::optional<OddCharacter> oddCharacterIn(std::string_view utf8);

/// What a character is where it is odd, but for an apostrophe, which is so in front only.
std::optional<OddCharacter> oddCharacter(char32_t character);

/// The character that a text begins with, and its bytes; a byte that is no UTF-8 stands for itself. The text
/// is not empty.
std::pair<char32_t, std::size_t> firstCharacter(std::string_view utf8);

/// The key of a word of a list: the folded text, or the symbol itself where it has neither letter nor digit
/// ("✓", "☀").
std::string wordKey(std::string_view utf8);

} // namespace panorama
