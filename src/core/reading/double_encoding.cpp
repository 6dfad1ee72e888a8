#include "core/reading/double_encoding.hpp"

#include "core/reading/damaged_text.hpp"
#include "core/reading/utf8_survey.hpp"

#include <algorithm>

namespace panorama {

namespace {

/// A character that stands for itself, at so many bytes.
struct Undone
{
    char32_t character = 0;
    std::size_t length = 0; ///< of the characters that it was written with; 0 for none
};

/// Characters of boxes, which stand beside each other where lines are drawn with them.
bool isBox(char32_t character)
{
    return character >= 0x2500 && character < 0x25A0;
}

bool isAsciiLetter(std::string_view text, std::size_t at)
{
    return at < text.size() && ((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z');
}

/// The character whose UTF-8 bytes, taken for a charset, are the characters at a place.
Undone undone(std::string_view text, std::size_t at, const CodePage& page)
{
    std::string bytes;
    std::size_t length = 0;
    char32_t last = 0;
    while (bytes.size() < 3 && at + length < text.size()) {
        const std::size_t one = utf8Length(text, at + length);
        if (one < 2) return {}; // ASCII is no part of a sequence
        last = utf8Character(text, at + length, one);
        unsigned char byte = page.byteOf(last);
        // Where a charset defines nothing, programs keep the byte as a control character.
        if (byte == 0 && last < 0xA0) byte = static_cast<unsigned char>(last);
        if (byte < 0x80) return {};
        bytes += static_cast<char>(byte);
        length += one;
        if (bytes.size() > 1 && utf8Length(bytes, 0) == bytes.size()) break;
    }
    if (bytes.size() < 2 || utf8Length(bytes, 0) != bytes.size()) return {};
    if (isBox(last) && !isAsciiLetter(text, at - 1) && !isAsciiLetter(text, at + length)) return {};
    const char32_t meant = utf8Character(bytes, 0, bytes.size());
    // What was lost before the text was encoded again is U+FFFD ("ï¿½").
    const bool isCertain =
        isFrench(meant) || (meant >= 0xA0 && meant < 0x100) || meant == replacementCharacter;
    return isCertain ? Undone{meant, length} : Undone{};
}

Undone undone(std::string_view text, std::size_t at)
{
    const std::size_t length = utf8Length(text, at);
    if (length < 2 || !mayBeginDoubleEncoding(text.substr(at + length), utf8Character(text, at, length)))
        return {};
    for (const CodePage* page : frenchCodePages())
        if (const Undone found = undone(text, at, *page); found.length > 0) return found;
    return {};
}

/// One round; nothing where nothing was encoded twice.
std::optional<DecodedText> undoneOnce(const DecodedText& given)
{
    const std::string_view text = given.text();
    DamagedText result;
    result.evidence = given.evidence();
    const auto earlier = std::move(result.evidence.places);
    const std::size_t notKept = result.evidence.damages - earlier.size();
    result.evidence.places.clear();
    result.evidence.damages = 0;
    std::size_t kept = 0, count = 0;
    auto next = earlier.begin();
    const auto keepTo = [&](std::size_t end) {
        for (; next != earlier.end() && next->offset < end; ++next) {
            TextDamage moved = *next;
            moved.offset = moved.offset < kept ? result.size() : moved.offset - kept + result.size();
            result.note(std::move(moved));
        }
        result.add(text.substr(kept, end - kept));
    };
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const Undone found = undone(text, at);
        if (found.length == 0) {
            at += std::max<std::size_t>(utf8Length(text, at), 1);
            continue;
        }
        keepTo(at);
        const bool isLost = found.character == replacementCharacter;
        result.addDamaged(isLost ? DamageKind::lost : DamageKind::doubleEncoding,
                          text.substr(at, found.length), found.character);
        kept = at += found.length;
        while (next != earlier.end() && next->offset < kept && next->kind == DamageKind::doubleEncoding)
            ++next; // the same place, encoded once more
        ++count;
    }
    if (count == 0) return std::nullopt;
    keepTo(text.size());
    result.evidence.damages += notKept;
    return result.take();
}

} // namespace

DecodedText withoutDoubleEncoding(DecodedText text)
{
    for (int round = 0; round < decoding_limits::mostEncodings; ++round) {
        auto better = undoneOnce(text);
        if (!better) break;
        text = std::move(*better);
    }
    return text;
}

} // namespace panorama
