#include "core/table/cell_words.hpp"

#include "core/text/fold.hpp"
#include "core/text/plain_text.hpp"

#include <algorithm>

namespace panorama {

bool saysYes(std::string_view text)
{
    const std::string key = wordKey(text);
    constexpr std::string_view words[] = {"oui", "o", "x", "yes", "y", "vrai", "true",
                                          "1",   "✓", "✔", "☑",   "✅", "☒"};
    return std::find(std::begin(words), std::end(words), key) != std::end(words);
}

bool isTicked(const Table& table, const Reading& flag)
{
    return flag.isNumber() ? flag.number != 0 : saysYes(table.textOf(flag));
}

bool saysFinished(std::string_view phase)
{
    const std::string key = fold(phase);
    constexpr std::string_view starts[] = {"termin", "projet termin", "clos", "clotur", "achev", "fini"};
    return std::any_of(std::begin(starts), std::end(starts),
                       [&](std::string_view start) { return key.starts_with(start); });
}

} // namespace panorama
