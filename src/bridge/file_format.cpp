#include "bridge/file_format.hpp"

#include "core/text/fold.hpp"

#include <map>

namespace panorama {

std::string storeFilter(const std::filesystem::path& file)
{
    static const std::map<std::string, std::string> filters{{"ods", "calc8"},
                                                            {"fods", "OpenDocument Spreadsheet Flat XML"},
                                                            {"xlsx", "Calc MS Excel 2007 XML"},
                                                            {"xls", "MS Excel 97"}};
    const auto found = filters.find(fold(file.extension().string()));
    return found == filters.end() ? std::string() : found->second;
}

} // namespace panorama
