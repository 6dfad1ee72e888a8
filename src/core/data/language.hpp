#pragma once

#include <string_view>

namespace panorama {

/// The languages of the interface. Data in cells (bands, methods, statuses) stays French in both.
enum class Language : unsigned char { french, english };

/// As documents name it.
constexpr std::string_view codeOf(Language language)
{
    return language == Language::french ? "fr" : "en";
}

} // namespace panorama
