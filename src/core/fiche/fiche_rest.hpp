#pragma once

#include "core/table/table.hpp"

#include <string>
#include <vector>

namespace panorama {

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
