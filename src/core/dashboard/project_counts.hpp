#pragma once

#include "core/formulas/formula.hpp"
#include "core/rules/nomenclature.hpp"
#include "core/table/table.hpp"

#include <string>
#include <vector>

namespace panorama {

/// A kind of project and the formula that counts them in the table's cells.
struct CountedKind
{
    std::string label;
    std::string formula; ///< with "="
};

/// By the phases of the list; other texts together, under the given name.
std::vector<CountedKind> projectsByPhase(const Table& table, const Nomenclatures& nomenclatures,
                                         const std::string& others);
/// By what the cells of a field say now, the most frequent first; those after the most together.
std::vector<CountedKind> projectsByText(const Table& table, Field field, std::size_t most,
                                        const std::string& others);

} // namespace panorama
