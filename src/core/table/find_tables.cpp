// Recognises the project tables of a sheet by their headers.

#include "core/table/per_text.hpp"
#include "core/table/project.hpp"
#include "core/table/table.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <optional>

namespace panorama {

namespace {

// Longer texts are descriptions, not headers; folding them all would cost more than the rest of the reading.
constexpr std::size_t longestHeader = 120;
constexpr std::size_t fewestFields = 3;
// A fiche names the project and describes it; fewer labels may stand in any text.
constexpr std::size_t fewestLabels = 4;
// And they stand below each other: its name's label is no header of a list whose lines name other labels.
constexpr std::ptrdiff_t fewestInColumn = 3;
constexpr int longestFiche = 1000;
constexpr int farthestValue = 6; // merged cells and a column for units lie between
// Our own columns could be a hundred; past these a sheet is no project table.
constexpr int mostColumnsScanned = 2048;

/// A header row, or the part of one that belongs to one of several tables side by side.
struct HeaderPart
{
    int row = 0;
    int firstColumn = 0;
    int lastColumn = 0;
    std::vector<Table::Column> fields;
};

} // namespace

class TableFinder
{
  public:
    TableFinder(const Sheet& sheet, const Columns& vocabulary)
        : sheet_(sheet), vocabulary_(vocabulary),
          columnCount_(std::min(sheet.columnCount(), mostColumnsScanned))
    {
    }

    std::vector<Table> find()
    {
        std::vector<HeaderPart> headers;
        for (int row = 0; row < sheet_.rowCount(); ++row)
            addHeaders(row, headers);
        std::vector<Table> tables;
        for (std::size_t i = 0; i < headers.size(); ++i)
            tables.push_back(build(headers[i], lastRowOf(headers, i)));
        if (tables.empty())
            if (auto fiche = findFiche()) tables.push_back(std::move(*fiche));
        return tables;
    }

  private:
    const std::optional<HeaderMeaning>& meaningOf(Place place)
    {
        const TextId id = sheet_.textId(place);
        return meanings_.get(id, [&]() -> std::optional<HeaderMeaning> {
            const auto text = sheet_.texts().view(id);
            return text.size() <= longestHeader ? vocabulary_.meaning(text) : std::nullopt;
        });
    }

    /// The fields a row's cells name, from left to right.
    std::vector<Table::Column> fieldsOf(int row)
    {
        std::vector<Table::Column> fields;
        for (int column = 0; column < columnCount_; ++column)
            if (sheet_.kind({row, column}) == CellKind::text)
                if (const auto& meaning = meaningOf({row, column})) fields.push_back({*meaning, column});
        return fields;
    }

    void addHeaders(int row, std::vector<HeaderPart>& headers)
    {
        const auto fields = fieldsOf(row);
        if (fields.size() < fewestFields) return;
        const auto starts = startsOfTables(row, fields);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            HeaderPart part{
                .row = row, .firstColumn = starts[i], .lastColumn = columnCount_ - 1, .fields = {}};
            if (i + 1 < starts.size()) part.lastColumn = starts[i + 1] - 1;
            for (const auto& field : fields)
                if (field.column >= part.firstColumn && field.column <= part.lastColumn &&
                    !has(part, field.meaning.field))
                    part.fields.push_back(field);
            if (part.fields.size() >= fewestFields && has(part, Field::name))
                headers.push_back(std::move(part));
        }
    }

    /// The first columns of the tables that stand side by side in a header row. Each has a name column;
    /// between two of them the border is an empty column, or else the first field that comes again.
    std::vector<int> startsOfTables(int row, const std::vector<Table::Column>& fields) const
    {
        std::vector<int> starts{0};
        std::optional<int> lastName;
        for (const auto& field : fields) {
            if (field.meaning.field != Field::name) continue;
            if (lastName)
                starts.push_back(borderBetween(row, fields, starts.back(), *lastName, field.column));
            lastName = field.column;
        }
        return starts;
    }

    int borderBetween(int row, const std::vector<Table::Column>& fields, int start, int name,
                      int nextName) const
    {
        for (int column = nextName - 1; column > name; --column)
            if (sheet_.kind({row, column}) == CellKind::empty) return column + 1;
        for (const auto& field : fields) {
            if (field.column <= name || field.column >= nextName) continue;
            const bool again = std::any_of(fields.begin(), fields.end(), [&](const auto& other) {
                return other.column >= start && other.column < field.column &&
                       other.meaning.field == field.meaning.field;
            });
            if (again) return field.column;
        }
        return nextName;
    }

    static bool has(const HeaderPart& part, Field field)
    {
        return std::any_of(part.fields.begin(), part.fields.end(),
                           [&](const auto& f) { return f.meaning.field == field; });
    }

    /// The table ends above the next header that stands in its columns.
    int lastRowOf(const std::vector<HeaderPart>& headers, std::size_t index) const
    {
        const HeaderPart& mine = headers[index];
        for (std::size_t i = index + 1; i < headers.size(); ++i) {
            const HeaderPart& other = headers[i];
            if (other.row > mine.row && other.firstColumn <= mine.lastColumn &&
                mine.firstColumn <= other.lastColumn)
                return other.row - 1;
        }
        return sheet_.rowCount() - 1;
    }

