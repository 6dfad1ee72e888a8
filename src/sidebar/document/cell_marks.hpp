#pragma once

#include "core/checking/checked_workbook.hpp"

#include <chrono>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace panorama::sidebar {

/// Colours the cells of findings that have no colour of their own, without a step in the Undo list. The three
/// colours are nobody else's: by them the marks are found again and taken away wherever the user moves or
/// brings them back. Whoever saves the document puts the marks away first. (Conditional formats made through
/// the API are not drawn or leave their numbers in cells; the Undo list of the office points to drawing
/// objects that were taken away without it, and crashes.)
class CellMarks
{
  public:
    /// No more cells than this are marked: the office slows down with each.
    static constexpr std::size_t mostCells = 2000;

    explicit CellMarks(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document)
        : document_(document)
    {
    }

    /// Begins to mark the findings of a workbook instead of those before; of none, to take all marks away.
    /// False where there are more cells than are marked.
    bool plan(const CheckedWorkbook* workbook);
    /// Goes on with it until the time is over; true when nothing is left to do.
    bool step(std::chrono::steady_clock::duration time);
    /// Takes away every mark, also what an office that was killed left behind in a recovered document.
    void remove();

  private:
    /// Sheet, row and column; and which of the colours.
    using Cell = std::tuple<std::string, int, int>;
    using Colours = std::map<Cell, std::size_t>;

    bool want(const CheckedWorkbook& workbook);
    void planScan();
    void scan(const css::table::CellRangeAddress& block);
    void compare();
    void apply(const Cell& cell, int colour) const;
    bool stepOnce();

    css::uno::Reference<css::sheet::XSpreadsheetDocument> document_;
    Colours wanted_, found_;
    std::vector<css::table::CellRangeAddress> unscanned_;
    bool compared_ = true;
    std::vector<std::pair<Cell, int>>
        changes_; ///< the colour to give, -1 for none; the last one is made first
};

} // namespace panorama::sidebar
