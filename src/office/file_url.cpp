#include "office/file_url.hpp"

#include <string_view>

namespace panorama {

std::string fileUrl(const std::filesystem::path& path)
{
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::error_code noFolder; // the current folder may be gone; the path then stays as it is
    const std::filesystem::path absolute = std::filesystem::absolute(path, noFolder);
    std::string url = "file://";
    for (const char c : (noFolder ? path : absolute).lexically_normal().string()) {
        if (plain.find(c) != std::string_view::npos) {
            url += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        url += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return url;
}

} // namespace panorama
