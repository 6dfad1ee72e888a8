#pragma once

#include "core/drafts/cell_block.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// What a spreadsheet itself offers and says where cells are filled in: a list to choose from, limits, a help
/// text shown at the cell. What it refuses can still be pasted: the rules find it.
struct CellGuidance
{
    enum class Kind : std::uint8_t {
        anything,   ///< only the help text
        list,       ///< one of the choices
        date,       ///< a date between the limits (days since 1899-12-30)
        number,     ///< a number between the limits
        wholeNumber ///< a whole number between the limits
    };
    /// What happens to an entry that does not fit.
    enum class Strictness : std::uint8_t {
        refuse,
        ask, ///< the user may keep it: keywords such as "En cadrage" in a number's cell
        tell
    };

    CellBlock block;
    Kind kind = Kind::anything;
    Strictness strictness = Strictness::ask;
    std::vector<std::string> choices = {};
    std::optional<double> lowest = {}, highest = {};
    std::string helpTitle = {}, help = {};
    std::string refusalTitle = {}, refusal = {}; ///< shown for an entry that does not fit
};

} // namespace panorama
