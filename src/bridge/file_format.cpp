#include "bridge/file_format.hpp"

#include "core/text/fold.hpp"

#include <algorithm>
#include <string_view>

namespace panorama {

namespace {

struct Format
{
    std::string_view ending;
    std::string_view filter;
};
constexpr Format formats[] = {{"ods", "calc8"},
                              {"fods", "OpenDocument Spreadsheet Flat XML"},
                              {"xlsx", "Calc MS Excel 2007 XML"},
                              {"xls", "MS Excel 97"}};
constexpr std::string_view csvEnding = "csv"; // which the office never opens

bool isHidden(const std::filesystem::path& path)
{
    return path.filename().string().starts_with('.');
}

bool isWorkbookName(const std::filesystem::path& file)
{
    return fold(file.extension().string()) == csvEnding || !storeFilter(file).empty();
}

} // namespace

std::string storeFilter(const std::filesystem::path& file)
{
    const std::string ending = fold(file.extension().string());
    for (const Format& format : formats)
        if (format.ending == ending) return std::string(format.filter);
    return {};
}

std::string workbookPattern()
{
    std::string pattern;
    for (const Format& format : formats)
        pattern += "*." + std::string(format.ending) + ";";
    return pattern + "*." + std::string(csvEnding);
}

std::vector<std::filesystem::path> workbooksIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem))
        if (!isHidden(entry.path()) && isWorkbookName(entry.path()) && entry.is_regular_file(problem))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> foldersWithin(const std::filesystem::path& folder)
{
    std::vector<std::string> names;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem))
        if (!isHidden(entry.path()) && entry.is_directory(problem))
            names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace panorama
