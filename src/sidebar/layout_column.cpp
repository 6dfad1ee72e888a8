#include "sidebar/layout_column.hpp"

#include <algorithm>
#include <com/sun/star/awt/XUnitConversion.hpp>
#include <com/sun/star/util/MeasureUnit.hpp>

namespace panorama::sidebar {

namespace {

/// The space between controls: three units of the dialog font, some 6 pixels, as in the office's own panels.
sal_Int32 gapOf(const css::uno::Reference<css::awt::XControl>& window)
{
    const css::uno::Reference<css::awt::XUnitConversion> units(window->getPeer(), css::uno::UNO_QUERY);
    if (!units.is()) return 6;
    const auto size = units->convertSizeToPixel(css::awt::Size(300, 300), css::util::MeasureUnit::APPFONT);
    return std::clamp<sal_Int32>(size.Width / 100, 4, 24);
}

/// The office asks for more room around a button's text than its own sidebar has.
css::awt::Size buttonSize(const Control& button)
{
    const css::awt::Size least = button.minimumSize(), preferred = button.preferredSize();
    return {preferred.Width, std::min(preferred.Height, least.Height + 4)};
}

} // namespace

LayoutColumn::LayoutColumn(const css::uno::Reference<css::awt::XControl>& window, sal_Int32 width, Mode mode)
    : mode_(mode), gap_(gapOf(window)), width_(std::max<sal_Int32>(width - 2 * gap_, 40)), y_(gap_)
{
}

void LayoutColumn::put(const Control& control, sal_Int32 x, sal_Int32 y, sal_Int32 width,
                       sal_Int32 height) const
{
    if (mode_ == Mode::place) control.place(x, y, width, height);
}

void LayoutColumn::text(const Control& control)
{
    full(control, control.heightFor(width_));
}

void LayoutColumn::textBelow(const Control& control)
{
    y_ -= gap_ / 2;
    const sal_Int32 indent = 2 * gap_, width = width_ - indent;
    const sal_Int32 height = control.heightFor(width);
    put(control, gap_ + indent, y_, width, height);
    next(height);
}

void LayoutColumn::full(const Control& control, sal_Int32 height)
{
    put(control, gap_, y_, width_, height);
    next(height);
}

void LayoutColumn::line(const Control& control)
{
    full(control, fieldHeight(control));
}

void LayoutColumn::pair(const Control& leftLabel, const Control& left, const Control& rightLabel,
                        const Control& right)
{
    const sal_Int32 rightWidth = std::min(right.preferredSize().Width, width_ / 2);
    const sal_Int32 leftWidth = width_ - rightWidth - gap_;
    const sal_Int32 height = std::max(fieldHeight(left), fieldHeight(right));
    put(leftLabel, gap_, y_, 0, 0);
    put(left, gap_, y_, leftWidth, height);
    put(rightLabel, gap_ + leftWidth + gap_, y_, 0, 0);
    put(right, gap_ + leftWidth + gap_, y_, rightWidth, height);
    next(height);
}

void LayoutColumn::labelled(const Control& label, const Control& field)
{
    const css::awt::Size needed = label.preferredSize();
    const sal_Int32 height = fieldHeight(field);
    if (needed.Width > width_ / 2) {
        text(label);
        full(field, height);
        return;
    }
    put(label, gap_, y_ + std::max<sal_Int32>(0, (height - needed.Height) / 2), needed.Width, needed.Height);
    put(field, gap_ + needed.Width + gap_, y_, width_ - needed.Width - gap_, height);
    next(height);
}

void LayoutColumn::buttons(const std::vector<Control>& buttons)
{
    sal_Int32 x = 0, lineHeight = 0;
    for (const Control& button : buttons) {
        css::awt::Size size = buttonSize(button);
        size.Width = std::min(size.Width, width_);
        if (x > 0 && x + size.Width > width_) {
            next(lineHeight);
            x = lineHeight = 0;
        }
        put(button, gap_ + x, y_, size.Width, size.Height);
        x += size.Width + gap_;
        lineHeight = std::max(lineHeight, size.Height);
    }
    next(lineHeight);
}

void LayoutColumn::textAndButton(const Control& label, const Control& button)
{
    const css::awt::Size size = buttonSize(button);
    if (size.Width > width_ / 2) {
        text(label);
        full(button, size.Height);
        return;
    }
    const sal_Int32 textWidth = width_ - size.Width - gap_;
    const sal_Int32 height = std::max(label.heightFor(textWidth), size.Height);
    put(label, gap_, y_, textWidth, height);
    put(button, gap_ + textWidth + gap_, y_, size.Width, size.Height);
    next(height);
}

} // namespace panorama::sidebar
