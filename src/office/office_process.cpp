#include "office/office_process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace panorama {

namespace {

// An office with a new profile asks once to be started again; more often is a fault.
constexpr int maximumRestarts = 5;

// The command as execve and rm want it. From the fork on only what is safe after fork in a program with
// threads is called: the guard never leaves this file's functions.
struct RawCommand
{
    std::vector<char*> arguments;
    std::vector<char*> environment;
    std::vector<char*> removal;
};

std::vector<char*> pointers(const std::vector<std::string>& texts)
{
    std::vector<char*> result;
    result.reserve(texts.size() + 1);
    for (const std::string& text : texts)
        result.push_back(const_cast<char*>(text.c_str())); // execve does not write through it
    result.push_back(nullptr);
    return result;
}

void nothing(int) {}

bool asksForRestart(int status)
{
    return WIFEXITED(status) && (WEXITSTATUS(status) == 79 || WEXITSTATUS(status) == 81);
}

[[noreturn]] void runOffice(const RawCommand& command, pid_t guard)
{
    ::setpgid(0, 0);                    // a group of its own, so that kill reaches all it starts
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // should the guard itself be killed
    if (::getppid() != guard) ::_exit(127);
    const int null = ::open("/dev/null", O_RDWR);
    ::dup2(null, STDIN_FILENO); // was the lifeline; output went to /dev/null already
    if (null > STDERR_FILENO) ::close(null);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::execve(command.arguments.front(), command.arguments.data(), command.environment.data());
    ::_exit(127);
}

/// Waits until the office has ended, or kills it when the lifeline breaks. True if it asks to be started
/// again.
bool superviseOffice(const RawCommand& command, const sigset_t& waiting)
{
    const pid_t guard = ::getpid();
    const pid_t office = ::fork();
    if (office == 0) runOffice(command, guard);
    if (office < 0) return false;
    ::setpgid(office, office); // as the child does: whoever comes first
    siginfo_t end = {};
    bool cut = false;
    while (!cut && ::waitid(P_PID, static_cast<id_t>(office), &end, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           end.si_pid == 0)
    {
        pollfd lifeline{STDIN_FILENO, POLLIN, 0};
        cut = ::ppoll(&lifeline, 1, nullptr, &waiting) > 0; // else a child has ended: look again
    }
    // Also what it started and left; before the wait, while the number is still its own.
    ::kill(-office, SIGKILL);
    int status = 0;
    ::waitpid(office, &status, 0);
    return !cut && asksForRestart(status);
}

void clearAway(const RawCommand& command)
{
    const pid_t remover = ::fork();
    if (remover == 0) {
        ::execve(command.removal.front(), command.removal.data(), command.environment.data());
        ::_exit(127);
    }
    if (remover > 0) ::waitpid(remover, nullptr, 0);
}

/// The life of the guard. All signals are blocked: it ends with the lifeline, whatever is typed at the
/// terminal.
[[noreturn]] void guardOffice(const RawCommand& command, const std::array<int, 2>& lifeline)
{
    ::setsid();
    ::dup2(lifeline[0], STDIN_FILENO);
    const int null = ::open("/dev/null", O_RDWR);
    ::dup2(null, STDOUT_FILENO); // also lets go of pipes others read from us
    ::dup2(null, STDERR_FILENO);
    if (lifeline[1] > STDERR_FILENO) ::close(lifeline[1]); // or it would never be seen to break
    ::close_range(STDERR_FILENO + 1, ~0U, 0);              // nothing else of the caller's
    struct sigaction wake = {};
    wake.sa_handler = nothing;
    ::sigaction(SIGCHLD, &wake, nullptr);
    sigset_t waiting;
    ::sigfillset(&waiting);
    ::sigdelset(&waiting, SIGCHLD);
    for (int restarts = 0; superviseOffice(command, waiting) && restarts < maximumRestarts;)
        ++restarts;
    clearAway(command);
    ::_exit(0);
}

} // namespace

std::unique_ptr<OfficeProcess> OfficeProcess::start(const OfficeCommand& command)
{
    std::vector<std::string> removal = {"/bin/rm", "-rf", "--", command.profile.string()};
    removal.insert(removal.end(), command.sockets.begin(), command.sockets.end());
    const RawCommand raw{pointers(command.arguments), pointers(command.environment), pointers(removal)};
    std::array<int, 2> lifeline{};
    if (::pipe2(lifeline.data(), O_CLOEXEC) != 0) return nullptr;
    // Blocked across the fork, so that no handler of the caller's ever runs in the guard.
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t guard = ::fork();
    if (guard == 0) guardOffice(raw, lifeline);
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    ::close(lifeline[0]);
    if (guard > 0) return std::unique_ptr<OfficeProcess>(new OfficeProcess(guard, lifeline[1]));
    ::close(lifeline[1]);
    return nullptr;
}

OfficeProcess::~OfficeProcess()
{
    kill();
    while (guard_ != 0 && ::waitpid(guard_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

void OfficeProcess::kill()
{
    if (const int end = lifeline_.exchange(-1); end >= 0) ::close(end);
}

bool OfficeProcess::ended()
{
    // Also where there is no such child: the caller ignores SIGCHLD, and the guard has ended.
    if (guard_ != 0 && ::waitpid(guard_, nullptr, WNOHANG) != 0) guard_ = 0;
    return guard_ == 0;
}

bool OfficeProcess::waitForEnd(std::chrono::milliseconds limit)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (!ended()) {
        if (std::chrono::steady_clock::now() >= deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

} // namespace panorama
