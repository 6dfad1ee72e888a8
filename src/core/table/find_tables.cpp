// Recognises the project tables of a sheet by their headers.

#include "core/table/per_text.hpp"
#include "core/table/project.hpp"
#include "core/table/row_kinds.hpp"
#include "core/table/table.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <optional>

namespace panorama {

namespace {

// Longer texts are descriptions, not headers; folding them all would cost more than the rest of the reading.
constexpr std::size_t longestHeader = 120;
constexpr std::size_t fewestFields = 3;
// Of which so many stand there in full: words cut short alone may be anything.
constexpr std::size_t fewestExact = 2;
// A fiche names the project and describes it; fewer labels may stand in any text.
constexpr std::size_t fewestLabels = 4;
// And they stand below each other: its name's label is no header of a list whose lines name other labels.
constexpr std::ptrdiff_t fewestInColumn = 3;
constexpr int longestFiche = 1000;
constexpr int farthestValue = 6; // merged cells and a column for units lie between
// Our own columns could be a hundred; past these a sheet is no project table.
constexpr int mostColumnsScanned = 2048;

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
        return tables.empty() ? findLabelled() : std::move(tables);
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

    /// Whether the row below goes on with the headers of this one, as merged cells have it: nothing but
    /// headers stands in it, and nothing below the name.
    bool goesOn(int row, const std::vector<Table::Column>& fields)
    {
        if (row + 1 >= sheet_.rowCount()) return false;
        int named = 0;
        for (int column = 0; column < columnCount_; ++column) {
            const Place place{row + 1, column};
            if (sheet_.kind(place) == CellKind::empty || trimmed(sheet_.text(place)).empty()) {
                if (sheet_.kind(place) != CellKind::empty && sheet_.kind(place) != CellKind::text)
                    return false;
                continue;
            }
            const auto above = std::find_if(fields.begin(), fields.end(),
                                            [&](const auto& field) { return field.column == column; });
            if (above != fields.end() && above->meaning.field == Field::name) return false;
            if (!meaningBelow(place)) return false;
            ++named;
        }
        return named > 0;
    }

    /// What a header on the second row of headers means, with the one above it or alone; its unit may stand
    /// above.
    std::optional<HeaderMeaning> meaningBelow(Place place)
    {
        std::string_view parent;
        for (int column = place.column; column >= 0 && parent.empty(); --column)
            parent = trimmed(sheet_.text({place.row - 1, column}));
        const auto own = trimmed(sheet_.text(place));
        if (own.size() + parent.size() > longestHeader) return std::nullopt;
        auto meaning = vocabulary_.meaning(std::string(parent) + " " + std::string(own));
        if (!meaning) meaning = vocabulary_.meaning(own);
        if (meaning && !meaning->unitSaid) takeUnit(*meaning, unitOfMoney(parent));
        return meaning;
    }

    void takeUnit(HeaderMeaning& meaning, const UnitSaid& unit) const
    {
        if (!unit.money || vocabulary_.field(meaning.field).type != FieldType::money) return;
        meaning.divisor = unit.divisor;
        meaning.unitSaid = true;
        meaning.unitConverted = unit.divisor != 1;
        meaning.foreignCurrency = unit.foreign;
    }

    void addHeaders(int row, std::vector<HeaderPart>& headers)
    {
        if (!headers.empty() && row <= headers.back().lastRow) return;
        auto fields = fieldsOf(row);
        int lastRow = row;
        if (!fields.empty() && goesOn(row, fields)) {
            lastRow = row + 1;
            for (int column = 0; column < columnCount_; ++column) {
                if (trimmed(sheet_.text({lastRow, column})).empty()) continue;
                std::erase_if(fields, [&](const auto& field) { return field.column == column; });
                fields.push_back({*meaningBelow({lastRow, column}), column});
            }
            std::sort(fields.begin(), fields.end(),
                      [](const auto& a, const auto& b) { return a.column < b.column; });
        }
        if (fields.size() < fewestExact) return;
        const auto starts = startsOfTables(row, fields);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            HeaderPart part{.row = row,
                            .lastRow = lastRow,
                            .firstColumn = starts[i],
                            .lastColumn = columnCount_ - 1,
                            .fields = {},
                            .repeated = {}};
            if (i + 1 < starts.size()) part.lastColumn = starts[i + 1] - 1;
            for (const auto& field : fields)
                if (field.column >= part.firstColumn && field.column <= part.lastColumn)
                    addField(part, field);
            if (!has(part, Field::name)) continue;
            addAbbreviated(part);
            if (part.fields.size() < fewestFields) continue;
            if (!isRepetition(part, headers)) headers.push_back(std::move(part));
        }
    }

