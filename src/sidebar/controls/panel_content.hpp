#pragma once

#include "core/data/language.hpp"
#include "sidebar/controls/control_events.hpp"
#include "sidebar/controls/controls.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/ui/LayoutSize.hpp>
#include <functional>
#include <memory>

namespace panorama::sidebar {

/// What a panel's content lives in.
struct PanelHost
{
    css::uno::Reference<css::uno::XComponentContext> context;
    css::uno::Reference<css::frame::XFrame> frame;
    css::uno::Reference<css::awt::XControl> window; ///< the container of its controls
    Language language = Language::french;
    std::function<void()> requestLayout; ///< the height that is needed has changed
};

/// The content of one panel: its controls, and what they show and do.
class PanelContent
{
  public:
    virtual ~PanelContent() = default;
    /// The heights it can live with at a width, in pixels; a maximum of -1 takes all there is.
    virtual css::ui::LayoutSize heights(sal_Int32 width) = 0;
    virtual void layout(sal_Int32 width, sal_Int32 height) = 0;
    /// A command of the menu that is about this panel; false where it is not.
    virtual bool command(std::string_view) { return false; }
};

std::unique_ptr<PanelContent> makeConformityPanel(const PanelHost& host);
std::unique_ptr<PanelContent> makeProjectPanel(const PanelHost& host);
std::unique_ptr<PanelContent> makeFiguresPanel(const PanelHost& host);

} // namespace panorama::sidebar
