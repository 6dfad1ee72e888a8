#include "core/data/new_file.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

namespace panorama {

namespace {

/// A link stays one: what it leads to is written.
std::filesystem::path withoutLinks(const std::filesystem::path& file)
{
    std::error_code problem;
    const auto real = std::filesystem::canonical(file, problem);
    return problem ? file : real;
}

/// Hidden, beside the target and with its ending: a rename moves nothing from disk to disk.
std::filesystem::path nameBeside(const std::filesystem::path& target)
{
    std::random_device random;
    return target.parent_path() /
           fmt::format(".panorama-{:08x}{:08x}{}", random(), random(), target.extension().string());
}

bool flushToDisk(const std::filesystem::path& path)
{
    const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) return false;
    const bool flushed = ::fsync(opened) == 0 || errno == EINVAL || errno == EROFS; // no disk is no failure
    return ::close(opened) == 0 && flushed;
}

/// Only where nothing has that name, in one step: somebody else may be about to take it.
bool renameToFree(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno != EINVAL && errno != ENOSYS) return false;
    // Some file systems know no such step; a second name is refused there where it is taken.
    return ::link(from.c_str(), to.c_str()) == 0 && ::unlink(from.c_str()) == 0;
}

/// Who may read the old file may read the new one.
void takeRightsOf(const std::filesystem::path& old, const std::filesystem::path& made)
{
    struct stat rights = {};
    if (::stat(old.c_str(), &rights) == 0) ::chmod(made.c_str(), rights.st_mode & 07777);
}

bool isNoFile(const std::filesystem::path& file)
{
    std::error_code problem;
    return std::filesystem::exists(file, problem) && !std::filesystem::is_regular_file(file, problem);
}

bool writeTo(const std::filesystem::path& file, std::string_view content, const char* mode)
{
    std::FILE* opened = std::fopen(file.c_str(), mode);
    if (!opened) return false;
    const bool whole = std::fwrite(content.data(), 1, content.size(), opened) == content.size();
    return std::fclose(opened) == 0 && whole;
}

} // namespace

bool isTaken(const std::filesystem::path& file)
{
    std::error_code problem;
    return std::filesystem::exists(std::filesystem::symlink_status(file, problem));
}

bool isSameFile(const std::filesystem::path& a, const std::filesystem::path& b)
{
    std::error_code problem;
    if (std::filesystem::equivalent(a, b, problem)) return true; // by device and number
    return std::filesystem::weakly_canonical(a, problem) == std::filesystem::weakly_canonical(b, problem);
}

FileInMaking::FileInMaking(const std::filesystem::path& target)
    : target_(withoutLinks(target)), file_(nameBeside(target_))
{
}

FileInMaking::~FileInMaking()
{
    std::error_code problem;
    std::filesystem::remove(file_, problem);
}

bool FileInMaking::write(std::string_view content) const
{
    return writeTo(file_, content, "wbx"); // "x": never what somebody else has made
}

bool FileInMaking::keep(Taken taken)
{
    if (!flushToDisk(file_)) return false;
    if (taken == Taken::replace) takeRightsOf(target_, file_);
    const bool named = taken == Taken::replace ? std::rename(file_.c_str(), target_.c_str()) == 0
                                               : renameToFree(file_, target_);
    if (!named) return false;
    flushToDisk(target_.has_parent_path() ? target_.parent_path() : std::filesystem::path("."));
    return true;
}

bool writeNewFile(const std::filesystem::path& file, std::string_view content)
{
    if (isTaken(file)) return false;
    FileInMaking made(file);
    return made.write(content) && made.keep(FileInMaking::Taken::refuse);
}

bool writeFile(const std::filesystem::path& file, std::string_view content)
{
    if (isNoFile(file)) return writeTo(file, content, "wb");
    FileInMaking made(file);
    return made.write(content) && made.keep(FileInMaking::Taken::replace);
}

} // namespace panorama
