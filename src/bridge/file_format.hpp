#pragma once

#include <filesystem>
#include <string>

namespace panorama {

/// The office's name for the format that a file's extension says (.ods .fods .xlsx .xls, in any case); empty
/// for one that workbooks are not stored in.
std::string storeFilter(const std::filesystem::path& file);

} // namespace panorama
