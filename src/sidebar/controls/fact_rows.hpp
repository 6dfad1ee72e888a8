#pragma once

#include "core/report/key_figures.hpp"
#include "sidebar/controls/control_events.hpp"
#include "sidebar/controls/layout_column.hpp"

#include <functional>
#include <string>
#include <vector>

namespace panorama::sidebar {

/// Figures below each other: label and value, what they stand on, and perhaps a button for each. Controls are
/// made as they are needed and kept.
class FactRows
{
  public:
    /// `button` is the label of a figure's button, empty for none; `help` makes its help text from the
    /// figure's label.
    FactRows(const ControlMaker& make, std::string prefix, std::string button = {},
             std::function<std::string(const std::string&, bool)> help = {});

    /// `usable` says which figures have a live button; all where nothing is said.
    void show(const std::vector<ShownFigure>& figures, const std::vector<bool>& usable = {});
    void place(LayoutColumn& column) const;
    /// Called with the number of the row whose button was pressed.
    void onButton(const Lifeline& life, std::function<void(std::size_t)> act);

  private:
    struct Row
    {
        Control text, basis, button;
        bool hasBasis = false;
    };
    void addRow();

    ControlMaker make_;
    std::string prefix_, button_;
    std::function<std::string(const std::string&, bool)> help_;
    Lifeline life_;
    std::function<void(std::size_t)> act_;
    std::vector<Row> rows_;
    std::size_t shown_ = 0;
};

} // namespace panorama::sidebar
