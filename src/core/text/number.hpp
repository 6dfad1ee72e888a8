#pragma once

#include <optional>
#include <string_view>

namespace panorama {

/// What follows a number in a text.
enum class NumberUnit : unsigned char {
    none,
    percent,
    millionEuro,  ///< M€
    thousandEuro, ///< k€
    euro,
    billionEuro, ///< Md€
    years,
    months,
    points ///< percentage points
};
bool isMoney(NumberUnit unit);

/// What an amount says of the tax.
enum class TaxWord : unsigned char { none, included, excluded };

/// A number read from text.
struct NumberText
{
    double value = 0; ///< as written, whatever the unit: 13.5 for "13,5 %"
    NumberUnit unit = NumberUnit::none;
    int decimals = 0;        ///< digits written after the decimal mark
    char decimalMark = 0;    ///< '.' or ',' or 0 where there is none
    bool grouped = false;    ///< thousands were separated
    bool scientific = false; ///< "1,2E+01", as spreadsheets show narrow columns
    TaxWord tax = TaxWord::none;
};

/// Reads "12.5", "12,5", "1 234,5" (any kind of space or an apostrophe), "1.234,56", "1,234.56", "-3", "+3",
/// "1,2E+01", "12,5 M€ TTC", "€12.5m", "13,5 %", "3 ans"; odd characters change nothing. One mark alone is a
/// decimal mark ("1.234" is 1.234, as in the published files); two different marks: the last one is decimal.
/// Nothing where the text is no number as a whole; never throws, whatever the length.
std::optional<NumberText> parseNumber(std::string_view utf8);

} // namespace panorama
