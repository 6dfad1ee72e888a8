#include "core/reading/decoding.hpp"

#include "core/reading/charset_choice.hpp"
#include "core/reading/damaged_text.hpp"
#include "core/reading/double_encoding.hpp"
#include "core/reading/utf8_survey.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>

namespace panorama {

namespace {

using namespace decoding_limits;

/// How many null bytes stand at places of each remainder by four, over the beginning of the file.
struct Nulls
{
    std::array<std::size_t, 4> at{};
    std::size_t bytes = 0;

    explicit Nulls(std::string_view file)
    {
        const auto sample = file.substr(0, sampleSize);
        bytes = sample.size();
        for (std::size_t i = 0; i < sample.size(); ++i)
            if (sample[i] == '\0') ++at[i % 4];
    }
    double share(std::size_t nulls, std::size_t parts) const
    {
        return bytes < parts
                   ? 0
                   : static_cast<double>(nulls) / (static_cast<double>(bytes) / static_cast<double>(parts));
    }
    double evenShare() const { return share(at[0] + at[2], 2); }
    double oddShare() const { return share(at[1] + at[3], 2); }
    /// Three of four, of which the fourth differs.
    bool isUtf32() const
    {
        return share(at[0] + at[1] + at[2] + at[3], 1) > nullsOfUtf32 && (at[0] < at[1] || at[3] < at[2]);
    }
};

bool isControl(char character)
{
    return static_cast<unsigned char>(character) < 0x20 && (character < '\t' || character > '\r') &&
           character != '\0';
}

/// Whether what holds null characters is no text.
bool isBinary(std::string_view bytes)
{
    const auto sample = bytes.substr(0, sampleSize);
    const auto size = static_cast<double>(sample.size());
    const auto nulls = static_cast<double>(std::count(sample.begin(), sample.end(), '\0'));
    const auto controls = static_cast<double>(std::count_if(sample.begin(), sample.end(), isControl));
    return nulls > mostNulls * size || controls > mostControls * size;
}

DecodedText fromUtf16(std::string_view bytes, bool bigEndian)
{
    DamagedText result;
    iconv_t converter = iconv_open("UTF-8", bigEndian ? "UTF-16BE" : "UTF-16LE");
    char* from = const_cast<char*>(bytes.data()); // iconv does not write there
    std::size_t left = bytes.size();
    std::array<char, 16384> buffer;
    while (left > 0) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const bool failed = iconv(converter, &from, &left, &to, &room) == static_cast<std::size_t>(-1);
        const int reason = failed ? errno : 0;
        result.add(std::string_view(buffer.data(), buffer.size() - room));
        if (!failed || reason == E2BIG) continue;
        const bool cutOff = left < 2;
        const std::size_t lost = std::min<std::size_t>(left, 2);
        result.addDamaged(cutOff ? DamageKind::cutOff : DamageKind::halfPair, {from, lost},
                          cutOff ? 0 : replacementCharacter);
        from += lost;
        left -= lost;
    }
    iconv_close(converter);
    return result.take();
}

/// Adds a run of null characters, and passes it: programs that keep fields of a fixed width fill them so.
void addNulls(DamagedText& result, std::string_view bytes, std::size_t& at)
{
    static constexpr std::string_view borders = ",;\t|\"\r\n";
    const std::size_t start = at;
    at = std::min(bytes.find_first_not_of('\0', at), bytes.size());
    const bool atBorder = borders.find(result.last()) != std::string_view::npos || at == bytes.size() ||
                          borders.find(bytes[at]) != std::string_view::npos;
    result.addDamaged(DamageKind::nullCharacter, bytes.substr(start, at - start),
                      atBorder ? 0 : replacementCharacter);
}

/// How many bytes one damage takes: half of a UTF-16 pair, written as if it were a character, is one.
std::size_t damageLength(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
    };
    const bool isHalfPair = byte(at) == 0xED && byte(at + 1) >= 0xA0 && byte(at + 1) < 0xC0 &&
                            byte(at + 2) >= 0x80 && byte(at + 2) < 0xC0;
    return isHalfPair ? 3 : 1;
}

DecodedText fromDamagedUtf8(std::string_view bytes)
{
    DamagedText result;
    result.reserve(bytes.size() + bytes.size() / 16);
    for (std::size_t at = 0; at < bytes.size();) {
        if (bytes[at] == '\0') {
            addNulls(result, bytes, at);
            continue;
        }
        if (const std::size_t length = utf8Length(bytes, at); length > 0) {
            const auto character = bytes.substr(at, length);
            if (character == "\uFFFD")
                result.addDamaged(DamageKind::lost, character, replacementCharacter);
            else
                result.add(character);
            at += length;
            continue;
        }
        const std::size_t length = damageLength(bytes, at);
        const char32_t stray = windows1252().character(static_cast<unsigned char>(bytes[at]));
        result.addDamaged(length == 3 ? DamageKind::halfPair : DamageKind::strayByte,
                          bytes.substr(at, length),
                          length == 1 && isFrench(stray) ? stray : replacementCharacter);
        at += length;
    }
    return result.take();
}

