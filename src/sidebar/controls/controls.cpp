#include "sidebar/controls/controls.hpp"

#include "bridge/uno_text.hpp"

#include <algorithm>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/view/SelectionType.hpp>

namespace panorama::sidebar {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

Control::Control(const Reference<css::awt::XControl>& control) : control_(control) {}

Reference<css::beans::XPropertySet> Control::model() const
{
    return Reference<css::beans::XPropertySet>(control_->getModel(), UNO_QUERY_THROW);
}

Reference<css::awt::XWindow2> Control::window() const
{
    return Reference<css::awt::XWindow2>(control_, UNO_QUERY_THROW);
}

void Control::set(const char* property, const Any& value) const
{
    model()->setPropertyValue(OUString::createFromAscii(property), value);
}

Any Control::value(const char* property) const
{
    return model()->getPropertyValue(OUString::createFromAscii(property));
}

namespace {

void setIfOther(const Control& control, const char* property, std::string_view text)
{
    const OUString wanted = fromUtf8(text);
    OUString shown;
    control.value(property) >>= shown;
    if (shown != wanted) control.set(property, Any(wanted));
}

} // namespace

void Control::show(std::string_view label) const
{
    setIfOther(*this, "Label", label);
}

std::string Control::label() const
{
    OUString shown;
    value("Label") >>= shown;
    return toUtf8(shown);
}

void Control::showText(std::string_view text) const
{
    setIfOther(*this, "Text", text);
}

std::string Control::text() const
{
    OUString shown;
    value("Text") >>= shown;
    return toUtf8(shown);
}

void Control::setItems(const std::vector<std::string>& items, std::size_t selected) const
{
    css::uno::Sequence<OUString> list(static_cast<sal_Int32>(items.size()));
    std::transform(items.begin(), items.end(), list.getArray(),
                   [](const auto& item) { return fromUtf8(item); });
    set("StringItemList", Any(list));
    set("SelectedItems", Any(sequence({static_cast<sal_Int16>(selected)})));
}

std::size_t Control::selectedItem() const
{
    css::uno::Sequence<sal_Int16> selected;
    value("SelectedItems") >>= selected;
    const auto& items = selected;
    return items.hasElements() && items[0] >= 0 ? static_cast<std::size_t>(items[0]) : 0;
}

bool Control::isChecked() const
{
    sal_Int16 state = 0;
    value("State") >>= state;
    return state == 1;
}

void Control::enable(bool enabled) const
{
    bool is = false;
    value("Enabled") >>= is;
    if (is != enabled) set("Enabled", Any(enabled));
}

void Control::setVisible(bool visible) const
{
    if (window()->isVisible() != visible) window()->setVisible(visible);
}

bool Control::isVisible() const
{
    return window()->isVisible();
}

void Control::focus() const
{
    window()->setFocus();
}

void Control::place(sal_Int32 x, sal_Int32 y, sal_Int32 width, sal_Int32 height) const
{
    const css::awt::Rectangle now = window()->getPosSize();
    if (now.X == x && now.Y == y && now.Width == width && now.Height == height) return;
    window()->setPosSize(x, y, width, height, css::awt::PosSize::POSSIZE);
}

css::awt::Size Control::preferredSize() const
{
    return Reference<css::awt::XLayoutConstrains>(control_, UNO_QUERY_THROW)->getPreferredSize();
}

css::awt::Size Control::minimumSize() const
{
    return Reference<css::awt::XLayoutConstrains>(control_, UNO_QUERY_THROW)->getMinimumSize();
}

sal_Int32 Control::heightFor(sal_Int32 width) const
{
    const Reference<css::awt::XLayoutConstrains> constrains(control_, UNO_QUERY_THROW);
    return constrains->calcAdjustedSize(css::awt::Size(width, 0x7FFF)).Height;
}

ControlMaker::ControlMaker(const Reference<css::awt::XControl>& container) : container_(container) {}

namespace {

/// What is said of a control before its window is made: some of it the window never takes later.
using Properties = std::initializer_list<std::pair<const char*, Any>>;

Control make(const Reference<css::awt::XControl>& container, const char* name, const char* service,
             Properties properties)
{
    const Reference<css::lang::XMultiServiceFactory> factory(container->getModel(), UNO_QUERY_THROW);
    const Reference<css::beans::XPropertySet> model(
        factory->createInstance(OUString::createFromAscii(service)), UNO_QUERY_THROW);
    for (const auto& [property, value] : properties)
        model->setPropertyValue(OUString::createFromAscii(property), value);
    const OUString key = OUString::createFromAscii(name);
    Reference<css::container::XNameContainer>(container->getModel(), UNO_QUERY_THROW)
        ->insertByName(key, Any(model));
    return Control(Reference<css::awt::XControlContainer>(container, UNO_QUERY_THROW)->getControl(key));
}

Any text(std::string_view utf8)
{
    return Any(fromUtf8(utf8));
}

} // namespace

Control ControlMaker::text(const char* name, std::string_view label, bool bold) const
{
    const float weight = bold ? css::awt::FontWeight::BOLD : css::awt::FontWeight::DONTKNOW;
    return make(container_, name, "com.sun.star.awt.UnoControlFixedTextModel",
                {{"MultiLine", Any(true)}, {"FontWeight", Any(weight)}, {"Label", sidebar::text(label)}});
}

Control ControlMaker::button(const char* name, std::string_view label, std::string_view help) const
{
    return make(container_, name, "com.sun.star.awt.UnoControlButtonModel",
                {{"Label", sidebar::text(label)}, {"HelpText", sidebar::text(help)}});
}

Control ControlMaker::checkBox(const char* name, std::string_view label, std::string_view help) const
{
    return make(container_, name, "com.sun.star.awt.UnoControlCheckBoxModel",
                {{"Label", sidebar::text(label)}, {"HelpText", sidebar::text(help)}});
}

Control ControlMaker::listBox(const char* name, std::string_view help) const
{
    return make(
        container_, name, "com.sun.star.awt.UnoControlListBoxModel",
        {{"Dropdown", Any(true)}, {"LineCount", Any(sal_Int16(20))}, {"HelpText", sidebar::text(help)}});
}

Control ControlMaker::edit(const char* name, std::string_view help) const
{
    return make(container_, name, "com.sun.star.awt.UnoControlEditModel",
                {{"HelpText", sidebar::text(help)}});
}

Control ControlMaker::reading(const char* name, std::string_view help) const
{
    return make(container_, name, "com.sun.star.awt.UnoControlEditModel",
                {{"MultiLine", Any(true)},
                 {"ReadOnly", Any(true)},
                 {"AutoVScroll", Any(true)},
                 {"HelpText", sidebar::text(help)}});
}

Control ControlMaker::tree(const char* name, std::string_view help) const
{
    return make(container_, name, "com.sun.star.awt.tree.TreeControlModel",
                {{"SelectionType", Any(css::view::SelectionType_SINGLE)},
                 {"RootDisplayed", Any(false)},
                 {"ShowsHandles", Any(true)},
                 {"ShowsRootHandles", Any(true)},
                 {"Editable", Any(false)},
                 {"HelpText", sidebar::text(help)}});
}

Control ControlMaker::progressBar(const char* name, std::string_view help) const
{
    return make(container_, name, "com.sun.star.awt.UnoControlProgressBarModel",
                {{"ProgressValueMin", Any(sal_Int32(0))},
                 {"ProgressValueMax", Any(sal_Int32(100))},
                 {"HelpText", sidebar::text(help)}});
}

} // namespace panorama::sidebar
