#include "core/text/words.hpp"

#include <algorithm>

namespace panorama {

std::vector<std::string> wordsOf(std::string_view key)
{
    std::vector<std::string> words;
    for (std::size_t start = 0; start < key.size();) {
        const std::size_t end = std::min(key.find(' ', start), key.size());
        if (end > start) words.emplace_back(key.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string key;
    for (const auto& word : words)
        key += (key.empty() ? "" : " ") + word;
    return key;
}

bool hasWord(std::string_view key, std::string_view word)
{
    for (std::size_t at = key.find(word); at != std::string_view::npos; at = key.find(word, at + 1)) {
        const bool starts = at == 0 || key[at - 1] == ' ';
        const bool ends = at + word.size() == key.size() || key[at + word.size()] == ' ';
        if (starts && ends) return true;
    }
    return false;
}

bool isDigits(std::string_view word, std::size_t fewest, std::size_t most)
{
    return word.size() >= fewest && word.size() <= most &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool isYearWord(std::string_view word)
{
    return isDigits(word, 4, 4) && (word.starts_with("20") || word.starts_with("199"));
}

} // namespace panorama
