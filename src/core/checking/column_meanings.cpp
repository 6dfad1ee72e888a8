#include "core/checking/column_meanings.hpp"

#include "core/text/fold.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace panorama {

namespace {

// The list starts at the top of its sheet.
constexpr int lastHeaderRow = 20;
constexpr int mostColumns = 20;
// No form has so many headers; more are no list of meanings.
constexpr int mostLines = 2000;

constexpr std::string_view headerWord = "En-tête", fieldWord = "Champ", noneWord = "aucun",
                           editionWord = "Édition", packWord = "Règles";

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> keys)
{
    if (text.empty() || text.size() > 40) return false;
    const std::string key = fold(text);
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// The cells of the two headers.
struct Heads
{
    Place header, field;
};

std::optional<Heads> headsOf(const Sheet& sheet)
{
    for (int row = 0; row < std::min(sheet.rowCount(), lastHeaderRow); ++row) {
        std::optional<int> header, field;
        for (int column = 0; column < std::min(sheet.columnCount(), mostColumns); ++column) {
            const auto text = sheet.text({row, column});
            if (isOneOf(text, {"en tete", "header"})) header = column;
            if (isOneOf(text, {"champ", "field"})) field = column;
        }
        if (header && field) return Heads{{row, *header}, {row, *field}};
    }
    return std::nullopt;
}

std::optional<Field> fieldCalled(std::string_view said, const Columns& columns)
{
    if (const auto field = fieldNamed(std::string(said))) return field;
    const std::string key = fold(said);
    for (const Field field : columns.fields()) {
        const Bilingual& label = columns.field(field).label;
        if (fold(label.french) == key || fold(label.english) == key) return field;
    }
    const auto meaning = columns.meaning(said);
    return meaning ? std::optional(meaning->field) : std::nullopt;
}

void takeSettings(const Sheet& sheet, int headerRow, ColumnMeanings& meanings)
{
    for (int row = 0; row < headerRow; ++row)
        for (int column = 0; column < std::min(sheet.columnCount(), mostColumns); ++column) {
            const auto label = sheet.text({row, column});
            const auto value = trimmed(sheet.text({row, column + 1}));
            if (isOneOf(label, {"edition"})) meanings.edition = parseYearMonth(value);
            if (isOneOf(label, {"regles", "rules"})) meanings.pack = std::string(value);
        }
}

} // namespace

ColumnMeanings columnMeanings(std::span<const Sheet> sheets, const Columns& columns)
{
    ColumnMeanings meanings;
    for (const Sheet& sheet : sheets) {
        const auto heads = headsOf(sheet);
        if (!heads) continue;
        meanings.sheet = &sheet;
        takeSettings(sheet, heads->header.row, meanings);
        const int last = std::min(sheet.rowCount(), heads->header.row + mostLines);
        for (int row = heads->header.row + 1; row < last; ++row) {
            const std::string header(trimmed(sheet.text({row, heads->header.column})));
            const Place place{row, heads->field.column};
            const auto said = trimmed(sheet.text(place));
            if (header.empty() || said.empty()) continue;
            const auto field = fieldCalled(said, columns);
            if (field)
                meanings.headers.emplace_back(header, field);
            else if (isOneOf(said, {"aucun", "none", "ne pas controler", "not to be checked"}) ||
                     fold(said).empty())
                meanings.headers.emplace_back(header, std::nullopt);
            else
                meanings.unknown.push_back({sheet.name(), place, std::string(said)});
        }
        return meanings;
    }
    return meanings;
}

std::vector<CellEdit> cellsOf(const ColumnMeanings& meanings, const Columns& columns,
                              const std::string& sheet)
{
    std::vector<CellEdit> cells;
    int row = 0;
    const auto line = [&](std::string_view left, std::string_view right) {
        cells.push_back({.sheet = sheet, .place = {row, 0}, .text = std::string(left)});
        cells.push_back({.sheet = sheet, .place = {row++, 1}, .text = std::string(right)});
    };
    if (meanings.edition)
        line(editionWord, fmt::format("{:04}-{:02}", static_cast<int>(meanings.edition->year()),
                                      static_cast<unsigned>(meanings.edition->month())));
    if (!meanings.pack.empty()) line(packWord, meanings.pack);
    line(headerWord, fieldWord);
    for (const auto& [header, field] : meanings.headers)
        line(header, field ? std::string_view(columns.field(*field).label.french) : noneWord);
    return cells;
}

} // namespace panorama
