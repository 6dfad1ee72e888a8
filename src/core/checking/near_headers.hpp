#pragma once

#include "core/checking/checked_workbook.hpp"

#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// A row that would be the headers of a table if more of it were known.
struct NearHeaders
{
    struct Header
    {
        std::string text;
        std::optional<Field> meaning; ///< that is known
        std::optional<Field> nearest; ///< of one that is not: what it resembles
    };
    std::string sheet;
    int row = 0; ///< from 0
    std::vector<Header> headers;
};

/// The row near the top of a workbook's sheets in which most texts are headers or resemble some; nothing
/// where none has two of them.
std::optional<NearHeaders> nearHeaders(const CheckedWorkbook& workbook);

} // namespace panorama
