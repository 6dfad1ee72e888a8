#pragma once

#include <com/sun/star/frame/XFrame.hpp>

namespace panorama::sidebar {

/// Shows the deck Panorama in a window. False where the window has no sidebar (yet).
bool showDeck(const css::uno::Reference<css::frame::XFrame>& frame);

} // namespace panorama::sidebar
