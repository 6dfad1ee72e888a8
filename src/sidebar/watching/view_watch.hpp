#pragma once

#include "core/table/sheet.hpp"
#include "sidebar/watching/main_thread.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <functional>
#include <memory>
#include <rtl/ref.hxx>
#include <string>

namespace panorama::sidebar {

class ViewListener;

/// What one window shows: which document, which sheet, and where its cursor is.
class ViewWatch
{
  public:
    /// `documentChanged` is called when the window shows another document, or none; `moved` when the cursor
    /// has come to rest on another cell or sheet.
    ViewWatch(const css::uno::Reference<css::uno::XComponentContext>& context,
              const css::uno::Reference<css::frame::XFrame>& frame, std::function<void()> documentChanged,
              std::function<void()> moved);
    ~ViewWatch();

    css::uno::Reference<css::frame::XController> controller() const;
    css::uno::Reference<css::frame::XModel> model() const;
    /// Empty where the window shows no sheet.
    std::string activeSheet() const;
    /// The cell of the cursor; the first one of a selection.
    Place cursor() const;
    const css::uno::Reference<css::frame::XFrame>& frame() const { return frame_; }

  private:
    friend class ViewListener;
    void attach();
    void detach();
    void reattached();
    void selectionMoved();

    css::uno::Reference<css::frame::XFrame> frame_;
    std::shared_ptr<MainThread> mainThread_;
    std::function<void()> documentChanged_, moved_;
    css::uno::Reference<css::frame::XController> controller_; ///< that is listened to
    rtl::Reference<ViewListener> listener_;
    std::shared_ptr<int> turn_; ///< only the latest move counts; whoever waits holds it weakly
};

} // namespace panorama::sidebar
