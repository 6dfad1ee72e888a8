#pragma once

#include "sidebar/controls/panel_content.hpp"

#include <string_view>

namespace panorama::sidebar {

/// The panels of a window can be asked for things by menus and toolbars, from when they are enlisted.
void enlist(const css::uno::Reference<css::frame::XFrame>& frame, PanelContent& content);
void delist(const PanelContent& content);

/// Hands a command to the panels of a window; false where none of them knows it (or is there).
bool commandPanels(const css::uno::Reference<css::frame::XFrame>& frame, std::string_view name);

} // namespace panorama::sidebar
