#include "core/text/date.hpp"

#include "core/text/fold.hpp"
#include "core/text/plain_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace panorama {

namespace {

using namespace std::chrono;

constexpr sys_days nullDay = sys_days(year(1899) / 12 / 30);
constexpr int firstYear = 1900;
constexpr int lastYear = 2199;
// Two digits of a year: the panorama began in 2016 and its oldest project in 2005, so 70 to 99 are the last
// century.
constexpr int firstShortYearOfLastCentury = 70;
constexpr int firstPlausibleYear = 1990, lastPlausibleYear = 2060; // of a project
constexpr std::size_t longestDate = 160; // odd characters take up to four bytes each

std::optional<Date> makeDate(int y, int m, int d)
{
    if (y < firstYear || y > lastYear || m < 1 || m > 12 || d < 1 || d > 31) return std::nullopt;
    const Date date = year(y) / m / d;
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<int> wholeNumber(std::string_view digits)
{
    int value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || problem != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::optional<int> monthNumber(std::string_view folded)
{
    struct Month
    {
        std::string_view start;
        int number;
    };
    // The first letters that tell a month from all others, in French and in English.
    static constexpr Month months[] = {{"janv", 1}, {"jan", 1}, {"fev", 2},  {"feb", 2},  {"mars", 3},
                                       {"mar", 3},  {"avr", 4}, {"apr", 4},  {"mai", 5},  {"may", 5},
                                       {"juin", 6}, {"jun", 6}, {"juil", 7}, {"jul", 7},  {"aout", 8},
                                       {"aug", 8},  {"sep", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12}};
    static constexpr std::string_view names[] = {
        "aou",      "janvier", "janv",      "jan",      "january", "fevrier",   "fevr",    "fev", "feb",
        "february", "mars",    "mar",       "march",    "avril",   "avr",       "april",   "apr", "mai",
        "may",      "juin",    "june",      "jun",      "juillet", "juil",      "july",    "jul", "aout",
        "august",   "aug",     "septembre", "sept",     "sep",     "september", "octobre", "oct", "october",
        "novembre", "nov",     "november",  "decembre", "dec",     "december"};
    if (std::find(std::begin(names), std::end(names), folded) == std::end(names)) return std::nullopt;
    for (const auto& [start, number] : months)
        if (folded.starts_with(start)) return number;
    return std::nullopt;
}

std::vector<std::string_view> wordsOf(std::string_view text, char separator)
{
    std::vector<std::string_view> words;
    while (true) {
        const auto at = text.find(separator);
        words.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return words;
        text.remove_prefix(at + 1);
    }
}

std::optional<DateText> fromYear(int month, int day, std::string_view yearDigits, DateForm form)
{
    const auto number = wholeNumber(yearDigits);
    if (!number) return std::nullopt;
    int y = *number;
    if (yearDigits.size() == 2) {
        y += y >= firstShortYearOfLastCentury ? 1900 : 2000;
        form = DateForm::monthShortYear;
    } else if (yearDigits.size() != 4)
        return std::nullopt;
    const auto date = makeDate(y, month, day);
    return date ? std::optional(DateText{*date, form}) : std::nullopt;
}

/// 2015-04-01, 2015-04, 01/04/2015, 04/2015 and the same with points.
std::optional<DateText> parseDigits(std::string_view text)
{
    if (text.size() > 10) {
        const bool isTime = (text[10] == 'T' || text[10] == ' ') &&
                            text.find_first_not_of("0123456789:.+-Z", 11) == std::string_view::npos;
        if (!isTime) return std::nullopt;
        text = text.substr(0, 10);
    }
    for (const char separator : {'-', '/', '.'}) {
        const auto words = wordsOf(text, separator);
        if (words.size() < 2 || words.size() > 3) continue;
        if (words[0].size() == 4) {
            const auto y = wholeNumber(words[0]), m = wholeNumber(words[1]);
            const auto d = words.size() == 3 ? wholeNumber(words[2]) : 1;
            if (!y || !m || !d || words[1].size() > 2) return std::nullopt;
            const auto date = makeDate(*y, *m, *d);
            if (!date) return std::nullopt;
            return DateText{*date, words.size() == 2  ? DateForm::month
                                   : separator == '-' ? DateForm::iso
                                                      : DateForm::numeric};
        }
        const auto first = wholeNumber(words[0]), second = wholeNumber(words[1]);
        if (!first || words[0].size() > 2) return std::nullopt;
        if (words.size() == 2)
            return words[1].size() == 4 ? fromYear(*first, 1, words[1], DateForm::month) : std::nullopt;
        if (!second || words[1].size() > 2 || words[2].size() != 4) return std::nullopt;
        return fromYear(*second, *first, words[2], DateForm::numeric);
    }
    return std::nullopt;
}

/// avril 2015, avril 15, 1er avril 2015, avr.-15.
std::optional<DateText> parseNames(std::string_view text)
{
    const std::string key = fold(text);
    const auto words = wordsOf(std::string_view(key).substr(key.starts_with("le ") ? 3 : 0), ' ');
    if (words.size() == 2) {
        if (const auto month = monthNumber(words[0])) return fromYear(*month, 1, words[1], DateForm::month);
        return std::nullopt;
    }
    if (words.size() != 3) return std::nullopt;
    const auto month = monthNumber(words[1]);
    const auto day = words[0] == "1er" ? 1 : wholeNumber(words[0]);
    if (!month || !day || words[2].size() != 4) return std::nullopt;
    return fromYear(*month, *day, words[2], DateForm::dayAndMonth);
}

// What may be read for a date only with the user's consent.

std::optional<int> plausibleYear(std::string_view digits)
{
    const auto number = wholeNumber(digits);
    if (!number || (digits.size() != 2 && digits.size() != 4)) return std::nullopt;
    int y = *number;
    if (digits.size() == 2) y += y >= firstShortYearOfLastCentury ? 1900 : 2000;
    return y >= firstPlausibleYear && y <= lastPlausibleYear ? std::optional(y) : std::nullopt;
}

/// So many months from the first of one on.
LikelyDate monthsFrom(int y, int firstMonth, int count)
{
    const year_month last = year(y) / month(static_cast<unsigned>(firstMonth + count - 1));
    return {.first = year(y) / firstMonth / 1, .last = last / std::chrono::last};
}

std::optional<LikelyDate> likelyDay(std::string_view d, int m, std::string_view yearDigits)
{
    const auto y = plausibleYear(yearDigits);
    const auto day = d == "1er" ? 1 : d.size() <= 2 ? wholeNumber(d) : std::nullopt;
    const auto date = y && day ? makeDate(*y, m, *day) : std::nullopt;
    if (!date) return std::nullopt;
    return LikelyDate{.first = *date, .last = *date, .isDay = yearDigits.size() == 2};
}

/// "1", "1er", "premier", "3eme"...: 1 to 4.
std::optional<int> ordinal(std::string_view word)
{
    static constexpr std::string_view first[] = {"premier", "deuxieme", "troisieme", "quatrieme"};
    for (int i = 0; i < 4; ++i)
        if (word == first[i]) return i + 1;
    if (word == "second") return 2;
    if (word.empty() || word[0] < '1' || word[0] > '4') return std::nullopt;
    static constexpr std::string_view ends[] = {"", "e", "er", "eme", "nd", "ere", "st", "rd", "th"};
    const bool isOne = std::find(std::begin(ends), std::end(ends), word.substr(1)) != std::end(ends);
    return isOne ? std::optional(word[0] - '0') : std::nullopt;
}

/// "t3", "q3", "s1", "3t": the months of one and which it is.
std::optional<LikelyDate> partOfYear(std::string_view letter, int which, int y)
{
    const bool isQuarter =
        letter == "t" || letter == "q" || letter.starts_with("trim") || letter == "quarter";
    const bool isSemester = letter == "s" || letter == "h" || letter.starts_with("sem");
    if (isQuarter) return monthsFrom(y, 3 * which - 2, 3);
    if (isSemester && which <= 2) return monthsFrom(y, 6 * which - 5, 6);
    return std::nullopt;
}

std::optional<LikelyDate> likelyPart(const std::vector<std::string_view>& words, int y)
{
    if (words.size() == 1 && words[0].size() == 2) {
        const auto which = ordinal(words[0].substr(1));
        if (which && words[0][1] <= '4') return partOfYear(words[0].substr(0, 1), *which, y);
        const auto before = ordinal(words[0].substr(0, 1));
        return before ? partOfYear(words[0].substr(1), *before, y) : std::nullopt;
    }
    if (words.size() != 2) return std::nullopt;
    if (const auto which = ordinal(words[0])) return partOfYear(words[1], *which, y);
    const auto which = ordinal(words[1]);
    return which ? partOfYear(words[0], *which, y) : std::nullopt;
}

/// "2021", "avril 15", "T3 2022", "2022 S1": without the words in front.
std::optional<LikelyDate> likelyPeriod(std::vector<std::string_view> words)
{
    if (words.empty()) return std::nullopt;
    auto y = words.back().size() == 4 || words.size() > 1 ? plausibleYear(words.back()) : std::nullopt;
    if (y)
        words.pop_back();
    else if (words.size() > 1 && words.front().size() == 4 && (y = plausibleYear(words.front())))
        words.erase(words.begin());
    if (!y) return std::nullopt;
    if (words.empty()) return monthsFrom(*y, 1, 12);
    if (words.size() == 1) {
        if (const auto m = monthNumber(words[0])) return monthsFrom(*y, *m, 1);
        const auto m = words[0].size() <= 2 ? wholeNumber(words[0]) : std::nullopt;
        if (m && *m >= 1 && *m <= 12) return monthsFrom(*y, *m, 1);
    }
    return likelyPart(words, *y);
}

enum class PartWord : unsigned char { none, first, middle, last };

PartWord partWord(std::string_view word)
{
    if (word == "debut" || word == "early") return PartWord::first;
    if (word == "mi" || word == "mid" || word == "milieu") return PartWord::middle;
    if (word == "fin" || word == "end" || word == "late") return PartWord::last;
    return PartWord::none;
}

/// The first, middle or last day of a period, where a word in front says so.
LikelyDate partOf(const LikelyDate& period, PartWord part)
{
    if (part == PartWord::none) return period;
    const auto length = sys_days(period.last) - sys_days(period.first) + days(1);
    const Date middle = length > days(31) ? addMonths(period.first, static_cast<int>(length / days(60)))
                                          : Date(sys_days(period.first) + days(14));
    const Date day = part == PartWord::first ? period.first : part == PartWord::middle ? middle : period.last;
    return {.first = day, .last = day};
}

/// 20260401, or the serial of a date that lost its format.
std::optional<LikelyDate> likelyDigits(std::string_view text)
{
    const auto number = wholeNumber(text);
    if (!number || (text.size() != 8 && text.size() != 5)) return std::nullopt;
    const auto date = text.size() == 5 ? dateOfSerial(*number)
                                       : makeDate(*number / 10000, *number / 100 % 100, *number % 100);
    if (!date || static_cast<int>(date->year()) < firstPlausibleYear ||
        static_cast<int>(date->year()) >= lastPlausibleYear)
        return std::nullopt;
    return LikelyDate{.first = *date, .last = *date};
}

/// The text in plain characters; hyphens that do not break are hyphens.
std::string plainDate(std::string_view utf8)
{
    std::string plain = plainText(utf8);
    for (const std::string_view hyphen : {"\u2010", "\u2011"})
        for (auto at = plain.find(hyphen); at != std::string::npos; at = plain.find(hyphen, at))
            plain.replace(at, hyphen.size(), "-");
    return plain;
}

} // namespace

Date today()
{
    return floor<days>(system_clock::now());
}

double serialOf(Date date)
{
    return static_cast<double>((sys_days(date) - nullDay).count());
}

std::optional<Date> dateOfSerial(double serial)
{
    if (!(serial >= 2) || serial > 110000) return std::nullopt; // 1900-01-01 to after 2199
    const Date date = nullDay + days(static_cast<int>(std::floor(serial)));
    return static_cast<int>(date.year()) <= lastYear ? std::optional(date) : std::nullopt;
}

Date addMonths(Date date, int count)
{
    const auto month = monthOf(date) + months(count);
    const Date same = month / date.day();
    return same.ok() ? same : Date(month / last);
}

int completedMonths(Date start, Date end)
{
    int count = static_cast<int>((monthOf(end) - monthOf(start)).count());
    if (sys_days(addMonths(start, count)) > sys_days(end)) --count;
    return count;
}

double monthPosition(Date date)
{
    const auto length =
        static_cast<unsigned>(year_month_day_last(date.year(), month_day_last(date.month())).day());
    return static_cast<int>(date.year()) * 12.0 + static_cast<unsigned>(date.month()) - 1 +
           (static_cast<unsigned>(date.day()) - 1.0) / length;
}

std::optional<DateText> parseDate(std::string_view utf8)
{
    if (utf8.size() > longestDate) utf8 = trimmed(utf8);
    if (utf8.size() > longestDate) return std::nullopt;
    const std::string text = plainDate(utf8);
    if (text.size() < 5 || text.size() > 40) return std::nullopt; // "05/15" to "Le 1er septembre 2015"
    if (text.front() >= '0' && text.front() <= '9')
        if (const auto digits = parseDigits(text)) return digits;
    return parseNames(text);
}

std::optional<LikelyDate> likelyDate(std::string_view utf8)
{
    if (utf8.size() > longestDate) utf8 = trimmed(utf8);
    if (utf8.size() > longestDate) return std::nullopt;
    const std::string key = fold(plainDate(utf8));
    if (const auto digits = likelyDigits(key)) return digits;
    auto words = wordsOf(key, ' ');
    static constexpr std::string_view before[] = {
        "depuis", "a",    "partir",  "compter", "de",    "du",     "des",     "le",
        "en",     "vers", "courant", "annee",   "prevu", "prevue", "environ", "env",
        "au",     "l",    "d",       "since",   "from",  "in",     "about"};
    auto part = PartWord::none;
    while (words.size() > 1) {
        const auto said = partWord(words.front());
        const bool isBefore =
            std::find(std::begin(before), std::end(before), words.front()) != std::end(before);
        if (said == PartWord::none && !isBefore) break;
        if (said != PartWord::none) part = said;
        words.erase(words.begin());
    }
    if (words.size() == 3 && part == PartWord::none) {
        const auto named = monthNumber(words[1]);
        const auto m = named ? named : words[1].size() <= 2 ? wholeNumber(words[1]) : std::nullopt;
        if (m && *m >= 1 && *m <= 12)
            if (const auto day = likelyDay(words[0], *m, words[2])) return day;
    }
    const auto period = likelyPeriod(words);
    return period ? std::optional(partOf(*period, part)) : std::nullopt;
}

std::optional<YearMonth> parseYearMonth(std::string_view text)
{
    const auto date = parseDate(text);
    if (!date || text.size() < 7 || text[4] != '-') return std::nullopt;
    return monthOf(date->date);
}

std::string isoDate(Date date)
{
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

} // namespace panorama
