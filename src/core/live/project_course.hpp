#pragma once

#include "core/checking/checked_workbook.hpp"

#include <vector>

namespace panorama {

/// Where a project stands in one of the tables at hand.
struct ProjectPlace
{
    const CheckedTable* table = nullptr;
    std::size_t row = 0;
    const CheckedWorkbook* workbook = nullptr;
};

/// The same project in every table of projects of the workbook and of another file (or none), the given row
/// among them; oldest edition first. What has no month stands after the others, but the other file's before
/// them. Known by identifier, former or confirmed name, or folded name; through the editions between, too: of
/// A, then B (formerly A), then C (formerly B), all three are one project.
std::vector<ProjectPlace> courseOf(const ProjectPlace& project, const CheckedWorkbook* previous);

} // namespace panorama
