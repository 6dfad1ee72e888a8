#pragma once

#include <filesystem>
#include <string>

namespace panorama {

/// The file URL of a path, every byte percent-encoded that is not plain in a URL: spaces, accents, "#", "%",
/// "?". A relative path counts from the current folder. No errors: the file need not exist.
std::string fileUrl(const std::filesystem::path& path);

} // namespace panorama