    Table build(const HeaderPart& header, int lastRow)
    {
        Table table;
        table.sheet_ = &sheet_;
        table.vocabulary_ = &vocabulary_;
        table.headerRow_ = header.row;
        table.recognised_ = header.fields;
        for (int column = header.firstColumn; column <= header.lastColumn; ++column) {
            const bool known = std::any_of(header.fields.begin(), header.fields.end(),
                                           [&](const auto& f) { return f.column == column; });
            const auto text = trimmed(sheet_.text({header.row, column}));
            if (!known && !text.empty())
                table.unrecognised_.push_back({{header.row, column}, std::string(text)});
        }
        chooseLayout(table);
        chooseRows(table, header, lastRow);
        for (const auto& field : header.fields) {
            ColumnReader reader(sheet_, vocabulary_.field(field.meaning.field).type, field.meaning.divisor);
            table.addSlot({.field = field.meaning.field,
                           .column = field.column,
                           .readings = reader.read(field.column, table.rows_)});
        }
        settleStates(table);
        return table;
    }

    /// A text right beside a label with nothing after it is that label's value, whatever it would mean
    /// elsewhere: "Source de la base | Recalage".
    bool isValueOfLabel(Place place)
    {
        const Place before{place.row, place.column - 1};
        if (place.column == 0 || sheet_.kind(before) != CellKind::text || !meaningOf(before)) return false;
        for (int column = place.column + 1; column < std::min(columnCount_, place.column + farthestValue);
             ++column)
            if (sheet_.kind({place.row, column}) != CellKind::empty) return false;
        return true;
    }

    /// The cell beside a label that holds its value: the next one to the right that is filled and no label,
    /// or the next one.
    Place valueBeside(Place label)
    {
        for (int column = label.column + 1; column < std::min(columnCount_, label.column + farthestValue);
             ++column) {
            const Place place{label.row, column};
            if (sheet_.kind(place) == CellKind::empty) continue;
            if (sheet_.kind(place) == CellKind::text && meaningOf(place) && !isValueOfLabel(place)) break;
            return place;
        }
        return {label.row, label.column + 1};
    }

    /// One project on the sheet: labels one below the other, each with its value to the right.
    std::optional<Table> findFiche()
    {
        const auto layout = std::find_if(vocabulary_.layouts().begin(), vocabulary_.layouts().end(),
                                         [](const auto& l) { return l.role == LayoutRole::fiche; });
        if (layout == vocabulary_.layouts().end()) return std::nullopt;
        Table table;
        table.sheet_ = &sheet_;
        table.vocabulary_ = &vocabulary_;
        table.layout_ = &*layout;
        for (int row = 0; row < std::min(sheet_.rowCount(), longestFiche); ++row)
            for (int column = 0; column < columnCount_; ++column) {
                const Place label{row, column};
                if (sheet_.kind(label) != CellKind::text || !meaningOf(label) || isValueOfLabel(label))
                    continue;
                const HeaderMeaning meaning = *meaningOf(label);
                if (table.slot(meaning.field)) continue;
                const Place value = valueBeside(label);
                table.recognised_.push_back({meaning, value.column});
                ColumnReader reader(sheet_, vocabulary_.field(meaning.field).type, meaning.divisor);
                table.addSlot({.field = meaning.field,
                               .column = value.column,
                               .readings = reader.read(value.column, {value.row}),
                               .label = label,
                               .row = value.row});
            }
        if (!table.slot(Field::name) || table.slots_.size() < fewestLabels) return std::nullopt;
        const int labels = table.slot(Field::name)->label->column;
        if (std::count_if(table.slots_.begin(), table.slots_.end(),
                          [&](const auto& slot) { return slot.label->column == labels; }) < fewestInColumn)
            return std::nullopt;
        table.headerRow_ = table.slot(Field::name)->label->row;
        table.rows_.push_back(table.slot(Field::name)->row);
        settleStates(table);
        return table;
    }

    void chooseLayout(Table& table) const
    {
        const auto has = [&](Field field) {
            return std::any_of(table.recognised_.begin(), table.recognised_.end(),
                               [&](const auto& c) { return c.meaning.field == field; });
        };
        for (const auto& layout : vocabulary_.layouts()) {
            const bool needed = layout.role != LayoutRole::fiche &&
                                std::all_of(layout.needed.begin(), layout.needed.end(), has) &&
                                std::none_of(layout.lacking.begin(), layout.lacking.end(), has);
            const auto found = std::count_if(layout.any.begin(), layout.any.end(), has);
            if (!needed || static_cast<std::size_t>(found) < layout.anyCount) continue;
            table.layout_ = &layout;
            return;
        }
    }

