#pragma once

#include "core/table/columns.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace panorama {

/// The ways a header may be looked up: without its number in the form, its unit, its footnote marks, its year
/// and what stands in brackets, from the nearest to what was typed to the barest.
struct HeaderKeys
{
    std::vector<std::string> keys; ///< none of a header without a letter or digit, such as a dash
    std::optional<int> year;       ///< that it names
    std::string_view barest() const { return keys.empty() ? std::string_view() : keys.back(); }
};
HeaderKeys keysOf(std::string_view header);

/// A key under which "Coûts initiaux" and "Coût initial" are the same.
std::string singular(std::string_view key);

/// What a number below a header must be divided by to be in the unit of its field: M€, years, fractions.
double divisorOf(std::string_view header, FieldType type);

/// The first word of a header as typed, folded; empty where it begins with none.
std::string firstWordOf(std::string_view header);

/// Whether a header begins with the letter of a form: "a) Nom", "IV. Coût".
bool isLettered(std::string_view header);

/// The words that tell a header apart, for comparing it with one whose words are cut short.
std::vector<std::string> tellingWords(std::string_view key);
/// Whether each word is the beginning of the one at its place, and at least one is cut short.
bool areCutShort(const std::vector<std::string>& words, const std::vector<std::string>& known);

} // namespace panorama
