#include "sidebar/watching/main_thread.hpp"

#include "bridge/guarded.hpp"

#include <algorithm>
#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/XCallback.hpp>
#include <cppuhelper/implbase1.hxx>

namespace panorama::sidebar {

namespace {

class Callback : public cppu::WeakImplHelper1<css::awt::XCallback>
{
  public:
    explicit Callback(MainThread::Task task) : task_(std::move(task)) {}
    void SAL_CALL notify(const css::uno::Any&) override { guarded(task_); }

  private:
    MainThread::Task task_;
};

} // namespace

std::shared_ptr<MainThread>
MainThread::shared(const css::uno::Reference<css::uno::XComponentContext>& context)
{
    static std::weak_ptr<MainThread> known; // asked for on the main thread only
    auto found = known.lock();
    if (!found) {
        found.reset(new MainThread(context));
        known = found;
    }
    return found;
}

MainThread::MainThread(const css::uno::Reference<css::uno::XComponentContext>& context)
    : callbacks_(css::awt::AsyncCallback::create(context)), thread_([this] { wait(); })
{
}

/// The waiting thread never needs the office's lock, so that it may be waited for with the lock held.
MainThread::~MainThread()
{
    {
        const std::lock_guard lock(mutex_);
        ends_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void MainThread::post(Task task) const
{
    const css::uno::Reference<css::awt::XCallback> callback(new Callback(std::move(task)));
    callbacks_->addCallback(callback, css::uno::Any());
}

namespace {
constexpr auto isLater = [](const auto& a, const auto& b) { return a.when > b.when; };
}

void MainThread::postAfter(std::chrono::milliseconds delay, Task task)
{
    {
        const std::lock_guard lock(mutex_);
        due_.push_back({std::chrono::steady_clock::now() + delay, std::move(task)});
        std::push_heap(due_.begin(), due_.end(), isLater);
    }
    changed_.notify_all();
}

void MainThread::wait()
{
    std::unique_lock lock(mutex_);
    while (!ends_) {
        if (due_.empty()) {
            changed_.wait(lock);
        } else if (const auto when = due_.front().when; std::chrono::steady_clock::now() < when) {
            changed_.wait_until(lock, when);
        } else {
            std::pop_heap(due_.begin(), due_.end(), isLater);
            Task task = std::move(due_.back().task);
            due_.pop_back();
            lock.unlock();
            post(std::move(task));
            lock.lock();
        }
    }
}

} // namespace panorama::sidebar
