#pragma once

#include <cstddef>

/// Where decoding draws its lines, and why there.
namespace panorama::decoding_limits {

/// A text is UTF-8 with damage where it holds at least so many characters that only UTF-8 writes so for each
/// damaged place. In a text of one byte a character such sequences are rare: "Ã©" is no French.
constexpr std::size_t soundPerDamaged = 1;
/// From so many on nobody will doubt that it is UTF-8.
constexpr std::size_t soundPerDamagedForSure = 10;

/// UTF-16 without a mark: at least this share of the pairs has a null on one side, since French is mostly
/// ASCII...
constexpr double nullsOnOneSide = 0.4;
/// ...and at most this share on the other, since a text holds no null characters.
constexpr double nullsOnTheOther = 0.02;
/// Three bytes of four are null where a character takes four (UTF-32).
constexpr double nullsOfUtf32 = 0.7;
/// In a text with strays of null (padding, a disk that was full) at most half of the bytes are null...
constexpr double mostNulls = 0.5;
/// ...and hardly any are other control characters, of which a picture or an archive is full.
constexpr double mostControls = 0.02;

/// What a word that is not ASCII says for a charset under which it is a known word: such words hardly appear
/// by chance.
constexpr int recognisedWord = 4;
/// All its characters are French, and its capitals stand where capitals do.
constexpr int plausibleWord = 1;
/// It holds what no French word does: a capital after a small letter, a sign within, an undefined byte.
constexpr int implausibleWord = -2;
/// Certain: so many different words are recognised, since one or two may be names...
constexpr int wordsForCertainty = 3;
/// ...and every reading that differs loses by at least one word that is known here and implausible there.
constexpr int leadForCertainty = recognisedWord - implausibleWord;
/// Ambiguous: another reading that differs comes as near as this, less than what one recognised word weighs.
constexpr int margin = 3;
/// Different words that are looked at, and bytes shown to uchardet: more would say the same.
constexpr std::size_t mostWords = 5000;
constexpr std::size_t sampleSize = 256 * 1024;

/// Damaged places that are kept with their places; beyond them they are only counted.
constexpr std::size_t mostPlaces = 100'000;
/// Text that was encoded twice, or three times: programs that do it do not do it for ever.
constexpr int mostEncodings = 3;

} // namespace panorama::decoding_limits
