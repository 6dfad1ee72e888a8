#pragma once

#include "sidebar/controls/controls.hpp"

#include <vector>

namespace panorama::sidebar {

/// Places controls below each other in a narrow window. Asked only to measure, it moves nothing.
class LayoutColumn
{
  public:
    enum class Mode : unsigned char { measure, place };

    /// `window` tells how large a unit of the user's font is; `width` is the window's, in pixels.
    LayoutColumn(const css::uno::Reference<css::awt::XControl>& window, sal_Int32 width, Mode mode);

    /// A control as wide as the column and as high as its text needs.
    void text(const Control& control);
    /// A control as wide as the column.
    void full(const Control& control, sal_Int32 height);
    /// A control of one line as wide as the column: a list, an edit field.
    void line(const Control& control);
    /// Two fields in one line, the right one as narrow as it may be; their labels are only read aloud.
    void pair(const Control& leftLabel, const Control& left, const Control& rightLabel, const Control& right);
    /// A label that is read aloud for the control after it, and not seen.
    void onlyAloud(const Control& label) const;
    /// A short label with a field beside it.
    void labelled(const Control& label, const Control& field);
    /// Buttons as wide as their texts, as many in a line as fit.
    void buttons(const std::vector<Control>& buttons);
    /// The buttons that end a dialog, at its right.
    void endButtons(const std::vector<Control>& buttons);
    /// A text with a button at its right.
    void textAndButton(const Control& text, const Control& button);
    /// A text that belongs to the control above it.
    void textBelow(const Control& control);
    void gap() { y_ += gap_; }

    sal_Int32 height() const { return y_ + gap_; }
    sal_Int32 unit() const { return gap_; }

    /// How high a line of text or a field is.
    static sal_Int32 fieldHeight(const Control& control) { return control.preferredSize().Height; }

  private:
    void line(const std::vector<Control>& buttons, std::size_t first, std::size_t end, sal_Int32 x,
              sal_Int32 height);
    void put(const Control& control, sal_Int32 x, sal_Int32 y, sal_Int32 width, sal_Int32 height) const;
    void next(sal_Int32 height) { y_ += height + gap_; }

    Mode mode_;
    sal_Int32 gap_;
    sal_Int32 width_; ///< between the margins
    sal_Int32 y_;
};

} // namespace panorama::sidebar
