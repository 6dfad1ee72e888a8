#pragma once

#include "core/table/sheet.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace panorama {

/// What a spreadsheet function answers when it has no value. The names are Calc's; the add-in has its numbers
/// for them.
enum class CellError {
    notAvailable,    ///< #N/A: withheld, absent or not known
    divisionByZero,  ///< #DIV/0!: the initial value is zero
    noValue,         ///< #VALUE!: a text that is no number, several cells where one is asked
    illegalArgument, ///< Err:502: out of domain, lengths that differ, unknown method or edition
    noConvergence,   ///< Err:523: an iteration found no result
    missingArgument, ///< Err:511: a required argument was left out
};

class Array;

/// One argument or result of a spreadsheet function, whatever the host. Cheap to move; an array is shared,
/// not copied.
class Value
{
  public:
    enum class Kind : unsigned char {
        absent, ///< argument left out, or empty cell
        number,
        text, ///< UTF-8
        error,
        array,
        cells, ///< a range of a sheet with formats and addresses
    };

    Value() = default;
    Value(double number) : kind_(Kind::number), number_(number) {}
    Value(std::string text) : kind_(Kind::text), text_(std::move(text)) {}
    Value(const char* text) : Value(std::string(text)) {}
    Value(CellError error) : kind_(Kind::error), error_(error) {}
    Value(Array array);
    Value(std::shared_ptr<const Sheet> cells) : kind_(Kind::cells), cells_(std::move(cells)) {}

    Kind kind() const { return kind_; }
    bool isAbsent() const { return kind_ == Kind::absent; }
    bool isNumber() const { return kind_ == Kind::number; }
    bool isText() const { return kind_ == Kind::text; }
    bool isError() const { return kind_ == Kind::error; }
    bool isArray() const { return kind_ == Kind::array; }

    /// Each accessor may be called only where the kind is the one it names.
    double number() const { return number_; }
    const std::string& text() const { return text_; }
    CellError error() const { return error_; }
    const Array& array() const { return *array_; }
    const Sheet& cells() const { return *cells_; }

  private:
    Kind kind_ = Kind::absent;
    CellError error_ = CellError::notAvailable;
    double number_ = 0;
    std::string text_;
    std::shared_ptr<const Array> array_;
    std::shared_ptr<const Sheet> cells_;
};

/// A block of cells in row order. Rows at the end that hold nothing need not be stored: a whole column (A:A)
/// is as long as its data. rowCount() and columnCount() remain what the user wrote.
class Array
{
  public:
    Array(std::size_t rowCount, std::size_t columnCount, std::vector<Value> cells = {})
        : rowCount_(rowCount), columnCount_(columnCount), cells_(std::move(cells))
    {
    }

    std::size_t rowCount() const { return rowCount_; }
    std::size_t columnCount() const { return columnCount_; }
    std::size_t size() const { return rowCount_ * columnCount_; }
    /// How many cells, in row order, are stored; all after them are absent.
    std::size_t storedCount() const { return cells_.size(); }

    const Value& at(std::size_t index) const
    {
        static const Value absent;
        return index < cells_.size() ? cells_[index] : absent;
    }
    const Value& at(std::size_t row, std::size_t column) const { return at(row * columnCount_ + column); }

  private:
    std::size_t rowCount_;
    std::size_t columnCount_;
    std::vector<Value> cells_;
};

inline Value::Value(Array array) : kind_(Kind::array), array_(std::make_shared<const Array>(std::move(array)))
{
}

} // namespace panorama
