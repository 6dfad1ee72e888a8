#include "core/table/header_search.hpp"

#include "core/table/header_words.hpp"
#include "core/text/date.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"
#include "core/text/words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace panorama {

namespace {

bool has(const HeaderPart& part, Field field)
{
    return std::any_of(part.fields.begin(), part.fields.end(),
                       [&](const auto& f) { return f.meaning.field == field; });
}

bool standsIn(const std::vector<Table::Column>& columns, int column)
{
    return std::any_of(columns.begin(), columns.end(), [&](const auto& f) { return f.column == column; });
}

std::size_t differentFields(const std::vector<Table::Column>& columns, int first, int last)
{
    std::array<bool, fieldCount> seen{};
    for (const auto& column : columns)
        if (column.column >= first && column.column <= last) seen[indexOf(column.meaning.field)] = true;
    return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
}

/// A year typed as a number below "Coût" is a header.
bool isYearNumber(const Sheet& sheet, Place place)
{
    const double number = sheet.kind(place) == CellKind::number ? sheet.number(place) : 0;
    return number >= 1990 && number <= 2099 && number == std::floor(number);
}

std::string headerText(const Sheet& sheet, Place place)
{
    if (isYearNumber(sheet, place)) return std::to_string(static_cast<int>(sheet.number(place)));
    return std::string(trimmed(sheet.text(place)));
}

} // namespace

HeaderSearch::HeaderSearch(const Sheet& sheet, CellMeanings& meanings, std::optional<int> latestYear)
    : sheet_(sheet), meanings_(meanings), latestYear_(latestYear), columnCount_(meanings.columnCount())
{
}

std::vector<HeaderPart> HeaderSearch::find()
{
    std::vector<HeaderPart> headers;
    int firstFree = 0;
    for (int row = 0; row < sheet_.rowCount(); ++row) {
        if (row < firstFree) continue;
        std::size_t known = 0;
        for (int column = 0; column < columnCount_; ++column)
            if (meanings_.at({row, column})) ++known;
        // Alone in a row far down, a word that is also a header's is somebody's data.
        if (known == 0 || (known < limits::fewestExact && row > limits::lastRowOfLoneHeader)) continue;
        if (isDataRow(*window(row, row))) continue; // most rows of a large table
        const std::size_t before = headers.size();
        addHeaders(bestWindow(row, firstFree), headers);
        for (std::size_t i = before; i < headers.size(); ++i)
            firstFree = std::max(firstFree, headers[i].lastRow + 1);
    }
    return headers;
}

/// The rows around this one that together understand most; a single row where more do not help.
HeaderSearch::Window HeaderSearch::bestWindow(int row, int firstFree)
{
    Window best = *window(row, row);
    for (int height = 2; height <= limits::mostHeaderRows; ++height)
        for (int first = row; first > row - height; --first) {
            const int last = first + height - 1;
            if (first < firstFree || last >= sheet_.rowCount()) continue;
            auto other = window(first, last);
            const bool better =
                other && (other->fields > best.fields ||
                          (other->fields == best.fields && other->columns.size() > best.columns.size()));
            if (better) best = std::move(*other);
        }
    return best;
}

std::optional<HeaderSearch::Window> HeaderSearch::window(int first, int last)
{
    for (int row = first; last > first && row <= last; ++row)
        if (!mayBeHeaders(row)) return std::nullopt;
    Window result{.first = first, .last = last, .columns = {}};
    for (int column = 0; column < columnCount_; ++column)
        if (const auto understood = columnIn(first, last, column)) result.columns.push_back(*understood);
    result.fields = differentFields(result.columns, 0, columnCount_);
    return result;
}

/// Whether nothing but short texts and years stands in a row: a date or a number may be part of a header, two
/// are a project's.
bool HeaderSearch::mayBeHeaders(int row) const
{
    int filled = 0, figures = 0;
    for (int column = 0; column < columnCount_; ++column) {
        const Place place{row, column};
        if (!sheet_.isFilled(place)) continue;
        const bool isText =
            sheet_.kind(place) == CellKind::text && sheet_.text(place).size() <= limits::longestHeader;
        if (!isText && !isYearNumber(sheet_, place)) return false;
        const auto text = trimmed(sheet_.text(place));
        if (isText && !isYearWord(text) && (parseNumber(text) || parseDate(text))) ++figures;
        ++filled;
    }
    return filled > 0 && figures < 2;
}

/// The text above that a group of columns has: its own, or the nearest one to the left, as merged cells have
/// it.
std::string_view HeaderSearch::parentOf(int row, int column) const
{
    if (const CellArea* merged = sheet_.look().mergedAt({row, column})) column = merged->first.column;
    for (int at = column; at >= 0; --at)
        if (const auto text = trimmed(sheet_.text({row, at})); !text.empty()) {
            const CellArea* merged = sheet_.look().mergedAt({row, at});
            return merged && merged->last.column < column ? std::string_view() : text;
        }
    return {};
}