DecodedText fromCodePage(std::string_view bytes, const CharsetChoice& choice)
{
    DamagedText result;
    result.evidence.charset = choice.page->name;
    result.evidence.certainty = choice.certainty;
    for (const CodePage* other : choice.others)
        result.evidence.otherCharsets.push_back(other->name);
    result.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size();) {
        if (bytes[at] == '\0') {
            addNulls(result, bytes, at);
            continue;
        }
        const auto byte = static_cast<unsigned char>(bytes[at]);
        const char32_t character = choice.page->character(byte);
        const bool isUncertain = byte >= 0x80 && std::any_of(choice.others.begin(), choice.others.end(),
                                                             [&](const CodePage* other) {
                                                                 return other->character(byte) != character;
                                                             });
        if (character == 0)
            result.addDamaged(DamageKind::undefinedByte, bytes.substr(at, 1), replacementCharacter);
        else if (isUncertain)
            result.addDamaged(DamageKind::uncertain, bytes.substr(at, 1), character);
        else
            result.add(character);
        ++at;
    }
    return result.take();
}

/// A text without a mark of UTF-16.
DecodedText fromBytes(std::string_view bytes, const KnownWords& words)
{
    const Utf8Survey survey = surveyUtf8(bytes);
    const bool hasNulls = bytes.find('\0') != std::string_view::npos;
    if (survey.damaged == 0 && !hasNulls && !survey.hasReplacements) {
        DecodedText text(bytes, {});
        return survey.mayBeEncodedTwice ? withoutDoubleEncoding(std::move(text)) : std::move(text);
    }
    if (survey.damaged > survey.sound * soundPerDamaged)
        return withoutDoubleEncoding(fromCodePage(bytes, chooseCharset(bytes, words)));
    DecodedText text = withoutDoubleEncoding(fromDamagedUtf8(bytes));
    if (survey.damaged * soundPerDamagedForSure > survey.sound) text.evidence().certainty = Certainty::likely;
    return text;
}

/// Without a mark it is only the null characters that say so.
tl::expected<DecodedText, DecodingProblem> utf16(std::string_view bytes, bool bigEndian, bool mark)
{
    DecodedText text = withoutDoubleEncoding(fromUtf16(bytes, bigEndian));
    const bool isOther = !mark && isBinary(text.text());
    if (isOther || text.text().find('\0') != std::string_view::npos)
        return tl::unexpected(DecodingProblem::binary);
    text.evidence().charset = mark ? "UTF-16" : bigEndian ? "UTF-16BE" : "UTF-16LE";
    text.evidence().mark = mark;
    if (!mark) text.evidence().certainty = Certainty::likely;
    return text;
}

} // namespace

tl::expected<DecodedText, DecodingProblem> decode(std::string_view bytes, const KnownWords& words)
{
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv))
        return tl::unexpected(DecodingProblem::utf32);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return utf16(bytes.substr(2), bytes.front() == '\xFE', true);
    if (bytes.find('\0') != std::string_view::npos) {
        const Nulls nulls(bytes);
        if (nulls.oddShare() >= nullsOnOneSide && nulls.evenShare() <= nullsOnTheOther)
            return utf16(bytes, false, false);
        if (nulls.evenShare() >= nullsOnOneSide && nulls.oddShare() <= nullsOnTheOther)
            return utf16(bytes, true, false);
        if (nulls.isUtf32()) return tl::unexpected(DecodingProblem::utf32);
        if (isBinary(bytes)) return tl::unexpected(DecodingProblem::binary);
    }
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (!bytes.starts_with(mark)) return fromBytes(bytes, words);
    DecodedText text = fromBytes(bytes.substr(mark.size()), words);
    text.evidence().mark = true;
    return text;
}

TextPosition TextPositions::of(std::size_t offset)
{
    for (; at_ < offset && at_ < text_.size(); ++at_) {
        const char c = text_[at_];
        if (c == '\n' || (c == '\r' && !text_.substr(at_ + 1).starts_with('\n')))
            position_ = {position_.line + 1, 1};
        else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)
            ++position_.column;
    }
    return position_;
}

} // namespace panorama
