#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <string_view>

namespace panorama::workbench {

/// Shows a sentence in a box over the window and waits until it is closed. Says nothing where there is no
/// window.
void tell(const css::uno::Reference<css::uno::XComponentContext>& context,
          const css::uno::Reference<css::frame::XFrame>& frame, std::string_view sentence);

/// Asks a question to be answered by yes or no; no where there is no window.
bool ask(const css::uno::Reference<css::uno::XComponentContext>& context,
         const css::uno::Reference<css::frame::XFrame>& frame, std::string_view question);

} // namespace panorama::workbench
