#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/checking/edition_comparison.hpp"
#include "core/data/language.hpp"
#include "core/formulas/formula.hpp"
#include "core/report/key_figures.hpp"

#include <string>
#include <vector>

namespace panorama {

/// A key figure in words, and the formula that gives the same in Calc and follows the cells.
struct LiveFigure
{
    enum class Format : unsigned char {
        count,
        amount, ///< M€, 2 decimals
        years,  ///< 1 decimal
        percent,
        points
    };
    ShownFigure shown;
    std::string formula; ///< as XCell::setFormula() takes it; empty where no formula gives the figure
    Format format = Format::count;
    int rows = 1, columns = 1; ///< more for an array formula
};

/// The table of the edition before, where it stands in the same workbook: formulas can reach it then.
const Table* earlierInWorkbook(const CheckedWorkbook& workbook, const CheckedTable& checked);

/// The key figures of a table in the order reports have them; then what changed since the edition before,
/// where there is a comparison; then what was published of the edition, where it is a known one. Figures the
/// table has no columns for are left out. `earlier` as above, or nothing: then the earlier figures stand as
/// numbers.
std::vector<LiveFigure> liveFigures(const CheckedTable& checked, const EditionComparison* comparison,
                                    const Table* earlier, const EditionTable& editions, Language language);

} // namespace panorama
