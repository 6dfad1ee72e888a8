#include "core/text/number.hpp"

#include "core/text/fold.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace panorama {

namespace {

// Longer texts are never numbers in a project sheet; the bound keeps hostile cells cheap.
constexpr std::size_t longestNumber = 64;

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// Length of the space that starts here (a plain, no-break, narrow no-break or thin space), 0 if none.
std::size_t spaceLength(std::string_view text)
{
    for (const std::string_view space : {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "'"})
        if (text.starts_with(space)) return space.size();
    return 0;
}

std::optional<NumberUnit> unitOf(std::string_view text)
{
    const auto rest = trimmed(text);
    if (rest.empty()) return NumberUnit::none;
    if (rest == "%") return NumberUnit::percent;
    const std::string key = fold(rest);
    if (key == "meur" || key == "m eur" || key == "million d euros" || key == "millions d euros" ||
        key == "millions")
        return NumberUnit::millionEuro;
    if (key == "keur" || key == "k eur" || key == "milliers d euros") return NumberUnit::thousandEuro;
    if (key == "eur" || key == "euro" || key == "euros") return NumberUnit::euro;
    if (key == "mdeur" || key == "md eur" || key == "milliard d euros" || key == "milliards d euros")
        return NumberUnit::billionEuro;
    if (key == "an" || key == "ans" || key == "annee" || key == "annees") return NumberUnit::years;
    if (key == "mois") return NumberUnit::months;
    return std::nullopt;
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
    if (problem != std::errc() || end != characters.data() + characters.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

} // namespace

std::optional<NumberText> parseNumber(std::string_view utf8)
{
    const std::string_view text = trimmed(utf8);
    if (text.empty() || text.size() > longestNumber) return std::nullopt;
    if (const auto plain = toDouble(text); plain && text.find_first_of("nN") == std::string_view::npos) {
        NumberText number{.value = *plain};
        if (const auto mark = text.find('.'); mark != std::string_view::npos) {
            number.decimalMark = '.';
            number.decimals = static_cast<int>(text.find_first_of("eE", mark) - mark - 1);
            if (text.find_first_of("eE") == std::string_view::npos)
                number.decimals = static_cast<int>(text.size() - mark - 1);
        }
        return number;
    }
    Numeral numeral = takeNumeral(text);
    if (numeral.malformedGroups || numeral.characters.find_first_of("0123456789") == std::string::npos)
        return std::nullopt;
    NumberText number{.grouped = numeral.spaced};
    const auto unit = unitOf(numeral.rest);
    if (!unit || !settleMarks(numeral.characters, number)) return std::nullopt;
    const auto value = toDouble(numeral.characters);
    if (!value) return std::nullopt;
    number.value = *value;
    number.unit = *unit;
    return number;
}

} // namespace panorama
