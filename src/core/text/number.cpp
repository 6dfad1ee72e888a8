#include "core/text/number.hpp"

#include "core/text/fold.hpp"
#include "core/text/plain_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <utf8proc.h>

namespace panorama {

namespace {

// The State's whole debt in cents is less; beyond, a number is a slip of the pen, and no longer exact.
constexpr double highestNumber = 1e15;
// Longer texts are never numbers in a project sheet; the bound keeps hostile cells cheap.
constexpr std::size_t longestNumber = 64;
constexpr std::size_t longestOddNumber = 4 * longestNumber; // odd characters take up to four bytes each
constexpr int mostExponentDigits = 3;

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// Length of the mark that parts groups of digits and starts here, 0 if none. Every space is a plain one by
/// now.
std::size_t spaceLength(std::string_view text)
{
    for (const std::string_view space : {" ", "'", "\xE2\x80\x99"})
        if (text.starts_with(space)) return space.size();
    return 0;
}

struct UnitWord
{
    std::string_view key;
    NumberUnit unit;
};

/// Whether a text has only what units are written with: folding drops other signs, and with them the dollar
/// of "M$" or the doubt of "M€ ?".
bool hasOnlyUnitSigns(std::string_view text)
{
    constexpr std::u32string_view signs = U" .-'\u2019\u20AC";
    while (!text.empty()) {
        const auto [character, bytes] = firstCharacter(text);
        const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
        const bool isLetter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_MN;
        if (!isLetter && signs.find(character) == std::u32string_view::npos) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

std::optional<NumberUnit> unitOf(std::string_view text)
{
    using enum NumberUnit;
    static constexpr UnitWord words[] = {
        {"", none},
        {"meur", millionEuro},
        {"m eur", millionEuro},
        {"meuros", millionEuro},
        {"m euros", millionEuro},
        {"m", millionEuro},
        {"me", millionEuro},
        {"mio", millionEuro},
        {"mio eur", millionEuro},
        {"million", millionEuro},
        {"millions", millionEuro},
        {"million eur", millionEuro},
        {"millions eur", millionEuro},
        {"million euros", millionEuro},
        {"millions euros", millionEuro},
        {"million d eur", millionEuro},
        {"millions d eur", millionEuro},
        {"million d euros", millionEuro},
        {"millions d euros", millionEuro},
        {"k", thousandEuro},
        {"ke", thousandEuro},
        {"keur", thousandEuro},
        {"k eur", thousandEuro},
        {"keuros", thousandEuro},
        {"k euros", thousandEuro},
        {"millier d euros", thousandEuro},
        {"milliers d euros", thousandEuro},
        {"milliers", thousandEuro},
        {"milliers eur", thousandEuro},
        {"milliers d eur", thousandEuro},
        {"eur", euro},
        {"euro", euro},
        {"euros", euro},
        {"md", billionEuro},
        {"mds", billionEuro},
        {"mdeur", billionEuro},
        {"md eur", billionEuro},
        {"mdseur", billionEuro},
        {"mds eur", billionEuro},
        {"mdeuros", billionEuro},
        {"md euros", billionEuro},
        {"milliard", billionEuro},
        {"milliards", billionEuro},
        {"milliard eur", billionEuro},
        {"milliards eur", billionEuro},
        {"milliard d euros", billionEuro},
        {"milliards d euros", billionEuro},
        {"an", years},
        {"ans", years},
        {"annee", years},
        {"annees", years},
        {"mois", months},
        {"pour cent", percent},
        {"pourcent", percent},
        {"pt", points},
        {"pts", points},
        {"point", points},
        {"points", points},
    };
    const auto rest = trimmed(text);
    if (rest == "%") return percent;
    const std::string key = fold(rest);
    if (key.empty() != rest.empty() || !hasOnlyUnitSigns(rest)) return std::nullopt;
    const auto* found = std::find_if(std::begin(words), std::end(words),
                                     [&](const UnitWord& word) { return word.key == key; });
    return found == std::end(words) ? std::nullopt : std::optional(found->unit);
}

/// Takes "HT" or "TTC" off the end.
TaxWord takeTaxWord(std::string_view& text)
{
    text = trimmed(text);
    const std::string key = fold(text);
    if (key == "ttc" || key.ends_with(" ttc")) {
        text = trimmed(text.substr(0, text.size() - 3));
        return TaxWord::included;
    }
    if (key != "ht" && !key.ends_with(" ht")) return TaxWord::none;
    text = trimmed(text.substr(0, text.size() - 2));
    return TaxWord::excluded;
}

/// Takes "E+01" off the front.
int takeExponent(std::string_view& text)
{
    if (text.empty() || (text.front() != 'e' && text.front() != 'E')) return 0;
    std::size_t digits = 1;
    const bool isSigned = text.size() > 1 && (text[1] == '+' || text[1] == '-');
    if (isSigned) ++digits;
    const std::size_t start = digits;
    while (digits < text.size() && isDigit(text[digits]))
        ++digits;
    if (digits == start || digits > start + mostExponentDigits) return 0;
    int exponent = 0;
    std::from_chars(text.data() + start, text.data() + digits, exponent);
    if (text[1] == '-') exponent = -exponent;
    text.remove_prefix(digits);
    return exponent;
}

/// The characters of the numeral with its spaces taken out; `rest` is what follows it.
struct Numeral
{
    std::string characters;
    std::string_view rest;
    bool spaced = false;
    bool malformedGroups = false;
};

Numeral takeNumeral(std::string_view text)
{
    Numeral numeral;
    std::size_t sinceSpace = 0;
    while (!text.empty()) {
        const char next = text.front();
        if (isDigit(next) || next == '.' || next == ',' ||
            ((next == '-' || next == '+') && numeral.characters.empty()))
        {
            if (isDigit(next))
                ++sinceSpace;
            else if (numeral.spaced && sinceSpace != 3)
                numeral.malformedGroups = true;
            numeral.characters += next;
            text.remove_prefix(1);
            continue;
        }
        const std::size_t space = spaceLength(text);
        const bool grouping = space != 0 && text.size() > space && isDigit(text[space]) &&
                              !numeral.characters.empty() &&
                              numeral.characters.find_first_of(".,") == std::string::npos;
        if (!grouping) break;
        if (numeral.spaced && sinceSpace != 3) numeral.malformedGroups = true;
        if (!numeral.spaced && sinceSpace > 3) numeral.malformedGroups = true; // "1234 567"
        numeral.spaced = isDigit(numeral.characters.back()) || numeral.spaced;
        sinceSpace = 0;
        text.remove_prefix(space);
    }
    const bool whole = numeral.characters.find_first_of(".,") == std::string::npos;
    if (numeral.spaced && whole && sinceSpace != 3) numeral.malformedGroups = true;
    numeral.rest = text;
    return numeral;
}

/// Every mark but the decimal one must stand before groups of three digits.
bool groupsAreWhole(std::string_view whole, char mark)
{
    std::size_t digits = 0;
    bool first = true;
    for (const char character : whole) {
        if (character == mark) {
            if (first ? digits == 0 || digits > 3 : digits != 3) return false;
            first = false;
            digits = 0;
        } else if (isDigit(character))
            ++digits;
    }
    return first || digits == 3;
}

/// Finds the decimal mark and takes the grouping marks out. False where the marks make no number.
bool settleMarks(std::string& characters, NumberText& number)
{
    const auto points = std::count(characters.begin(), characters.end(), '.');
    const auto commas = std::count(characters.begin(), characters.end(), ',');
    if (points == 0 && commas == 0) return true;
    char decimal = points > 0 ? '.' : ',';
    if (points > 0 && commas > 0) decimal = characters.rfind('.') > characters.rfind(',') ? '.' : ',';
    const char group = decimal == '.' ? ',' : '.';
    const bool onlyGroups = (points == 0 || commas == 0) && points + commas > 1; // "1.234.567"
    if (onlyGroups) {
        number.grouped = true;
        if (!groupsAreWhole(characters, decimal)) return false;
        std::erase(characters, decimal);
        return true;
    }
    if (std::count(characters.begin(), characters.end(), decimal) != 1) return false;
    const std::size_t at = characters.find(decimal);
    if (!groupsAreWhole(std::string_view(characters).substr(0, at), group)) return false;
    number.grouped = number.grouped || std::count(characters.begin(), characters.end(), group) > 0;
    number.decimalMark = decimal;
    number.decimals = static_cast<int>(characters.size() - at - 1);
    characters[at] = '.';
    std::erase(characters, group == '.' ? '\0' : group);
    if (group == '.') { // the decimal mark itself is a point now: drop the points before it
        const std::string whole = characters.substr(0, at);
        std::string kept;
        std::copy_if(whole.begin(), whole.end(), std::back_inserter(kept), [](char c) { return c != '.'; });
        characters = kept + characters.substr(at);
    }
    return true;
}

std::optional<double> toDouble(std::string_view characters)
{
    if (characters.starts_with('+')) {
        characters.remove_prefix(1);
        if (characters.starts_with('-')) return std::nullopt;
    }
    double value = 0;
    const auto [end, problem] =
        std::from_chars(characters.data(), characters.data() + characters.size(), value);
    const bool whole = problem == std::errc() && end == characters.data() + characters.size();
    if (!whole || !(std::abs(value) <= highestNumber)) return std::nullopt;
    return value;
}

} // namespace

std::optional<NumberText> parseNumber(std::string_view utf8)
{
    if (utf8.size() > longestOddNumber) utf8 = trimmed(utf8);
    if (utf8.empty() || utf8.size() > longestOddNumber) return std::nullopt;
    const std::string plain = plainText(utf8);
    if (plain.empty() || plain.size() > longestNumber) return std::nullopt;
    constexpr std::string_view euroSign = "\xE2\x82\xAC";
    std::string_view text = plain;
    const bool signInFront = text.starts_with(euroSign);
    if (signInFront) text = trimmed(text.substr(euroSign.size()));
    Numeral numeral = takeNumeral(text);
    if (numeral.malformedGroups || numeral.characters.find_first_of("0123456789") == std::string::npos)
        return std::nullopt;
    NumberText number{.grouped = numeral.spaced};
    if (!settleMarks(numeral.characters, number)) return std::nullopt;
    const std::size_t length = numeral.rest.size();
    const int exponent = takeExponent(numeral.rest);
    number.scientific = numeral.rest.size() != length;
    if (number.scientific) numeral.characters += "e" + std::to_string(exponent);
    number.decimals = std::max(0, number.decimals - exponent);
    number.tax = takeTaxWord(numeral.rest);
    const auto unit = unitOf(numeral.rest);
    const auto value = toDouble(numeral.characters);
    if (!unit || !value) return std::nullopt;
    number.value = *value;
    number.unit = signInFront && *unit == NumberUnit::none ? NumberUnit::euro : *unit;
    if (number.tax != TaxWord::none && !isMoney(number.unit) && number.unit != NumberUnit::none)
        return std::nullopt;
    return number;
}

bool isMoney(NumberUnit unit)
{
    return unit >= NumberUnit::millionEuro && unit <= NumberUnit::billionEuro;
}

} // namespace panorama
