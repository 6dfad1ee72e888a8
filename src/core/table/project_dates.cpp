#include "core/table/project_dates.hpp"

#include "core/figures/duration.hpp"

namespace panorama {

std::optional<ProjectDate> firstDate(const Table& table, std::size_t row,
                                     std::initializer_list<std::string_view> keys)
{
    for (const auto key : keys) {
        const auto field = table.columns().find(key);
        if (!field || !table.has(*field)) continue;
        const Reading& reading = table.readings(*field)[row];
        if (!reading.isDate()) continue;
        if (const auto date = dateOfSerial(reading.number)) return ProjectDate{*date, *field};
    }
    return std::nullopt;
}

std::optional<double> yearsByDates(const Table& table, std::size_t row)
{
    const auto start = firstDate(table, row, {"start", "initial_start"});
    const auto end = firstDate(table, row, {"updated_end", "end"});
    if (!start || !end) return std::nullopt;
    const auto years = projectYears(start->date, end->date);
    return years ? std::optional(*years) : std::nullopt;
}

std::optional<ProjectDate> projectEnd(const Table& table, std::size_t row)
{
    if (const auto said = firstDate(table, row, {"updated_end", "end"})) return said;
    const auto start = firstDate(table, row, {"start", "initial_start"});
    if (!start) return std::nullopt;
    for (const std::string_view key : {"updated_duration", "duration"}) {
        const auto field = table.columns().find(key);
        if (!field || !table.has(*field) || !table.readings(*field)[row].isNumber()) continue;
        if (const auto end = plannedEnd(start->date, table.readings(*field)[row].number))
            return ProjectDate{*end, *field};
    }
    return std::nullopt;
}

} // namespace panorama
