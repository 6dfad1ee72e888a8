#include "sidebar/document/cell_marks.hpp"

#include "bridge/area_reader.hpp"
#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <iterator>
#include <set>

namespace panorama::sidebar {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Document = Reference<css::sheet::XSpreadsheetDocument>;

// By severity: light, so that the cell's text can be read, and no colours that anybody chooses.
constexpr sal_Int32 colours[] = {0xF7B6B3, 0xFFD691, 0xBFDBF5};
constexpr int none = -1;
constexpr sal_Int32 rowsAtOnce = 4000; // a few milliseconds

/// One change that is no step of the Undo list. Only one: Calc opens the list again with each change it
/// makes.
class Unrecorded
{
  public:
    explicit Unrecorded(const Document& document)
    {
        guarded([&] {
            undo_ =
                Reference<css::document::XUndoManagerSupplier>(document, UNO_QUERY_THROW)->getUndoManager();
            undo_->lock();
        });
    }
    ~Unrecorded()
    {
        guarded([&] {
            if (undo_.is()) undo_->unlock(); // also where it is open again: locks are counted
        });
    }
    Unrecorded(const Unrecorded&) = delete;
    Unrecorded& operator=(const Unrecorded&) = delete;

  private:
    Reference<css::document::XUndoManager> undo_;
};

/// A document that was saved stays saved.
class Unmodified
{
  public:
    explicit Unmodified(const Document& document) : modifiable_(document, UNO_QUERY)
    {
        modified_ = modifiable_.is() && modifiable_->isModified();
    }
    ~Unmodified()
    {
        guarded([&] {
            if (modifiable_.is() && modifiable_->isModified() != modified_)
                modifiable_->setModified(modified_);
        });
    }
    Unmodified(const Unmodified&) = delete;
    Unmodified& operator=(const Unmodified&) = delete;

  private:
    Reference<css::util::XModifiable> modifiable_;
    bool modified_ = false;
};

Reference<css::sheet::XSpreadsheet> sheetAt(const Document& document, sal_Int32 index)
{
    return Reference<css::sheet::XSpreadsheet>(
        Reference<css::container::XIndexAccess>(document->getSheets(), UNO_QUERY_THROW)->getByIndex(index),
        UNO_QUERY_THROW);
}

} // namespace

bool CellMarks::plan(const CheckedWorkbook* workbook)
{
    wanted_.clear();
    const bool complete = !workbook || want(*workbook);
    planScan();
    return complete;
}

/// The gravest finding of a cell colours it: it comes first.
bool CellMarks::want(const CheckedWorkbook& workbook)
{
    for (const Severity severity : {Severity::error, Severity::warning, Severity::information})
        for (const CheckedTable& checked : workbook.tables())
            for (const Finding& finding : checked.findings) {
                if (finding.severity != severity || finding.accepted) continue;
                if (wanted_.size() + finding.others.size() >= mostCells) return false;
                forEachOf(finding, [&](const Finding& each) {
                    wanted_.emplace(Cell(each.table->sheet().name(), each.place.row, each.place.column),
                                    static_cast<std::size_t>(severity));
                });
            }
    return true;
}

void CellMarks::planScan()
{
    found_.clear();
    unscanned_.clear();
    changes_.clear();
    compared_ = false;
    guarded([&] {
        const Reference<css::container::XIndexAccess> sheets(document_->getSheets(), UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i < sheets->getCount(); ++i) {
            const auto area = areaToRead(sheetAt(document_, i), nullptr);
            if (!area || isEmpty(*area)) continue;
            for (sal_Int32 first = area->StartRow; first <= area->EndRow; first += rowsAtOnce) {
                auto block = *area;
                block.StartRow = first;
                block.EndRow = std::min(area->EndRow, first + rowsAtOnce - 1);
                unscanned_.push_back(block);
            }
        }
    });
}

/// Notes the marks in a block of rows.
void CellMarks::scan(const css::table::CellRangeAddress& block)
{
    const auto sheet = sheetAt(document_, block.Sheet);
    const std::string name = nameOf(sheet);
    const Reference<css::sheet::XUniqueCellFormatRangesSupplier> supplier(
        sheet->getCellRangeByPosition(block.StartColumn, block.StartRow, block.EndColumn, block.EndRow),
        UNO_QUERY_THROW);
    const auto formats = supplier->getUniqueCellFormatRanges();
    for (sal_Int32 i = 0; i < formats->getCount(); ++i) {
        const Any same = formats->getByIndex(i);
        sal_Int32 background = none;
        Reference<css::beans::XPropertySet>(same, UNO_QUERY_THROW)->getPropertyValue("CellBackColor") >>=
            background;
        const auto* const colour = std::find(std::begin(colours), std::end(colours), background);
        if (colour == std::end(colours)) continue;
        const Reference<css::sheet::XSheetCellRanges> ranges(same, UNO_QUERY_THROW);
        for (const auto& range : ranges->getRangeAddresses())
            for (sal_Int32 row = range.StartRow; row <= range.EndRow; ++row)
                for (sal_Int32 column = range.StartColumn; column <= range.EndColumn; ++column)
                    found_[Cell(name, row, column)] = static_cast<std::size_t>(colour - std::begin(colours));
    }
}

/// What has to change for the marks that were found to be those that are wanted.
void CellMarks::compare()
{
    compared_ = true;
    for (const auto& [cell, colour] : wanted_) {
        const auto there = found_.find(cell);
        if (there == found_.end() || there->second != colour)
            changes_.emplace_back(cell, static_cast<int>(colour));
    }
    for (const auto& [cell, colour] : found_)
        if (!wanted_.contains(cell)) changes_.emplace_back(cell, none);
}

void CellMarks::apply(const Cell& cell, int colour) const
{
    const auto& [name, row, column] = cell;
    const auto sheets = document_->getSheets();
    if (!sheets->hasByName(fromUtf8(name))) return;
    const Reference<css::sheet::XSpreadsheet> sheet(sheets->getByName(fromUtf8(name)), UNO_QUERY_THROW);
    const auto at = sheet->getCellByPosition(column, row);
    const Reference<css::beans::XPropertyState> state(at, UNO_QUERY_THROW);
    const Unrecorded unrecorded(document_);
    if (colour == none) {
        state->setPropertyToDefault("CellBackColor");
        return;
    }
    const bool isUsers = !found_.contains(cell) &&
                         state->getPropertyState("CellBackColor") != css::beans::PropertyState_DEFAULT_VALUE;
    if (isUsers) return; // a colour that the user gave stays
    Reference<css::beans::XPropertySet>(at, UNO_QUERY_THROW)
        ->setPropertyValue("CellBackColor", Any(colours[static_cast<std::size_t>(colour)]));
}

/// A part of the work; false when nothing is left.
bool CellMarks::stepOnce()
{
    if (!unscanned_.empty()) {
        const auto block = unscanned_.back();
        unscanned_.pop_back();
        guarded([&] { scan(block); });
        return true;
    }
    if (!compared_) compare();
    if (changes_.empty()) return false;
    const auto change = changes_.back();
    changes_.pop_back();
    guarded([&] { apply(change.first, change.second); });
    return true;
}

bool CellMarks::step(std::chrono::steady_clock::duration time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    const Unmodified unmodified(document_);
    do {
        if (!stepOnce()) return true;
    } while (std::chrono::steady_clock::now() < end);
    return false;
}

void CellMarks::remove()
{
    if (!document_.is()) return;
    plan(nullptr);
    const Unmodified unmodified(document_);
    while (stepOnce()) {
    }
}

} // namespace panorama::sidebar
