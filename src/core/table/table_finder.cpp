// Recognises the project tables of a sheet by their headers.

#include "core/table/header_search.hpp"
#include "core/table/labelled_sheet.hpp"
#include "core/table/row_kinds.hpp"
#include "core/table/table.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace panorama {

using Why = Table::Ignored::Why;

/// Builds the tables of one sheet from its headers: rows by kind, units, readings, blocks joined.
class TableFinder
{
  public:
    TableFinder(const Sheet& sheet, const Columns& vocabulary, std::optional<int> latestYear)
        : sheet_(sheet), vocabulary_(vocabulary), meanings_(sheet, vocabulary), latestYear_(latestYear)
    {
    }

    std::vector<Table> find()
    {
        const auto headers = HeaderSearch(sheet_, meanings_, latestYear_).find();
        std::vector<Table> tables;
        for (std::size_t i = 0; i < headers.size(); ++i)
            tables.push_back(build(headers[i], firstRowAbove(headers, i), lastRowOf(headers, i)));
        if (tables.empty()) return LabelledSheet(meanings_).find();
        joinBlocks(tables);
        return tables;
    }

  private:
    static bool overlap(const HeaderPart& a, const HeaderPart& b)
    {
        return b.firstColumn <= a.lastColumn && a.firstColumn <= b.lastColumn;
    }

    /// The table ends above the next header that stands in its columns.
    int lastRowOf(const std::vector<HeaderPart>& headers, std::size_t index) const
    {
        for (std::size_t i = index + 1; i < headers.size(); ++i)
            if (headers[i].row > headers[index].row && overlap(headers[i], headers[index]))
                return headers[i].row - 1;
        return sheet_.rowCount() - 1;
    }

    /// The first row above a header that belongs to no other table.
    int firstRowAbove(const std::vector<HeaderPart>& headers, std::size_t index) const
    {
        for (std::size_t i = index; i-- > 0;)
            if (headers[i].row < headers[index].row && overlap(headers[i], headers[index])) {
                // Titles of this one stand between it and the rows of the table above.
                int row = headers[index].row;
                while (row > headers[i].lastRow + 1 && isTitleRow(row - 1))
                    --row;
                return row;
            }
        return 0;
    }

    bool isTitleRow(int row) const
    {
        int filled = 0;
        for (int column = 0; column < meanings_.columnCount(); ++column)
            if (sheet_.kind({row, column}) != CellKind::empty) ++filled;
        return filled <= 1;
    }

    Table build(const HeaderPart& header, int firstAbove, int lastRow)
    {
        Table table;
        table.sheet_ = &sheet_;
        table.vocabulary_ = &vocabulary_;
        table.headerRow_ = header.row;
        table.lastHeaderRow_ = header.lastRow;
        table.recognised_ = header.fields;
        table.repeated_ = header.repeated;
        RowKinds kinds(meanings_, header, lastRow);
        chooseRows(table, kinds, header, lastRow);
        takeRowsAbove(table, kinds, firstAbove);
        nameUnknown(table, header);
        takeMinistries(table);
        table.chooseLayout();
        chooseUnits(table, firstAbove);
        for (const auto& column : table.recognised_)
            if (!table.has(column.meaning.field)) table.addSlot(slotOf(table, kinds, column));
        table.settle();
        return table;
    }

    void chooseRows(Table& table, RowKinds& kinds, const HeaderPart& header, int lastRow) const
    {
        std::optional<Place> title;
        for (int row = header.lastRow + 1; row <= lastRow; ++row) {
            if (kinds.isBlank(row)) continue;
            const auto why = kinds.kindOf(row);
            if (!why) {
                table.rows_.push_back(row);
                table.groups_.push_back(title);
                continue;
            }
            table.ignored_.push_back({row, *why});
            if (*why == Why::groupTitle) title = kinds.titlePlace(row);
        }
    }

    /// Above the headers a nil return is one where no project stands below them, and a project is told.
    void takeRowsAbove(Table& table, const RowKinds& kinds, int firstAbove) const
    {
        for (int row = table.headerRow_ - 1;
             row >= std::max(firstAbove, table.headerRow_ - limits::rowsOfTitle); --row)
        {
            bool nil = false;
            for (int column = 0; table.rows_.empty() && column < meanings_.columnCount(); ++column)
                nil = nil || saysNothingToDeclare(trimmed(sheet_.text({row, column})));
            if (nil)
                table.ignored_.push_back({row, Why::nilReturn});
            else if (kinds.resemblesProject(row))
                table.ignored_.push_back({row, Why::doubtful});
        }
    }

