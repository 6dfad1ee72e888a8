#pragma once

#include "core/figures/figure_error.hpp"
#include "core/figures/slippage.hpp"
#include "core/functions/function.hpp"
#include "core/text/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// Reads the arguments of one call. The first thing that is wrong is kept and the reading goes on with
/// harmless values: a body reads all it needs, then asks failed() once.
class Arguments
{
  public:
    Arguments(std::span<const Value> values, const Host& host) : values_(values), host_(host) {}

    bool failed() const { return error_.has_value(); }
    Value error() const { return *error_; }
    void fail(CellError error);
    const Host& host() const { return host_; }
    /// Left out, or left empty.
    bool isGiven(std::size_t index) const;

    /// One number; withheld or absent is #N/A, another text #VALUE!.
    double number(std::size_t index);
    double numberOr(std::size_t index, double fallback);
    /// A number where 0 can only be an empty cell: #N/A.
    double amount(std::size_t index);
    /// A portfolio's rate, a fraction: 13.5 % as text counts as 0.135; 0 is a rate. Above 3 or below -1 it
    /// was given in points: Err:502.
    double rate(std::size_t index);
    /// A whole number between the bounds; another one is Err:502.
    int whole(std::size_t index, int lowest, int highest);
    Date date(std::size_t index);
    /// A single text; absent is "".
    std::string text(std::size_t index) const;
    SlippageMethod method(std::size_t index);

    /// The cells of an argument of the shape "cells".
    const Sheet& cells(std::size_t index) const { return at(index).cells(); }
    /// How many cells were given, stored or not.
    std::size_t length(std::size_t index) const;
    /// The columns of an array, 1 for one cell.
    std::size_t columns(std::size_t index) const;
    /// How many cells, from the first, may hold something.
    std::size_t stored(std::size_t index) const;
    /// One cell of a range, the argument itself where it is one cell.
    const Value& cell(std::size_t index, std::size_t at) const;
    /// The number of a cell of a range: nothing where it is empty or withheld. A 0 that comes from an empty
    /// single cell counts as nothing where `zeroIsEmpty`.
    std::optional<double> numberAt(std::size_t index, std::size_t at, bool zeroIsEmpty = false);
    /// The same of a cost or a duration: in a range 0 and below are none.
    std::optional<double> forecastAt(std::size_t index, std::size_t at, bool zeroIsEmpty = false);
    std::vector<std::optional<double>> numbers(std::size_t index);
    /// Flows of periods: empty is 0, a withheld amount makes the figure unknown (#N/A).
    std::vector<double> flows(std::size_t index);
    std::string textAt(std::size_t index, std::size_t at) const;
    /// Ranges that belong together must be equally long, or Err:502. Those left out do not count.
    void requireSameLength(std::initializer_list<std::size_t> indexes);

    Value dateValue(Date date) const { return serialOf(date) - host_.nullDateOffset; }

  private:
    const Value& at(std::size_t index) const;
    std::optional<double> numberOf(const Value& value);

    std::span<const Value> values_;
    const Host& host_;
    std::optional<CellError> error_;
};

CellError cellErrorOf(FigureError error);

/// A figure as the cell's value.
inline Value valueOf(const Figure<double>& figure)
{
    return figure ? Value(*figure) : Value(cellErrorOf(figure.error()));
}

/// A column of texts; an empty list is one empty cell.
Value columnOf(const std::vector<std::string>& texts);

} // namespace panorama
