#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace panorama {

/// A charset of one byte a character whose lower half is ASCII.
struct CodePage
{
    std::string name;                  ///< as users know it
    std::array<char32_t, 128> upper{}; ///< what 0x80 to 0xFF mean; 0 where nothing is defined

    char32_t character(unsigned char byte) const { return byte < 0x80 ? byte : upper[byte - 0x80]; }
    /// The byte of a character; 0 where it has none.
    unsigned char byteOf(char32_t character) const;
};

/// As the system's converter knows it by that name; nothing where it does not, or where it is no such
/// charset.
std::unique_ptr<const CodePage> codePage(std::string name, const char* converterName);

/// Those that tools in France write, the likeliest first: Windows-1252, ISO-8859-15, MacRoman, CP850.
std::span<const CodePage* const> frenchCodePages();
const CodePage& windows1252();

/// Adds a character to a text.
void appendUtf8(std::string& text, char32_t character);

/// The letters with accents and the signs that French is written with, outside of ASCII.
bool isFrench(char32_t character);

} // namespace panorama
