#include "sidebar/document/figure_insertion.hpp"

#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"
#include "core/data/text.hpp"
#include "sidebar/words.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/util/CellProtection.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace panorama::sidebar::words {

constexpr Text undoInsertFigure{"Panorama : insérer un chiffre clé", "Panorama: insert a key figure"};
constexpr Text inserted{"Formule insérée en {}.", "Formula inserted at {}."};
constexpr Text cellTaken{"La cellule {} n’est pas vide : placez le curseur sur une cellule vide.",
                         "Cell {} is not empty: put the cursor on an empty cell."};

} // namespace panorama::sidebar::words

namespace panorama::sidebar {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

const char* formatOf(LiveFigure::Format format)
{
    switch (format) {
    case LiveFigure::Format::count: return "0";
    case LiveFigure::Format::amount: return "#,##0.00";
    case LiveFigure::Format::years: return "0.0";
    case LiveFigure::Format::percent: return "0.0%";
    case LiveFigure::Format::points: break;
    }
    return "+0.0;-0.0;0.0";
}

/// The key of a format written in English, in whatever language the document is.
sal_Int32 formatKey(const Document& document, LiveFigure::Format format)
{
    const auto formats =
        Reference<css::util::XNumberFormatsSupplier>(document, UNO_QUERY_THROW)->getNumberFormats();
    const rtl::OUString code = rtl::OUString::createFromAscii(formatOf(format));
    const css::lang::Locale english("en", "US", "");
    const sal_Int32 known = formats->queryKey(code, english, false);
    return known >= 0 ? known : formats->addNew(code, english);
}

bool isFree(const Reference<css::table::XCellRange>& range)
{
    using namespace css::sheet;
    const Reference<XCellRangesQuery> query(range, UNO_QUERY_THROW);
    const auto content = query->queryContentCells(static_cast<sal_Int16>(
        CellFlags::VALUE | CellFlags::DATETIME | CellFlags::STRING | CellFlags::FORMULA));
    return !content->getRangeAddresses().hasElements();
}

bool isProtected(const Reference<css::sheet::XSpreadsheet>& sheet,
                 const Reference<css::table::XCellRange>& range)
{
    if (!Reference<css::util::XProtectable>(sheet, UNO_QUERY_THROW)->isProtected()) return false;
    css::util::CellProtection protection(true, false, false, false); // what is mixed counts as locked
    Reference<css::beans::XPropertySet>(range, UNO_QUERY_THROW)->getPropertyValue("CellProtection") >>=
        protection;
    return protection.IsLocked;
}

} // namespace

std::string insertFigure(const Document& document, const std::string& name, Place place,
                         const LiveFigure& figure, Language language)
{
    if (isReadOnly(document)) return say(words::readOnly, language);
    std::string said = say(words::changeFailed, language);
    guarded([&] {
        const Reference<css::sheet::XSpreadsheet> sheet(document->getSheets()->getByName(fromUtf8(name)),
                                                        UNO_QUERY_THROW);
        const auto range = sheet->getCellRangeByPosition(
            place.column, place.row, place.column + figure.columns - 1, place.row + figure.rows - 1);
        if (isProtected(sheet, range)) {
            said = say(words::protectedSheet, language, name);
            return;
        }
        if (!isFree(range)) {
            said = say(words::cellTaken, language, a1(place));
            return;
        }
        const bool made = asOneStep(document, words::undoInsertFigure.in(language), [&] {
            if (figure.rows * figure.columns > 1)
                Reference<css::sheet::XArrayFormulaRange>(range, UNO_QUERY_THROW)
                    ->setArrayFormula(fromUtf8(figure.formula));
            else
                sheet->getCellByPosition(place.column, place.row)->setFormula(fromUtf8(figure.formula));
            Reference<css::beans::XPropertySet>(range, UNO_QUERY_THROW)
                ->setPropertyValue("NumberFormat", Any(formatKey(document, figure.format)));
        });
        if (made) said = say(words::inserted, language, a1(place));
    });
    return said;
}

} // namespace panorama::sidebar
