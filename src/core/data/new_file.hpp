#pragma once

#include <filesystem>
#include <string>

namespace panorama {

/// Whether something has that name already: what is there is never written over.
bool isTaken(const std::filesystem::path& file);

/// Writes a file that must not be there yet; false, and nothing changed, where it is or cannot be written.
bool writeNewFile(const std::filesystem::path& file, const std::string& content);

} // namespace panorama
