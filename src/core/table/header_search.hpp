#pragma once

#include "core/table/cell_meanings.hpp"
#include "core/table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// The headers of a table: one row or several, or the part of them that belongs to one of several tables side
/// by side.
struct HeaderPart
{
    int row = 0;
    int lastRow = 0; ///< of its headers: below the first one where cells are merged or stacked
    int firstColumn = 0;
    int lastColumn = 0;
    std::vector<Table::Column> fields;
    std::vector<Table::Column> repeated; ///< columns of fields that stand in `fields` already
};

/// Finds the headers of a sheet's tables, from top to bottom and left to right. What several rows say
/// together is a header, whatever numbers, units, years and marks stand around it; a row that says again what
/// the headers above it say is none.
class HeaderSearch
{
  public:
    /// Of columns that headers tell apart by years, the latest one not after `latestYear` is used.
    HeaderSearch(const Sheet& sheet, CellMeanings& meanings, std::optional<int> latestYear);

    std::vector<HeaderPart> find();

  private:
    /// Rows that may be headers together.
    struct Window
    {
        int first = 0, last = 0;
        std::vector<Table::Column> columns;
        std::size_t fields = 0; ///< different ones
    };
    Window bestWindow(int row, int firstFree);
    std::optional<Window> window(int first, int last);
    bool mayBeHeaders(int row) const;
    std::optional<Table::Column> columnIn(int first, int last, int column);
    std::string_view parentOf(int row, int column) const;
    void takeUnit(HeaderMeaning& meaning, std::string_view text) const;

    bool isDataRow(const Window& window) const;
    void addHeaders(const Window& window, std::vector<HeaderPart>& headers);
    std::vector<int> startsOfTables(const Window& window) const;
    int borderBetween(const Window& window, int start, int name, int nextName) const;
    void addField(HeaderPart& part, const Table::Column& column) const;
    bool isBetterYear(const Table::Column& column, const Table::Column& known) const;
    void addAbbreviated(HeaderPart& part);
    bool isRepetition(const HeaderPart& part, const std::vector<HeaderPart>& headers) const;

    const Sheet& sheet_;
    CellMeanings& meanings_;
    std::optional<int> latestYear_;
    int columnCount_;
};

} // namespace panorama
