// Makes the panels when the sidebar asks for them (extension/registry/Factories.xcu, Sidebar.xcu).

#include "bridge/uno_text.hpp"
#include "sidebar/deck/panel.hpp"

#include <com/sun/star/container/NoSuchElementException.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/ui/XUIElementFactory.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <rtl/ref.hxx>

namespace panorama::sidebar {

namespace {

using css::uno::Reference;
using rtl::OUString;

constexpr const char* implementationName = "org.panoramacalc.PanelFactory";

Panel::MakeContent contentFor(const OUString& resource)
{
    if (resource.endsWith("/PanoramaConformity")) return makeConformityPanel;
    if (resource.endsWith("/PanoramaProject")) return makeProjectPanel;
    if (resource.endsWith("/PanoramaFigures")) return makeFiguresPanel;
    return nullptr;
}

class PanelFactory : public cppu::WeakImplHelper2<css::ui::XUIElementFactory, css::lang::XServiceInfo>
{
  public:
    explicit PanelFactory(const Reference<css::uno::XComponentContext>& context) : context_(context) {}

    Reference<css::ui::XUIElement>
        SAL_CALL createUIElement(const OUString& resource,
                                 const css::uno::Sequence<css::beans::PropertyValue>& arguments) override
    {
        Reference<css::frame::XFrame> frame;
        Reference<css::awt::XWindow> parent;
        Reference<css::ui::XSidebar> sidebar;
        for (const auto& argument : arguments) {
            if (argument.Name == "Frame") argument.Value >>= frame;
            if (argument.Name == "ParentWindow") argument.Value >>= parent;
            if (argument.Name == "Sidebar") argument.Value >>= sidebar;
        }
        const auto makeContent = contentFor(resource);
        if (!makeContent) throw css::container::NoSuchElementException(resource, *this);
        if (!frame.is() || !parent.is())
            throw css::lang::IllegalArgumentException("Frame and ParentWindow are needed", *this, 1);
        const rtl::Reference<Panel> panel(new Panel(resource, frame, parent, sidebar));
        panel->open(context_, makeContent);
        return Reference<css::ui::XUIElement>(panel.get());
    }

    OUString SAL_CALL getImplementationName() override
    {
        return OUString::createFromAscii(implementationName);
    }
    sal_Bool SAL_CALL supportsService(const OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    css::uno::Sequence<OUString> SAL_CALL getSupportedServiceNames() override
    {
        return sequence({OUString::createFromAscii(implementationName)});
    }

  private:
    Reference<css::uno::XComponentContext> context_;
};

} // namespace

} // namespace panorama::sidebar

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
panoramacalc_PanelFactory_get_implementation(css::uno::XComponentContext* context,
                                             const css::uno::Sequence<css::uno::Any>&)
{
    return cppu::acquire(new panorama::sidebar::PanelFactory(context));
}
