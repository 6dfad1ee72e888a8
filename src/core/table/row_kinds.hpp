#pragma once

#include "core/table/table.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace panorama {

/// A header row, or the part of one that belongs to one of several tables side by side.
struct HeaderPart
{
    int row = 0;
    int lastRow = 0; ///< of its headers: below the first one where cells are merged
    int firstColumn = 0;
    int lastColumn = 0;
    std::vector<Table::Column> fields;
    std::vector<Table::Column> repeated; ///< columns of fields that stand in `fields` already
};

/// Tells the rows below a header apart, from top to bottom, by what stands in them and never by what they are
/// not called: a project has a name or an identifier and something that describes it.
class RowKinds
{
  public:
    RowKinds(const Sheet& sheet, const Columns& vocabulary, const HeaderPart& header);

    /// What a row is: a project (nothing), or why it is none. An empty row is asked for with isBlank()
    /// before.
    std::optional<Table::Ignored::Why> kindOf(int row);
    bool isBlank(int row) const;
    /// Of a row of group titles: its text.
    Place titlePlace(int row) const;

  private:
    struct Filled
    {
        int cells = 0;      ///< of the whole row, within the header's columns
        int describing = 0; ///< in known columns other than the name and the identifier
        int own = 0;        ///< of these, those that no form fills by itself: a text, a date, a figure
        int figures = 0;    ///< amounts, durations, rates
        bool name = false, identifier = false;
        Place first; ///< the first filled cell
    };
    Filled filledCells(int row) const;
    bool isFilled(Place place) const;
    std::string_view text(Field field, int row) const;
    bool isRepeatedHeader(int row, const Filled& filled) const;
    bool holdsUnits(int row, const Filled& filled) const;
    bool numbersColumns(int row, const Filled& filled) const;
    bool isCalledTotal(int row, const Filled& filled) const;
    bool addsUp(int row, bool named);
    void count(int row);
    bool isTitle(int row, const Filled& filled) const;

    const Sheet& sheet_;
    const Columns& vocabulary_;
    const HeaderPart& header_;
    std::map<Field, int> columns_;
    struct Sums
    {
        double all = 0, sinceSubtotal = 0;
    };
    std::map<int, Sums> sums_; ///< of the projects so far, by column
    bool afterGap_ = false;
    int projects_ = 0;
};

/// Whether a text is what a ministry without projects writes: "rien à déclarer", "néant"...
bool saysNothingToDeclare(std::string_view text);

} // namespace panorama
