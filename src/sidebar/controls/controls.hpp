#pragma once

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace panorama::sidebar {

/// One control of a panel or dialog: its model, which holds what is shown, and its window.
class Control
{
  public:
    Control() = default;
    Control(const css::uno::Reference<css::awt::XControl>& control);

    bool is() const { return control_.is(); }
    const css::uno::Reference<css::awt::XControl>& get() const { return control_; }
    css::uno::Reference<css::beans::XPropertySet> model() const;
    css::uno::Reference<css::awt::XWindow2> window() const;

    void set(const char* property, const css::uno::Any& value) const;
    css::uno::Any value(const char* property) const;

    /// Sets what is shown, and only where it changes: a label set anew flickers.
    void show(std::string_view label) const;
    std::string label() const;
    void showText(std::string_view text) const; ///< of an edit field
    std::string text() const;                   ///< of an edit field
    void setItems(const std::vector<std::string>& items, std::size_t selected) const;
    std::size_t selectedItem() const;
    bool isChecked() const;
    void enable(bool enabled) const;
    void setVisible(bool visible) const;
    bool isVisible() const;
    void focus() const;

    void place(sal_Int32 x, sal_Int32 y, sal_Int32 width, sal_Int32 height) const;
    /// In pixels, as large as its text needs.
    css::awt::Size preferredSize() const;
    css::awt::Size minimumSize() const;
    /// How high a text becomes that is broken into lines of this width.
    sal_Int32 heightFor(sal_Int32 width) const;

  private:
    css::uno::Reference<css::awt::XControl> control_;
};

/// Makes controls in a window or dialog, in the order in which the Tab key goes through them.
class ControlMaker
{
  public:
    /// `container` is the control of the window or dialog.
    explicit ControlMaker(const css::uno::Reference<css::awt::XControl>& container);

    Control text(const char* name, std::string_view label, bool bold = false) const;
    Control button(const char* name, std::string_view label, std::string_view help) const;
    Control checkBox(const char* name, std::string_view label, std::string_view help) const;
    Control listBox(const char* name, std::string_view help) const;
    Control edit(const char* name, std::string_view help) const;
    /// A text of several lines that can be read and copied, but not changed.
    Control reading(const char* name, std::string_view help) const;
    Control tree(const char* name, std::string_view help) const;
    Control progressBar(const char* name, std::string_view help) const;

  private:
    css::uno::Reference<css::awt::XControl> container_;
};

} // namespace panorama::sidebar
