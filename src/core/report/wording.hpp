#pragma once

#include "core/data/language.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>

namespace panorama {

/// A sentence or a label of one sheet or note, once in each language; {} stand for what is put in. Words that
/// several reports share are phrases.
struct Wording
{
    std::string_view french;
    std::string_view english;

    std::string_view in(Language language) const { return language == Language::french ? french : english; }
};

/// The wording with its {} filled in.
template <typename... Arguments>
std::string say(const Wording& wording, Language language, const Arguments&... arguments)
{
    return fmt::format(fmt::runtime(wording.in(language)), arguments...);
}

} // namespace panorama
