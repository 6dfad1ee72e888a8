#pragma once

#include "core/drafts/field_guidance.hpp"
#include "core/table/table.hpp"

#include <vector>

namespace panorama {

/// What a column of a user's table can be given: it changes no content.
struct PreparedColumn
{
    Field field{};
    CellGuidance guidance;
    NumberForm form = NumberForm::general; ///< for cells that have no format of their own
};

/// What a user's table can be given.
struct SheetPreparation
{
    std::vector<PreparedColumn> columns;
    std::vector<Field> missing; ///< recommended columns that it lacks: proposed, never forced
    Place firstFree;            ///< where they could go, in the row of the headers
};

/// The rows of the table, and further ones below it where nothing else stands there.
SheetPreparation preparationOf(const Table& table, const FieldGuidance& guidance,
                               const std::vector<Field>& recommended);

} // namespace panorama
