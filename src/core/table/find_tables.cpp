// Recognises the project tables of a sheet by their headers.

#include "core/table/table.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <map>

namespace panorama {

namespace {

// Longer texts are descriptions, not headers; folding them all would cost more than the rest of the reading.
constexpr std::size_t longestHeader = 120;
constexpr std::size_t fewestFields = 3;
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
        : sheet_(sheet), vocabulary_(vocabulary), nameField_(vocabulary.find("name")),
          columnCount_(std::min(sheet.columnCount(), mostColumnsScanned))
    {
    }

    std::vector<Table> find()
    {
        std::vector<HeaderPart> headers;
        if (nameField_)
            for (int row = 0; row < sheet_.rowCount(); ++row)
                addHeaders(row, headers);
        std::vector<Table> tables;
        for (std::size_t i = 0; i < headers.size(); ++i)
            tables.push_back(build(headers[i], lastRowOf(headers, i)));
        return tables;
    }

  private:
    const std::optional<HeaderMeaning>& meaningOf(Place place)
    {
        const TextId id = sheet_.textId(place);
        if (id >= meanings_.size()) {
            meanings_.resize(sheet_.texts().size());
            looked_.resize(sheet_.texts().size(), false);
        }
        if (!looked_[id]) {
            looked_[id] = true;
            const auto text = sheet_.texts().view(id);
            if (text.size() <= longestHeader) meanings_[id] = vocabulary_.meaning(text);
        }
        return meanings_[id];
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
        std::vector<HeaderPart> parts;
        for (const auto& field : fields) {
            const bool again =
                !parts.empty() && field.meaning.field == *nameField_ && has(parts.back(), *nameField_);
            if (parts.empty() || again)
                parts.push_back({.row = row, .firstColumn = field.column, .lastColumn = 0, .fields = {}});
            if (!has(parts.back(), field.meaning.field)) parts.back().fields.push_back(field);
        }
        takeBackLeadingFields(parts, row);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            parts[i].lastColumn = i + 1 < parts.size() ? parts[i + 1].firstColumn - 1 : columnCount_ - 1;
            if (parts[i].fields.size() >= fewestFields && has(parts[i], *nameField_))
                headers.push_back(parts[i]);
        }
        if (!headers.empty() && headers.back().row == row && parts.size() == 1)
            headers.back().firstColumn = 0;
    }

    /// Of tables side by side, the columns before a table's name column are its own where an empty column
    /// parts them.
    void takeBackLeadingFields(std::vector<HeaderPart>& parts, int row)
    {
        for (std::size_t i = 1; i < parts.size(); ++i) {
            int gap = parts[i].firstColumn - 1;
            while (gap > 0 && sheet_.kind({row, gap}) != CellKind::empty)
                --gap;
            auto& before = parts[i - 1].fields;
            const bool betweenNames = std::any_of(before.begin(), before.end(), [&](const auto& f) {
                return f.meaning.field == *nameField_ && f.column < gap;
            });
            if (!betweenNames) continue;
            const auto taken =
                std::find_if(before.begin(), before.end(), [&](const auto& f) { return f.column > gap; });
            parts[i].fields.insert(parts[i].fields.begin(), taken, before.end());
            before.erase(taken, before.end());
            parts[i].firstColumn = gap + 1;
        }
    }

    static bool has(const HeaderPart& part, FieldId field)
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
            table.slots_.push_back(
                {field.meaning.field, field.column, reader.read(field.column, table.rows_)});
        }
        settleStates(table);
        return table;
    }

    void chooseLayout(Table& table) const
    {
        const auto has = [&](FieldId field) {
            return std::any_of(table.recognised_.begin(), table.recognised_.end(),
                               [&](const auto& c) { return c.meaning.field == field; });
        };
        for (const auto& layout : vocabulary_.layouts()) {
            const bool needed = std::all_of(layout.needed.begin(), layout.needed.end(), has);
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
            if (field.meaning.field == *nameField_) nameColumn = field.column;
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
            else if (filled == 1 && (afterGap || isNote(header, row)))
                table.ignored_.push_back({row, Table::Ignored::Why::note});
            else
                table.rows_.push_back(row);
        }
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
        int texts = 0;
        for (int column = header.firstColumn; column <= header.lastColumn; ++column)
            if (sheet_.kind({row, column}) == CellKind::text) ++texts;
        return sheet_.origin() == CellOrigin::document ? texts <= 2
                                                       : texts <= static_cast<int>(header.fields.size()) / 2;
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

    void settleStates(Table& table) const
    {
        table.states_.assign(table.rowCount(), RowState::open);
        table.reasons_.assign(table.rowCount(), Withheld::no);
        const bool phases = table.has("phase");
        std::map<TextId, Withheld> phaseTexts;
        for (const std::string_view key : {"phase", "diffusion"}) {
            const auto& readings = table.readings(key);
            for (std::size_t row = 0; row < readings.size(); ++row) {
                if (readings[row].kind != Reading::Kind::text) continue;
                const TextId id = readings[row].text;
                const auto known = phaseTexts.find(id);
                const Withheld said = known != phaseTexts.end()
                                          ? known->second
                                          : phaseTexts[id] = withheldBy(sheet_.texts().view(id));
                keepBack(table, row, said);
            }
        }
        for (const std::string_view key : {"cost", "updated_cost"}) {
            const auto& readings = table.readings(key);
            for (std::size_t row = 0; row < readings.size(); ++row) {
                const Withheld said = readings[row].withheld;
                // "En cadrage" as a cost beside another phase is a contradiction for the rules to tell.
                if (said == Withheld::revision || said == Withheld::tender ||
                    (said == Withheld::cadrage && !phases))
                    keepBack(table, row, said);
            }
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
    std::optional<FieldId> nameField_;
    int columnCount_;
    std::vector<std::optional<HeaderMeaning>> meanings_;
    std::vector<bool> looked_;
};

std::vector<Table> findTables(const Sheet& sheet, const Columns& vocabulary)
{
    return TableFinder(sheet, vocabulary).find();
}

} // namespace panorama
