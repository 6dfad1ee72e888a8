#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace panorama {

/// A day of the calendar. The panorama's dates lie between 1900 and 2199; others are read as no date.
using Date = std::chrono::year_month_day;

/// The system's day.
Date today();

/// Days since 1899-12-30, Calc's default null date.
double serialOf(Date date);
/// The day of a serial (its time of day is dropped); nothing outside 1900 to 2199.
std::optional<Date> dateOfSerial(double serial);

/// `months` later, the same day or the last one of the month (31 January + 1 month = 28 February).
Date addMonths(Date date, int months);
/// Completed months from one date to the other: the most that can be added without passing `end`. Negative if
/// it is before.
int completedMonths(Date start, Date end);
/// Months since year 0, the days of the month in proportion: what periods are measured with.
double monthPosition(Date date);

/// A year and month, as editions are dated; month precision is all that rules compare.
using YearMonth = std::chrono::year_month;
inline YearMonth monthOf(Date date)
{
    return date.year() / date.month();
}

/// How a text says a date.
enum class DateForm : unsigned char {
    iso,           ///< 2015-04-01, also with a time behind
    numeric,       ///< 01/04/2015, 01.04.2015
    dayAndMonth,   ///< 1er avril 2015
    month,         ///< avril 2015, 04/2015, 2015-04
    monthShortYear ///< avril 15: which century, and is 15 a day? To be confirmed
};

struct DateText
{
    Date date; ///< the first of the month where no day is said
    DateForm form = DateForm::iso;
};

/// Reads the French (and ISO) ways to write a date; English month names are understood. Nothing where the
/// text is no date of the calendar.
std::optional<DateText> parseDate(std::string_view utf8);

/// What a text that gives no day very likely means: for a start its first day, for an end its last one.
struct LikelyDate
{
    Date first;
    Date last;
    bool isDay = false; ///< a whole day is there, its year in two digits: 31/12/26, 30 septembre 26
};

/// Reads what parseDate does not: years of two digits in any spelling, quarters ("T3 2022"), semesters ("1er
/// semestre 2023"), years ("2021", "fin 2024", "mi-2025"), words in front ("depuis janvier 2019"), digits
/// without marks (20260401, a serial). Always to be confirmed; nothing outside 1990 to 2060.
std::optional<LikelyDate> likelyDate(std::string_view utf8);

/// "2021-12" or "2021-12-15".
std::optional<YearMonth> parseYearMonth(std::string_view text);

std::string isoDate(Date date);

} // namespace panorama
