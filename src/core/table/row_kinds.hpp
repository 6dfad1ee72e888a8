#pragma once

#include "core/table/cell_meanings.hpp"
#include "core/table/header_search.hpp"
#include "core/table/table.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace panorama {

/// Tells the rows below a header apart, from top to bottom, by what stands in them and never by what they are
/// not called: a project has a name or an identifier and something that describes it.
class RowKinds
{
  public:
    /// The table ends at `lastRow`.
    RowKinds(CellMeanings& meanings, const HeaderPart& header, int lastRow);

    /// What a row is: a project (nothing), or why it is none. An empty row is asked for with isBlank()
    /// before.
    std::optional<Table::Ignored::Why> kindOf(int row);
    bool isBlank(int row) const;
    /// Whether a row above the headers has what projects have in these columns.
    bool resemblesProject(int row) const;
    /// Of a row of group titles: its text.
    Place titlePlace(int row) const;
    /// The cell that holds what is said at a place: another one where cells are merged.
    Place holder(Place place) const;

  private:
    /// What stands in a row, within the header's columns.
    struct Filled
    {
        int cells = 0;
        int describing = 0; ///< in known columns other than the name and the identifier
        int own = 0;        ///< of these, those that no form fills by itself: a text, a date, a figure
        int figures = 0;    ///< amounts, durations, rates
        int words = 0;      ///< texts that are no dates, in columns of words
        int numbers = 0;    ///< numbers above or below 0
        bool name = false, identifier = false;
        Place first; ///< the first filled cell
    };
    Filled filledCells(int row) const;
    std::string_view text(Field field, int row) const;
    std::string_view labelOf(int row) const;
    bool isRepeatedHeader(int row, const Filled& filled) const;
    bool saysHeader(Place place, Field field) const;
    bool holdsUnits(int row, const Filled& filled) const;
    bool isSpreadTitle(int row, const Filled& filled) const;
    bool numbersColumns(int row, const Filled& filled) const;
    bool isCalledTotal(int row, const Filled& filled) const;
    bool isCalledTotal(int row, std::string_view label, const Filled& filled) const;
    bool isNilReturn(int row, const Filled& filled) const;
    bool addsUp(int row, const Filled& filled);
    bool addsUpBelow(int row) const;
    void count(int row);
    bool isWholeRowInOneCell(const Filled& filled) const;
    bool isTitle(const Filled& filled) const;
    bool isGroupTitle(std::string_view title, const Filled& filled, int row) const;
    bool startsOtherTable(const Filled& filled, int row) const;
    bool isLikeThoseAbove(int row) const;
    bool isPlaceholder(int row, const Filled& filled) const;
    bool continuesProject(int row) const;
    Table::Ignored::Why kindOfLone(int row, const Filled& filled, bool gap) const;

    const Sheet& sheet_;
    const Columns& vocabulary_;
    CellMeanings& meanings_;
    const HeaderPart& header_;
    int lastRow_;
    std::map<Field, int> columns_;
    struct Sums
    {
        double all = 0, sinceSubtotal = 0;
    };
    std::map<int, Sums> sums_;                     ///< of the projects so far, by column
    std::map<int, std::set<std::string>> choices_; ///< what they say in columns of choices
    bool afterGap_ = false;
    bool inOtherTable_ = false;
    int projects_ = 0;
};

/// Whether a text is what a ministry without projects writes: "rien à déclarer", "état néant", "Ministère de
/// la Culture : aucun projet"...
bool saysNothingToDeclare(std::string_view text);

/// The number of a cell, also of one typed as text; nothing where it holds none.
std::optional<double> amountAt(const Sheet& sheet, Place place);
/// Whether a title names a ministry, which is then that of the projects below it.
bool namesMinistry(std::string_view title);

} // namespace panorama
