#pragma once

#include "core/table/columns.hpp"
#include "core/table/per_text.hpp"
#include "core/table/sheet.hpp"
#include "core/text/date.hpp"
#include "core/text/number.hpp"
#include "core/text/withheld.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace panorama {

/// What a cell means in its column.
struct Reading
{
    enum class Kind : std::uint8_t {
        empty,
        number,   ///< in the field's unit: M€, years, a fraction
        date,     ///< days since 1899-12-30
        text,     ///< a text, or one that was not understood in a column of numbers or dates
        withheld, ///< a keyword instead of a figure
        error,
    };

    Kind kind = Kind::empty;
    bool typedAsText = false; ///< understood, but held as text where a number or date is expected
    bool shortYear = false;   ///< "avril 15": a guess that the user must confirm
    bool bareSerial = false;  ///< a plain number where a date is expected, read as a date's serial
    /// Not understood until somebody confirms what it very likely means: an amount whose unit contradicts its
    /// column, or that no project costs (what it would be stands in `number`), "T3 2022" for a date. It
    /// counts in no figure.
    bool toConfirm = false;
    Withheld withheld = Withheld::no;
    std::uint8_t decimals = 0; ///< written after the decimal mark, in the header's unit
    TextId text = 0;           ///< of a text, withheld or error cell
    double number = 0;

    bool isNumber() const { return kind == Kind::number; }
    bool isDate() const { return kind == Kind::date; }
    bool isEmpty() const { return kind == Kind::empty; }
};

/// Gives the cells of one column their meaning; each different text is worked out once.
class ColumnReader
{
  public:
    ColumnReader(const Sheet& sheet, FieldType type, double divisor);

    /// The readings of the given rows, in their order.
    std::vector<Reading> read(int column, const std::vector<int>& rows);
    /// The readings of cells that stand anywhere.
    std::vector<Reading> read(const std::vector<Place>& places);

  private:
    Reading readText(TextId id);
    Reading understand(std::string_view text) const;
    Reading understandNumber(std::string_view text) const;
    Reading understandDate(std::string_view text) const;
    Reading readNumber(double number, CellKind kind, double divisor) const;
    void settleDecimalMark(const std::vector<Place>& places);
    void settleRates(const std::vector<Place>& places);
    bool isPercent(Place place) const;
    bool unitDiffers(const Reading& reading) const;
    void doubtUnits(std::vector<Reading>& readings) const;

    const Sheet& sheet_;
    FieldType type_;
    double divisor_;
    char naturalMark_ = '.'; ///< of a CSV column: the decimal mark most of its numbers use
    PerText<Reading> known_;
};

/// The amounts of a project's cost or of its parts that are likely, M€.
inline constexpr double lowestLikelyAmount = 0.1, highestLikelyAmount = 2000;

/// What a unit in a cell makes of a number, in M€: 1e-3 for k€. Nothing where it is no amount.
std::optional<double> millionsIn(NumberUnit unit);

/// The decimals that a number needs to be written, at most 15.
std::uint8_t decimalsOf(double number);

} // namespace panorama
