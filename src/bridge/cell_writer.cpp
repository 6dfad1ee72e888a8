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
    case CellEdit::Kind::number: setNumber(edit, edit.number, css::util::NumberFormat::NUMBER); break;
    case CellEdit::Kind::date:
        setNumber(edit, edit.number - nullDateOffset(), css::util::NumberFormat::DATE);
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

sal_Int16 CellWriter::typeOf(sal_Int32 format) const
{
    sal_Int16 type = 0;
    formats_->getNumberFormats()->getByKey(format)->getPropertyValue("Type") >>= type;
    return type;
}

namespace {

sal_Int32 formatOf(const Reference<css::table::XCell>& cell)
{
    sal_Int32 format = 0;
    Reference<css::beans::XPropertySet>(cell, UNO_QUERY_THROW)->getPropertyValue("NumberFormat") >>= format;
    return format;
}

/// Of each language one format shows a number with as many decimals as it has.
bool isStandard(sal_Int32 format)
{
    constexpr sal_Int32 formatsOfLanguage = 10000;
    return format % formatsOfLanguage == 0;
}

} // namespace

/// Whether a format shows such a value as it is: no per cent, and a year with all its digits.
bool CellWriter::suits(sal_Int32 format, sal_Int16 kind) const
{
    const sal_Int16 type = typeOf(format);
    if (kind != css::util::NumberFormat::DATE)
        return (type & (css::util::NumberFormat::NUMBER | css::util::NumberFormat::CURRENCY)) != 0;
    rtl::OUString code;
    formats_->getNumberFormats()->getByKey(format)->getPropertyValue("FormatString") >>= code;
    return (type & css::util::NumberFormat::DATE) != 0 &&
           (code.indexOf("YYYY") >= 0 || code.indexOf("AAAA") >= 0 || code.indexOf("JJJJ") >= 0);
}

/// The format of the nearest cell above or below that holds such a value: a column is shown in one way.
std::optional<sal_Int32> CellWriter::formatOfNeighbour(const CellEdit& edit, sal_Int16 kind) const
{
    constexpr int farthest = 20; // a table's own rows; further away another one may stand
    const auto suited = [&](int row) -> std::optional<sal_Int32> {
        if (row < 0) return std::nullopt;
        CellEdit there = edit;
        there.place.row = row;
        const auto neighbour = cell(there);
        if (neighbour->getType() != css::table::CellContentType_VALUE) return std::nullopt;
        const sal_Int32 format = formatOf(neighbour);
        return suits(format, kind) ? std::optional(format) : std::nullopt;
    };
    for (int away = 1; away <= farthest; ++away)
        for (const int row : {edit.place.row - away, edit.place.row + away})
            if (const auto format = suited(row)) return format;
    return std::nullopt;
}

/// A cell formatted as text, or as another kind of number, would show the new value wrongly; one without a
/// format of its own is shown like its column.
void CellWriter::setNumber(const CellEdit& edit, double number, sal_Int16 kind)
{
    const auto changed = cell(edit);
    changed->setValue(number);
    const sal_Int32 own = formatOf(changed);
    const sal_Int16 type = typeOf(own);
    const bool isDate = (type & css::util::NumberFormat::DATE) != 0;
    const bool isText = (type & css::util::NumberFormat::TEXT) != 0;
    const bool fits = !isText && isDate == (kind == css::util::NumberFormat::DATE);
    if (fits && !isStandard(own)) return;
    const Reference<css::util::XNumberFormatTypes> types(formats_->getNumberFormats(), UNO_QUERY_THROW);
    // The standard format of a date shows two digits of its year: what was unclear would stay so.
    const sal_Int32 format =
        formatOfNeighbour(edit, kind)
            .value_or(fits ? own
                      : kind == css::util::NumberFormat::DATE
                          ? types->getFormatIndex(css::i18n::NumberFormatIndex::DATE_SYS_DDMMYYYY,
                                                  css::lang::Locale())
                          : types->getStandardFormat(kind, css::lang::Locale()));
    if (format == own) return;
    Reference<css::beans::XPropertySet>(changed, UNO_QUERY_THROW)
        ->setPropertyValue("NumberFormat", css::uno::Any(format));
}

} // namespace panorama
