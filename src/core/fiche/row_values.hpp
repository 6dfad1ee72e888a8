#pragma once

#include "core/drafts/sheet_draft.hpp"
#include "core/table/table.hpp"

#include <string>
#include <vector>

namespace panorama {

/// A project's cell as it is carried over: a number in the field's unit, a date, or the text as it stands. A
/// date of which the year is a guess stays the text it is.
DraftCell carriedCell(const Table& table, Field field, std::size_t row);

/// A cell of a sheet as it stands, with nothing taken for granted.
DraftCell rawCell(const Sheet& sheet, Place place);

/// A line of a fiche that no field stands for: a label and what stands beside it.
struct LabelledValue
{
    std::string label;
    Place place; ///< of the value
};

/// The lines of a fiche that the vocabulary does not know. Lines with several values are parts of a table
/// within the fiche: they are counted, but for the words above such a table.
struct FicheRest
{
    std::vector<LabelledValue> values;
    std::size_t otherLines = 0;
};

FicheRest restOfFiche(const Table& fiche);

} // namespace panorama
