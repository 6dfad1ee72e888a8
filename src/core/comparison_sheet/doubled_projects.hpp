#pragma once

#include "core/table/table.hpp"

#include <string>
#include <vector>

namespace panorama {

/// Rows of one table that seem to be one project, all of which count. A consolidation keeps both rows of a
/// project that two files name.
struct DoubledProject
{
    std::string identifier;         ///< that they share; empty where they only have one name
    std::vector<std::string> names; ///< as the rows write them, each spelling once
    std::size_t rows = 0;
};

/// In the order of the table.
std::vector<DoubledProject> doubledProjects(const Table& table);

} // namespace panorama
