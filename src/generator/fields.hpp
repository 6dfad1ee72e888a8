#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace panorama {

/// The keys of the fields that a vocabulary (columns.xml) declares, in its order. What else the file says is
/// checked where it is read for use. Throws std::runtime_error, with the line, where a key makes no name or
/// stands twice.
std::vector<std::string> readFieldKeys(const std::filesystem::path& file);

/// "updated_cost" as a name of C++: "updatedCost".
std::string nameOfKey(const std::string& key);

} // namespace panorama
