#include "addin/any_value.hpp"

#include "bridge/sheet_reader.hpp"
#include "bridge/uno_text.hpp"

#include <bit>
#include <com/sun/star/uno/Sequence.hxx>
#include <cstdint>

namespace panorama {

namespace {

using css::uno::Any;
using css::uno::Sequence;
using rtl::OUString;

/// Calc's numbers for its errors, as its source has them (formula/errorcodes.hxx).
std::uint64_t codeOf(CellError error)
{
    switch (error) {
    case CellError::divisionByZero: return 532;
    case CellError::noValue: return 519;
    case CellError::illegalArgument: return 502;
    case CellError::noConvergence: return 523;
    case CellError::missingArgument: return 511;
    case CellError::notAvailable: break;
    }
    return 0x7fff;
}

/// The quiet NaN in whose lowest bits Calc keeps an error.
double errorNumber(CellError error)
{
    return std::bit_cast<double>(0x7FF8000000000000ull | codeOf(error));
}

/// An empty cell of a range arrives as an empty text.
bool isEmptyCell(const Any& cell)
{
    const auto* text = cell.getValueTypeClass() == css::uno::TypeClass_STRING
                           ? static_cast<const OUString*>(cell.getValue())
                           : nullptr;
    return !cell.hasValue() || (text && text->isEmpty());
}

Value cellValue(const Any& cell)
{
    switch (cell.getValueTypeClass()) {
    case css::uno::TypeClass_DOUBLE: return *static_cast<const double*>(cell.getValue());
    case css::uno::TypeClass_STRING: return toUtf8(*static_cast<const OUString*>(cell.getValue()));
    default: return {};
    }
}

bool isEmptyRow(const Sequence<Any>& row)
{
    for (const Any& cell : row)
        if (!isEmptyCell(cell)) return false;
    return true;
}

/// Rows without anything at the end are not copied: a whole column is as long as its data.
Value arrayValue(const Sequence<Sequence<Any>>& rows)
{
    const auto rowCount = static_cast<std::size_t>(rows.getLength());
    const auto columnCount = rowCount == 0 ? 0 : static_cast<std::size_t>(rows[0].getLength());
    std::size_t filled = rowCount;
    while (filled > 0 && isEmptyRow(rows[static_cast<sal_Int32>(filled) - 1]))
        --filled;
    std::vector<Value> cells;
    cells.reserve(filled * columnCount);
    for (std::size_t row = 0; row < filled; ++row)
        for (const Any& cell : rows[static_cast<sal_Int32>(row)])
            cells.push_back(isEmptyCell(cell) ? Value() : cellValue(cell));
    return Array(rowCount, columnCount, std::move(cells));
}

} // namespace

Value fromAny(const Any& argument)
{
    switch (argument.getValueTypeClass()) {
    case css::uno::TypeClass_VOID: return {};
    case css::uno::TypeClass_DOUBLE:
    case css::uno::TypeClass_STRING: return cellValue(argument);
    default: break;
    }
    Sequence<Sequence<Any>> rows;
    if (argument >>= rows) return arrayValue(rows);
    double number = 0;
    return (argument >>= number) ? Value(number)
                                 : Value(CellError::noValue); // a whole number of another type
}

Value fromCells(const css::uno::Reference<css::table::XCellRange>& range,
                const css::uno::Reference<css::uno::XInterface>& document)
{
    if (!range.is()) return {};
    const auto facts = documentFacts(document);
    if (!facts) return CellError::notAvailable;
    auto sheet = readRange(range, *facts, 0);
    if (!sheet) return CellError::notAvailable;
    return Value(std::make_shared<const Sheet>(std::move(*sheet)));
}

Any toAny(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::number: return Any(value.number());
    case Value::Kind::text: return Any(fromUtf8(value.text()));
    case Value::Kind::error: return Any(errorNumber(value.error()));
    case Value::Kind::absent:
    case Value::Kind::cells: // no function answers with cells
        return Any(errorNumber(CellError::notAvailable));
    case Value::Kind::array: break;
    }
    const Array& array = value.array();
    Sequence<Sequence<Any>> rows(static_cast<sal_Int32>(array.rowCount()));
    auto* row = rows.getArray();
    for (std::size_t i = 0; i < array.rowCount(); ++i) {
        row[i].realloc(static_cast<sal_Int32>(array.columnCount()));
        auto* cell = row[i].getArray();
        for (std::size_t j = 0; j < array.columnCount(); ++j)
            cell[j] = toAny(array.at(i, j));
    }
    return Any(rows);
}

} // namespace panorama
