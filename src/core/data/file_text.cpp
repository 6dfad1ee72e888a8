#include "core/data/file_text.hpp"

#include <fstream>
#include <iterator>

namespace panorama {

std::optional<std::string> readText(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return std::nullopt;
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    return stream.bad() ? std::nullopt : std::optional(std::move(text));
}

} // namespace panorama
