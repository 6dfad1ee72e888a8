#pragma once

#include "core/data/language.hpp"
#include "core/table/sheet.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <optional>
#include <string>

namespace panorama::sidebar {

/// Shows a cell in a window, puts the cursor on it and the keyboard into the sheet. Where that cannot be, a
/// sentence says why.
std::optional<std::string> goToCell(const css::uno::Reference<css::frame::XController>& controller,
                                    const std::string& sheet, Place place, Language language);

} // namespace panorama::sidebar
