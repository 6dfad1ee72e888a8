#pragma once

#include "core/rules/check_progress.hpp"

#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace panorama {

/// Works through requests on a thread of its own. Only the latest request counts: a new one cancels the work
/// on the one before, and whatever an outdated one still brings is dropped. The owner's thread submits and
/// takes; it never waits, but for the end. What is dropped is destroyed on the worker's thread.
template <typename Request, typename Result>
class BackgroundWork
{
  public:
    /// Hands over what is there; a piece of work may do so several times, each replacing what was not taken.
    using Deliver = std::function<void(Result)>;
    /// Looks at the progress often: it says when nobody waits any more. An exception ends it without a
    /// result.
    using Work = std::function<void(Request, CheckProgress&, const Deliver&)>;
    /// Called on the worker's thread when there is something to take, or when a piece of work ended: it wakes
    /// the owner and does nothing else. It must not wait for the owner's thread, which may be waiting for the
    /// worker's end.
    using Wake = std::function<void()>;

    BackgroundWork(Work work, Wake wake)
        : work_(std::move(work)), wake_(std::move(wake)), thread_([this] { run(); })
    {
    }

    /// Cancels what is under way and waits for its end.
    ~BackgroundWork()
    {
        {
            const std::lock_guard lock(mutex_);
            ends_ = true;
            forget();
        }
        changed_.notify_all();
        thread_.join();
    }
    BackgroundWork(const BackgroundWork&) = delete;
    BackgroundWork& operator=(const BackgroundWork&) = delete;

    void submit(Request request)
    {
        {
            const std::lock_guard lock(mutex_);
            forget();
            waiting_.emplace(std::move(request));
        }
        changed_.notify_all();
    }

    /// Nothing that was asked for is wanted any more.
    void cancel()
    {
        {
            const std::lock_guard lock(mutex_);
            forget();
        }
        changed_.notify_all();
    }

    /// Lets go of something whose destruction would take long: it happens on the worker's thread, after the
    /// work under way, and before the destructor returns at the latest.
    void discard(std::shared_ptr<const void> thing)
    {
        if (!thing) return;
        {
            const std::lock_guard lock(mutex_);
            discarded_.push_back(std::move(thing));
        }
        changed_.notify_all();
    }

    /// What the latest request has brought since the last call.
    std::optional<Result> take()
    {
        const std::lock_guard lock(mutex_);
        return std::exchange(arrived_, std::nullopt);
    }

    /// Whether more may come of the latest request.
    bool isBusy() const
    {
        const std::lock_guard lock(mutex_);
        return waiting_.has_value() || isUnderWay();
    }

    /// How far the work on the latest request is, from 0 to 1.
    double share() const
    {
        const std::lock_guard lock(mutex_);
        return isUnderWay() ? progress_->share() : 0;
    }

  private:
    /// With the mutex held: whether the worker is at the latest request.
    bool isUnderWay() const { return progress_ && !progress_->isCancelled(); }

    /// With the mutex held.
    void forget()
    {
        moveAway(waiting_);
        moveAway(arrived_);
        if (progress_) progress_->cancel();
    }

    /// With the mutex held: empties it without destroying what it held.
    template <typename T>
    void moveAway(std::optional<T>& thing)
    {
        if (thing) discarded_.push_back(std::make_shared<T>(std::move(*thing)));
        thing.reset();
    }

    void run()
    {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [this] { return ends_ || waiting_ || !discarded_.empty(); });
            if (waiting_ && !ends_) workOff(lock);
            auto dropped = std::exchange(discarded_, {});
            if (dropped.empty() && ends_) return;
            lock.unlock();
            dropped.clear();
            lock.lock();
        }
    }

    /// Comes and goes with the mutex held.
    void workOff(std::unique_lock<std::mutex>& lock)
    {
        Request request = std::move(*waiting_);
        waiting_.reset();
        const auto progress = std::make_shared<CheckProgress>();
        progress_ = progress;
        lock.unlock();
        attempt(std::move(request), *progress);
        lock.lock();
        progress_.reset();
        if (progress->isCancelled()) return;
        lock.unlock();
        wake_();
        lock.lock();
    }

    void attempt(Request request, CheckProgress& progress)
    {
        try {
            work_(std::move(request), progress, [&](Result result) { deliver(progress, std::move(result)); });
        } catch (const std::exception&) {
            // Without memory there is no result; the office around us goes on.
        }
    }

    void deliver(const CheckProgress& progress, Result result)
    {
        std::optional<Result> replaced; // destroyed after the mutex is free
        {
            const std::lock_guard lock(mutex_);
            if (progress.isCancelled()) return;
            replaced = std::exchange(arrived_, std::move(result));
        }
        wake_();
    }

    const Work work_;
    const Wake wake_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool ends_ = false;
    std::optional<Request> waiting_;
    std::shared_ptr<CheckProgress> progress_; ///< of what is under way
    std::optional<Result> arrived_;
    std::vector<std::shared_ptr<const void>> discarded_;
    std::thread thread_; ///< the last: it starts when everything else is there
};

} // namespace panorama
