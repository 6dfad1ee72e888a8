#include "core/fiche/fiche_rest.hpp"

#include "core/fiche/fiche_words.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>

namespace panorama {

namespace {

// As far as a value may stand from its label where tables are recognised.
constexpr int farthestValue = 6;
constexpr int longestFiche = 1000;
constexpr std::size_t longestLabel = 120;

/// The values to the right of a label, up to the next label of the line.
std::vector<Place> valuesBeside(const Sheet& sheet, Place label, const std::set<int>& labelColumns)
{
    std::vector<Place> values;
    const int last = std::min(sheet.columnCount() - 1, label.column + farthestValue);
    for (int column = label.column + 1; column <= last; ++column) {
        const Place place{label.row, column};
        if (labelColumns.contains(column) && sheet.kind(place) == CellKind::text) break;
        const CellKind kind = sheet.kind(place);
        if (kind == CellKind::empty) continue;
        if (kind == CellKind::text && trimmed(sheet.text(place)).empty()) continue;
        values.push_back(place);
    }
    return values;
}

bool isOneOf(std::string_view text, std::initializer_list<Text> words)
{
    const std::string key = fold(text);
    return std::any_of(words.begin(), words.end(), [&](const Text& each) {
        return key == fold(each.french) || key == fold(each.english);
    });
}

/// What the form holds by itself: how far it is filled in, the headers of its schedule. Nobody's data.
bool isOfTheForm(std::string_view label, std::string_view value)
{
    using namespace fiche_words;
    return isOneOf(label, {state, findings, nature}) || isOneOf(value, {noVat});
}

/// Nothing stands in these columns of a row that the sheet has.
bool isBlank(const Sheet& sheet, int row, int first, int last)
{
    if (row >= sheet.rowCount()) return false;
    for (int column = first; column <= last; ++column)
        if (sheet.kind({row, column}) != CellKind::empty && !trimmed(sheet.text({row, column})).empty())
            return false;
    return true;
}

/// Words above the rows of a table within a fiche: more such lines below them, or rows still to be filled in.
/// One empty row alone is only space before the next line.
bool isHeadOfTable(const Sheet& sheet, Place label, const std::vector<Place>& values,
                   const std::set<int>& labelColumns)
{
    const bool words = std::all_of(values.begin(), values.end(),
                                   [&](Place value) { return sheet.kind(value) == CellKind::text; });
    const auto isLine = [&](int row) {
        return row >= 0 && row < sheet.rowCount() &&
               valuesBeside(sheet, {row, label.column}, labelColumns).size() > 1;
    };
    if (!words || isLine(label.row - 1)) return false;
    const int last = values.back().column;
    return isLine(label.row + 1) || (isBlank(sheet, label.row + 1, label.column, last) &&
                                     isBlank(sheet, label.row + 2, label.column, last));
}

} // namespace

FicheRest restOfFiche(const Table& fiche)
{
    const Sheet& sheet = fiche.sheet();
    std::set<int> labelColumns, valueColumns;
    std::set<std::pair<int, int>> known;
    for (const auto& column : fiche.recognised()) {
        const Place label = fiche.headerPlace(column.meaning.field);
        const Place value = fiche.place(column.meaning.field, 0);
        labelColumns.insert(label.column);
        valueColumns.insert(value.column);
        known.emplace(label.row, label.column);
        known.emplace(value.row, value.column);
    }
    FicheRest rest;
    for (int row = 0; row < std::min(sheet.rowCount(), longestFiche); ++row)
        for (const int column : labelColumns) {
            const Place place{row, column};
            const auto label = trimmed(sheet.text(place));
            if (known.contains({row, column}) || label.empty() || label.size() > longestLabel) continue;
            auto values = valuesBeside(sheet, place, labelColumns);
            std::erase_if(values, [&](Place value) { return known.contains({value.row, value.column}); });
            if (values.size() == 1 && isOfTheForm(label, trimmed(sheet.text(values.front())))) continue;
            const bool isValue = values.size() == 1 && valueColumns.contains(values.front().column);
            if (isValue)
                rest.values.push_back({std::string(label), values.front()});
            else if (!values.empty() && !isHeadOfTable(sheet, place, values, labelColumns))
                ++rest.otherLines;
        }
    return rest;
}

} // namespace panorama