    /// Of two columns of one field the first is used, unless their headers name years: then the latest.
    static void addField(HeaderPart& part, const Table::Column& field)
    {
        const auto known = std::find_if(part.fields.begin(), part.fields.end(), [&](const auto& f) {
            return f.meaning.field == field.meaning.field;
        });
        if (known == part.fields.end())
            part.fields.push_back(field);
        else if (field.meaning.year && known->meaning.year && *field.meaning.year > *known->meaning.year) {
            part.repeated.push_back(*known);
            *known = field;
        } else
            part.repeated.push_back(field);
    }

    /// Headers whose words are cut short mean a field where the table leaves no doubt which.
    void addAbbreviated(HeaderPart& part)
    {
        constexpr std::size_t longestAbbreviation = 40;
        for (int column = part.firstColumn; column <= part.lastColumn; ++column) {
            const Place place{part.row, column};
            const auto text = trimmed(sheet_.text(place));
            const bool known = std::any_of(part.fields.begin(), part.fields.end(),
                                           [&](const auto& f) { return f.column == column; }) ||
                               std::any_of(part.repeated.begin(), part.repeated.end(),
                                           [&](const auto& f) { return f.column == column; });
            if (known || text.empty() || text.size() > longestAbbreviation) continue;
            auto candidates = vocabulary_.abbreviated(text);
            std::erase_if(candidates, [&](Field field) { return has(part, field); });
            if (candidates.size() != 1) continue;
            HeaderMeaning meaning{.field = candidates.front()};
            takeUnit(meaning, unitOfMoney(text));
            part.fields.push_back({meaning, column});
        }
    }

    /// The same headers in the same columns as above: the table goes on below them.
    static bool isRepetition(const HeaderPart& part, const std::vector<HeaderPart>& headers)
    {
        for (auto above = headers.rbegin(); above != headers.rend(); ++above) {
            if (above->row == part.row || above->lastColumn < part.firstColumn ||
                part.lastColumn < above->firstColumn)
                continue;
            const auto same = std::count_if(part.fields.begin(), part.fields.end(), [&](const auto& field) {
                return std::any_of(above->fields.begin(), above->fields.end(), [&](const auto& other) {
                    return other.column == field.column && other.meaning.field == field.meaning.field;
                });
            });
            return static_cast<std::size_t>(same) == part.fields.size() &&
                   part.fields.size() == above->fields.size();
        }
        return false;
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
        table.lastHeaderRow_ = header.lastRow;
        table.recognised_ = header.fields;
        table.repeated_ = header.repeated;
        const auto standsIn = [](const std::vector<Table::Column>& columns, int column) {
            return std::any_of(columns.begin(), columns.end(),
                               [&](const auto& f) { return f.column == column; });
        };
        for (int column = header.firstColumn; column <= header.lastColumn; ++column) {
            if (standsIn(header.fields, column) || standsIn(header.repeated, column)) continue;
            for (int row = header.lastRow; row >= header.row; --row)
                if (const auto text = trimmed(sheet_.text({row, column})); !text.empty()) {
                    table.unrecognised_.push_back({{row, column}, std::string(text)});
                    break;
                }
        }
        chooseLayout(table);
        chooseRows(table, header, lastRow);
        chooseUnits(table);
        for (const auto& field : table.recognised_) {
            ColumnReader reader(sheet_, vocabulary_.field(field.meaning.field).type, field.meaning.divisor);
            table.addSlot({.field = field.meaning.field,
                           .column = field.column,
                           .readings = reader.read(field.column, table.rows_)});
        }
        settleStates(table);
        return table;
    }

