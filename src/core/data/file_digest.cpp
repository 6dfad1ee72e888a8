#include "core/data/file_digest.hpp"

#include <array>
#include <fstream>
#include <sha2.h>

namespace panorama {

std::optional<FileDigest> digestOf(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return std::nullopt;
    SHA2_CTX context;
    SHA256Init(&context);
    FileDigest digest;
    std::array<char, 65536> buffer{};
    while (stream.read(buffer.data(), buffer.size()) || stream.gcount() > 0) {
        SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(buffer.data()),
                     static_cast<std::size_t>(stream.gcount()));
        digest.size += static_cast<std::uintmax_t>(stream.gcount());
    }
    if (!stream.eof()) return std::nullopt;
    std::array<char, SHA256_DIGEST_STRING_LENGTH> text{};
    SHA256End(&context, text.data());
    digest.sha256 = text.data();
    return digest;
}

} // namespace panorama
