#include "core/table/header_words.hpp"

#include "core/table/said_unit.hpp"
#include "core/text/fold.hpp"
#include "core/text/words.hpp"

#include <algorithm>
#include <cctype>

namespace panorama {

namespace {

/// Marks of footnotes: they fold to digits, which would glue to the word before.
std::string withoutMarks(std::string_view header)
{
    static constexpr std::string_view marks[] = {"¹", "²", "³", "⁰", "⁴", "⁵", "⁶", "⁷", "⁸",
                                                 "⁹", "*", "†", "‡", "§", "ⁿ", "ᵃ", "ᵇ", "ᶜ"};
    std::string kept;
    for (std::size_t i = 0; i < header.size();) {
        const auto* mark = std::find_if(std::begin(marks), std::end(marks), [&](std::string_view each) {
            return header.substr(i).starts_with(each);
        });
        if (mark != std::end(marks)) {
            kept += ' ';
            i += mark->size();
        } else
            kept += header[i++];
    }
    return kept;
}

/// The letters at the start of a text that number it: "a" of "a) Nom", "IV" of "IV. Coût"; none of others.
std::string_view letterOf(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && end < 5 && std::isalpha(static_cast<unsigned char>(text[end])))
        ++end;
    const std::string_view letters = text.substr(0, end);
    const bool roman = letters.find_first_not_of("IVX") == std::string_view::npos;
    const std::string_view rest = text.substr(end);
    const bool numbers = !letters.empty() && (letters.size() == 1 || (roman && letters.size() <= 4)) &&
                         (rest.starts_with(')') || rest.starts_with('.') || rest.starts_with(" -") ||
                          rest.starts_with(" :") || rest.starts_with("°"));
    return numbers ? letters : std::string_view();
}

/// Without the number or the letter of a form: "1. Coût", "2) Phase", "a) Nom", "B. Ministère", "IV - Coût".
std::string_view withoutNumbering(std::string_view header)
{
    std::string_view text = trimmed(header);
    const std::size_t word = text.find_first_not_of("0123456789.)(-* ");
    if (word == std::string_view::npos) return text;
    text.remove_prefix(word);
    text.remove_prefix(letterOf(text).size());
    if (text.starts_with("°")) text.remove_prefix(std::string_view("°").size());
    const std::size_t start = text.find_first_not_of("0123456789.)(-*:/ ");
    return start == std::string_view::npos ? text : text.substr(start);
}

/// The header without what stands in parentheses or brackets.
std::string withoutBrackets(std::string_view header)
{
    std::string kept;
    int depth = 0;
    for (const char character : header) {
        if (character == '(' || character == '[') ++depth;
        if (depth == 0) kept += character;
        if ((character == ')' || character == ']') && depth > 0) --depth;
    }
    return kept;
}

/// The folded header without a unit at its end ("cout initial en meur ttc" -> "cout initial").
std::string withoutUnit(std::string key)
{
    static constexpr std::string_view units[] = {" ttc",
                                                 " ht",
                                                 " en meur",
                                                 " meur",
                                                 " en keur",
                                                 " keur",
                                                 " en m",
                                                 " en eur",
                                                 " eur",
                                                 " en euros",
                                                 " euros",
                                                 " en annees",
                                                 " en annee",
                                                 " annees",
                                                 " en ans",
                                                 " en mois",
                                                 " mois",
                                                 " en millions d euros",
                                                 " en milliers d euros",
                                                 " en k",
                                                 " en jours",
                                                 " en pourcentage",
                                                 " en pour cent",
                                                 " en points",
                                                 " en mdeur",
                                                 " mdeur",
                                                 " m eur",
                                                 " k eur",
                                                 " usd",
                                                 " musd",
                                                 " kusd",
                                                 " mf",
                                                 " kf",
                                                 " fcfa",
                                                 " francs",
                                                 " en"}; // "en %"
    for (bool again = true; again;) {
        again = false;
        for (const auto unit : units)
            if (key.ends_with(unit)) {
                key.erase(key.size() - unit.size());
                again = true;
            }
    }
    if (const auto at = key.rfind(" en "); at != std::string::npos && isUnitAlone(key.substr(at)))
        key.erase(at);
    return key;
}

bool isMonthWord(std::string_view word)
{
    static constexpr std::string_view months[] = {"janvier",   "fevrier", "mars",     "avril",
                                                  "mai",       "juin",    "juillet",  "aout",
                                                  "septembre", "octobre", "novembre", "decembre"};
    return std::find(std::begin(months), std::end(months), word) != std::end(months);
}

/// What a form writes beside a header without changing it.
bool isFormWord(std::string_view word)
{
    return word == "obligatoire" || word == "facultatif" || word == "optionnel" || word == "requis" ||
           word == "conditionnel";
}

/// A folded header without "obligatoire", the number of a footnote at its end, and the year it is of.
std::pair<std::string, std::optional<int>> withoutYear(std::string_view key)
{
    auto words = wordsOf(key);
    std::optional<int> year;
    while (words.size() > 1 && isDigits(words.front(), 1, 2))
        words.erase(words.begin());
    for (std::size_t i = 0; i < words.size();) {
        const auto here = words.begin() + static_cast<std::ptrdiff_t>(i);
        if (isYearWord(words[i])) {
            year = std::stoi(words[i]);
            words.erase(here);
            // "au 31/12/2025", "en juin 2026", "à fin 2025"
            while (i > 0 && (isDigits(words[i - 1], 1, 2) || words[i - 1] == "au" || words[i - 1] == "en" ||
                             isMonthWord(words[i - 1]) || words[i - 1] == "annee" || words[i - 1] == "a"))
                words.erase(words.begin() + static_cast<std::ptrdiff_t>(--i));
        } else if (isFormWord(words[i]) || (i + 1 == words.size() && i > 0 && isDigits(words[i], 1, 2)))
            words.erase(here);
        else
            ++i;
    }
    return {joined(words), year};
}

bool isArticle(const std::string& word)
{
    static constexpr std::string_view articles[] = {"de", "du", "des", "la", "le", "les", "l", "d"};
    return std::find(std::begin(articles), std::end(articles), word) != std::end(articles);
}

/// Words that tell nothing apart in a header.
bool isFiller(const std::string& word)
{
    static constexpr std::string_view fillers[] = {"de", "du", "des", "la", "le",   "les",
                                                   "l",  "d",  "et",  "en", "date", "par"};
    return std::find(std::begin(fillers), std::end(fillers), word) != std::end(fillers);
}

} // namespace

