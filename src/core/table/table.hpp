#pragma once

#include "core/table/columns.hpp"
#include "core/table/reading.hpp"
#include "core/table/sheet.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace panorama {

/// Whether the figures of a project are to be known.
enum class RowState : std::uint8_t {
    open,     ///< figures are expected and shown
    cadrage,  ///< not yet known
    withheld, ///< known but kept back: révision de trajectoire, appel d'offres en cours...
};

/// A project table found in a sheet: which column means what, which rows are projects, and every cell read in
/// its meaning. Rows are counted from 0 among the projects; place() gives the sheet's cell.
class Table
{
  public:
    /// How a header says its field.
    enum class HeaderEvidence : std::uint8_t {
        inFull,      ///< in one cell
        severalRows, ///< with a cell above it
        cutShort,    ///< in words cut short, which mean one field alone in this table
    };
    struct Column
    {
        HeaderMeaning meaning;
        int column = 0;
        int headerRow = 0; ///< of its lowest header cell
        HeaderEvidence how = HeaderEvidence::inFull;
    };
    /// A header nobody understands: said, never guessed.
    struct Unrecognised
    {
        Place place;
        std::string header;
    };
    /// A row below the header that is no project.
    struct Ignored
    {
        enum class Why : std::uint8_t {
            total,          ///< sums or means, by what it is called or by what its figures add up to
            note,           ///< a remark
            nilReturn,      ///< a ministry's "rien à déclarer"
            repeatedHeader, ///< the headers once more
            groupTitle,     ///< the title of the rows below it
            units,          ///< the units of the columns
            columnNumbers,  ///< 1, 2, 3...
            prefilled,      ///< a number or a default, and nobody's project yet
            doubtful,       ///< looks like a project, and is not enough of one: told
            otherTable,     ///< of a block below the table, with headers of its own
            continued       ///< a second line of the project above, which a merged name holds together
        };
        int row = 0;
        Why why = Why::note;
    };

    const Sheet& sheet() const { return *sheet_; }
    const Columns& columns() const { return *vocabulary_; }
    /// The layout's place in Columns::layouts(); nothing where the headers fit none.
    const Columns::Layout* layout() const { return layout_; }
    /// What its rows are: projects where no layout says otherwise.
    LayoutRole role() const { return layout_ ? layout_->role : LayoutRole::projects; }
    /// Whether its rows are projects, be it the only one of a fiche.
    bool isOfProjects() const { return role() == LayoutRole::projects || role() == LayoutRole::fiche; }
    /// Whether its mean duration counts those of projects whose other figures are kept back.
    bool showsAllDurations() const { return layout_ && layout_->showsAllDurations; }
    int headerRow() const { return headerRow_; }
    const std::vector<Column>& recognised() const { return recognised_; }
    const std::vector<Unrecognised>& unrecognised() const { return unrecognised_; }
    /// Columns of a field that another column says already, in the order of the sheet: used only where the
    /// other one is empty.
    const std::vector<Column>& repeated() const { return repeated_; }
    /// Where the unit of amounts is said, if not in the header of each: titles above, rows of units, cells
    /// whose format names it.
    const std::vector<Place>& unitPlaces() const { return unitPlaces_; }
    /// Whether projects stand in columns, and labels before their rows.
    bool isTurned() const { return turned_; }
    /// The rows of the sheet that hold its headers: more than one where they are merged.
    int lastHeaderRow() const { return std::max(lastHeaderRow_, headerRow_); }
    /// The title of the rows that a project stands among, such as its ministry; empty where there is none.
    std::string_view groupTitle(std::size_t row) const
    {
        return groups_.empty() || !groups_[row] ? std::string_view() : sheet_->text(*groups_[row]);
    }
    /// Rows below the headers that are no projects, and rows above them that may be some.
    const std::vector<Ignored>& ignored() const { return ignored_; }
    /// The cells of its sheet that may be somebody's projects all the same: blocks below it under headers of
    /// their own, and columns right of its last header.
    std::vector<CellArea> unclaimed() const;
    /// The rows of further headers, each with the same columns as the first: blocks of one table.
    const std::vector<int>& blockHeaders() const { return blockHeaders_; }

