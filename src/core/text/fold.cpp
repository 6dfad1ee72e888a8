#include "core/text/fold.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utf8proc.h>
#include <vector>

namespace panorama {

namespace {

/// The characters whose decomposition is not what a French reader means by "the same".
std::string_view spelledOut(utf8proc_int32_t character)
{
    switch (character) {
    case 0x20AC: return "eur"; // €
    case 0x0153:
    case 0x0152: return "oe"; // œ Œ
    case 0x00E6:
    case 0x00C6: return "ae"; // æ Æ
    case 0x00DF: return "ss"; // ß
    case '&': return " et ";
    default: return {};
    }
}

bool isMark(utf8proc_category_t category)
{
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

bool isLetterOrDigit(utf8proc_category_t category)
{
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

/// Whether the character is a space or a line end of any script.
bool isSpace(utf8proc_int32_t character)
{
    return character == ' ' || (character >= '\t' && character <= '\r') || character == 0x85 ||
           (character >= 0xA0 && utf8proc_category(character) >= UTF8PROC_CATEGORY_ZS &&
            utf8proc_category(character) <= UTF8PROC_CATEGORY_ZP);
}

/// Collects the folded characters; separators wait until something follows them.
class Key
{
  public:
    void add(std::string_view text)
    {
        if (pending_ && !text_.empty()) text_ += ' ';
        pending_ = false;
        text_ += text;
    }
    void separate() { pending_ = true; }
    std::string take() { return std::move(text_); }

  private:
    std::string text_;
    bool pending_ = false;
};

void addAscii(Key& key, char character)
{
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9'))
        key.add(std::string_view(&character, 1));
    else if (character == '&') {
        key.separate();
        key.add("et");
        key.separate();
    } else
        key.separate();
}

void addDecomposed(Key& key, utf8proc_int32_t character)
{
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
    const auto count = utf8proc_decompose_char(character, parts, std::size(parts), options, &boundary);
    if (count < 0 || count > static_cast<utf8proc_ssize_t>(std::size(parts))) return key.separate();
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
        const auto category = utf8proc_category(parts[i]);
        if (isMark(category)) continue;
        if (!isLetterOrDigit(category)) {
            key.separate();
            continue;
        }
        utf8proc_uint8_t bytes[4];
        const auto length = utf8proc_encode_char(parts[i], bytes);
        key.add(std::string_view(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)));
    }
}

/// How many bytes at the start are a space or an invisible character; 0 for anything else.
std::size_t blankStart(std::string_view utf8)
{
    utf8proc_int32_t character = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                         static_cast<utf8proc_ssize_t>(utf8.size()), &character);
    if (length <= 0 || !(isSpace(character) || isInvisible(static_cast<char32_t>(character)))) return 0;
    return static_cast<std::size_t>(length);
}

/// The same for the end.
std::size_t blankEnd(std::string_view utf8)
{
    std::size_t start = utf8.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(utf8[start]) & 0xC0) == 0x80)
        --start;
    return blankStart(utf8.substr(start)) == utf8.size() - start ? utf8.size() - start : 0;
}

} // namespace

bool isInvisible(char32_t character)
{
    // Most texts stay below the first one after the soft hyphen: one comparison.
    if (character < 0x200B) return character == 0xAD;
    return character <= 0x200F || (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2060 && character <= 0x2064) || (character >= 0x2066 && character <= 0x2069) ||
           character == 0xFEFF;
}

std::string fold(std::string_view utf8)
{
    Key key;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
    for (std::size_t at = 0; at < utf8.size();) {
        if (static_cast<unsigned char>(utf8[at]) < 0x80) {
            addAscii(key, utf8[at++]);
            continue;
        }
        utf8proc_int32_t character = 0;
        const auto length =
            utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(utf8.size() - at), &character);
        if (length <= 0) {
            key.separate();
            ++at;
            continue;
        }
        at += static_cast<std::size_t>(length);
        if (isInvisible(static_cast<char32_t>(character))) continue;
        if (const auto letters = spelledOut(character); !letters.empty())
            key.add(letters);
        else
            addDecomposed(key, character);
    }
    return key.take();
}

std::string_view trimmed(std::string_view utf8)
{
    // Nearly every text begins and ends with a visible ASCII character: nothing to look for.
    const auto isPlain = [](char c) { return c > ' ' && static_cast<unsigned char>(c) < 0x80; };
    if (utf8.empty() || (isPlain(utf8.front()) && isPlain(utf8.back()))) return utf8;
    while (!utf8.empty())
        if (const std::size_t blank = blankStart(utf8))
            utf8.remove_prefix(blank);
        else
            break;
    while (!utf8.empty())
        if (const std::size_t blank = blankEnd(utf8))
            utf8.remove_suffix(blank);
        else
            break;
    return utf8;
}

bool isUtf8(std::string_view bytes)
{
    const auto* data = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
    for (std::size_t at = 0; at < bytes.size();) {
        std::uint64_t eight = 0;
        if (at + sizeof eight <= bytes.size()) { // most of a French text is ASCII: eight characters at once
            std::memcpy(&eight, bytes.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080ull) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        utf8proc_int32_t character = 0;
        const auto length =
            utf8proc_iterate(data + at, static_cast<utf8proc_ssize_t>(bytes.size() - at), &character);
        if (length <= 0) return false;
        at += static_cast<std::size_t>(length);
    }
    return true;
}

int editDistance(std::string_view a, std::string_view b, int limit)
{
    if (std::abs(static_cast<long>(a.size()) - static_cast<long>(b.size())) > limit) return limit + 1;
    std::vector<int> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        int best = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
            best = std::min(best, row[j]);
        }
        if (best > limit) return limit + 1;
    }
    return row.back();
}

} // namespace panorama