HeaderKeys keysOf(std::string_view header)
{
    HeaderKeys result;
    const auto add = [&](std::string key) {
        if (!key.empty() && std::find(result.keys.begin(), result.keys.end(), key) == result.keys.end())
            result.keys.push_back(std::move(key));
    };
    const std::string plain = withoutMarks(header), bare(withoutNumbering(plain));
    add(fold(header));
    add(fold(plain));
    add(withoutUnit(fold(header)));
    add(withoutUnit(fold(withoutBrackets(plain))));
    for (const std::string& text : {bare, withoutBrackets(bare)}) {
        const auto [key, year] = withoutYear(fold(text));
        add(key);
        add(withoutUnit(key));
        add(withoutYear(withoutUnit(key)).first);
        if (!result.year) result.year = year;
    }
    return result;
}

std::string singular(std::string_view key)
{
    auto words = wordsOf(key);
    std::erase_if(words, isArticle);
    for (auto& word : words) {
        if (word.size() > 4 && word.ends_with("aux"))
            word.replace(word.size() - 3, 3, "al"); // initiaux, initial
        else if (word.size() > 3 && (word.back() == 's' || word.back() == 'x'))
            word.pop_back();
    }
    return joined(words);
}

double divisorOf(std::string_view header, FieldType type)
{
    const std::string key = fold(header);
    const bool perCent = header.find('%') != std::string_view::npos || hasWord(key, "pourcentage") ||
                         hasWord(key, "pourcent") || hasWord(key, "pour cent") || hasWord(key, "points") ||
                         hasWord(key, "pts") || hasWord(key, "percent");
    if (type == FieldType::rate && perCent) return 100;
    if (type == FieldType::money) return unitOfAmounts(header).divisor;
    if (type == FieldType::years && hasWord(key, "mois")) return 12;
    if (type == FieldType::years && hasWord(key, "jours"))
        return 365; // as the panorama's first editions counted
    return 1;
}

bool isLettered(std::string_view header)
{
    return !letterOf(trimmed(header)).empty();
}

std::string firstWordOf(std::string_view header)
{
    std::size_t end = 0;
    const auto isBorder = [](char c) {
        return c == ' ' || c == '\n' || c == '-' || c == '/' || c == '(' || c == '\'';
    };
    header = trimmed(header);
    while (end < header.size() && !isBorder(header[end]))
        ++end;
    return fold(header.substr(0, end));
}

std::vector<std::string> tellingWords(std::string_view key)
{
    auto words = wordsOf(key);
    std::erase_if(words, isFiller);
    return words;
}

bool areCutShort(const std::vector<std::string>& words, const std::vector<std::string>& known)
{
    if (words.size() != known.size() || words.empty()) return false;
    bool cut = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == known[i]) continue;
        constexpr std::size_t fewestLetters = 3; // two letters begin too many words
        if (words[i].size() < fewestLetters || !known[i].starts_with(words[i])) return false;
        cut = true;
    }
    return cut;
}

} // namespace panorama
