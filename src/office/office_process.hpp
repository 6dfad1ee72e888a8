#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <sys/types.h>
#include <vector>

namespace panorama {

/// What to run. Everything is prepared before the fork, where nothing may be allocated.
struct OfficeCommand
{
    std::vector<std::string> arguments;   ///< the first is the program, as a full path
    std::vector<std::string> environment; ///< NAME=value
    std::filesystem::path profile;        ///< removed when the office has ended
    std::vector<std::string> sockets;     ///< files an office that was killed leaves behind; removed as well
};

/// The process of an office, and beside it a guard: a small process of ours that starts the office again when
/// it asks for it (exit codes 79 and 81 on a new profile), kills it when we call kill() or die, and clears
/// away its profile. Thus nothing is left even when our process is killed.
class OfficeProcess
{
  public:
    /// Null if no process can be made. That the program cannot be run shows by an early ended().
    static std::unique_ptr<OfficeProcess> start(const OfficeCommand& command);
    /// Kills the office if it still runs, and waits for it.
    ~OfficeProcess();
    OfficeProcess(const OfficeProcess&) = delete;
    OfficeProcess& operator=(const OfficeProcess&) = delete;

    /// Kills the office with all it started. From any thread; does not wait.
    void kill();
    bool ended();
    /// False if it still runs after that time.
    bool waitForEnd(std::chrono::milliseconds limit);

  private:
    OfficeProcess(pid_t guard, int lifeline) : guard_(guard), lifeline_(lifeline) {}

    pid_t guard_; ///< 0 once it has ended
    std::atomic<int> lifeline_;
};

} // namespace panorama