/// What the lowest cell of a column says, with those above it or alone.
std::optional<Table::Column> HeaderSearch::columnIn(int first, int last, int column)
{
    int row = last;
    while (row > first && !sheet_.isFilled({row, column}))
        --row;
    const Place place{row, column};
    if (row == first) {
        const auto& meaning = meanings_.at(place);
        return meaning ? std::optional(Table::Column{*meaning, column, row}) : std::nullopt;
    }
    const std::string own = headerText(sheet_, place);
    if (own.empty() || own.size() > limits::longestHeader) return std::nullopt;
    std::vector<std::string> above; // from the nearest on
    for (int parentRow = row - 1; parentRow >= first; --parentRow)
        if (const auto parent = parentOf(parentRow, column);
            !parent.empty() && own.size() + parent.size() <= limits::longestHeader)
            above.emplace_back(parent);
    // "Coûts en M€" above "Initial": the unit of the title is no part of the headers below it.
    for (std::size_t i = 0, titles = above.size(); i < titles; ++i)
        if (const HeaderKeys title = keysOf(above[i]);
            !title.year && !title.barest().empty() && title.barest() != fold(above[i]))
            above.emplace_back(title.barest());
    std::vector<std::string> said;
    if (above.size() > 1) said.push_back(fmt::format("{} {} {}", above[1], above[0], own));
    for (const auto& parent : above)
        said.push_back(fmt::format("{} {}", parent, own));
    const std::size_t combined = said.size();
    said.push_back(own);
    for (const auto& parent : above)
        said.push_back(fmt::format("{} {}", own, parent));
    for (std::size_t i = 0; i < said.size(); ++i) {
        auto meaning = meanings_.vocabulary().meaning(said[i]);
        if (!meaning) continue;
        for (const auto& parent : above)
            takeUnit(*meaning, parent);
        return Table::Column{*meaning, column, row,
                             i == combined ? Table::HeaderEvidence::inFull
                                           : Table::HeaderEvidence::severalRows};
    }
    return std::nullopt;
}

void HeaderSearch::takeUnit(HeaderMeaning& meaning, std::string_view text) const
{
    if (meanings_.vocabulary().field(meaning.field).type != FieldType::money || meaning.unitSaid) return;
    const UnitSaid unit = unitOfAmounts(text);
    if (!unit.money) return;
    meaning.divisor = unit.divisor;
    meaning.unitSaid = true;
    meaning.unitConverted = unit.divisor != 1;
    meaning.foreignCurrency = unit.foreign;
}

/// A row with figures or dates, most of whose cells mean no field, is somebody's project.
bool HeaderSearch::isDataRow(const Window& window) const
{
    if (window.first != window.last) return false;
    std::size_t filled = 0, figures = 0;
    for (int column = 0; column < columnCount_; ++column) {
        const Place place{window.first, column};
        if (!sheet_.isFilled(place)) continue;
        ++filled;
        const auto text = sheet_.text(place);
        const bool figure = sheet_.kind(place) == CellKind::text ? parseNumber(text) || parseDate(text)
                                                                 : !isYearNumber(sheet_, place);
        if (figure) ++figures;
    }
    return figures > 0 && 2 * window.columns.size() < filled;
}

void HeaderSearch::addHeaders(const Window& window, std::vector<HeaderPart>& headers)
{
    if (window.columns.size() < limits::fewestExact || isDataRow(window)) return;
    const auto starts = startsOfTables(window);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        HeaderPart part{.row = window.first,
                        .lastRow = window.last,
                        .firstColumn = starts[i],
                        .lastColumn = columnCount_ - 1,
                        .fields = {},
                        .repeated = {}};
        if (i + 1 < starts.size()) part.lastColumn = starts[i + 1] - 1;
        for (const auto& column : window.columns)
            if (column.column >= part.firstColumn && column.column <= part.lastColumn) addField(part, column);
        if (!has(part, Field::name)) continue;
        addAbbreviated(part);
        if (part.fields.size() < limits::fewestFields) continue;
        if (!isRepetition(part, headers)) headers.push_back(std::move(part));
    }
}

