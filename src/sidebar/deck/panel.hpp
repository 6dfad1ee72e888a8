#pragma once

#include "sidebar/controls/panel_content.hpp"

#include <com/sun/star/awt/XWindowListener.hpp>
#include <com/sun/star/ui/XSidebar.hpp>
#include <com/sun/star/ui/XSidebarPanel.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/ui/XUIElement.hpp>
#include <cppuhelper/basemutex.hxx>
#include <cppuhelper/compbase4.hxx>

namespace panorama::sidebar {

using PanelBase = cppu::WeakComponentImplHelper4<css::ui::XUIElement, css::ui::XToolPanel,
                                                 css::ui::XSidebarPanel, css::awt::XWindowListener>;

/// A panel as the sidebar knows it: a window that takes the place it is given, around a content of ours.
class Panel : private cppu::BaseMutex, public PanelBase
{
  public:
    using MakeContent = std::unique_ptr<PanelContent> (*)(const PanelHost&);

    Panel(const rtl::OUString& resource, const css::uno::Reference<css::frame::XFrame>& frame,
          const css::uno::Reference<css::awt::XWindow>& parent,
          const css::uno::Reference<css::ui::XSidebar>& sidebar);
    ~Panel() override;
    /// May throw UNO's exceptions: the sidebar then shows no panel.
    void open(const css::uno::Reference<css::uno::XComponentContext>& context, MakeContent makeContent);

    css::uno::Reference<css::frame::XFrame> SAL_CALL getFrame() override { return frame_; }
    rtl::OUString SAL_CALL getResourceURL() override { return resource_; }
    sal_Int16 SAL_CALL getType() override;
    css::uno::Reference<css::uno::XInterface> SAL_CALL getRealInterface() override;

    css::uno::Reference<css::accessibility::XAccessible>
        SAL_CALL createAccessible(const css::uno::Reference<css::accessibility::XAccessible>&) override;
    css::uno::Reference<css::awt::XWindow> SAL_CALL getWindow() override { return window_; }

    css::ui::LayoutSize SAL_CALL getHeightForWidth(sal_Int32 width) override;
    sal_Int32 SAL_CALL getMinimalWidth() override;

    void SAL_CALL windowResized(const css::awt::WindowEvent&) override { layout(); }
    void SAL_CALL windowMoved(const css::awt::WindowEvent&) override {}
    void SAL_CALL windowShown(const css::lang::EventObject&) override { layout(); }
    void SAL_CALL windowHidden(const css::lang::EventObject&) override {}
    void SAL_CALL disposing(const css::lang::EventObject& event) override;

  protected:
    void SAL_CALL disposing() override;

  private:
    void layout();

    rtl::OUString resource_;
    css::uno::Reference<css::frame::XFrame> frame_;
    css::uno::Reference<css::awt::XWindow> parent_, window_;
    css::uno::Reference<css::ui::XSidebar> sidebar_;
    std::unique_ptr<PanelContent> content_;
};

} // namespace panorama::sidebar
