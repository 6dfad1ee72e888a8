#pragma once

#include <chrono>
#include <com/sun/star/awt/XRequestCallback.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace panorama::sidebar {

/// Lets the office's main thread do things later, between two events of the user, with its lock held. UNO has
/// no timer: a thread of our own waits and does nothing else. One for the whole office, as long as somebody
/// holds it.
class MainThread
{
  public:
    using Task = std::function<void()>;

    static std::shared_ptr<MainThread>
    shared(const css::uno::Reference<css::uno::XComponentContext>& context);
    ~MainThread();
    MainThread(const MainThread&) = delete;
    MainThread& operator=(const MainThread&) = delete;

    /// From any thread. A task outlives whoever asked for it: it holds what it needs weakly.
    void post(Task task) const;
    void postAfter(std::chrono::milliseconds delay, Task task);

  private:
    explicit MainThread(const css::uno::Reference<css::uno::XComponentContext>& context);
    void wait();

    struct Due
    {
        std::chrono::steady_clock::time_point when;
        Task task;
    };
    css::uno::Reference<css::awt::XRequestCallback> callbacks_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Due> due_; ///< a heap, the nearest first
    bool ends_ = false;
    std::thread thread_; ///< the last: it starts when everything else is there
};

} // namespace panorama::sidebar
