#include "sidebar/dialogs/dialog.hpp"

#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"

#include <algorithm>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/PushButtonType.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XUnitConversion.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/util/MeasureUnit.hpp>

namespace panorama::sidebar {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

namespace {
constexpr sal_Int32 widthInUnits = 200; // of the dialog font: some 400 pixels
} // namespace

Dialog::Dialog(const PanelHost& host, std::string_view title) : host_(host)
{
    const auto services = host.context->getServiceManager();
    control_.set(services->createInstanceWithContext("com.sun.star.awt.UnoControlDialog", host.context),
                 UNO_QUERY_THROW);
    const Reference<css::awt::XControlModel> model(
        services->createInstanceWithContext("com.sun.star.awt.UnoControlDialogModel", host.context),
        UNO_QUERY_THROW);
    control_->setModel(model);
    const Reference<css::beans::XPropertySet> properties(model, UNO_QUERY_THROW);
    properties->setPropertyValue("Title", Any(fromUtf8(title)));
    properties->setPropertyValue("Width", Any(widthInUnits));
    properties->setPropertyValue("Height", Any(sal_Int32(100)));
}

Dialog::~Dialog()
{
    guarded([&] { Reference<css::lang::XComponent>(control_, UNO_QUERY_THROW)->dispose(); });
}

void Dialog::addEnd(std::string_view accept, std::string_view abandon)
{
    accept_ = make().button("accept", accept, accept);
    accept_.set("PushButtonType", Any(sal_Int16(css::awt::PushButtonType_OK)));
    accept_.set("DefaultButton", Any(true));
    abandon_ = make().button("abandon", abandon, abandon);
    abandon_.set("PushButtonType", Any(sal_Int16(css::awt::PushButtonType_CANCEL)));
}

bool Dialog::run(const std::function<void(LayoutColumn&)>& place)
{
    const Reference<css::awt::XToolkit> toolkit(css::awt::Toolkit::create(host_.context), UNO_QUERY_THROW);
    const Reference<css::awt::XWindowPeer> parent(host_.frame->getContainerWindow(), UNO_QUERY_THROW);
    control_->createPeer(toolkit, parent);
    const Reference<css::awt::XWindow> window(control_, UNO_QUERY_THROW);
    const sal_Int32 width = window->getPosSize().Width;
    LayoutColumn column(control_, width, LayoutColumn::Mode::place);
    place(column);
    column.endButtons({accept_, abandon_});
    const css::awt::Rectangle behind = host_.frame->getContainerWindow()->getPosSize();
    window->setPosSize(std::max<sal_Int32>(0, (behind.Width - width) / 2),
                       std::max<sal_Int32>(0, (behind.Height - column.height()) / 3), width, column.height(),
                       css::awt::PosSize::POSSIZE);
    return Reference<css::awt::XDialog>(control_, UNO_QUERY_THROW)->execute() == 1;
}

} // namespace panorama::sidebar
