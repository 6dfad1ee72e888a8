#pragma once

#include "core/data/language.hpp"

#include <fmt/core.h>
#include <string>
#include <string_view>

namespace panorama {

/// A sentence or a label, once in each language; {} stand for what is put in. Declared beside its user, or in
/// core/words/vocabulary.hpp where several rooms say it. No-break spaces stand before : ; ? ! and inside « »
/// as French typography has it.
struct Text
{
    std::string_view french;
    std::string_view english;

    constexpr std::string_view in(Language language) const
    {
        return language == Language::french ? french : english;
    }
};

/// A text read from a data file.
struct Bilingual
{
    std::string french;
    std::string english;

    const std::string& in(Language language) const { return language == Language::french ? french : english; }
    bool complete() const { return !french.empty() && !english.empty(); }
    operator Text() const { return {french, english}; }
};

/// The text with its {} filled in.
template <typename... Arguments>
std::string say(const Text& text, Language language, const Arguments&... arguments)
{
    return fmt::vformat(text.in(language), fmt::make_format_args(arguments...));
}

} // namespace panorama
