#include "core/reading/charset_choice.hpp"

#include "core/reading/decoding_limits.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <uchardet/uchardet.h>
#include <unordered_set>
#include <utf8proc.h>

namespace panorama {

namespace {

using namespace decoding_limits;

bool isAsciiWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The different words that hold a byte outside of ASCII.
std::vector<std::string_view> foreignWords(std::string_view bytes)
{
    std::unordered_set<std::string_view> seen;
    std::vector<std::string_view> words;
    const auto isForeign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    for (std::size_t at = 0; at < bytes.size() && words.size() < mostWords;) {
        const std::size_t start = at;
        bool foreign = false;
        for (; at < bytes.size() && (isAsciiWordCharacter(bytes[at]) || isForeign(bytes[at])); ++at)
            foreign = foreign || isForeign(bytes[at]);
        const auto word = bytes.substr(start, at - start);
        if (foreign && seen.insert(word).second) words.push_back(word);
        if (at == start) ++at;
    }
    return words;
}

enum class Form : unsigned char { sign, small, capital, digit };

Form formOf(char32_t character)
{
    if (character >= '0' && character <= '9') return Form::digit;
    const auto code = static_cast<utf8proc_int32_t>(character);
    switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT: return Form::capital;
    case UTF8PROC_CATEGORY_LL: return Form::small;
    default: return Form::sign;
    }
}

/// Signs that stand between two letters: "l’avis", and a no-break space.
bool mayJoin(char32_t character)
{
    return character == U'’' || character == U'‘' || character == U'\u00A0' || character == U'\u202F' ||
           character == U'€';
}

bool isLetter(Form form)
{
    return form == Form::small || form == Form::capital;
}

/// What a charset makes of a word.
enum class Look : unsigned char { implausible, possible, plausible };

/// Whether a foreign character fits between its neighbours; 0 stands for the end of the word.
Look lookOf(char32_t before, char32_t character, char32_t after)
{
    const Form form = formOf(character), last = formOf(before), next = formOf(after);
    if (character == 0 || (character >= 0x80 && character < 0xA0)) return Look::implausible;
    if (form == Form::sign) {
        if (isLetter(last) && isLetter(next) && !mayJoin(character)) return Look::implausible;
        return isFrench(character) ? Look::plausible : Look::implausible;
    }
    if (last == Form::digit || next == Form::digit) return Look::implausible;
    if (form == Form::capital && (last == Form::small || (next == Form::small && isLetter(last))))
        return Look::implausible;
    if (form == Form::small && last == Form::capital && next == Form::capital) return Look::implausible;
    return isFrench(character) ? Look::plausible : Look::possible;
}

Look lookOf(const std::u32string& word)
{
    Look worst = Look::plausible;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (word[i] >= 0x80 || word[i] == 0)
            worst = std::min(worst,
                             lookOf(i > 0 ? word[i - 1] : 0, word[i], i + 1 < word.size() ? word[i + 1] : 0));
    return worst;
}

bool isKnown(const std::u32string& word, const KnownWords& words)
{
    if (word.size() == 1) return word[0] == U'à' || word[0] == U'À';
    std::string text;
    for (const char32_t character : word)
        appendUtf8(text, character);
    const std::string folded = fold(text);
    for (std::size_t start = 0; start < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', start), folded.size());
        if (end - start >= 3 && words.holds(std::string_view(folded).substr(start, end - start))) return true;
        start = end + 1;
    }
    return false;
}

struct Candidate
{
    const CodePage* page = nullptr;
    int score = 0;
    int recognised = 0;
    std::vector<std::u32string> readings;
};

Candidate judge(const CodePage& page, const std::vector<std::string_view>& foreign, const KnownWords& words)
{
    Candidate candidate{.page = &page, .readings = {}};
    for (const std::string_view word : foreign) {
        std::u32string reading;
        for (const char byte : word)
            reading += page.character(static_cast<unsigned char>(byte));
        const Look look = lookOf(reading);
        if (look == Look::implausible)
            candidate.score += implausibleWord;
        else if (isKnown(reading, words)) {
            candidate.score += recognisedWord;
            ++candidate.recognised;
        } else if (look == Look::plausible)
            candidate.score += plausibleWord;
        candidate.readings.push_back(std::move(reading));
    }
    return candidate;
}

/// What uchardet takes the text for; empty where it does not know.
std::string proposal(std::string_view bytes)
{
    uchardet_t detector = uchardet_new();
    const auto sample = bytes.substr(0, sampleSize);
    std::string name;
    if (uchardet_handle_data(detector, sample.data(), sample.size()) == 0) {
        uchardet_data_end(detector);
        name = uchardet_get_charset(detector);
    }
    uchardet_delete(detector);
    // Its names of what we know already.
    if (name == "ISO-8859-1" || name == "WINDOWS-1252") return "Windows-1252";
    return name == "IBM850" ? "CP850" : name;
}

} // namespace

CharsetChoice chooseCharset(std::string_view bytes, const KnownWords& words)
{
    const auto foreign = foreignWords(bytes);
    std::vector<Candidate> candidates;
    for (const CodePage* page : frenchCodePages())
        candidates.push_back(judge(*page, foreign, words));
    CharsetChoice choice;
    const std::string proposed = proposal(bytes);
    const auto isProposed = [&](const Candidate& one) { return one.page->name == proposed; };
    if (!proposed.empty() && std::none_of(candidates.begin(), candidates.end(), isProposed)) {
        choice.proposed = codePage(proposed, proposed.c_str());
        if (choice.proposed) candidates.push_back(judge(*choice.proposed, foreign, words));
    }
    // Of equals comes first what uchardet reads, then the more usual one.
    const auto said = std::find_if(candidates.begin(), candidates.end(), isProposed);
    const auto favoured = said == candidates.end() ? std::vector<std::u32string>{} : said->readings;
    std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
        if (a.score != b.score) return a.score > b.score;
        return a.readings == favoured && b.readings != favoured;
    });
    const Candidate& best = candidates.front();
    choice.page = best.page;
    bool isClear = best.recognised >= wordsForCertainty;
    for (const Candidate& other : candidates) {
        if (other.readings == best.readings) continue;
        isClear = isClear && best.score - other.score >= leadForCertainty;
        if (best.score - other.score < margin) choice.others.push_back(other.page);
    }
    if (!choice.others.empty())
        choice.certainty = Certainty::ambiguous;
    else if (!isClear)
        choice.certainty = Certainty::likely;
    return choice;
}

} // namespace panorama
