#pragma once

#include "core/reading/known_words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace panorama {

/// How sure it is that a text was read as it was meant.
enum class Certainty : std::uint8_t {
    certain,
    likely,   ///< nothing speaks for another reading, but little for this one
    ambiguous ///< other charsets read it otherwise, and as well
};

/// What was wrong with some bytes, and what was done about it.
enum class DamageKind : std::uint8_t {
    strayByte,      ///< no UTF-8 in a text that is: read as its Windows-1252 character, or as U+FFFD
    undefinedByte,  ///< means nothing in the charset: U+FFFD
    halfPair,       ///< half of a UTF-16 pair: U+FFFD
    cutOff,         ///< the file ends within a character
    nullCharacter,  ///< left out between cells, U+FFFD within a text
    lost,           ///< U+FFFD or the like in the file already: another program has lost the character
    doubleEncoding, ///< encoded twice ("Ã©"): undone
    uncertain       ///< another charset that is as likely reads it otherwise
};

struct TextDamage
{
    DamageKind kind = DamageKind::strayByte;
    std::size_t offset = 0; ///< in the decoded text
    std::size_t length = 0; ///< of what stands there now
    std::string bytes;      ///< as they stood in the file, the first ones of many
    friend bool operator==(const TextDamage&, const TextDamage&) = default;
};

/// How a text was read: part of what every report of the file can show.
struct DecodingEvidence
{
    std::string charset = "UTF-8"; ///< "UTF-8", "UTF-16", "Windows-1252", "MacRoman"...
    bool mark = false;             ///< a byte order mark said so
    Certainty certainty = Certainty::certain;
    std::vector<std::string> otherCharsets; ///< where it is ambiguous
    std::size_t damages = 0;                ///< places, of which `places` holds the first ones, in order
    std::vector<TextDamage> places;
    friend bool operator==(const DecodingEvidence&, const DecodingEvidence&) = default;
};

enum class DecodingProblem : std::uint8_t {
    binary, ///< no text at all
    utf32   ///< four bytes a character: no program for tables writes so
};

/// The text of a file, in UTF-8, and how it was read. The bytes must outlive it.
class DecodedText
{
  public:
    DecodedText(std::string_view bytes, DecodingEvidence evidence)
        : bytes_(bytes), evidence_(std::move(evidence))
    {
    }
    DecodedText(std::string converted, DecodingEvidence evidence)
        : converted_(std::move(converted)), evidence_(std::move(evidence))
    {
    }
    std::string_view text() const { return converted_ ? std::string_view(*converted_) : bytes_; }
    const DecodingEvidence& evidence() const { return evidence_; }
    DecodingEvidence& evidence() { return evidence_; }

  private:
    std::string_view bytes_;
    std::optional<std::string> converted_;
    DecodingEvidence evidence_;
};

/// From bytes to text. The words decide where the bytes alone do not.
tl::expected<DecodedText, DecodingProblem> decode(std::string_view bytes,
                                                  const KnownWords& words = KnownWords::french());

/// Where something stands in a text, counted from 1: in lines however they end, in characters within a line.
struct TextPosition
{
    std::size_t line = 1;
    std::size_t column = 1;
    friend bool operator==(const TextPosition&, const TextPosition&) = default;
};

/// Finds positions in a text one after the other, in the order in which they stand there.
class TextPositions
{
  public:
    explicit TextPositions(std::string_view text) : text_(text) {}
    TextPosition of(std::size_t offset);

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    TextPosition position_;
};

} // namespace panorama
