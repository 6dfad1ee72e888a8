#pragma once

#include "core/table/sheet.hpp"
#include "core/table/workbook_facts.hpp"

#include <vector>

namespace panorama {

/// A workbook as it was read.
struct OpenedWorkbook
{
    std::vector<Sheet> sheets;
    WorkbookFacts facts;
};

} // namespace panorama
