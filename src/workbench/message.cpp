#include "workbench/message.hpp"

#include "bridge/uno_text.hpp"

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/MessageBoxResults.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XMessageBox.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/lang/XComponent.hpp>

namespace panorama::workbench {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

namespace {

/// The button that was pressed; 0 where there is no window.
sal_Int16 show(const Reference<css::uno::XComponentContext>& context,
               const Reference<css::frame::XFrame>& frame, css::awt::MessageBoxType type, sal_Int32 buttons,
               std::string_view text)
{
    const Reference<css::awt::XWindowPeer> parent(frame.is() ? frame->getContainerWindow() : nullptr,
                                                  UNO_QUERY);
    if (!parent.is()) return 0;
    const Reference<css::awt::XMessageBoxFactory> boxes(css::awt::Toolkit::create(context), UNO_QUERY_THROW);
    const auto box = boxes->createMessageBox(parent, type, buttons, "Panorama Calc", fromUtf8(text));
    const sal_Int16 pressed = box->execute();
    const Reference<css::lang::XComponent> component(box, UNO_QUERY);
    if (component.is()) component->dispose();
    return pressed;
}

} // namespace

void tell(const Reference<css::uno::XComponentContext>& context, const Reference<css::frame::XFrame>& frame,
          std::string_view sentence)
{
    show(context, frame, css::awt::MessageBoxType_INFOBOX, css::awt::MessageBoxButtons::BUTTONS_OK, sentence);
}

bool ask(const Reference<css::uno::XComponentContext>& context, const Reference<css::frame::XFrame>& frame,
         std::string_view question)
{
    return show(context, frame, css::awt::MessageBoxType_QUERYBOX,
                css::awt::MessageBoxButtons::BUTTONS_YES_NO, question) == css::awt::MessageBoxResults::YES;
}

} // namespace panorama::workbench
