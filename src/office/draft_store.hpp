#pragma once

#include "core/checking/file_problem.hpp"
#include "core/drafts/sheet_draft.hpp"

#include <com/sun/star/frame/XComponentLoader.hpp>
#include <filesystem>
#include <span>
#include <tl/expected.hpp>

namespace panorama {

/// Makes a new workbook of the drafts, one sheet each in their order, and stores it in the format of the
/// name's extension. Never throws UNO exceptions.
tl::expected<void, OpenFailure> storeDrafts(const css::uno::Reference<css::frame::XComponentLoader>& loader,
                                            std::span<const SheetDraft> drafts,
                                            const std::filesystem::path& output);

} // namespace panorama
