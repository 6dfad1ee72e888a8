#pragma once

#include "core/rules/row_figures.hpp"
#include "core/text/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace panorama {

class Findings;

/// What must hold of a row, or must not, before a check looks at it (<when>, <unless> of a pack).
struct Condition
{
    enum class Test : unsigned char {
        empty,
        filled,
        present, ///< the table has the column
        absent,  ///< it has not
        among,
        notAmong,
        below,
        atLeast,
        above,
        atMost,
        equal,
        before, ///< a date before the month
        since   ///< a date in the month or later
    };
    enum class Answer : unsigned char {
        yes,
        no,
        unknown ///< the cell cannot be read so: nobody knows, so nothing is said
    };

    bool excuses = false; ///< <unless>: the row is left out where it holds
    std::optional<RowFigure> figure;
    Field field{};
    Test test = Test::filled;
    double number = 0;
    std::optional<YearMonth> month = {};
    std::vector<std::string> keys = {}; ///< folded texts

    /// Whether a check may look at the row as far as this condition goes.
    bool admits(Findings& findings, std::size_t row) const;

    /// The names of the tests, in their order.
    static std::span<const std::string_view> testNames();

  private:
    Answer answer(Findings& findings, std::size_t row) const;
    Answer compare(const std::optional<Estimate>& estimate) const;
    Answer compareDate(const Table& table, std::size_t row) const;
    Answer compareText(Findings& findings, std::size_t row) const;
};

} // namespace panorama
