#include "core/checking/cells_to_fill.hpp"

#include "core/table/project.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace panorama {

namespace {

/// One thing that a fiche asks for, and the cells of which one will do.
struct Asked
{
    std::vector<Field> fields;
    bool mayWait; ///< while the project is in cadrage or its figures are withheld
};

const std::vector<Asked>& asked()
{
    static const std::vector<Asked> all{
        {{Field::name}, false},
        {{Field::ministry, Field::ministryName}, false},
        {{Field::phase}, false},
        {{Field::start, Field::initialStart}, true},
        {{Field::initialCost}, true},
        {{Field::updatedCost, Field::cost}, true},
        {{Field::initialEnd, Field::initialDuration}, true},
        {{Field::updatedEnd, Field::end, Field::updatedDuration, Field::duration}, true}};
    return all;
}

} // namespace

std::size_t cellsToFill(const Table& table)
{
    if (table.role() != LayoutRole::fiche) return 0;
    std::size_t count = 0;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        for (const Asked& each : asked()) {
            const Project project(table, row);
            const bool there = table.firstOf(each.fields).has_value();
            const bool waits = each.mayWait && table.state(row) != RowState::open;
            if (there && !waits && !project.firstFilled(each.fields)) ++count;
        }
    return count;
}

} // namespace panorama
