#pragma once

#include "core/rules/nomenclature.hpp"
#include "core/table/columns.hpp"

#include <optional>
#include <string>

namespace panorama {

/// The Table Schema (Frictionless) of the published file, as JSON: its columns, their types, and the values
/// that its lists allow at that month. It demands no more than the rules that are errors.
std::string publishedTableSchema(const Columns& columns, const Nomenclatures& lists,
                                 std::optional<YearMonth> month);

} // namespace panorama
