#pragma once

#include "core/data/data_error.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace panorama {

/// The keys of the fields that a vocabulary (columns.xml) declares, in its order. What else the file says is
/// checked where it is read for use; here only that each key makes a name, and stands once.
DataResult<std::vector<std::string>> readFieldKeys(const std::filesystem::path& file);

/// "updated_cost" as a name of C++: "updatedCost".
std::string nameOfKey(const std::string& key);

} // namespace panorama
