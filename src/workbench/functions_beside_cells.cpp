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
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

namespace {

struct Named
{
    OUString name, formula; ///< both in capitals
};

void addNames(const Reference<css::beans::XPropertySet>& holder, std::vector<Named>& all)
{
    Reference<css::container::XNameAccess> names;
    holder->getPropertyValue("NamedRanges") >>= names;
    if (!names.is()) return;
    for (const auto& name : names->getElementNames()) {
        const Reference<css::sheet::XNamedRange> range(names->getByName(name), UNO_QUERY);
        if (range.is()) all.push_back({name.toAsciiUpperCase(), range->getContent().toAsciiUpperCase()});
    }
}

std::vector<Named> namesOf(const Document& document)
{
    std::vector<Named> all;
    addNames(Reference<css::beans::XPropertySet>(document, UNO_QUERY_THROW), all);
    const Reference<XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 sheet = 0; sheet < sheets->getCount(); ++sheet)
        addNames({sheets->getByIndex(sheet), UNO_QUERY_THROW}, all);
    return all;
}

bool isPartOfName(sal_Unicode character)
{
    return (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9') ||
           character == '_' || character == '.' || character > 127;
}

/// Whether a text in capitals holds a name as a word of its own.
bool mentions(const OUString& formula, const OUString& name)
{
    for (sal_Int32 at = formula.indexOf(name); at >= 0; at = formula.indexOf(name, at + 1)) {
        const sal_Int32 end = at + name.getLength();
        const bool starts = at == 0 || !isPartOfName(formula[at - 1]);
        if (starts && (end == formula.getLength() || !isPartOfName(formula[end]))) return true;
    }
    return false;
}

bool asksOurs(const UsesOurs& usesOurs, const Reference<XSheetCondition>& condition)
{
    return condition.is() && (usesOurs(condition->getFormula1()) || usesOurs(condition->getFormula2()));
}

/// Conditional format and validity of cells that are alike.
std::size_t countConditions(const UsesOurs& usesOurs, const Reference<css::beans::XPropertySet>& cells)
{
    std::size_t count = asksOurs(usesOurs, {cells->getPropertyValue("Validation"), UNO_QUERY}) ? 1 : 0;
    const Reference<XIndexAccess> entries(cells->getPropertyValue("ConditionalFormat"), UNO_QUERY);
    for (sal_Int32 i = 0; entries.is() && i < entries->getCount(); ++i)
        if (asksOurs(usesOurs, {entries->getByIndex(i), UNO_QUERY})) ++count;
    return count;
}

} // namespace

UsesOurs::UsesOurs(const Document& document)
{
    // A name may stand for another one: as long as one more is found, others may follow from it.
    auto open = namesOf(document);
    const auto isOurs = [this](const Named& named) { return (*this)(named.formula); };
    for (auto found = std::find_if(open.begin(), open.end(), isOurs); found != open.end();
         found = std::find_if(open.begin(), open.end(), isOurs))
    {
        names_.push_back(found->name);
        open.erase(found);
    }
}

bool UsesOurs::operator()(const OUString& formula) const
{
    const OUString capitals = formula.toAsciiUpperCase();
    // The programmatic name of every function of ours begins so; files and formulas of the API carry it.
    return capitals.indexOf("ORG.PANORAMACALC.") >= 0 ||
           std::any_of(names_.begin(), names_.end(),
                       [&](const OUString& name) { return mentions(capitals, name); });
}

std::size_t countBesideCells(const Document& document, const UsesOurs& usesOurs)
{
    std::size_t count = usesOurs.names();
    const Reference<XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 sheet = 0; sheet < sheets->getCount(); ++sheet) {
        const Reference<css::sheet::XUniqueCellFormatRangesSupplier> formats(sheets->getByIndex(sheet),
                                                                             UNO_QUERY_THROW);
        const Reference<XIndexAccess> alike(formats->getUniqueCellFormatRanges(), UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i < alike->getCount(); ++i)
            count += countConditions(usesOurs, {alike->getByIndex(i), UNO_QUERY_THROW});
    }
    return count;
}

} // namespace panorama::workbench
