#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace panorama {

/// The number of a text in its pool.
using TextId = std::uint32_t;

/// Each different text once. A ministry's name that stands in 10^5 rows costs 4 bytes a row, and what is
/// worked out from a text (a date, a number, a folded key) is worked out once.
class TextPool
{
  public:
    TextPool() = default;
    TextPool(TextPool&&) = default;
    TextPool& operator=(TextPool&&) = default;
    TextPool(const TextPool&) = delete; // the views point into the blocks
    TextPool& operator=(const TextPool&) = delete;

    /// Makes room for so many texts at once: to grow later takes tens of milliseconds in one go.
    void reserve(std::size_t texts);
    TextId intern(std::string_view text);
    std::string_view view(TextId id) const { return views_[id]; }
    std::size_t size() const { return views_.size(); }

  private:
    std::string_view store(std::string_view text);

    std::deque<std::string> blocks_; ///< characters; a block never moves once it has room
    std::vector<std::string_view> views_;
    std::unordered_map<std::string_view, TextId> ids_;
};

} // namespace panorama
