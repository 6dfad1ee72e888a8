#pragma once

#include "core/table/sheet.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace panorama {

/// A new content for one cell. A text stays a text whatever it looks like: nothing ever becomes a formula.
struct CellEdit
{
    enum class Kind : std::uint8_t { text, number, date };
    std::string sheet = {}; ///< its name; empty for the only sheet of a CSV file
    Place place = {};
    Kind kind = Kind::text;
    std::string text = {};
    double number = 0; ///< a number as the column writes it, or a date's serial
};

/// What became of the edits of a copy.
struct FixedCells
{
    std::size_t written = 0;
    std::size_t formulas = 0; ///< left as they are: a formula is never replaced by a value
};

} // namespace panorama
