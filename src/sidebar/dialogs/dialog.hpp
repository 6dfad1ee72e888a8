#pragma once

#include "sidebar/controls/layout_column.hpp"
#include "sidebar/controls/panel_content.hpp"

#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XUnoControlDialog.hpp>
#include <functional>
#include <string_view>

namespace panorama::sidebar {

/// A small modal dialog of the office, in one column.
class Dialog
{
  public:
    Dialog(const PanelHost& host, std::string_view title);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;

    ControlMaker make() const { return ControlMaker(control_); }
    /// The buttons that end it; the first is the one that Enter presses.
    void addEnd(std::string_view accept, std::string_view abandon);

    /// Shows it until it is ended; `place` puts the controls, the ending buttons follow. True where it was
    /// accepted.
    bool run(const std::function<void(LayoutColumn&)>& place);

  private:
    css::uno::Reference<css::awt::XControl> control_;
    PanelHost host_;
    Control accept_, abandon_;
};

} // namespace panorama::sidebar
