#include "workbench/functions_beside_cells.hpp"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>

namespace panorama::workbench {

using css::container::XIndexAccess;
using css::sheet::XSheetCondition;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

namespace {

std::size_t countNames(const Reference<css::beans::XPropertySet>& holder)
{
    Reference<css::container::XNameAccess> names;
    holder->getPropertyValue("NamedRanges") >>= names;
    if (!names.is()) return 0;
    const auto all = names->getElementNames();
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const auto& name) {
        const Reference<css::sheet::XNamedRange> range(names->getByName(name), UNO_QUERY);
        return range.is() && usesOurs(range->getContent());
    }));
}

bool asksOurs(const Reference<XSheetCondition>& condition)
{
    return condition.is() && (usesOurs(condition->getFormula1()) || usesOurs(condition->getFormula2()));
}

/// Conditional format and validity of cells that are alike.
std::size_t countConditions(const Reference<css::beans::XPropertySet>& cells)
{
    std::size_t count = asksOurs({cells->getPropertyValue("Validation"), UNO_QUERY}) ? 1 : 0;
    const Reference<XIndexAccess> entries(cells->getPropertyValue("ConditionalFormat"), UNO_QUERY);
    for (sal_Int32 i = 0; entries.is() && i < entries->getCount(); ++i)
        if (asksOurs({entries->getByIndex(i), UNO_QUERY})) ++count;
    return count;
}

} // namespace

bool usesOurs(const rtl::OUString& formula)
{
    // The programmatic name of every function of ours begins so; files and formulas of the API carry it.
    return formula.toAsciiUpperCase().indexOf("ORG.PANORAMACALC.") >= 0;
}

std::size_t countBesideCells(const Document& document)
{
    std::size_t count = countNames(Reference<css::beans::XPropertySet>(document, UNO_QUERY_THROW));
    const Reference<XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 sheet = 0; sheet < sheets->getCount(); ++sheet) {
        const Any one = sheets->getByIndex(sheet);
        count += countNames({one, UNO_QUERY_THROW});
        const Reference<XIndexAccess> alike(
            Reference<css::sheet::XUniqueCellFormatRangesSupplier>(one, UNO_QUERY_THROW)
                ->getUniqueCellFormatRanges(),
            UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i < alike->getCount(); ++i)
            count += countConditions({alike->getByIndex(i), UNO_QUERY_THROW});
    }
    return count;
}

} // namespace panorama::workbench
