#pragma once

#include "core/table/sheet.hpp"

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

} // namespace panorama