    std::size_t rowCount() const { return rows_.size(); }
    bool has(Field field) const { return slot(field) != nullptr; }
    /// The first of these fields that the table has.
    std::optional<Field> firstOf(std::span<const Field> fields) const;
    /// The readings of a field, one for each project; empty where the table has no such column.
    const std::vector<Reading>& readings(Field field) const;
    /// What numbers below the header of a field were divided by; 1 where the table has no such field.
    double divisor(Field field) const;
    /// Whether the amounts of a field are in another currency than the euro, or in no unit that makes them
    /// likely, or its durations in none: they are in no figure.
    bool isForeign(Field field) const;
    /// Whether most amounts of a field are a thousand times too high or too low, or most durations too long
    /// for years.
    bool isImplausible(Field field) const;
    /// The precision of a field: the most decimals any of its numbers is written with.
    int decimals(Field field) const;
    RowState state(std::size_t row) const { return states_[row]; }
    /// What the phase, diffusion or cost cell says to keep figures back.
    Withheld reason(std::size_t row) const { return reasons_[row]; }

    /// Whether its phase, Diffusion or status says that it was given up: in no rate then. An exit reason
    /// tells what will be, and the rates of this edition still count it.
    bool isAbandoned(std::size_t row) const { return abandoned_[row] != 0; }

    /// The cell of a project; of its first column where the table has no such field.
    Place place(Field field, std::size_t row) const;
    Place headerPlace(Field field) const;
    std::string_view header(Field field) const { return sheet_->text(headerPlace(field)); }
    /// The project's name as typed, or empty.
    std::string_view projectName(std::size_t row) const;
    /// What a cell shows: its text, or its number or date written without a locale.
    std::string_view textOf(const Reading& reading) const;

  private:
    friend class TableFinder;
    friend class LabelledSheet;
    struct Slot
    {
        Field field;
        int column = 0;
        std::vector<Reading> readings;
        int decimals = 0;
        bool implausible = false;
        std::optional<Place> label = {}; ///< the cell of its header or label
        /// Of each project, where its cells do not stand in its row and the field's column: fiches, projects
        /// in columns, merged cells, columns that fill each other up.
        std::vector<Place> places = {};
    };
    const Slot* slot(Field field) const
    {
        const auto index = slotOf_[indexOf(field)];
        return index == noSlot ? nullptr : &slots_[index];
    }
    void addSlot(Slot slot);
    /// Finds the layout that its fields fit.
    void chooseLayout();
    /// Works out what follows from its readings: precisions, and which rows keep their figures back.
    void settle();
    void settleStates();
    void keepBack(std::size_t row, Withheld said);
    void settleAbandoned();
    void doubtFigures();
    /// Adds the rows of another block with the same columns.
    void append(Table block);

    const Sheet* sheet_ = nullptr;
    const Columns* vocabulary_ = nullptr;
    const Columns::Layout* layout_ = nullptr;
    int headerRow_ = 0;
    std::vector<Column> recognised_;
    std::vector<Unrecognised> unrecognised_;
    std::vector<Ignored> ignored_;
    std::vector<Column> repeated_;
    std::vector<Place> unitPlaces_;
    std::vector<int> blockHeaders_;
    bool turned_ = false;
    int lastHeaderRow_ = 0;
    std::vector<std::optional<Place>> groups_; ///< the title above each project
    std::vector<int> rows_;
    static constexpr std::uint8_t noSlot = 255;
    static_assert(fieldCount < noSlot);
    std::vector<Slot> slots_;
    std::array<std::uint8_t, fieldCount> slotOf_ = allWithout();
    static constexpr std::array<std::uint8_t, fieldCount> allWithout()
    {
        std::array<std::uint8_t, fieldCount> all{};
        all.fill(noSlot);
        return all;
    }
    std::vector<RowState> states_;
    std::vector<Withheld> reasons_;
    std::vector<std::uint8_t> abandoned_;
};

/// Every project table of a sheet, from top to bottom and left to right. The sheet and the vocabulary must
/// outlive them. Headers name the project and at least two other fields, on one row or on several; titles
/// above, empty rows and columns and unknown columns do not matter. Where there is none, fiches are looked
/// for: labels in one column and the values beside them, of one project or of several.
/// Of columns that headers tell apart by years, the latest one not after `latestYear` is used.
std::vector<Table> findTables(const Sheet& sheet, const Columns& vocabulary,
                              std::optional<int> latestYear = std::nullopt);

} // namespace panorama
