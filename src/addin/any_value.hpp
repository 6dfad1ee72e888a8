#pragma once

#include "core/functions/value.hpp"

#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/uno/Any.hxx>

namespace panorama {

/// What Calc hands over for one argument, of every kind there is: nothing, a number, a text, a range or an
/// inline array.
Value fromAny(const css::uno::Any& argument);
/// The cells of a range as a snapshot that keeps their places; an error where they cannot be read. The
/// document tells what its numbers mean.
Value fromCells(const css::uno::Reference<css::table::XCellRange>& range,
                const css::uno::Reference<css::uno::XInterface>& document);

/// A result as Calc takes it. Errors travel as NaNs that carry Calc's code: IllegalArgumentException knows
/// only Err:502.
css::uno::Any toAny(const Value& value);

} // namespace panorama
