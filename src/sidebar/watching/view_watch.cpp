#include "sidebar/watching/view_watch.hpp"

#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XFrameActionListener.hpp>
#include <com/sun/star/sheet/XActivationBroadcaster.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cppuhelper/implbase3.hxx>

namespace panorama::sidebar {

using css::uno::Reference;
using css::uno::UNO_QUERY;

/// Hears what happens to a window, as long as its watch is there.
class ViewListener
    : public cppu::WeakImplHelper3<css::view::XSelectionChangeListener, css::sheet::XActivationEventListener,
                                   css::frame::XFrameActionListener>
{
  public:
    explicit ViewListener(ViewWatch& watch) : watch_(&watch) {}
    void stop() { watch_ = nullptr; }

    void SAL_CALL selectionChanged(const css::lang::EventObject&) override { moved(); }
    void SAL_CALL activeSpreadsheetChanged(const css::sheet::ActivationEvent&) override { moved(); }
    void SAL_CALL frameAction(const css::frame::FrameActionEvent& event) override
    {
        using namespace css::frame;
        if (!watch_) return;
        if (event.Action == FrameAction_COMPONENT_ATTACHED ||
            event.Action == FrameAction_COMPONENT_REATTACHED)
            guarded([&] { watch_->reattached(); });
        else if (event.Action == FrameAction_COMPONENT_DETACHING)
            guarded([&] { watch_->detach(); });
    }
    void SAL_CALL disposing(const css::lang::EventObject& event) override
    {
        if (watch_ && event.Source == watch_->controller_) watch_->controller_.clear();
    }

  private:
    void moved()
    {
        if (watch_) guarded([&] { watch_->selectionMoved(); });
    }
    ViewWatch* watch_;
};

namespace {
// The cursor of somebody who holds an arrow key down is only shown where it stops.
constexpr std::chrono::milliseconds rest{60};
} // namespace

ViewWatch::ViewWatch(const Reference<css::uno::XComponentContext>& context,
                     const Reference<css::frame::XFrame>& frame, std::function<void()> documentChanged,
                     std::function<void()> moved)
    : frame_(frame), mainThread_(MainThread::shared(context)), documentChanged_(std::move(documentChanged)),
      moved_(std::move(moved)), listener_(new ViewListener(*this)), turn_(std::make_shared<int>(0))
{
    guarded([&] { frame_->addFrameActionListener(listener_.get()); });
    attach();
}

ViewWatch::~ViewWatch()
{
    detach();
    listener_->stop();
    guarded([&] { frame_->removeFrameActionListener(listener_.get()); });
}

void ViewWatch::attach()
{
    controller_ = frame_->getController();
    if (!controller_.is()) return;
    guarded([&] {
        const Reference<css::view::XSelectionSupplier> selection(controller_, UNO_QUERY);
        if (selection.is()) selection->addSelectionChangeListener(listener_.get());
        const Reference<css::sheet::XActivationBroadcaster> sheets(controller_, UNO_QUERY);
        if (sheets.is()) sheets->addActivationEventListener(listener_.get());
    });
}

void ViewWatch::detach()
{
    const auto controller = controller_;
    controller_.clear();
    if (!controller.is()) return;
    guarded([&] {
        const Reference<css::view::XSelectionSupplier> selection(controller, UNO_QUERY);
        if (selection.is()) selection->removeSelectionChangeListener(listener_.get());
        const Reference<css::sheet::XActivationBroadcaster> sheets(controller, UNO_QUERY);
        if (sheets.is()) sheets->removeActivationEventListener(listener_.get());
    });
}

void ViewWatch::reattached()
{
    detach();
    attach();
    documentChanged_();
}

void ViewWatch::selectionMoved()
{
    const int turn = ++*turn_;
    mainThread_->postAfter(rest, [this, turn, latest = std::weak_ptr<int>(turn_)] {
        const auto now = latest.lock(); // gone with the watch
        if (now && *now == turn) moved_();
    });
}

Reference<css::frame::XController> ViewWatch::controller() const
{
    return controller_;
}

Reference<css::frame::XModel> ViewWatch::model() const
{
    return controller_.is() ? controller_->getModel() : Reference<css::frame::XModel>();
}

std::string ViewWatch::activeSheet() const
{
    const Reference<css::sheet::XSpreadsheetView> view(controller_, UNO_QUERY);
    const Reference<css::container::XNamed> sheet(
        view.is() ? view->getActiveSheet() : Reference<css::sheet::XSpreadsheet>(), UNO_QUERY);
    return sheet.is() ? toUtf8(sheet->getName()) : std::string();
}

Place ViewWatch::cursor() const
{
    const Reference<css::view::XSelectionSupplier> supplier(controller_, UNO_QUERY);
    if (!supplier.is()) return {};
    const css::uno::Any selection = supplier->getSelection();
    if (const Reference<css::sheet::XCellRangeAddressable> range(selection, UNO_QUERY); range.is()) {
        const auto address = range->getRangeAddress();
        return {address.StartRow, address.StartColumn};
    }
    if (const Reference<css::sheet::XCellAddressable> cell(selection, UNO_QUERY); cell.is()) {
        const auto address = cell->getCellAddress();
        return {address.Row, address.Column};
    }
    if (const Reference<css::sheet::XSheetCellRanges> ranges(selection, UNO_QUERY); ranges.is()) {
        const auto all = ranges->getRangeAddresses();
        if (all.hasElements()) return {all[0].StartRow, all[0].StartColumn};
    }
    return {};
}

} // namespace panorama::sidebar
