#pragma once

#include "core/checking/file_problem.hpp"
#include "core/table/cell_edit.hpp"
#include "core/table/workbook_facts.hpp"

#include <com/sun/star/frame/XComponentLoader.hpp>
#include <cstdint>
#include <filesystem>
#include <span>
#include <tl/expected.hpp>
#include <vector>

namespace panorama {

/// Loads a workbook hidden and read-only, without macros, updates of links or questions, reads all its sheets
/// and closes it. Never throws UNO exceptions; when the office goes away meanwhile the reason is unreadable,
/// and it is for the caller to find out that the office is gone.
tl::expected<WorkbookSnapshot, OpenFailure>
loadWorkbook(const css::uno::Reference<css::frame::XComponentLoader>& loader,
             const std::filesystem::path& file, std::uint64_t generation);

/// Loads a workbook in the same way, makes the edits and stores it under another name; the original is never
/// written.
tl::expected<FixedCells, OpenFailure>
fixWorkbook(const css::uno::Reference<css::frame::XComponentLoader>& loader,
            const std::filesystem::path& file, std::span<const CellEdit> edits,
            const std::filesystem::path& output);

} // namespace panorama
