#pragma once

#include "core/table/place.hpp"
#include "core/table/sheet_look.hpp"
#include "core/table/text_pool.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace panorama {

/// What a cell holds, before any meaning is given to it.
enum class CellKind : std::uint8_t {
    empty,
    number,
    date,    ///< a number shown as a date: days since 1899-12-30, whatever the document's null date
    logical, ///< a number shown as TRUE or FALSE
    text,
    error, ///< an error; its text is the one the user sees ("#REF!", "Err:504")
};

/// Where cells come from decides what "typed as text" can mean.
enum class CellOrigin : std::uint8_t {
    document, ///< a spreadsheet: numbers and dates are typed, a number held as text is a defect
    plainText ///< a CSV file: every cell is text, and plain numbers and dates are their natural form
};

/// The snapshot of one sheet: column after column, texts interned, nothing of the host left. Checker, sidebar
/// and worker threads share it; it never changes once built (generation says which reading of the document it
/// is).
class Sheet
{
  public:
    Sheet(std::string name, CellOrigin origin, std::uint64_t generation = 0);

    const std::string& name() const { return name_; }
    CellOrigin origin() const { return origin_; }
    std::uint64_t generation() const { return generation_; }

    /// One more than the last row or column that holds something.
    int rowCount() const { return rowCount_; }
    int columnCount() const { return static_cast<int>(columns_.size()); }
    /// The columns of its widest row, also where nothing stands in them (empty ones at the end of a CSV
    /// file).
    int widest() const { return std::max(widest_, columnCount()); }
    void noteWidth(int columns) { widest_ = std::max(widest_, columns); }
    /// What is hidden, merged or shown in a unit; nothing of it in a CSV file.
    const SheetLook& look() const { return look_; }
    void setLook(SheetLook look) { look_ = std::move(look); }

    CellKind kind(Place place) const;
    /// Whether something is to be seen in a cell: blanks alone are nothing.
    bool isFilled(Place place) const;
    /// Of a number, date or logical cell.
    double number(Place place) const;
    /// Of a text or error cell; empty for others.
    std::string_view text(Place place) const;
    /// Of a text or error cell.
    TextId textId(Place place) const;
    const TextPool& texts() const { return texts_; }

    /// Whether both say the same at every place, wherever and whenever they were read.
    bool sameContent(const Sheet& other) const;
    /// The rows whose content differs, both sheets seen from the top; at most so many, then nothing: too many
    /// to name.
    std::optional<std::vector<int>> differingRows(const Sheet& other, std::size_t most) const;
    /// A sheet with only these rows, at their places.
    Sheet onlyRows(const std::vector<int>& rows) const;

    /// About so many cells will be added; a third of them may hold a text of their own.
    void expect(std::int64_t cells) { texts_.reserve(static_cast<std::size_t>(cells / 3)); }
    /// Filling, in any order of columns but with rows growing within a column. Empty texts are not stored.
    void addNumber(Place place, double number, CellKind kind = CellKind::number);
    void addText(Place place, std::string_view utf8, CellKind kind = CellKind::text);

  private:
    struct Column
    {
        std::vector<CellKind> kinds;
        std::vector<double> numbers; ///< the number, or the TextId of a text
    };
    bool sameCell(Place place, const Sheet& other) const;
    void put(Place place, CellKind kind, double payload);

    std::string name_;
    CellOrigin origin_;
    std::uint64_t generation_;
    int rowCount_ = 0;
    int widest_ = 0;
    std::vector<Column> columns_;
    TextPool texts_;
    SheetLook look_;
};

} // namespace panorama
