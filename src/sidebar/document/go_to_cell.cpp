#include "sidebar/document/go_to_cell.hpp"

#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"
#include "core/data/text.hpp"
#include "sidebar/words.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetOutline.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

namespace panorama::sidebar::words {

constexpr Text sheetHidden{
    "La feuille « {} » est masquée : affichez-la d’abord (Feuille > Afficher la feuille).",
    "Sheet “{}” is hidden: show it first (Sheet > Show Sheet)."};

} // namespace panorama::sidebar::words

namespace panorama::sidebar {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

namespace {

// Longer sections than a fiche has are not looked through.
constexpr int mostFoldedRows = 1000;

bool isFolded(const Reference<css::table::XTableRows>& rows, sal_Int32 index)
{
    if (index < 0 || index >= rows->getCount()) return false;
    const Reference<css::beans::XPropertySet> row(rows->getByIndex(index), UNO_QUERY_THROW);
    bool visible = true, filtered = false;
    row->getPropertyValue("IsVisible") >>= visible;
    row->getPropertyValue("IsFiltered") >>= filtered;
    return !visible && !filtered;
}

/// Opens the folded section that a cell lies in; rows that a filter hides stay hidden. The office shows only
/// groups that lie wholly in the range it is given.
void unfold(const Reference<css::sheet::XSpreadsheet>& sheet, Place place)
{
    const auto rows = Reference<css::table::XColumnRowRange>(sheet, UNO_QUERY_THROW)->getRows();
    if (!isFolded(rows, place.row)) return;
    sal_Int32 first = place.row, last = place.row;
    while (place.row - first < mostFoldedRows && isFolded(rows, first - 1))
        --first;
    while (last - place.row < mostFoldedRows && isFolded(rows, last + 1))
        ++last;
    const Reference<css::sheet::XCellRangeAddressable> section(
        sheet->getCellRangeByPosition(place.column, first, place.column, last), UNO_QUERY_THROW);
    Reference<css::sheet::XSheetOutline>(sheet, UNO_QUERY_THROW)->showDetail(section->getRangeAddress());
}

} // namespace

std::optional<std::string> goToCell(const Reference<css::frame::XController>& controller,
                                    const std::string& name, Place place, Keyboard keyboard,
                                    Language language)
{
    std::optional<std::string> trouble = say(words::sheetGone, language, name);
    guarded([&] {
        const Reference<css::sheet::XSpreadsheetDocument> document(controller->getModel(), UNO_QUERY_THROW);
        const auto sheets = document->getSheets();
        if (!sheets->hasByName(fromUtf8(name))) return;
        const Reference<css::sheet::XSpreadsheet> sheet(sheets->getByName(fromUtf8(name)), UNO_QUERY_THROW);
        bool visible = true;
        Reference<css::beans::XPropertySet>(sheet, UNO_QUERY_THROW)->getPropertyValue("IsVisible") >>=
            visible;
        if (!visible) {
            trouble = say(words::sheetHidden, language, name);
            return;
        }
        Reference<css::sheet::XSpreadsheetView>(controller, UNO_QUERY_THROW)->setActiveSheet(sheet);
        const auto cell = sheet->getCellByPosition(place.column, place.row);
        unfold(sheet, place);
        Reference<css::view::XSelectionSupplier>(controller, UNO_QUERY_THROW)->select(Any(cell));
        if (keyboard == Keyboard::goesAlong) controller->getFrame()->getComponentWindow()->setFocus();
        trouble.reset();
    });
    return trouble;
}

} // namespace panorama::sidebar
