#include "core/table/labelled_sheet.hpp"

#include "core/text/fold.hpp"
#include "core/text/number.hpp"

#include <algorithm>
#include <map>

namespace panorama {

std::vector<Table> LabelledSheet::find()
{
    std::vector<Table> found;
    std::vector<Labels> ficheParts;
    for (const Labels& labels : parts()) {
        if (!isFiche(labels) || countsProjects(labels)) continue;
        auto columns = projectColumns(labels);
        if (columns.size() > 1)
            found.push_back(turned(labels, std::move(columns)));
        else
            ficheParts.push_back(labels);
    }
    if (!ficheParts.empty()) found.push_back(fiches(ficheParts));
    return found;
}

/// A text right beside a label with nothing after it is that label's value, whatever it would mean elsewhere:
/// "Source de la base | Recalage".
bool LabelledSheet::isValueOfLabel(Place place)
{
    const Place before{place.row, place.column - 1};
    if (place.column == 0 || !meanings_.at(before)) return false;
    for (int column = place.column + 1; column < std::min(columnCount_, place.column + limits::farthestValue);
         ++column)
        if (sheet_.kind({place.row, column}) != CellKind::empty) return false;
    return true;
}

/// The cell beside a label that holds its value: the next one to the right that is filled and no label, or
/// the next one.
Place LabelledSheet::valueBeside(Place label)
{
    for (int column = label.column + 1; column < std::min(columnCount_, label.column + limits::farthestValue);
         ++column)
    {
        const Place place{label.row, column};
        if (sheet_.kind(place) == CellKind::empty) continue;
        if (meanings_.at(place) && !isValueOfLabel(place)) break;
        return place;
    }
    return {label.row, label.column + 1};
}

/// Labels one below the other, each with its value to the right: parted where the name comes again, or what
/// the part began with.
std::vector<LabelledSheet::Labels> LabelledSheet::parts()
{
    std::vector<Labels> parts(1);
    for (int row = 0; row < std::min(sheet_.rowCount(), limits::longestFiche); ++row)
        for (int column = 0; column < columnCount_; ++column) {
            const Place label{row, column};
            if (!meanings_.at(label) || isValueOfLabel(label)) continue;
            const HeaderMeaning meaning = *meanings_.at(label);
            const auto names = [&](Field field) {
                return std::any_of(parts.back().begin(), parts.back().end(),
                                   [&](const Label& known) { return known.meaning.field == field; });
            };
            const bool begins =
                meaning.field == Field::name ||
                (!parts.back().empty() && parts.back().front().meaning.field == meaning.field);
            if (begins && names(meaning.field) && names(Field::name) &&
                parts.back().size() >= limits::fewestLabels)
                parts.emplace_back();
            else if (names(meaning.field))
                continue;
            parts.back().push_back({meaning, label, valueBeside(label)});
        }
    for (Labels& labels : parts)
        alignValues(labels, sheet_);
    return parts;
}

/// Values stand in one column. What stands in another one beside an empty cell of that column is no value of
/// the label: a hint, or a line of a journal in the fiche, whose milestone or risk is called like a field.
void LabelledSheet::alignValues(Labels& labels, const Sheet& sheet)
{
    std::map<int, std::map<int, int>> times; // by column of labels, of how many the value stands where
    for (const Label& each : labels)
        if (sheet.isFilled(each.value)) ++times[each.label.column][each.value.column];
    for (Label& each : labels) {
        const auto& columns = times[each.label.column];
        const auto usual = std::max_element(columns.begin(), columns.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
        if (usual == columns.end() || usual->second < limits::fewestAligned) continue;
        if (!sheet.isFilled({each.label.row, usual->first})) each.value.column = usual->first;
    }
}

bool LabelledSheet::isFiche(const Labels& labels)
{
    const auto name = std::find_if(labels.begin(), labels.end(),
                                   [](const Label& each) { return each.meaning.field == Field::name; });
    if (name == labels.end() || labels.size() < limits::fewestLabels) return false;
    return std::count_if(labels.begin(), labels.end(), [&](const Label& each) {
               return each.label.column == name->label.column;
           }) >= limits::fewestInColumn;
}

/// Whether a number stands beside "Projets": key figures, and no fiche.
bool LabelledSheet::countsProjects(const Labels& labels) const
{
    return std::any_of(labels.begin(), labels.end(), [&](const Label& each) {
        return each.meaning.field == Field::name &&
               (sheet_.kind(each.value) == CellKind::number || parseNumber(sheet_.text(each.value)));
    });
}

std::size_t LabelledSheet::figuresIn(const Labels& labels, int column) const
{
    return static_cast<std::size_t>(std::count_if(labels.begin(), labels.end(), [&](const Label& each) {
        const FieldType type = vocabulary_.field(each.meaning.field).type;
        if (type != FieldType::money && type != FieldType::date && type != FieldType::years) return false;
        ColumnReader reader(sheet_, type, each.meaning.divisor);
        const Reading read = reader.read({Place{each.label.row, column}}).front();
        return read.isNumber() || read.isDate();
    }));
}

/// The columns right of the labels in which projects stand, where there are several: each has a name, and
/// most of what the first one has.
std::vector<int> LabelledSheet::projectColumns(const Labels& labels) const
{
    const auto name = std::find_if(labels.begin(), labels.end(),
                                   [](const Label& each) { return each.meaning.field == Field::name; });
    std::vector<int> columns;
    const auto filled = [&](int column) {
        return std::count_if(labels.begin(), labels.end(), [&](const Label& each) {
            return each.label.column == name->label.column &&
                   sheet_.kind({each.label.row, column}) != CellKind::empty;
        });
    };
    const auto first = filled(name->label.column + 1);
    for (int column = name->label.column + 1; column < columnCount_; ++column) {
        const auto text = trimmed(sheet_.text({name->label.row, column}));
        const bool named = !text.empty() && !parseNumber(text);
        if (named && 2 * filled(column) > first && figuresIn(labels, column) > 0) columns.push_back(column);
    }
    return columns;
}

/// Labels between the known ones that nobody understands, where something stands beside them.
void LabelledSheet::addUnknownLabels(Table& table, int firstRow, int lastRow, int labelColumn) const
{
    for (int row = firstRow; row <= lastRow; ++row) {
        const Place place{row, labelColumn};
        const auto text = trimmed(sheet_.text(place));
        const bool beside = sheet_.kind({row, labelColumn + 1}) != CellKind::empty;
        if (!text.empty() && text.size() <= limits::longestHeader && beside && !meanings_.at(place))
            table.unrecognised_.push_back({place, std::string(text)});
    }
}

/// Projects in columns, as other countries publish them.
Table LabelledSheet::turned(const Labels& labels, std::vector<int> columns) const
{
    Table table;
    table.sheet_ = &sheet_;
    table.vocabulary_ = &vocabulary_;
    table.turned_ = true;
    table.rows_ = std::move(columns);
    int lastRow = 0, labelColumn = 0;
    for (const Label& each : labels)
        table.recognised_.push_back({each.meaning, each.label.column, each.label.row});
    for (const Label& each : labels) {
        std::vector<Place> places;
        for (const int column : table.rows_)
            places.push_back({each.label.row, column});
        ColumnReader reader(sheet_, vocabulary_.field(each.meaning.field).type, each.meaning.divisor);
        table.addSlot({.field = each.meaning.field,
                       .column = each.label.column,
                       .readings = reader.read(places),
                       .label = each.label,
                       .places = places});
        lastRow = std::max(lastRow, each.label.row);
        if (each.meaning.field != Field::name) continue;
        table.headerRow_ = each.label.row;
        labelColumn = each.label.column;
    }
    addUnknownLabels(table, table.headerRow_, lastRow, labelColumn);
    table.chooseLayout();
    table.settle();
    return table;
}

/// One project, or several one below the other: a field that a fiche does not ask for is empty there.
Table LabelledSheet::fiches(const std::vector<Labels>& fiches) const
{
    Table table;
    table.sheet_ = &sheet_;
    table.vocabulary_ = &vocabulary_;
    const auto layout = std::find_if(vocabulary_.layouts().begin(), vocabulary_.layouts().end(),
                                     [](const auto& l) { return l.role == LayoutRole::fiche; });
    if (layout != vocabulary_.layouts().end()) table.layout_ = &*layout;
    const auto labelIn = [](const Labels& labels, Field field) {
        return std::find_if(labels.begin(), labels.end(),
                            [&](const Label& each) { return each.meaning.field == field; });
    };
    for (const Labels& labels : fiches)
        table.rows_.push_back(labelIn(labels, Field::name)->value.row);
    table.headerRow_ = labelIn(fiches.front(), Field::name)->label.row;
    for (const Field field : vocabulary_.fields()) {
        std::vector<Place> places;
        std::vector<Reading> readings;
        const Label* first = nullptr;
        for (const Labels& labels : fiches) {
            const auto own = labelIn(labels, field);
            if (own != labels.end() && !first) first = &*own;
            const Place place = own == labels.end() ? labelIn(labels, Field::name)->label : own->value;
            ColumnReader reader(sheet_, vocabulary_.field(field).type,
                                own == labels.end() ? 1 : own->meaning.divisor);
            readings.push_back(own == labels.end() ? Reading{} : reader.read({place}).front());
            places.push_back(place);
        }
        if (!first) continue;
        table.recognised_.push_back({first->meaning, first->value.column, first->label.row});
        table.addSlot({.field = field,
                       .column = first->value.column,
                       .readings = std::move(readings),
                       .label = first->label,
                       .places = std::move(places)});
    }
    table.settle();
    return table;
}

} // namespace panorama
