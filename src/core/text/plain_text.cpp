#include "core/text/plain_text.hpp"

#include "core/text/fold.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <iterator>
#include <utf8proc.h>

namespace panorama {

namespace {

constexpr char32_t apostrophes[] = {0x27, 0x2018, 0x2019, 0x02BC};
constexpr char32_t firstFullWidth = 0xFF01, lastFullWidth = 0xFF5E;
constexpr char32_t fromFullWidth = firstFullWidth - '!';
constexpr char32_t minusSign = 0x2212;

bool isApostrophe(char32_t character)
{
    return std::find(std::begin(apostrophes), std::end(apostrophes), character) != std::end(apostrophes);
}

bool isSpace(char32_t character)
{
    if (character < 0x80) return character == ' ' || (character >= '\t' && character <= '\r');
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
    return character == 0x85 || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

/// Calls the function with every character and its bytes; a byte that is no UTF-8 is a character of its own.
template <typename Function>
void eachCharacter(std::string_view text, Function function)
{
    while (!text.empty()) {
        const auto [character, bytes] = firstCharacter(text);
        function(character, text.substr(0, bytes));
        text.remove_prefix(bytes);
    }
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

std::pair<char32_t, std::size_t> firstCharacter(std::string_view utf8)
{
    constexpr char32_t notText = 0xFFFD;
    utf8proc_int32_t character = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                         static_cast<utf8proc_ssize_t>(utf8.size()), &character);
    if (length <= 0) return {notText, 1};
    return {static_cast<char32_t>(character), static_cast<std::size_t>(length)};
}

std::optional<OddCharacter> oddCharacter(char32_t character)
{
    using Kind = OddCharacter::Kind;
    if (character < 0x80) return std::nullopt;
    if (isInvisible(character)) return OddCharacter{Kind::invisible, character};
    if (isSpace(character)) return OddCharacter{Kind::space, character};
    if (character >= firstFullWidth && character <= lastFullWidth)
        return OddCharacter{Kind::fullWidth, character};
    if (character == minusSign) return OddCharacter{Kind::minus, character};
    return std::nullopt;
}

std::string onOneLine(std::string_view utf8)
{
    constexpr char32_t signsOfControl = 0x2400, signOfDelete = 0x2421;
    std::string line;
    const auto add = [&](char32_t sign) {
        utf8proc_uint8_t bytes[4];
        const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(sign), bytes);
        line.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    };
    eachCharacter(utf8, [&](char32_t character, std::string_view bytes) {
        const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
        if (character < 0x20)
            add(signsOfControl + character);
        else if (character == 0x7F)
            add(signOfDelete);
        else if (isInvisible(character) || category == UTF8PROC_CATEGORY_CC ||
                 category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP)
            line += fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(character));
        else
            line += bytes;
    });
    return line;
}

std::string plainText(std::string_view utf8)
{
    std::string plain;
    eachCharacter(utf8, [&](char32_t character, std::string_view bytes) {
        if (isInvisible(character)) return;
        if (isSpace(character)) {
            if (!plain.empty()) plain += ' ';
        } else if (plain.empty() && isApostrophe(character))
            return;
        else if (character >= firstFullWidth && character <= lastFullWidth)
            plain += static_cast<char>(character - fromFullWidth);
        else if (character == minusSign)
            plain += '-';
        else
            plain += bytes;
    });
    plain.erase(plain.find_last_not_of(' ') + 1);
    return plain;
}

std::optional<OddCharacter> oddCharacterIn(std::string_view utf8)
{
    const auto first = std::find_if_not(utf8.begin(), utf8.end(), [](char c) { return c == ' '; });
    if (isAscii(utf8) && (first == utf8.end() || *first != '\'')) return std::nullopt;
    std::optional<OddCharacter> odd, space;
    bool inFront = true;
    eachCharacter(utf8, [&](char32_t character, std::string_view) {
        auto found = oddCharacter(character);
        if (inFront && isApostrophe(character))
            found = OddCharacter{OddCharacter::Kind::apostrophe, character};
        else if (!found && !isSpace(character))
            inFront = false;
        if (!found) return;
        auto& told = found->kind == OddCharacter::Kind::space ? space : odd;
        if (!told) told = found;
    });
    return odd ? odd : space;
}

std::string wordKey(std::string_view utf8)
{
    std::string key = fold(utf8);
    if (!key.empty()) return key;
    constexpr std::string_view variations[] = {"\xEF\xB8\x8E", "\xEF\xB8\x8F"}; // drawn in black, in colour
    key = plainText(utf8);
    for (const auto variation : variations)
        for (auto at = key.find(variation); at != std::string::npos; at = key.find(variation))
            key.erase(at, variation.size());
    return key;
}

} // namespace panorama
