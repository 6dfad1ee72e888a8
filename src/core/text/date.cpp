#include "core/text/date.hpp"

#include "core/text/fold.hpp"

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
        "janvier", "janv",      "jan",      "january", "fevrier",   "fevr",    "fev", "feb",     "february",
        "mars",    "mar",       "march",    "avril",   "avr",       "april",   "apr", "mai",     "may",
        "juin",    "june",      "jun",      "juillet", "juil",      "july",    "jul", "aout",    "august",
        "aug",     "septembre", "sept",     "sep",     "september", "octobre", "oct", "october", "novembre",
        "nov",     "november",  "decembre", "dec",     "december"};
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
    const auto words = wordsOf(key, ' ');
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
    const auto text = trimmed(utf8);
    if (text.size() < 5 || text.size() > 40) return std::nullopt; // "05/15" to "Le 1er septembre 2015"
    if (text.front() >= '0' && text.front() <= '9')
        if (const auto digits = parseDigits(text)) return digits;
    return parseNames(text);
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
