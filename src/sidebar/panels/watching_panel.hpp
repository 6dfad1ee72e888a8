#pragma once

#include "bridge/guarded.hpp"
#include "core/live/background_work.hpp"
#include "sidebar/controls/layout_column.hpp"
#include "sidebar/controls/panel_content.hpp"
#include "sidebar/watching/document_watch.hpp"
#include "sidebar/watching/view_watch.hpp"

#include <memory>
#include <optional>
#include <string>

namespace panorama::sidebar {

/// A panel that shows something of the document, sheet and cursor of its window.
class WatchingPanel : public PanelContent, protected DocumentWatch::Subscriber
{
  public:
    explicit WatchingPanel(const PanelHost& host);
    ~WatchingPanel() override;

  protected:
    /// Begins to follow the window, when the controls are there.
    void start();
    virtual void documentFollowed() {}
    virtual void cursorMoved() = 0;
    void resultArrived() override = 0;
    void phaseChanged() override {}
    void documentClosed() override;

    /// Work on another thread that brings `Result` for the latest `Request` to take() on the main thread.
    template <typename Request, typename Result>
    using Work = BackgroundWork<Request, std::shared_ptr<const Result>>;
    template <typename Request, typename Result>
    void startWork(std::optional<Work<Request, Result>>& work,
                   Result (*make)(const Request&, const CheckProgress&), std::function<void()> take)
    {
        const auto mainThread = MainThread::shared(host_.context);
        work.emplace(
            [make](Request request, CheckProgress& progress, const auto& deliver) {
                guarded([&] { deliver(std::make_shared<const Result>(make(request, progress))); });
            },
            [take = std::move(take), mainThread, life = std::weak_ptr<bool>(life_)] {
                mainThread->post([take, life] {
                    if (life.lock()) take();
                });
            });
    }

    void relayout();
    /// Remembers the size that the controls are placed for.
    void sized(sal_Int32 width, sal_Int32 height);

    PanelHost host_;
    Language language_;
    Lifeline life_ = std::make_shared<bool>(true);
    std::optional<ViewWatch> view_;
    std::shared_ptr<DocumentWatch> watch_;

  private:
    void follow();

    sal_Int32 width_ = 0, height_ = 0;
};

/// A panel that is as high as what it shows.
class FittedPanel : public WatchingPanel
{
  public:
    using WatchingPanel::WatchingPanel;
    css::ui::LayoutSize heights(sal_Int32 width) override;
    void layout(sal_Int32 width, sal_Int32 height) override;

  protected:
    virtual void place(LayoutColumn& column) const = 0;
    /// After another content was put in.
    void refit();
};

} // namespace panorama::sidebar
