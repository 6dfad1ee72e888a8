#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace panorama {

/// What tells two files apart for good.
struct FileDigest
{
    std::uintmax_t size = 0; ///< bytes
    std::string sha256;      ///< 64 hexadecimal digits
};

/// Nothing where the file cannot be read.
std::optional<FileDigest> digestOf(const std::filesystem::path& path);

} // namespace panorama
