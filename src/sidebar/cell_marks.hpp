#pragma once

#include "core/checking/checked_workbook.hpp"

#include <chrono>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <string>
#include <vector>

namespace panorama::sidebar {

/// Colours the cells of findings by rectangles that lie behind their texts. Nothing in a cell changes, the
/// Undo list has no step for it, and a rectangle is known again by its name wherever the user moves or brings
/// it back: it goes without a trace. (Conditional formats would leave their numbers in cells, colours would
/// have to be remembered.) Whoever saves the document puts the marks away first.
class CellMarks
{
  public:
    /// No more cells than this are marked: the office slows down with each.
    static constexpr std::size_t mostCells = 500;

    explicit CellMarks(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document)
        : document_(document)
    {
    }

    /// Takes away the marks that are no longer right and finds those that are missing. False where there are
    /// more cells than are marked.
    bool plan(const CheckedWorkbook& workbook);
    /// Makes missing marks until the time is over; true when none is left.
    bool step(std::chrono::steady_clock::duration time);
    /// Also what an office that was killed left behind in a recovered document.
    void remove();

  private:
    struct Mark
    {
        std::string sheet;
        Place place;
        Severity severity = Severity::information;
    };
    void add(const Mark& mark);

    css::uno::Reference<css::sheet::XSpreadsheetDocument> document_;
    std::vector<Mark> missing_; ///< the last one is made first
};

} // namespace panorama::sidebar
