#include "sidebar/panels/watching_panel.hpp"

namespace panorama::sidebar {

WatchingPanel::WatchingPanel(const PanelHost& host) : host_(host), language_(host.language) {}

WatchingPanel::~WatchingPanel()
{
    life_.reset();
    view_.reset();
    if (watch_) watch_->unsubscribe(this);
}

void WatchingPanel::start()
{
    view_.emplace(
        host_.context, host_.frame, [this] { follow(); }, [this] { cursorMoved(); });
    follow();
}

/// Looks at the document that the window shows now.
void WatchingPanel::follow()
{
    if (watch_) watch_->unsubscribe(this);
    watch_ = DocumentWatch::of(host_.context, view_->model());
    if (watch_) watch_->subscribe(this);
    documentFollowed();
    resultArrived();
    phaseChanged();
}

void WatchingPanel::documentClosed()
{
    if (watch_) watch_->unsubscribe(this);
    watch_.reset();
}

void WatchingPanel::sized(sal_Int32 width, sal_Int32 height)
{
    width_ = width;
    height_ = height;
}

void WatchingPanel::relayout()
{
    if (width_ > 0) layout(width_, height_);
}

css::ui::LayoutSize FittedPanel::heights(sal_Int32 width)
{
    LayoutColumn column(host_.window, width, LayoutColumn::Mode::measure);
    place(column);
    return {column.height(), column.height(), column.height()};
}

void FittedPanel::layout(sal_Int32 width, sal_Int32 height)
{
    sized(width, height);
    LayoutColumn column(host_.window, width, LayoutColumn::Mode::place);
    place(column);
}

void FittedPanel::refit()
{
    relayout();
    host_.requestLayout();
}

} // namespace panorama::sidebar