/// The first columns of the tables that stand side by side. Each has a name column; between two of them the
/// border is an empty column, or else the first field that comes again. A name with too little beside it is
/// no table of its own: the name stands twice.
std::vector<int> HeaderSearch::startsOfTables(const Window& window) const
{
    std::vector<int> starts{0};
    std::optional<int> lastName;
    for (const auto& column : window.columns) {
        if (column.meaning.field != Field::name) continue;
        if (lastName) {
            const int border = borderBetween(window, starts.back(), *lastName, column.column);
            const bool enoughBefore =
                differentFields(window.columns, starts.back(), border - 1) >= limits::fewestFields;
            const bool enoughBehind =
                differentFields(window.columns, border, columnCount_) >= limits::fewestFields;
            if (!enoughBefore || !enoughBehind) continue;
            starts.push_back(border);
        }
        lastName = column.column;
    }
    return starts;
}

int HeaderSearch::borderBetween(const Window& window, int start, int name, int nextName) const
{
    for (int column = nextName - 1; column > name; --column) {
        bool empty = true;
        for (int row = window.first; row <= window.last; ++row)
            empty = empty && !sheet_.isFilled({row, column});
        if (empty) return column + 1;
    }
    for (const auto& field : window.columns) {
        if (field.column <= name || field.column >= nextName) continue;
        const bool again = std::any_of(window.columns.begin(), window.columns.end(), [&](const auto& other) {
            return other.column >= start && other.column < field.column &&
                   other.meaning.field == field.meaning.field;
        });
        if (again) return field.column;
    }
    return nextName;
}

/// Of two columns of one field the first is used, unless their headers name years.
void HeaderSearch::addField(HeaderPart& part, const Table::Column& column) const
{
    const auto known = std::find_if(part.fields.begin(), part.fields.end(),
                                    [&](const auto& f) { return f.meaning.field == column.meaning.field; });
    if (known == part.fields.end())
        part.fields.push_back(column);
    else if (isBetterYear(column, *known)) {
        part.repeated.push_back(*known);
        *known = column;
    } else
        part.repeated.push_back(column);
}

/// Without a year a column is of the edition at hand; else the latest year not after it is, and of those
/// after it the first.
bool HeaderSearch::isBetterYear(const Table::Column& column, const Table::Column& known) const
{
    const auto &year = column.meaning.year, &other = known.meaning.year;
    if (!other) return false;
    if (!year) return true;
    const bool late = latestYear_ && *year > *latestYear_, otherLate = latestYear_ && *other > *latestYear_;
    if (late != otherLate) return otherLate;
    return late ? *year < *other : *year > *other;
}

/// Headers whose words are cut short mean a field where the table leaves no doubt which.
void HeaderSearch::addAbbreviated(HeaderPart& part)
{
    for (int column = part.firstColumn; column <= part.lastColumn; ++column) {
        int row = part.lastRow;
        while (row > part.row && !sheet_.isFilled({row, column}))
            --row;
        const auto text = trimmed(sheet_.text({row, column}));
        if (standsIn(part.fields, column) || standsIn(part.repeated, column) || text.empty() ||
            text.size() > limits::longestAbbreviation)
            continue;
        auto candidates = meanings_.vocabulary().abbreviated(text);
        std::erase_if(candidates, [&](Field field) { return has(part, field); });
        if (candidates.size() != 1) continue;
        HeaderMeaning meaning{.field = candidates.front()};
        takeUnit(meaning, text);
        part.fields.push_back({meaning, column, row, Table::HeaderEvidence::cutShort});
    }
    std::sort(part.fields.begin(), part.fields.end(),
              [](const auto& a, const auto& b) { return a.column < b.column; });
}

/// Headers that say once more what those above say, in the same columns: a row of that table. Where a title
/// between them names another unit, what follows is a block of its own.
bool HeaderSearch::isRepetition(const HeaderPart& part, const std::vector<HeaderPart>& headers) const
{
    for (auto above = headers.rbegin(); above != headers.rend(); ++above) {
        if (above->firstColumn > part.lastColumn || part.firstColumn > above->lastColumn) continue;
        const auto isSame = [&](const Table::Column& column) {
            return std::any_of(above->fields.begin(), above->fields.end(), [&](const auto& other) {
                const auto &own = column.meaning, &its = other.meaning;
                const bool sameUnit = !own.unitSaid || (own.divisor == its.divisor &&
                                                        own.foreignCurrency == its.foreignCurrency);
                return other.column == column.column && own.field == its.field && own.year == its.year &&
                       sameUnit;
            });
        };
        if (part.fields.size() != above->fields.size() ||
            !std::all_of(part.fields.begin(), part.fields.end(), isSame))
            return false;
        for (int row = part.row - 1; row > std::max(above->lastRow, part.row - limits::rowsOfForm); --row)
            for (int column = 0; column < columnCount_; ++column)
                if (saysUnitOfTable(trimmed(sheet_.text({row, column})))) return false;
        return true;
    }
    return false;
}

} // namespace panorama
