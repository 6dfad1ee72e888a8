#include "core/table/text_pool.hpp"

#include <algorithm>

namespace panorama {

namespace {
// Large enough that the allocator is not noticed, small enough for a sheet of fifty rows.
constexpr std::size_t blockSize = 64 * 1024;
} // namespace

void TextPool::reserve(std::size_t texts)
{
    views_.reserve(texts);
    ids_.reserve(texts);
}

TextId TextPool::intern(std::string_view text)
{
    if (const auto known = ids_.find(text); known != ids_.end()) return known->second;
    const auto id = static_cast<TextId>(views_.size());
    const std::string_view kept = store(text);
    views_.push_back(kept);
    ids_.emplace(kept, id);
    return id;
}

std::string_view TextPool::store(std::string_view text)
{
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < text.size()) {
        blocks_.emplace_back();
        blocks_.back().reserve(std::max(blockSize, text.size()));
    }
    std::string& block = blocks_.back();
    const std::size_t start = block.size();
    block.append(text); // within the reserved room: views given out before stay valid
    return std::string_view(block).substr(start);
}

} // namespace panorama
