#include "bridge/guidance_writer.hpp"

#include "bridge/uno_text.hpp"

#include <charconv>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/ConditionOperator.hpp>
#include <com/sun/star/sheet/TableValidationVisibility.hpp>
#include <com/sun/star/sheet/ValidationAlertStyle.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>

namespace panorama {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

namespace {

css::sheet::ValidationType typeOf(CellGuidance::Kind kind)
{
    switch (kind) {
    case CellGuidance::Kind::list: return css::sheet::ValidationType_LIST;
    case CellGuidance::Kind::date: return css::sheet::ValidationType_DATE;
    case CellGuidance::Kind::number: return css::sheet::ValidationType_DECIMAL;
    case CellGuidance::Kind::wholeNumber: return css::sheet::ValidationType_WHOLE;
    case CellGuidance::Kind::anything: break;
    }
    return css::sheet::ValidationType_ANY;
}

css::sheet::ValidationAlertStyle alertOf(CellGuidance::Strictness strictness)
{
    switch (strictness) {
    case CellGuidance::Strictness::refuse: return css::sheet::ValidationAlertStyle_STOP;
    case CellGuidance::Strictness::ask: return css::sheet::ValidationAlertStyle_WARNING;
    case CellGuidance::Strictness::tell: break;
    }
    return css::sheet::ValidationAlertStyle_INFO;
}

/// A number as formulas of files write it.
OUString neutral(double number)
{
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return fromUtf8({digits, static_cast<std::size_t>(end - digits)});
}

/// "first";"second": quotation marks inside are doubled.
OUString listOf(const std::vector<std::string>& choices)
{
    std::string formula;
    for (const std::string& choice : choices) {
        formula += formula.empty() ? "\"" : ";\"";
        for (const char character : choice) {
            if (character == '"') formula += '"';
            formula += character;
        }
        formula += '"';
    }
    return fromUtf8(formula);
}

void setLimits(const Reference<css::sheet::XSheetCondition>& condition, const CellGuidance& guidance,
               double shift)
{
    if (guidance.kind == CellGuidance::Kind::list) {
        condition->setFormula1(listOf(guidance.choices));
        return;
    }
    if (guidance.kind != CellGuidance::Kind::date) shift = 0;
    using namespace css::sheet;
    if (guidance.lowest && guidance.highest)
        condition->setOperator(ConditionOperator_BETWEEN);
    else if (guidance.highest)
        condition->setOperator(ConditionOperator_LESS_EQUAL);
    else
        condition->setOperator(ConditionOperator_GREATER_EQUAL);
    // Without a limit the lowest number still wants a number to be there.
    const double first = guidance.lowest    ? *guidance.lowest - shift
                         : guidance.highest ? *guidance.highest - shift
                                            : -1e15;
    condition->setFormula1(neutral(first));
    if (guidance.lowest && guidance.highest) condition->setFormula2(neutral(*guidance.highest - shift));
}

} // namespace

void writeGuidance(const Reference<css::sheet::XSpreadsheet>& sheet, const CellGuidance& guidance,
                   double dateShift)
{
    const CellBlock& block = guidance.block;
    const Reference<css::beans::XPropertySet> cells(
        sheet->getCellRangeByPosition(block.firstColumn, block.firstRow, block.lastColumn, block.lastRow),
        UNO_QUERY_THROW);
    writeGuidance(cells, guidance, dateShift);
}

void writeGuidance(const Reference<css::beans::XPropertySet>& cells, const CellGuidance& guidance,
                   double dateShift)
{
    const Reference<css::beans::XPropertySet> validation(cells->getPropertyValue("Validation"),
                                                         UNO_QUERY_THROW);
    validation->setPropertyValue("Type", Any(typeOf(guidance.kind)));
    validation->setPropertyValue("IgnoreBlankCells", Any(true));
    validation->setPropertyValue("ShowList", Any(css::sheet::TableValidationVisibility::UNSORTED));
    validation->setPropertyValue("ErrorAlertStyle", Any(alertOf(guidance.strictness)));
    validation->setPropertyValue("ShowErrorMessage", Any(guidance.kind != CellGuidance::Kind::anything));
    validation->setPropertyValue("ErrorTitle", Any(fromUtf8(guidance.refusalTitle)));
    validation->setPropertyValue("ErrorMessage", Any(fromUtf8(guidance.refusal)));
    validation->setPropertyValue("ShowInputMessage", Any(!guidance.help.empty()));
    validation->setPropertyValue("InputTitle", Any(fromUtf8(guidance.helpTitle)));
    validation->setPropertyValue("InputMessage", Any(fromUtf8(guidance.help)));
    if (guidance.kind != CellGuidance::Kind::anything)
        setLimits(Reference<css::sheet::XSheetCondition>(validation, UNO_QUERY_THROW), guidance, dateShift);
    cells->setPropertyValue("Validation", Any(validation));
}

} // namespace panorama
