#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace panorama {

/// All bytes of a file; nothing where it cannot be read.
std::optional<std::string> readText(const std::filesystem::path& file);

} // namespace panorama
