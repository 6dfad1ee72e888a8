#include "sidebar/go_to_cell.hpp"

#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"
#include "sidebar/words.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

namespace panorama::sidebar {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

std::optional<std::string> goToCell(const Reference<css::frame::XController>& controller,
                                    const std::string& name, Place place, Language language)
{
    std::optional<std::string> trouble = say(Word::sheetGone, language, name);
    guarded([&] {
        const Reference<css::sheet::XSpreadsheetDocument> document(controller->getModel(), UNO_QUERY_THROW);
        const auto sheets = document->getSheets();
        if (!sheets->hasByName(fromUtf8(name))) return;
        const Reference<css::sheet::XSpreadsheet> sheet(sheets->getByName(fromUtf8(name)), UNO_QUERY_THROW);
        bool visible = true;
        Reference<css::beans::XPropertySet>(sheet, UNO_QUERY_THROW)->getPropertyValue("IsVisible") >>=
            visible;
        if (!visible) {
            trouble = say(Word::sheetHidden, language, name);
            return;
        }
        Reference<css::sheet::XSpreadsheetView>(controller, UNO_QUERY_THROW)->setActiveSheet(sheet);
        const auto cell = sheet->getCellByPosition(place.column, place.row);
        Reference<css::view::XSelectionSupplier>(controller, UNO_QUERY_THROW)->select(Any(cell));
        controller->getFrame()->getComponentWindow()->setFocus();
        trouble.reset();
    });
    return trouble;
}

} // namespace panorama::sidebar
