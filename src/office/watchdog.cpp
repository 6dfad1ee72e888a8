#include "office/watchdog.hpp"

namespace panorama {

Watchdog::Watchdog(std::chrono::milliseconds limit, std::function<void()> bite)
    : bite_(std::move(bite)), thread_([this, limit] { watch(limit); })
{
}

Watchdog::~Watchdog()
{
    stop();
}

bool Watchdog::stop()
{
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
    return bitten_;
}

void Watchdog::watch(std::chrono::milliseconds limit)
{
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, limit, [this] { return stopped_; })) return;
    bitten_ = true;
    lock.unlock();
    bite_();
}

} // namespace panorama
