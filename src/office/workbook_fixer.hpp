#pragma once

#include "core/checking/file_problem.hpp"
#include "core/table/cell_edit.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <filesystem>
#include <span>
#include <tl/expected.hpp>

namespace panorama {

/// Makes the edits in a loaded document and stores it under another name, in the format of that name's
/// extension (.ods .fods .xlsx .xls). A text stays a text. Protected sheets are respected: the API would
/// write through their protection.
tl::expected<FixedCells, OpenFailure>
storeFixed(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document,
           std::span<const CellEdit> edits, const std::filesystem::path& output);

} // namespace panorama