    /// Headers nobody understands, and columns without a header in which most projects have something.
    void nameUnknown(Table& table, const HeaderPart& header) const
    {
        const auto standsIn = [](const std::vector<Table::Column>& columns, int column) {
            return std::any_of(columns.begin(), columns.end(),
                               [&](const auto& f) { return f.column == column; });
        };
        for (int column = header.firstColumn; column <= header.lastColumn; ++column) {
            if (standsIn(header.fields, column) || standsIn(header.repeated, column)) continue;
            int row = header.lastRow;
            while (row >= header.row && shown({row, column}).empty())
                --row;
            if (row >= header.row) {
                table.unrecognised_.push_back({{row, column}, shown({row, column})});
                continue;
            }
            const auto filled = std::count_if(table.rows_.begin(), table.rows_.end(), [&](int each) {
                return sheet_.kind({each, column}) != CellKind::empty;
            });
            if (filled > 0 && 2 * static_cast<std::size_t>(filled) >= table.rows_.size())
                table.unrecognised_.push_back({{header.lastRow, column}, columnName(column)});
        }
    }

    /// A header's text; of a number, its digits.
    std::string shown(Place place) const
    {
        if (sheet_.kind(place) != CellKind::number) return std::string(trimmed(sheet_.text(place)));
        return std::to_string(static_cast<long long>(sheet_.number(place)));
    }

    /// The ministry that the title of a group of rows names is theirs, where no cell of their own says one.
    void takeMinistries(Table& table) const
    {
        const auto isMinistry = [](const Table::Column& column) {
            return column.meaning.field == Field::ministry || column.meaning.field == Field::ministryName;
        };
        const auto column = std::find_if(table.recognised_.begin(), table.recognised_.end(), isMinistry);
        std::vector<Place> places;
        bool fromTitles = false, everyRow = true;
        for (std::size_t row = 0; row < table.rows_.size(); ++row) {
            const auto& title = table.groups_[row];
            const bool named = title && namesMinistry(sheet_.text(*title));
            const Place own{table.rows_[row], column == table.recognised_.end() ? -1 : column->column};
            const bool ownFilled = own.column >= 0 && !trimmed(sheet_.text(own)).empty();
            fromTitles = fromTitles || (named && !ownFilled);
            everyRow = everyRow && (named || own.column >= 0);
            places.push_back(named && !ownFilled ? *title : own);
        }
        if (!fromTitles || !everyRow) return;
        const Field field = column == table.recognised_.end() ? Field::ministry : column->meaning.field;
        const Place first =
            column == table.recognised_.end() ? places.front() : Place{column->headerRow, column->column};
        ColumnReader reader(sheet_, vocabulary_.field(field).type, 1);
        table.addSlot({.field = field,
                       .column = first.column,
                       .readings = reader.read(places),
                       .label = first,
                       .places = places});
    }

    /// The unit of amounts whose header names none: in the row above it, in a row of units, in a title, in
    /// the format of the cells.
    void chooseUnits(Table& table, int firstAbove) const
    {
        for (auto& column : table.recognised_)
            if (isMoney(column))
                takeUnitFrom(groupAbove(table, column.column, firstAbove), column.meaning, table);
        for (const auto& line : table.ignored_)
            if (line.why == Why::units)
                for (auto& column : table.recognised_)
                    takeUnitFrom(Place{line.row, column.column}, column.meaning, table);
        const auto title = titleWithUnit(table.headerRow_, firstAbove);
        for (auto& column : table.recognised_)
            takeUnitFrom(title, column.meaning, table);
        for (auto& column : table.recognised_)
            if (isMoney(column)) takeUnitOfCells(column, table);
    }

    bool isMoney(const Table::Column& column) const
    {
        return vocabulary_.field(column.meaning.field).type == FieldType::money;
    }

    /// The title of a group of columns right above the headers: its own cell, or the nearest to the left.
    std::optional<Place> groupAbove(const Table& table, int column, int firstAbove) const
    {
        if (table.headerRow_ <= firstAbove) return std::nullopt;
        for (int at = column; at >= 0; --at)
            if (const Place place{table.headerRow_ - 1, at}; !trimmed(sheet_.text(place)).empty())
                return at > 0 || column == 0 ? std::optional(place)
                                             : std::nullopt; // the first column's is a title
        return std::nullopt;
    }

    void take(const UnitSaid& unit, HeaderMeaning& meaning, Place place, Table& table) const
    {
        if (meaning.unitSaid || !unit.money || vocabulary_.field(meaning.field).type != FieldType::money)
            return;
        meaning.divisor = unit.divisor;
        meaning.unitSaid = true;
        meaning.unitConverted = unit.divisor != 1;
        meaning.foreignCurrency = unit.foreign;
        if (std::find(table.unitPlaces_.begin(), table.unitPlaces_.end(), place) == table.unitPlaces_.end())
            table.unitPlaces_.push_back(place);
    }

    void takeUnitFrom(std::optional<Place> place, HeaderMeaning& meaning, Table& table) const
    {
        if (!place) return;
        const auto text = trimmed(sheet_.text(*place));
        if (text.size() <= limits::longestHeader) take(unitOfMoney(text), meaning, *place, table);
    }

