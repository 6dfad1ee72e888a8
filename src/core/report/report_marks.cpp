#include "core/report/report_marks.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>

namespace panorama {

namespace {

/// What stands at the beginning of each form, and in nobody else's file.
constexpr std::string_view marks[] = {
    "<meta name=\"generator\" content=\"Panorama Calc\"",
    "\"edition_source\":",         // JSON
    "\"name\": \"Panorama Calc\"", // SARIF
    "\"Fichier\",\"Feuille\",\"Cellule\",\"Gravité\",\"Règle\"",
    "\"File\",\"Sheet\",\"Cell\",\"Severity\",\"Rule\"",
    "\n  Règles appliquées", // text
    "\n  Rules applied",
};
constexpr std::size_t beginning = 65536;

} // namespace

bool isOwnReport(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return false;
    std::string head(beginning, '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(stream.gcount()));
    return head.empty() || std::any_of(std::begin(marks), std::end(marks), [&](std::string_view mark) {
               return head.find(mark) != std::string::npos;
           });
}

} // namespace panorama
