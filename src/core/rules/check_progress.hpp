#pragma once

#include <atomic>

namespace panorama {

/// How far a piece of work has come and whether anybody still wants it. Two threads may share it.
class CheckProgress
{
  public:
    void cancel() { cancelled_ = true; }
    bool isCancelled() const { return cancelled_; }

    void expect(int steps) { expected_ += steps; }
    void advance() { ++done_; }
    /// From 0 to 1; 0 before anything is known.
    double share() const
    {
        const int expected = expected_;
        return expected == 0 ? 0 : static_cast<double>(done_) / expected;
    }

  private:
    std::atomic<bool> cancelled_ = false;
    std::atomic<int> expected_ = 0;
    std::atomic<int> done_ = 0;
};

} // namespace panorama
