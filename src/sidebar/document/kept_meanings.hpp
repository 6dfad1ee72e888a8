#pragma once

#include "core/checking/column_meanings.hpp"
#include "sidebar/document/document_changes.hpp"

#include <optional>

namespace panorama::sidebar {

/// Writes what the user says of a table into a sheet of its workbook, in place of the one that said so
/// before, as one step of the Undo list. Nothing where it was done.
std::optional<ChangeRefusal> keepMeanings(const Document& document, const ColumnMeanings& meanings,
                                          const Columns& columns, Language language);

/// Removes the sheet that says so.
std::optional<ChangeRefusal> forgetMeanings(const Document& document, const std::string& sheet,
                                            Language language);

} // namespace panorama::sidebar
