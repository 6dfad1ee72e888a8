#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace panorama {

/// Does something once if it is not stopped in time. A call across the pipe has no time limit of its own:
/// ending the office from another thread is what makes it return.
class Watchdog
{
  public:
    /// bite is called in a thread of the watchdog's.
    Watchdog(std::chrono::milliseconds limit, std::function<void()> bite);
    /// Stops, if stop() was not called.
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    /// From now on it will not bite. True if it has.
    bool stop();

  private:
    void watch(std::chrono::milliseconds limit);

    std::function<void()> bite_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool stopped_ = false;
    bool bitten_ = false;
    std::thread thread_;
};

} // namespace panorama
