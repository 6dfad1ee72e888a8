#pragma once

#include <string>

namespace panorama {

/// The languages of the interface. Data in cells (bands, methods, statuses) stays French in both.
enum class Language : unsigned char { french, english };

/// One text in both languages.
struct Bilingual
{
    std::string french;
    std::string english;

    const std::string& in(Language language) const { return language == Language::french ? french : english; }
    bool complete() const { return !french.empty() && !english.empty(); }
};

} // namespace panorama
