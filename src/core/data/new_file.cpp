#include "core/data/new_file.hpp"

#include <cstdio>
#include <memory>

namespace panorama {

bool isTaken(const std::filesystem::path& file)
{
    std::error_code problem;
    return std::filesystem::exists(std::filesystem::symlink_status(file, problem));
}

bool writeNewFile(const std::filesystem::path& file, const std::string& content)
{
    // "x": between the question and the answer somebody else may have made it.
    std::FILE* opened = std::fopen(file.c_str(), "wbx");
    if (!opened) return false;
    const bool whole = std::fwrite(content.data(), 1, content.size(), opened) == content.size();
    const bool closed = std::fclose(opened) == 0;
    if (whole && closed) return true;
    std::remove(file.c_str()); // half a file is none
    return false;
}

} // namespace panorama
