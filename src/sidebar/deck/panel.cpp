#include "sidebar/deck/panel.hpp"

#include "bridge/guarded.hpp"
#include "workbench/interface_language.hpp"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/awt/ContainerWindowProvider.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/ui/UIElementType.hpp>

namespace panorama::sidebar {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

namespace {
// In pixels: narrower, sentences fall into single words. The office's own panels need as much.
constexpr sal_Int32 minimalWidth = 300;
} // namespace

Panel::Panel(const rtl::OUString& resource, const Reference<css::frame::XFrame>& frame,
             const Reference<css::awt::XWindow>& parent, const Reference<css::ui::XSidebar>& sidebar)
    : PanelBase(m_aMutex), resource_(resource), frame_(frame), parent_(parent), sidebar_(sidebar)
{
}

Panel::~Panel() = default;

void Panel::open(const Reference<css::uno::XComponentContext>& context, MakeContent makeContent)
{
    const auto provider = css::awt::ContainerWindowProvider::create(context);
    window_ = provider->createContainerWindow(
        "vnd.sun.star.extension://org.panoramacalc.extension/dialogs/panel.xdl", "",
        Reference<css::awt::XWindowPeer>(parent_, UNO_QUERY_THROW), nullptr);
    content_ = makeContent({.context = context,
                            .frame = frame_,
                            .window = Reference<css::awt::XControl>(window_, UNO_QUERY_THROW),
                            .language = workbench::interfaceLanguage(context),
                            .requestLayout = [this] {
                                if (sidebar_.is()) sidebar_->requestLayout();
                            }});
    parent_->addWindowListener(this);
    window_->setVisible(true);
    layout();
}

sal_Int16 Panel::getType()
{
    return css::ui::UIElementType::TOOLPANEL;
}

Reference<css::uno::XInterface> Panel::getRealInterface()
{
    return static_cast<cppu::OWeakObject*>(this);
}

Reference<css::accessibility::XAccessible>
Panel::createAccessible(const Reference<css::accessibility::XAccessible>&)
{
    return Reference<css::accessibility::XAccessible>(window_, css::uno::UNO_QUERY);
}

css::ui::LayoutSize Panel::getHeightForWidth(sal_Int32 width)
{
    css::ui::LayoutSize size(100, -1, 100);
    if (content_) guarded([&] { size = content_->heights(width); });
    return size;
}

sal_Int32 Panel::getMinimalWidth()
{
    return minimalWidth;
}

void Panel::layout()
{
    if (!content_ || !parent_.is() || !window_.is()) return;
    guarded([&] {
        const css::awt::Rectangle place = parent_->getPosSize();
        window_->setPosSize(0, 0, place.Width, place.Height, css::awt::PosSize::POSSIZE);
        content_->layout(place.Width, place.Height);
    });
}

void Panel::disposing(const css::lang::EventObject& event)
{
    if (event.Source == parent_) parent_.clear();
}

void Panel::disposing()
{
    content_.reset(); // first: nothing of ours is called any more
    guarded([&] {
        if (parent_.is()) parent_->removeWindowListener(this);
    });
    guarded([&] {
        const Reference<css::lang::XComponent> window(window_, css::uno::UNO_QUERY);
        if (window.is()) window->dispose();
    });
    window_.clear();
    parent_.clear();
    sidebar_.clear();
    frame_.clear();
}

} // namespace panorama::sidebar
