#pragma once

#include "core/table/table.hpp"

#include <optional>

namespace panorama {

/// A date of a project, and the field whose cell says it.
struct ProjectDate
{
    Date date;
    FieldId field = 0;
};

/// When a project is planned to end, as its row says it now: the updated end, or the end, or start plus
/// duration in whole months.
std::optional<ProjectDate> projectEnd(const Table& table, std::size_t row);

/// What the dates of a project say it lasts, in years: from its start to its end as planned now. Nothing
/// where one is not known or they are the wrong way round.
std::optional<double> yearsByDates(const Table& table, std::size_t row);

/// The first of these fields that holds a date in the row.
std::optional<ProjectDate> firstDate(const Table& table, std::size_t row,
                                     std::initializer_list<std::string_view> keys);

} // namespace panorama