    /// What the formats of most cells say. "€" alone is laid on amounts in M€ too: believed where these would
    /// be no likely M€.
    void takeUnitOfCells(Table::Column& column, Table& table) const
    {
        std::map<double, std::pair<int, Place>> times; // by divisor; 0 for what is no euro
        int numbers = 0;
        double highest = 0;
        for (const int row : table.rows_) {
            const Place place{row, column.column};
            if (sheet_.kind(place) != CellKind::number) continue;
            ++numbers;
            highest = std::max(highest, std::abs(sheet_.number(place)));
            const UnitSaid unit = sheet_.look().formatAt(place).unit;
            if (!unit.money) continue;
            auto& [count, first] =
                times.emplace(unit.foreign ? 0 : unit.divisor, std::pair(0, place)).first->second;
            ++count;
        }
        constexpr double euros = 1e6;
        for (const auto& [divisor, seen] : times) {
            if (2 * seen.first <= numbers) continue;
            if (divisor == euros && highest <= highestLikelyAmount) continue;
            take({.money = true, .foreign = divisor == 0, .divisor = divisor == 0 ? 1 : divisor},
                 column.meaning, seen.second, table);
        }
    }

    /// "Montants en k€" above the headers, and not "un budget de 12 M€".
    std::optional<Place> titleWithUnit(int headerRow, int firstAbove) const
    {
        for (int row = headerRow - 1; row >= std::max(firstAbove, headerRow - limits::rowsOfTitle); --row)
            for (int column = 0; column < meanings_.columnCount(); ++column)
                if (saysUnitOfTable(trimmed(sheet_.text({row, column})))) return Place{row, column};
        return std::nullopt;
    }

    /// The cells of a field: its column's, those that merged cells stand for, and where they are empty those
    /// of a column that says the field too.
    Table::Slot slotOf(const Table& table, const RowKinds& kinds, const Table::Column& column) const
    {
        std::vector<Place> places;
        bool elsewhere = false;
        for (const int row : table.rows_) {
            const Place own{row, column.column};
            Place held = kinds.holder(own);
            for (const auto& other : table.repeated_) {
                const bool fills = other.meaning == column.meaning && sheet_.kind(held) == CellKind::empty &&
                                   sheet_.kind({row, other.column}) != CellKind::empty;
                if (fills) held = {row, other.column};
            }
            elsewhere = elsewhere || held != own;
            places.push_back(held);
        }
        ColumnReader reader(sheet_, vocabulary_.field(column.meaning.field).type, column.meaning.divisor);
        auto readings = reader.read(places);
        if (!elsewhere) places.clear();
        return {.field = column.meaning.field,
                .column = column.column,
                .readings = std::move(readings),
                .label = Place{column.headerRow, column.column},
                .places = std::move(places)};
    }

    /// Blocks with the same columns, one below the other, are one table, unless most of their projects are
    /// the same: then one is a copy or another edition.
    static void joinBlocks(std::vector<Table>& tables)
    {
        for (std::size_t i = 0; i < tables.size(); ++i)
            for (std::size_t j = i + 1; j < tables.size();) {
                if (areBlocks(tables[i], tables[j])) {
                    tables[i].append(std::move(tables[j]));
                    tables.erase(tables.begin() + static_cast<std::ptrdiff_t>(j));
                } else
                    ++j;
            }
    }

    static bool areBlocks(const Table& upper, const Table& lower)
    {
        if (lower.headerRow_ <= upper.headerRow_ || upper.rows_.empty() || lower.rows_.empty()) return false;
        const auto same = [](const Table::Column& a, const Table::Column& b) {
            return a.column == b.column && a.meaning.field == b.meaning.field &&
                   a.meaning.divisor == b.meaning.divisor && a.meaning.year == b.meaning.year &&
                   a.meaning.foreignCurrency == b.meaning.foreignCurrency;
        };
        if (!std::equal(upper.recognised_.begin(), upper.recognised_.end(), lower.recognised_.begin(),
                        lower.recognised_.end(), same) ||
            !upper.repeated_.empty() || !lower.repeated_.empty() ||
            upper.slots_.size() != lower.slots_.size())
            return false;
        std::set<std::string> names;
        for (std::size_t row = 0; row < upper.rowCount(); ++row)
            names.insert(fold(upper.projectName(row)));
        std::size_t shared = 0;
        for (std::size_t row = 0; row < lower.rowCount(); ++row)
            shared += names.count(fold(lower.projectName(row)));
        return static_cast<double>(shared) <=
               limits::mostShared * static_cast<double>(std::min(upper.rowCount(), lower.rowCount()));
    }

    const Sheet& sheet_;
    const Columns& vocabulary_;
    CellMeanings meanings_;
    std::optional<int> latestYear_;
};

std::vector<Table> findTables(const Sheet& sheet, const Columns& vocabulary, std::optional<int> latestYear)
{
    return TableFinder(sheet, vocabulary, latestYear).find();
}

} // namespace panorama
