#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace panorama {

/// The words of a folded key (see fold()).
std::vector<std::string> wordsOf(std::string_view key);

/// The words with one space between two of them.
std::string joined(const std::vector<std::string>& words);

/// Whether the word, or the words in a row, stand in a folded key as a whole.
bool hasWord(std::string_view key, std::string_view word);

/// Whether a word is a number of so many digits.
bool isDigits(std::string_view word, std::size_t fewest, std::size_t most);

/// Whether a word is a year that a project can be of: 1990 to 2099.
bool isYearWord(std::string_view word);

} // namespace panorama
