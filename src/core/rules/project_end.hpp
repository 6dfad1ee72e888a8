#pragma once

#include "core/table/table.hpp"

#include <optional>

namespace panorama {

/// When a project is planned to end, as its row says it now: the updated end, or the end, or start plus
/// duration in whole months. The place is the cell that says it.
struct ProjectEnd
{
    Date date;
    FieldId field = 0;
};

std::optional<ProjectEnd> projectEnd(const Table& table, std::size_t row);

/// The first of these fields that holds a date in the row.
std::optional<ProjectEnd> firstDate(const Table& table, std::size_t row,
                                    std::initializer_list<std::string_view> keys);

} // namespace panorama
