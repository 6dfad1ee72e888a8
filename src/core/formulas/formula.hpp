#pragma once

#include "core/editions/edition_table.hpp"
#include "core/functions/value.hpp"
#include "core/table/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace panorama {

/// A piece of a formula in the form every version of Calc takes from programs (English names, ";" between
/// arguments), and what it gives with the cells as they are: no formula is handed out that gives another
/// figure than ours.
struct Formula
{
    std::string text; ///< without the "=" of a whole formula
    Value gives;

    std::optional<double> number() const
    {
        return gives.isNumber() ? std::optional(gives.number()) : std::nullopt;
    }
};

Formula literal(double number);
Formula literal(std::string_view text);
/// The first day of a month.
Formula literal(YearMonth month);

/// "$'2021'.$F$2:$F$51": a field's cells from the first project to the last, other rows between them
/// included. Empty where the table has no such field or no project.
std::string quotedRange(const Table& table, Field field);
/// The same with the cells. Nothing where there are none, where the sheet is no spreadsheet, or where one
/// holds an error: Calc then calls no function.
std::optional<Formula> rangeOf(const Table& table, Field field);
/// The same for each run of projects without another row between them; nothing where there are too many.
std::optional<std::vector<Formula>> runsOf(const Table& table, Field field);

/// What files call a function of ours: "ORG.PANORAMACALC.ADDIN.SLIPPAGE".
std::string functionInFiles(std::string_view function);

/// A function of ours, by its programmatic name.
Formula call(std::string_view function, const std::vector<Formula>& arguments, const EditionTable& editions);

/// COUNTA, COUNTIF(range;text) and AVERAGE of Calc, over ranges.
Formula countFilled(const std::vector<Formula>& ranges);
Formula countEqual(const std::vector<Formula>& ranges, std::string_view text);
Formula average(const std::vector<Formula>& ranges);

// Written without brackets: of calls, numbers and quotients of them. Errors stay errors.

Formula sumOf(const std::vector<Formula>& terms);
Formula difference(const Formula& from, const Formula& subtracted);
/// Divided by what the numbers of a column were divided by: 1000 for k€.
Formula dividedBy(Formula formula, double divisor);

/// The formula, where it gives the number (but for the last digits).
std::optional<Formula> ifGives(Formula formula, double number);

} // namespace panorama
