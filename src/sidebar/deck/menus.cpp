// Writes the menus of the extension from their template: what findings can be exported as is the core's table
// of report formats.
//
//     panorama-menus TEMPLATE OUTPUT

#include "core/data/file_text.hpp"
#include "core/report/report_formats.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <kainjow/mustache.hpp>

namespace {

using kainjow::mustache::data;
using panorama::ReportFormat;

data formats()
{
    data list{data::type::list};
    int number = 0;
    for (const ReportFormat& format : panorama::reportFormats) {
        if (format.ending.empty()) continue;
        data item;
        item.set("number", fmt::format("{:02}", ++number)); // menus are sorted by it
        item.set("key", std::string(format.key));
        item.set("french", std::string(format.label.french));
        item.set("english", std::string(format.label.english));
        list.push_back(item);
    }
    return list;
}

} // namespace

int main(int count, char** arguments)
{
    const auto text = count == 3 ? panorama::readText(arguments[1]) : std::nullopt;
    if (!text) return 2;
    kainjow::mustache::mustache page(*text);
    std::filesystem::create_directories(std::filesystem::path(arguments[2]).parent_path());
    std::ofstream stream(arguments[2], std::ios::binary | std::ios::trunc);
    stream << page.render(data("formats", formats())) << std::flush;
    return page.is_valid() && stream ? 0 : 2;
}
