#pragma once

#include "workbench/file_reports.hpp"

#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace panorama::workbench {

/// Puts a sheet at the end of a document that compares its table with an earlier edition: the one in that
/// file, or where none is named the latest older sheet of the document. The name of the sheet, or a sentence
/// that says why there is none. One step for undo. May throw UNO's exceptions.
tl::expected<std::string, std::string> compareDocument(const Context& context, const Document& document,
                                                       const std::optional<std::filesystem::path>& earlier);

} // namespace panorama::workbench
