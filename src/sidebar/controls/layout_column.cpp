#include "sidebar/controls/layout_column.hpp"

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

constexpr sal_Int32 spareWidth = 16;

/// The office asks for more room around a button's text than its own sidebar has.
css::awt::Size buttonSize(const Control& button)
{
    const css::awt::Size least = button.minimumSize(), preferred = button.preferredSize();
    return {std::min(preferred.Width, std::max(least.Width, preferred.Width - spareWidth)),
            std::min(preferred.Height, least.Height + 4)};
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
    onlyAloud(leftLabel);
    put(left, gap_, y_, leftWidth, height);
    put(rightLabel, gap_ + leftWidth + gap_, y_, 0, 0);
    put(right, gap_ + leftWidth + gap_, y_, rightWidth, height);
    next(height);
}

void LayoutColumn::onlyAloud(const Control& label) const
{
    put(label, gap_, y_, 0, 0);
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
    for (std::size_t first = 0; first < buttons.size();) {
        std::size_t end = first;
        sal_Int32 width = 0, height = 0;
        for (; end < buttons.size(); ++end) {
            const css::awt::Size size = buttonSize(buttons[end]);
            if (end > first && width + size.Width > width_) break;
            width += size.Width + gap_;
            height = std::max(height, size.Height);
        }
        line(buttons, first, end, gap_, height);
        first = end;
    }
}

void LayoutColumn::endButtons(const std::vector<Control>& buttons)
{
    sal_Int32 width = -gap_, height = 0;
    for (const Control& button : buttons) {
        width += buttonSize(button).Width + gap_;
        height = std::max(height, buttonSize(button).Height);
    }
    line(buttons, 0, buttons.size(), gap_ + std::max<sal_Int32>(0, width_ - width), height);
}

/// Some of the buttons beside each other, from x on, each in the middle of the line.
void LayoutColumn::line(const std::vector<Control>& buttons, std::size_t first, std::size_t end, sal_Int32 x,
                        sal_Int32 height)
{
    for (std::size_t i = first; i < end; ++i) {
        const css::awt::Size size = buttonSize(buttons[i]);
        put(buttons[i], x, y_ + (height - size.Height) / 2, std::min(size.Width, width_), size.Height);
        x += size.Width + gap_;
    }
    next(height);
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
    const sal_Int32 textHeight = label.heightFor(textWidth);
    put(label, gap_, y_ + std::max<sal_Int32>(0, (size.Height - textHeight) / 2), textWidth, textHeight);
    put(button, gap_ + textWidth + gap_, y_, size.Width, size.Height);
    next(std::max(textHeight, size.Height));
}

} // namespace panorama::sidebar
