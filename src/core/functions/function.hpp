#pragma once

#include "core/editions/edition_table.hpp"
#include "core/functions/value.hpp"

#include <span>
#include <string_view>

namespace panorama {

class RuleBook;

/// What a function may need of its host beside its arguments.
struct Host
{
    double nullDateOffset = 0;       ///< days from 1899-12-30 to the document's null date
    const RuleBook* rules = nullptr; ///< what checks go by; without it the CHECK functions answer #N/A
    const EditionTable* editions =
        nullptr; ///< the published editions; without them the EDITION functions answer #N/A
};

/// How an argument is written: one cell, or a range, an inline array or one cell.
enum class Shape : unsigned char { value, range, cells };

/// Computes the spreadsheet function with this programmatic name. Before its body runs, the rules that hold
/// for all are applied: a required argument left out is missingArgument, an error in a single cell is passed
/// on, several cells where one is asked are noValue. Unknown names are illegalArgument.
Value compute(std::string_view programmaticName, std::span<const Value> arguments, const Host& host);

/// The names that compute() knows, in the order of the catalogue.
std::span<const std::string_view> functionNames();

} // namespace panorama
