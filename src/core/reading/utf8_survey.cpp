#include "core/reading/utf8_survey.hpp"

#include "core/reading/code_page.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace panorama {

namespace {

unsigned char byteAt(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool continues(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

void note(Utf8Survey& survey, std::string_view bytes, std::size_t at, std::size_t length)
{
    const char32_t character = utf8Character(bytes, at, length);
    if (length > 2 || (character >= 0xC0 && character < 0x100) || isFrench(character)) ++survey.sound;
    if (mayBeginDoubleEncoding(bytes.substr(at + length), character)) survey.mayBeEncodedTwice = true;
    if (character == 0xFFFD) survey.hasReplacements = true;
}

} // namespace

std::size_t utf8Length(std::string_view text, std::size_t at)
{
    const unsigned char first = byteAt(text, at), second = byteAt(text, at + 1);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4 || !continues(second)) return 0;
    if (first < 0xE0) return 2;
    if (!continues(byteAt(text, at + 2))) return 0;
    if (first < 0xF0) { // neither longer than need be nor half of a UTF-16 pair
        const bool isSound = !(first == 0xE0 && second < 0xA0) && !(first == 0xED && second >= 0xA0);
        return isSound ? 3 : 0;
    }
    if (!continues(byteAt(text, at + 3))) return 0;
    const bool isSound = !(first == 0xF0 && second < 0x90) && !(first == 0xF4 && second >= 0x90);
    return isSound ? 4 : 0;
}

char32_t utf8Character(std::string_view text, std::size_t at, std::size_t length)
{
    static constexpr unsigned char firstBits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t character = byteAt(text, at) & firstBits[length];
    for (std::size_t i = 1; i < length; ++i)
        character = character << 6 | (byteAt(text, at + i) & 0x3F);
    return character;
}

bool mayBeginDoubleEncoding(std::string_view following, char32_t character)
{
    static constexpr std::u32string_view beginnings = U"ÃÂÅ√¬≈├┬┼Ô‚";
    // "â" and "ï" are common in French, but not before these.
    if (character == U'â')
        return following.starts_with("€") || following.starts_with("‚") ||
               following.starts_with("\xC2\x80") || following.starts_with("\xC2\x82");
    if (character == U'ï') return following.starts_with("¿");
    return beginnings.find(character) != std::u32string_view::npos;
}

Utf8Survey surveyUtf8(std::string_view bytes)
{
    Utf8Survey survey;
    for (std::size_t at = 0; at < bytes.size();) {
        std::uint64_t eight = 0;
        if (at + sizeof eight <= bytes.size()) { // most of a French text is ASCII: eight characters at once
            std::memcpy(&eight, bytes.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080ull) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const std::size_t length = utf8Length(bytes, at);
        if (length > 1) note(survey, bytes, at, length);
        if (length == 0) ++survey.damaged;
        at += std::max<std::size_t>(length, 1);
    }
    return survey;
}

} // namespace panorama
