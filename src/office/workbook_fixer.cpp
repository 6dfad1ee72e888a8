#include "office/workbook_fixer.hpp"

#include "bridge/sheet_reader.hpp"
#include "bridge/uno_text.hpp"
#include "core/text/date.hpp"
#include "core/text/fold.hpp"
#include "office/file_url.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <map>

namespace panorama {

namespace {

using css::beans::PropertyValue;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

/// The office's name for the format of an extension; empty for one it may not write.
std::string filterFor(const std::filesystem::path& output)
{
    static const std::map<std::string, std::string> filters{{".ods", "calc8"},
                                                            {".fods", "OpenDocument Spreadsheet Flat XML"},
                                                            {".xlsx", "Calc MS Excel 2007 XML"},
                                                            {".xls", "MS Excel 97"}};
    const auto found = filters.find("." + fold(output.extension().string()));
    return found == filters.end() ? std::string() : found->second;
}

class Fixer
{
  public:
    explicit Fixer(const Reference<css::sheet::XSpreadsheetDocument>& document)
        : sheets_(document->getSheets(), UNO_QUERY_THROW), formats_(document, UNO_QUERY_THROW)
    {
        if (const auto facts = documentFacts(document)) nullDate_ = facts->nullDate;
    }

    /// False where the sheet is protected.
    bool apply(const CellEdit& edit)
    {
        const Reference<css::sheet::XSpreadsheet> sheet(sheets_->getByName(fromUtf8(edit.sheet)),
                                                        UNO_QUERY_THROW);
        if (Reference<css::util::XProtectable>(sheet, UNO_QUERY_THROW)->isProtected()) return false;
        const auto cell = sheet->getCellByPosition(edit.place.column, edit.place.row);
        switch (edit.kind) {
        case CellEdit::Kind::text:
            Reference<css::text::XText>(cell, UNO_QUERY_THROW)->setString(fromUtf8(edit.text));
            break;
        case CellEdit::Kind::number: setNumber(cell, edit.number, css::util::NumberFormat::NUMBER); break;
        case CellEdit::Kind::date:
            setNumber(cell, edit.number - nullDateOffset(), css::util::NumberFormat::DATE);
            break;
        }
        return true;
    }

  private:
    /// Days from 1899-12-30 to the document's day 0.
    double nullDateOffset() const
    {
        const Date day(std::chrono::year(nullDate_.Year), std::chrono::month(nullDate_.Month),
                       std::chrono::day(nullDate_.Day));
        return day.ok() ? serialOf(day) : 0;
    }

    /// A cell formatted as text, or as another kind of number, would show the new value wrongly.
    void setNumber(const Reference<css::table::XCell>& cell, double number, sal_Int16 kind)
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
        properties->setPropertyValue("NumberFormat",
                                     css::uno::Any(types->getStandardFormat(kind, css::lang::Locale())));
    }

    Reference<css::container::XNameAccess> sheets_;
    Reference<css::util::XNumberFormatsSupplier> formats_;
    css::util::Date nullDate_{30, 12, 1899};
};

tl::unexpected<OpenFailure> refused(std::string detail)
{
    return tl::unexpected(OpenFailure{OpenFailure::unreadable, std::move(detail)});
}

} // namespace

tl::expected<void, OpenFailure> storeFixed(const Reference<css::sheet::XSpreadsheetDocument>& document,
                                           std::span<const CellEdit> edits,
                                           const std::filesystem::path& output)
{
    const std::string filter = filterFor(output);
    if (filter.empty()) return refused("no format for this extension");
    Fixer fixer(document);
    for (const CellEdit& edit : edits)
        if (!fixer.apply(edit)) return refused("protected sheet: " + edit.sheet);
    PropertyValue name;
    name.Name = "FilterName";
    name.Value <<= fromUtf8(filter);
    Reference<css::frame::XStorable>(document, UNO_QUERY_THROW)
        ->storeToURL(fromUtf8(fileUrl(output)), sequence({name}));
    return {};
}

} // namespace panorama
