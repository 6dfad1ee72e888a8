#pragma once

#include "core/data/language.hpp"
#include "core/table/sheet.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <optional>
#include <string>

namespace panorama::sidebar {

/// Whether the keyboard goes along to the cell, or goes on where it is.
enum class Keyboard : bool { stays, goesAlong };

/// Shows a cell in a window and puts the cursor on it. Where that cannot be, a sentence says why.
std::optional<std::string> goToCell(const css::uno::Reference<css::frame::XController>& controller,
                                    const std::string& sheet, Place place, Keyboard keyboard,
                                    Language language);

} // namespace panorama::sidebar
