#pragma once

#include "core/data/language.hpp"
#include "workbench/file_reports.hpp"

#include <optional>
#include <string>

namespace panorama::workbench {

/// Why no sheet can be added to a workbook; nothing where one can. The office itself would leave an empty
/// sheet in a read-only one, and add it without a word where the structure is protected.
std::optional<std::string> newSheetRefusal(const Document& document, Language language);

} // namespace panorama::workbench
