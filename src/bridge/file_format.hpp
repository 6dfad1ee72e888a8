#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace panorama {

/// The office's name for the format that a file's extension says (.ods .fods .xlsx .xls, in any case); empty
/// for one that workbooks are not stored in.
std::string storeFilter(const std::filesystem::path& file);

/// What dialogs ask for: "*.ods;*.fods;...", CSV files among them.
std::string workbookPattern();

/// The workbooks and CSV files of a folder, by name; not hidden ones (the office's locks among them) and not
/// those of the folders in it.
std::vector<std::filesystem::path> workbooksIn(const std::filesystem::path& folder);
/// The names of the folders in a folder, which are not read; hidden ones are nobody's deliveries.
std::vector<std::string> foldersWithin(const std::filesystem::path& folder);

} // namespace panorama