    /// The unit of amounts whose header names none: in a row of units, else in a title above.
    void chooseUnits(Table& table) const
    {
        for (const auto& line : table.ignored_)
            if (line.why == Table::Ignored::Why::units)
                for (auto& column : table.recognised_)
                    takeUnitFrom({line.row, column.column}, column.meaning, table);
        const auto title = titleWithUnit(table.headerRow_);
        for (auto& column : table.recognised_)
            if (title) takeUnitFrom(*title, column.meaning, table);
    }

    void takeUnitFrom(Place place, HeaderMeaning& meaning, Table& table) const
    {
        const UnitSaid unit = unitOfMoney(sheet_.text(place));
        if (meaning.unitSaid || !unit.money) return;
        takeUnit(meaning, unit);
        if (meaning.unitSaid) table.unitPlace_ = place;
    }

    /// "Montants en k€" above the headers, and not "un budget de 12 M€".
    std::optional<Place> titleWithUnit(int headerRow) const
    {
        constexpr int rowsAbove = 10;
        for (int row = headerRow - 1; row >= std::max(0, headerRow - rowsAbove); --row)
            for (int column = 0; column < columnCount_; ++column) {
                const auto text = trimmed(sheet_.text({row, column}));
                if (text.empty() || text.size() > longestHeader || !unitOfMoney(text).money) continue;
                const std::string key = " " + fold(text) + " ";
                static constexpr std::string_view signs[] = {
                    " en meur ",   " en keur ",    " en eur ", " en euro", " en millier",
                    " en million", " en milliard", " montant", " cout",    " unite",
                    " en usd ",    " en dollar",   " en m ",   " en k "};
                const bool digits = key.find_first_of("0123456789") != std::string::npos;
                const bool says = std::any_of(std::begin(signs), std::end(signs), [&](std::string_view sign) {
                    return key.find(sign) != std::string::npos;
                });
                if (says && !digits) return Place{row, column};
            }
        return std::nullopt;
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

    /// A label of a fiche and where its value stands.
    struct Label
    {
        HeaderMeaning meaning;
        Place label, value;
    };

    /// Labels one below the other, each with its value to the right: parted where the name comes again.
    std::vector<std::vector<Label>> labelledParts()
    {
        std::vector<std::vector<Label>> parts(1);
        for (int row = 0; row < std::min(sheet_.rowCount(), longestFiche); ++row)
            for (int column = 0; column < columnCount_; ++column) {
                const Place label{row, column};
                if (sheet_.kind(label) != CellKind::text || !meaningOf(label) || isValueOfLabel(label))
                    continue;
                const HeaderMeaning meaning = *meaningOf(label);
                const auto names = [&](Field field) {
                    return std::any_of(parts.back().begin(), parts.back().end(),
                                       [&](const Label& known) { return known.meaning.field == field; });
                };
                if (meaning.field == Field::name && names(Field::name) && parts.back().size() >= fewestLabels)
                    parts.emplace_back();
                else if (names(meaning.field))
                    continue;
                parts.back().push_back({meaning, label, valueBeside(label)});
            }
        return parts;
    }

    /// The columns right of the labels in which projects stand, where there are several: each has a name, and
    /// most of what the first one has.
    std::vector<int> projectColumns(const std::vector<Label>& labels) const
    {
        const auto name = std::find_if(labels.begin(), labels.end(),
                                       [](const Label& each) { return each.meaning.field == Field::name; });
        std::vector<int> columns;
        if (name == labels.end()) return columns;
        const auto filled = [&](int column) {
            return std::count_if(labels.begin(), labels.end(), [&](const Label& each) {
                return each.label.column == name->label.column &&
                       sheet_.kind({each.label.row, column}) != CellKind::empty;
            });
        };
        const auto figures = [&](int column) {
            return std::count_if(labels.begin(), labels.end(), [&](const Label& each) {
                const FieldType type = vocabulary_.field(each.meaning.field).type;
                if (type != FieldType::money && type != FieldType::date && type != FieldType::years)
                    return false;
                ColumnReader reader(sheet_, type, each.meaning.divisor);
                const Reading read = reader.read({Place{each.label.row, column}}).front();
                return read.isNumber() || read.isDate();
            });
        };
        const auto first = filled(name->label.column + 1);
        for (int column = name->label.column + 1; column < columnCount_; ++column) {
            const bool named = !trimmed(sheet_.text({name->label.row, column})).empty();
            if (named && 2 * filled(column) > first && figures(column) > 0) columns.push_back(column);
        }
        return columns;
    }

    /// Projects in columns, as other countries publish them.
    Table buildTurned(const std::vector<Label>& labels, std::vector<int> columns)
    {
        Table table;
        table.sheet_ = &sheet_;
        table.vocabulary_ = &vocabulary_;
        table.turned_ = true;
        table.rows_ = std::move(columns);
        for (const Label& each : labels)
            table.recognised_.push_back({each.meaning, each.label.column});
        chooseLayout(table);
        for (const Label& each : labels) {
            std::vector<Place> places;
            for (const int column : table.rows_)
                places.push_back({each.label.row, column});
            ColumnReader reader(sheet_, vocabulary_.field(each.meaning.field).type, each.meaning.divisor);
            table.addSlot({.field = each.meaning.field,
                           .column = each.label.column,
                           .readings = reader.read(places),
                           .label = each.label,
                           .row = each.label.row});
            if (each.meaning.field == Field::name) table.headerRow_ = each.label.row;
        }
        settleStates(table);
        return table;
    }

    Table buildFiche(const std::vector<Label>& labels, const Columns::Layout& layout)
    {
        Table table;
        table.sheet_ = &sheet_;
        table.vocabulary_ = &vocabulary_;
        table.layout_ = &layout;
        for (const Label& each : labels) {
            table.recognised_.push_back({each.meaning, each.value.column});
            ColumnReader reader(sheet_, vocabulary_.field(each.meaning.field).type, each.meaning.divisor);
            table.addSlot({.field = each.meaning.field,
                           .column = each.value.column,
                           .readings = reader.read(each.value.column, {each.value.row}),
                           .label = each.label,
                           .row = each.value.row});
            if (each.meaning.field == Field::name) {
                table.headerRow_ = each.label.row;
                table.rows_.push_back(each.value.row);
            }
        }
        settleStates(table);
        return table;
    }

    /// One project on the sheet, or several one below the other, or projects in columns.
    std::vector<Table> findLabelled()
    {
        std::vector<Table> found;
        const auto layout = std::find_if(vocabulary_.layouts().begin(), vocabulary_.layouts().end(),
                                         [](const auto& l) { return l.role == LayoutRole::fiche; });
        if (layout == vocabulary_.layouts().end()) return found;
        for (const auto& labels : labelledParts()) {
            const auto name = std::find_if(labels.begin(), labels.end(), [](const Label& each) {
                return each.meaning.field == Field::name;
            });
            if (name == labels.end() || labels.size() < fewestLabels) continue;
            const auto below = std::count_if(labels.begin(), labels.end(), [&](const Label& each) {
                return each.label.column == name->label.column;
            });
            if (below < fewestInColumn) continue;
            auto columns = projectColumns(labels);
            found.push_back(columns.size() > 1 ? buildTurned(labels, std::move(columns))
                                               : buildFiche(labels, *layout));
        }
        return found;
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

    void chooseRows(Table& table, const HeaderPart& header, int lastRow) const
    {
        RowKinds kinds(sheet_, vocabulary_, header);
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
            if (*why == Table::Ignored::Why::groupTitle) title = kinds.titlePlace(row);
        }
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
