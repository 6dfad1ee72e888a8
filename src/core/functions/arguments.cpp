#include "core/functions/arguments.hpp"

#include "core/text/number.hpp"
#include "core/text/withheld.hpp"

#include <algorithm>
#include <cmath>

namespace panorama {

void Arguments::fail(CellError error)
{
    if (!error_) error_ = error;
}

const Value& Arguments::at(std::size_t index) const
{
    static const Value absent;
    return index < values_.size() ? values_[index] : absent;
}

bool Arguments::isGiven(std::size_t index) const
{
    const Value& value = at(index);
    return !value.isAbsent() && !(value.isText() && value.text().empty());
}

std::optional<double> Arguments::numberOf(const Value& value)
{
    if (value.isNumber()) return value.number();
    if (value.isError()) fail(value.error());
    if (!value.isText() || withheldBy(value.text()) != Withheld::no) return std::nullopt;
    const auto number = parseNumber(value.text());
    if (number && number->unit == NumberUnit::none) return number->value;
    if (number && number->unit == NumberUnit::percent) return number->value / 100;
    fail(CellError::noValue);
    return std::nullopt;
}

double Arguments::number(std::size_t index)
{
    const auto number = numberOf(at(index));
    if (!number) fail(CellError::notAvailable);
    return number.value_or(0);
}

double Arguments::numberOr(std::size_t index, double fallback)
{
    return isGiven(index) ? number(index) : fallback;
}

double Arguments::amount(std::size_t index)
{
    const double amount = number(index);
    if (amount == 0) fail(CellError::notAvailable);
    return amount;
}

double Arguments::rate(std::size_t index)
{
    constexpr double highest = 3,
                     lowest = -1; // no portfolio ever stood beyond: the highest published is 0.38
    const double given = number(index);
    if (given > highest || given < lowest) fail(CellError::illegalArgument);
    return given;
}

int Arguments::whole(std::size_t index, int lowest, int highest)
{
    const double value = number(index);
    if (value == std::floor(value) && value >= lowest && value <= highest) return static_cast<int>(value);
    fail(CellError::illegalArgument);
    return lowest;
}

Date Arguments::date(std::size_t index)
{
    constexpr Date harmless = std::chrono::year(2000) / 1 / 1;
    const Value& value = at(index);
    if (value.isText()) {
        const auto written = parseDate(value.text());
        if (written && written->form != DateForm::monthShortYear) return written->date;
    }
    const double serial = number(index);
    if (failed()) return harmless;
    if (serial == 0) fail(CellError::notAvailable);
    const auto date = dateOfSerial(serial + host_.nullDateOffset);
    if (!date) fail(CellError::illegalArgument);
    return date.value_or(harmless);
}

std::string Arguments::text(std::size_t index) const
{
    return textAt(index, 0);
}

SlippageMethod Arguments::method(std::size_t index)
{
    // An empty single cell arrives as 0; it means what an argument left out means.
    if (!isGiven(index) || (at(index).isNumber() && at(index).number() == 0)) return SlippageMethod::mean;
    const auto method = at(index).isText() ? slippageMethod(at(index).text()) : std::nullopt;
    if (!method) fail(CellError::illegalArgument);
    return method.value_or(SlippageMethod::mean);
}

std::size_t Arguments::length(std::size_t index) const
{
    const Value& value = at(index);
    return value.isArray() ? value.array().size() : value.isAbsent() ? 0 : 1;
}

std::size_t Arguments::columns(std::size_t index) const
{
    return at(index).isArray() ? at(index).array().columnCount() : 1;
}

std::size_t Arguments::stored(std::size_t index) const
{
    const Value& value = at(index);
    return value.isArray() ? value.array().storedCount() : length(index);
}

const Value& Arguments::cell(std::size_t index, std::size_t at) const
{
    static const Value absent;
    const Value& value = this->at(index);
    if (value.isArray()) return value.array().at(at);
    return at == 0 ? value : absent;
}

std::optional<double> Arguments::numberAt(std::size_t index, std::size_t at, bool zeroIsEmpty)
{
    const auto number = numberOf(cell(index, at));
    if (zeroIsEmpty && number == 0.0 && !this->at(index).isArray()) return std::nullopt;
    return number;
}

std::optional<double> Arguments::forecastAt(std::size_t index, std::size_t at, bool zeroIsEmpty)
{
    const auto number = numberAt(index, at, zeroIsEmpty);
    const bool isNone = number && *number <= 0 && this->at(index).isArray();
    return isNone ? std::nullopt : number;
}

std::vector<std::optional<double>> Arguments::numbers(std::size_t index)
{
    std::vector<std::optional<double>> numbers(stored(index));
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = numberAt(index, i);
    return numbers;
}

std::vector<double> Arguments::flows(std::size_t index)
{
    std::vector<double> flows(stored(index));
    for (std::size_t i = 0; i < flows.size(); ++i) {
        const Value& value = cell(index, i);
        const bool empty = value.isAbsent() || (value.isText() && value.text().empty());
        const auto amount = numberOf(value);
        if (!empty && !amount) fail(CellError::notAvailable);
        flows[i] = amount.value_or(0);
    }
    return flows;
}

std::string Arguments::textAt(std::size_t index, std::size_t at) const
{
    const Value& value = cell(index, at);
    return value.isText() ? value.text() : std::string();
}

void Arguments::requireSameLength(std::initializer_list<std::size_t> indexes)
{
    const std::size_t expected = length(*indexes.begin());
    for (const std::size_t index : indexes)
        if (!at(index).isAbsent() && length(index) != expected) fail(CellError::illegalArgument);
}

CellError cellErrorOf(FigureError error)
{
    switch (error) {
    case FigureError::divisionByZero: return CellError::divisionByZero;
    case FigureError::outOfDomain: return CellError::illegalArgument;
    case FigureError::noConvergence: return CellError::noConvergence;
    case FigureError::notKnown: break;
    }
    return CellError::notAvailable;
}

Value columnOf(const std::vector<std::string>& texts)
{
    if (texts.empty()) return Array(1, 1, {Value("")});
    std::vector<Value> cells(texts.begin(), texts.end());
    const std::size_t rows = cells.size();
    return Array(rows, 1, std::move(cells));
}

} // namespace panorama
