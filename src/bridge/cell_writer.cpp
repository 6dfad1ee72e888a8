#include "bridge/cell_writer.hpp"

#include "bridge/sheet_reader.hpp"
#include "bridge/uno_text.hpp"
#include "core/text/date.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/i18n/NumberFormatIndex.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/CellProtection.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace panorama {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

CellWriter::CellWriter(const Reference<css::sheet::XSpreadsheetDocument>& document)
    : sheets_(document->getSheets(), UNO_QUERY_THROW), formats_(document, UNO_QUERY_THROW)
{
    if (const auto facts = documentFacts(document)) nullDate_ = facts->nullDate;
}

Reference<css::table::XCell> CellWriter::cell(const CellEdit& edit) const
{
    const Reference<css::sheet::XSpreadsheet> sheet(sheets_->getByName(fromUtf8(edit.sheet)),
                                                    UNO_QUERY_THROW);
    return sheet->getCellByPosition(edit.place.column, edit.place.row);
}

bool CellWriter::isProtected(const CellEdit& edit) const
{
    const Reference<css::util::XProtectable> sheet(sheets_->getByName(fromUtf8(edit.sheet)), UNO_QUERY_THROW);
    if (!sheet->isProtected()) return false;
    css::util::CellProtection protection;
    Reference<css::beans::XPropertySet>(cell(edit), UNO_QUERY_THROW)->getPropertyValue("CellProtection") >>=
        protection;
    return protection.IsLocked;
}

bool CellWriter::isFormula(const CellEdit& edit) const
{
    return cell(edit)->getType() == css::table::CellContentType_FORMULA;
}

void CellWriter::write(const CellEdit& edit)
{
    switch (edit.kind) {
    case CellEdit::Kind::text:
        Reference<css::text::XText>(cell(edit), UNO_QUERY_THROW)->setString(fromUtf8(edit.text));
        break;
    case CellEdit::Kind::number: setNumber(cell(edit), edit.number, css::util::NumberFormat::NUMBER); break;
    case CellEdit::Kind::date:
        setNumber(cell(edit), edit.number - nullDateOffset(), css::util::NumberFormat::DATE);
        break;
    }
}

/// Days from 1899-12-30 to the document's day 0.
double CellWriter::nullDateOffset() const
{
    const Date day(std::chrono::year(nullDate_.Year), std::chrono::month(nullDate_.Month),
                   std::chrono::day(nullDate_.Day));
    return day.ok() ? serialOf(day) : 0;
}

/// A cell formatted as text, or as another kind of number, would show the new value wrongly.
void CellWriter::setNumber(const Reference<css::table::XCell>& cell, double number, sal_Int16 kind)
{
    cell->setValue(number);
    const Reference<css::beans::XPropertySet> properties(cell, UNO_QUERY_THROW);
    sal_Int32 key = 0;
    properties->getPropertyValue("NumberFormat") >>= key;
    sal_Int16 type = 0;
    formats_->getNumberFormats()->getByKey(key)->getPropertyValue("Type") >>= type;
    const bool isDate = (type & css::util::NumberFormat::DATE) != 0;
    const bool isText = (type & css::util::NumberFormat::TEXT) != 0;
    if (!isText && isDate == (kind == css::util::NumberFormat::DATE)) return;
    const Reference<css::util::XNumberFormatTypes> types(formats_->getNumberFormats(), UNO_QUERY_THROW);
    // The standard format of a date shows two digits of its year: what was unclear would stay so.
    const sal_Int32 format =
        kind == css::util::NumberFormat::DATE
            ? types->getFormatIndex(css::i18n::NumberFormatIndex::DATE_SYS_DDMMYYYY, css::lang::Locale())
            : types->getStandardFormat(kind, css::lang::Locale());
    properties->setPropertyValue("NumberFormat", css::uno::Any(format));
}

} // namespace panorama
