#include "bridge/draft_forms.hpp"

#include "bridge/uno_text.hpp"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/i18n/NumberFormatIndex.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/style/XStyle.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/BorderLine2.hpp>
#include <com/sun/star/table/CellHoriJustify.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/util/CellProtection.hpp>
#include <com/sun/star/util/XNumberFormatTypes.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/util/XProtectable.hpp>

namespace panorama {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

namespace {

constexpr sal_Int32 offNextColumn = 200; // 1/100 mm

/// What a look is made of. Only backgrounds have a colour, so that the office chooses letters that can be
/// read on them in every theme.
struct LookForm
{
    const char* style; ///< a name for the user, of the document's styles
    float points = 0;  ///< size of the letters, 0 for the document's own
    bool bold = false;
    sal_Int32 background = -1;
    bool bordered = false;
    bool open = false; ///< also in a protected sheet
};

LookForm formOf(Look look)
{
    switch (look) {
    case Look::plain: return {.style = "Panorama texte"};
    case Look::title: return {.style = "Panorama titre", .points = 16, .bold = true};
    case Look::heading: return {.style = "Panorama en-tête", .bold = true, .background = 0xDDE5F2};
    case Look::label: return {.style = "Panorama libellé", .bold = true};
    case Look::note: return {.style = "Panorama note", .points = 9};
    case Look::error: return {.style = "Panorama erreur", .background = 0xF8CFCF};
    case Look::warning: return {.style = "Panorama avertissement", .background = 0xFCE5B6};
    case Look::information: return {.style = "Panorama information", .background = 0xD9EAF7};
    case Look::good: return {.style = "Panorama conforme", .background = 0xD3EBD3};
    case Look::input:
        return {.style = "Panorama saisie", .background = 0xFFFBE3, .bordered = true, .open = true};
    case Look::computed: return {.style = "Panorama calculé", .background = 0xEEEEEE, .bordered = true};
    }
    return {.style = "Panorama texte"};
}

void shape(const Reference<css::beans::XPropertySet>& style, const LookForm& form)
{
    style->setPropertyValue("VertJustify", Any(sal_Int32(css::table::CellVertJustify2::TOP)));
    if (form.points > 0) style->setPropertyValue("CharHeight", Any(form.points));
    if (form.bold) style->setPropertyValue("CharWeight", Any(float(css::awt::FontWeight::BOLD)));
    if (form.background >= 0) style->setPropertyValue("CellBackColor", Any(form.background));
    if (form.bordered) {
        css::table::BorderLine2 line;
        line.Color = 0xA0A0A0;
        line.OuterLineWidth = 9; // 1/100 mm: a hair line
        line.LineWidth = 9;
        for (const char* side : {"TopBorder", "BottomBorder", "LeftBorder", "RightBorder"})
            style->setPropertyValue(OUString::createFromAscii(side), Any(line));
    }
    // Said of every style: the one they come from may be open.
    style->setPropertyValue("CellProtection",
                            Any(css::util::CellProtection(!form.open, false, false, false)));
}

/// The code of a number form as English writes it; a locale with a space before % gets one.
const char* codeOf(NumberForm form)
{
    switch (form) {
    case NumberForm::count: return "#,##0";
    case NumberForm::amount: return "#,##0.00";
    case NumberForm::years: return "0.0";
    case NumberForm::percent: return "0.0%";
    case NumberForm::points: return "+0.0;-0.0;0.0";
    case NumberForm::countChange: return "+#,##0;-#,##0;0";
    case NumberForm::amountChange: return "+#,##0.00;-#,##0.00;0.00";
    case NumberForm::general:
    case NumberForm::date: break;
    }
    return "General";
}

} // namespace

DraftForms::DraftForms(const Reference<css::sheet::XSpreadsheetDocument>& document) : document_(document)
{
    const Reference<css::util::XNumberFormatsSupplier> supplier(document, UNO_QUERY_THROW);
    formats_ = supplier->getNumberFormats();
    Reference<css::beans::XPropertySet>(document, UNO_QUERY_THROW)->getPropertyValue("CharLocale") >>=
        locale_;
}

Reference<css::beans::XPropertySet> DraftForms::newStyle(const char* family, const char* service,
                                                         const OUString& name)
{
    const Reference<css::style::XStyleFamiliesSupplier> supplier(document_, UNO_QUERY_THROW);
    const Reference<css::container::XNameContainer> styles(
        supplier->getStyleFamilies()->getByName(OUString::createFromAscii(family)), UNO_QUERY_THROW);
    if (styles->hasByName(name)) return {};
    const Reference<css::lang::XMultiServiceFactory> factory(document_, UNO_QUERY_THROW);
    const Reference<css::style::XStyle> style(factory->createInstance(OUString::createFromAscii(service)),
                                              UNO_QUERY_THROW);
    styles->insertByName(name, Any(style));
    return Reference<css::beans::XPropertySet>(style, UNO_QUERY_THROW);
}

void DraftForms::apply(Look look, const Reference<css::beans::XPropertySet>& cells)
{
    const OUString name = style(look);
    if (name.isEmpty())
        shape(cells, formOf(look));
    else
        cells->setPropertyValue("CellStyle", Any(name));
}

void DraftForms::apply(NumberForm form, Look look, const Reference<css::beans::XPropertySet>& cells)
{
    cells->setPropertyValue("NumberFormat", Any(format(form)));
    if (formOf(look).bordered) return; // a box keeps a number off its neighbour, and may hold a text
    cells->setPropertyValue("HoriJustify", Any(css::table::CellHoriJustify_RIGHT));
    // Not an indent: the office forgets it where only the number format differs from the cell before.
    cells->setPropertyValue("ParaRightMargin", Any(offNextColumn));
}

OUString DraftForms::style(Look look)
{
    const auto known = styles_.find(look);
    if (known != styles_.end()) return known->second;
    const LookForm form = formOf(look);
    const OUString name = fromUtf8(form.style);
    const Reference<css::style::XStyleFamiliesSupplier> supplier(document_, UNO_QUERY_THROW);
    const Reference<css::container::XNameAccess> existing(
        supplier->getStyleFamilies()->getByName("CellStyles"), UNO_QUERY_THROW);
    if (!existing->hasByName(name)) {
        if (hasProtectedSheet()) return styles_[look] = OUString();
        shape(newStyle("CellStyles", "com.sun.star.style.CellStyle", name), form);
    }
    return styles_[look] = name;
}

void DraftForms::openDefaultStyle()
{
    const Reference<css::style::XStyleFamiliesSupplier> supplier(document_, UNO_QUERY_THROW);
    const Reference<css::container::XNameAccess> styles(supplier->getStyleFamilies()->getByName("CellStyles"),
                                                        UNO_QUERY_THROW);
    Reference<css::beans::XPropertySet>(styles->getByName("Default"), UNO_QUERY_THROW)
        ->setPropertyValue("CellProtection", Any(css::util::CellProtection(false, false, false, false)));
}

bool DraftForms::hasProtectedSheet() const
{
    const Reference<css::container::XIndexAccess> sheets(document_->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i)
        if (Reference<css::util::XProtectable>(sheets->getByIndex(i), UNO_QUERY_THROW)->isProtected())
            return true;
    return false;
}

OUString DraftForms::pageStyle(bool landscape)
{
    const OUString name = fromUtf8(landscape ? "Panorama paysage" : "Panorama portrait");
    const auto style = newStyle("PageStyles", "com.sun.star.style.PageStyle", name);
    if (!style.is()) return name;
    sal_Int32 width = 0;
    sal_Int32 height = 0;
    style->getPropertyValue("Width") >>= width;
    style->getPropertyValue("Height") >>= height;
    if (landscape != (width > height)) std::swap(width, height);
    style->setPropertyValue("IsLandscape", Any(landscape));
    style->setPropertyValue("Width", Any(width));
    style->setPropertyValue("Height", Any(height));
    style->setPropertyValue("ScaleToPagesX", Any(sal_Int16(1)));
    style->setPropertyValue("ScaleToPagesY", Any(sal_Int16(0)));
    return name;
}

sal_Int32 DraftForms::format(NumberForm form)
{
    const auto known = keys_.find(form);
    if (known != keys_.end()) return known->second;
    return keys_[form] = makeFormat(form);
}

sal_Int32 DraftForms::makeFormat(NumberForm form) const
{
    const Reference<css::util::XNumberFormatTypes> types(formats_, UNO_QUERY_THROW);
    if (form == NumberForm::general) return types->getStandardIndex(locale_);
    if (form == NumberForm::date)
        return types->getFormatIndex(css::i18n::NumberFormatIndex::DATE_SYS_DDMMYYYY, locale_);
    OUString code = OUString::createFromAscii(codeOf(form));
    // French puts a no-break space before the sign. In quotes: bare, it is the separator of thousands to who
    // reads the format in French, and an .xlsx file would then show a thousandth.
    if (form == NumberForm::percent && locale_.Language == "fr") code = fromUtf8("0.0\"\u00A0\"%");
    const css::lang::Locale english("en", "US", OUString());
    const sal_Int32 made = formats_->addNewConverted(code, english, locale_);
    return made;
}

} // namespace panorama
