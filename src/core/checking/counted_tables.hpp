#pragma once

#include "core/table/set_aside.hpp"
#include "core/table/table.hpp"

#include <optional>
#include <span>
#include <vector>

namespace panorama {

/// What a table of projects is beside the main table of its workbook.
enum class BesideMain : unsigned char {
    counted, ///< other projects: one portfolio on several sheets
    copy,    ///< the same projects with the same figures
    extract, ///< a list of something else about the same projects
    rival,   ///< the same projects with other figures: which are right is not known
    apart,   ///< some of the same projects, headers that fit no rules, or a sheet that says it does not count
};
BesideMain besideMain(const Table& main, const Table& other);

/// Whether the name of a sheet says that its projects are not those of the edition: left, abandoned, to come,
/// an example, an archive.
bool saysOutside(const std::string& sheetName);

} // namespace panorama