    void chooseRows(Table& table, const HeaderPart& header, int lastRow)
    {
        int nameColumn = 0;
        for (const auto& field : header.fields)
            if (field.meaning.field == Field::name) nameColumn = field.column;
        bool afterGap = false;
        for (int row = header.row + 1; row <= lastRow; ++row) {
            const int filled = filledCells(header, row);
            if (filled == 0) {
                afterGap = !table.rows_.empty();
                continue;
            }
            const auto name = sheet_.text({row, nameColumn});
            if (isTotal(header, row, name))
                table.ignored_.push_back({row, Table::Ignored::Why::total});
            else if (saysNothingToDeclare(name))
                table.ignored_.push_back({row, Table::Ignored::Why::nilReturn});
            else if (filled == 1 && (afterGap || isNote(header, row)))
                table.ignored_.push_back({row, Table::Ignored::Why::note});
            else
                table.rows_.push_back(row);
        }
    }

    /// The line of a ministry without a project.
    static bool saysNothingToDeclare(std::string_view name)
    {
        const std::string key = fold(name.substr(0, longestHeader));
        return key.starts_with("rien a declarer") || key.starts_with("aucun projet") || key == "neant";
    }

    /// How many cells of the row hold something, counted up to two: more does not matter.
    int filledCells(const HeaderPart& header, int row) const
    {
        int filled = 0;
        for (int column = header.firstColumn; column <= header.lastColumn && filled < 2; ++column) {
            const CellKind kind = sheet_.kind({row, column});
            if (kind == CellKind::empty) continue;
            if (kind != CellKind::text || !trimmed(sheet_.text({row, column})).empty()) ++filled;
        }
        return filled;
    }

    /// A line of sums or means under the projects: no project is called so and has neither ministry, phase
    /// nor start.
    bool isTotal(const HeaderPart& header, int row, std::string_view name) const
    {
        std::string_view label = name;
        for (int column = header.firstColumn; column <= header.lastColumn && trimmed(label).empty(); ++column)
            label = sheet_.text({row, column});
        if (label.size() > 60) return false;
        const std::string key = fold(label);
        const bool called = key == "total" || key == "totaux" || key == "ensemble" || key == "moyenne" ||
                            key == "moyennes" || key == "somme" || key.starts_with("total ") ||
                            key.starts_with("sous total") || key.starts_with("moyenne ");
        if (!called) return false;
        // A project has a ministry, a phase or a start beside its name; a line of totals has figures.
        int described = 0;
        for (const auto& field : header.fields) {
            const auto type = vocabulary_.field(field.meaning.field).type;
            const bool figure = type == FieldType::money || type == FieldType::years ||
                                type == FieldType::rate || type == FieldType::number;
            const bool filled = sheet_.kind({row, field.column}) != CellKind::empty;
            if (filled && !figure && sheet_.text({row, field.column}) != label) ++described;
        }
        return described <= 1;
    }

    /// The only cell of a row is a remark and not a project that is still to be filled in.
    bool isNote(const HeaderPart& header, int row) const
    {
        for (int column = header.firstColumn; column <= header.lastColumn; ++column) {
            const auto text = trimmed(sheet_.text({row, column}));
            if (text.empty()) continue;
            const std::string key = fold(text.substr(0, 200));
            return text.size() > longestHeader || text.starts_with('*') || text.starts_with('(') ||
                   key.starts_with("source") || key.starts_with("note ") || key.starts_with("nb ") ||
                   key.starts_with("remarque") || key.starts_with("rien a declarer");
        }
        return false;
    }

    static void settleDecimals(Table& table)
    {
        for (auto& slot : table.slots_)
            for (const Reading& reading : slot.readings)
                if (reading.isNumber()) slot.decimals = std::max<int>(slot.decimals, reading.decimals);
    }

    void settleStates(Table& table) const
    {
        settleDecimals(table);
        table.states_.assign(table.rowCount(), RowState::open);
        table.reasons_.assign(table.rowCount(), Withheld::no);
        const bool phases = table.has(Field::phase);
        PerText<Withheld> said;
        for (const Field field : {Field::phase, Field::diffusion}) {
            const auto& readings = table.readings(field);
            for (std::size_t row = 0; row < readings.size(); ++row) {
                if (readings[row].kind != Reading::Kind::text) continue;
                const TextId id = readings[row].text;
                keepBack(table, row, said.get(id, [&] { return withheldBy(sheet_.texts().view(id)); }));
            }
        }
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            const Project project(table, row);
            const auto cost = project.firstFilled(says::cost);
            const Withheld keyword = cost ? project.reading(*cost).withheld : Withheld::no;
            // "En cadrage" as a cost beside another phase is a contradiction for the rules to tell.
            if (keyword == Withheld::revision || keyword == Withheld::tender ||
                (keyword == Withheld::cadrage && !phases))
                keepBack(table, row, keyword);
        }
    }

    static void keepBack(Table& table, std::size_t row, Withheld said)
    {
        if (!isControlledKeyword(said) || table.states_[row] != RowState::open) return;
        table.states_[row] = said == Withheld::cadrage ? RowState::cadrage : RowState::withheld;
        table.reasons_[row] = said;
    }

    const Sheet& sheet_;
    const Columns& vocabulary_;
    int columnCount_;
    PerText<std::optional<HeaderMeaning>> meanings_;
};

std::vector<Table> findTables(const Sheet& sheet, const Columns& vocabulary)
{
    return TableFinder(sheet, vocabulary).find();
}

} // namespace panorama
