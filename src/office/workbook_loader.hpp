#pragma once

#include "core/table/sheet.hpp"
#include "office/open_failure.hpp"

#include <com/sun/star/frame/XComponentLoader.hpp>
#include <cstdint>
#include <filesystem>
#include <tl/expected.hpp>
#include <vector>

namespace panorama {

/// Loads a workbook hidden and read-only, without macros, updates of links or questions, reads all its sheets
/// and closes it. Never throws UNO exceptions; when the office goes away meanwhile the reason is unreadable,
/// and it is for the caller to find out that the office is gone.
tl::expected<std::vector<Sheet>, OpenFailure>
loadWorkbook(const css::uno::Reference<css::frame::XComponentLoader>& loader,
             const std::filesystem::path& file, std::uint64_t generation);

} // namespace panorama
