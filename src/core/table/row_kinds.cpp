#include "core/table/row_kinds.hpp"

#include "core/text/fold.hpp"
#include "core/text/number.hpp"

#include <algorithm>
#include <cmath>

namespace panorama {

namespace {

using Why = Table::Ignored::Why;

// Longer texts are descriptions or remarks, not labels.
constexpr std::size_t longestLabel = 120;
constexpr std::size_t longestTotalLabel = 60;
// A row that says again what so many headers say is the header row again.
constexpr int fewestRepeatedHeaders = 3;
// Columns numbered 1, 2, 3: fewer may be anything.
constexpr int fewestNumbers = 3;
// Units and column numbers stand right below the headers.
constexpr int rowsOfForm = 3;
// A project without a name is one where so many things of its own are known; it then lacks its name.
constexpr int enoughWithoutName = 2;

bool isFigure(FieldType type)
{
    return type == FieldType::money || type == FieldType::years || type == FieldType::rate ||
           type == FieldType::number;
}

/// What forms fill in for everybody: choices, ticks, links.
bool isChoice(Field field, FieldType type)
{
    return type == FieldType::flag || type == FieldType::list || field == Field::diffusion ||
           field == Field::band || field == Field::publicationDate || field == Field::stateDate ||
           field == Field::ministry || field == Field::ministryName;
}

bool isUnit(std::string_view text)
{
    std::string key = fold(text);
    static constexpr std::string_view units[] = {"oui non",
                                                 "jj mm aaaa",
                                                 "jj mm aa",
                                                 "mm aaaa",
                                                 "aaaa",
                                                 "date",
                                                 "texte",
                                                 "texte libre",
                                                 "ans",
                                                 "annees",
                                                 "en annees",
                                                 "en annee",
                                                 "mois",
                                                 "en mois",
                                                 "jours",
                                                 "liste",
                                                 "liste deroulante",
                                                 "nombre",
                                                 "pourcentage",
                                                 "ttc",
                                                 "ht",
                                                 "url",
                                                 "lien",
                                                 "o n",
                                                 "aaaa mm jj",
                                                 "en ans"};
    if (std::find(std::begin(units), std::end(units), key) != std::end(units)) return true;
    if (trimmed(text) == "%" || trimmed(text) == "(%)") return true;
    const bool isShort = text.size() <= 30 && key.find_first_of("0123456789") == std::string::npos;
    return isShort && unitOfMoney(text).money;
}

bool isMinistryTitle(const std::string& key)
{
    return key.starts_with("ministere") || key.starts_with("premier ministre") ||
           key.starts_with("services du premier ministre");
}

} // namespace

bool saysNothingToDeclare(std::string_view text)
{
    const std::string key = fold(text.substr(0, longestLabel));
    return key.starts_with("rien a declarer") || key.starts_with("aucun projet") || key == "neant" ||
           key == "etat neant" || key == "rad";
}

RowKinds::RowKinds(const Sheet& sheet, const Columns& vocabulary, const HeaderPart& header)
    : sheet_(sheet), vocabulary_(vocabulary), header_(header)
{
    for (const auto& column : header.fields)
        columns_.emplace(column.meaning.field, column.column);
}

bool RowKinds::isFilled(Place place) const
{
    const CellKind kind = sheet_.kind(place);
    return kind != CellKind::empty && (kind != CellKind::text || !trimmed(sheet_.text(place)).empty());
}

std::string_view RowKinds::text(Field field, int row) const
{
    const auto column = columns_.find(field);
    return column == columns_.end() ? std::string_view() : trimmed(sheet_.text({row, column->second}));
}

bool RowKinds::isBlank(int row) const
{
    for (int column = header_.firstColumn; column <= header_.lastColumn; ++column)
        if (isFilled({row, column})) return false;
    return true;
}

RowKinds::Filled RowKinds::filledCells(int row) const
{
    Filled filled;
    for (int column = header_.firstColumn; column <= header_.lastColumn; ++column) {
        if (!isFilled({row, column})) continue;
        if (filled.cells++ == 0) filled.first = {row, column};
    }
    for (const auto& [field, column] : columns_) {
        if (!isFilled({row, column})) continue;
        const FieldType type = vocabulary_.field(field).type;
        if (field == Field::name)
            filled.name = true;
        else if (field == Field::identifier)
            filled.identifier = true;
        else {
            ++filled.describing;
            if (!isChoice(field, type)) ++filled.own;
            if (isFigure(type)) ++filled.figures;
        }
    }
    return filled;
}

std::optional<Why> RowKinds::kindOf(int row)
{
    const bool afterGap = afterGap_;
    afterGap_ = projects_ > 0 && row > 0 && isBlank(row - 1);
    const bool gap = afterGap || afterGap_;
    const Filled filled = filledCells(row);
    const bool inForm = row <= header_.lastRow + rowsOfForm;
    if (isRepeatedHeader(row, filled)) return Why::repeatedHeader;
    if (inForm && holdsUnits(row, filled)) return Why::units;
    if (inForm && numbersColumns(row, filled)) return Why::columnNumbers;
    if (isCalledTotal(row, filled)) return Why::total;
    if (saysNothingToDeclare(text(Field::name, row)) ||
        (filled.cells <= 2 && saysNothingToDeclare(sheet_.text(filled.first))))
        return Why::nilReturn;
    if (filled.figures > 0 && !filled.identifier && filled.describing == filled.figures &&
        addsUp(row, filled.name))
        return Why::total;
    const bool named = filled.name || filled.identifier;
    if (named && filled.describing > 0) {
        count(row);
        return std::nullopt;
    }
    if (filled.cells == 1 && isTitle(row, filled)) {
        const auto title = trimmed(sheet_.text(filled.first));
        if (title.size() > longestLabel) return Why::note;
        const std::string key = fold(title.substr(0, 200));
        const bool note = title.starts_with('*') || title.starts_with('(') || key.starts_with("source") ||
                          key.starts_with("note ") || key.starts_with("nb ") || key.starts_with("remarque");
        if (note || (gap && !isMinistryTitle(key))) return Why::note;
        // In the column of names it may be a project of which nothing else is known yet.
        return isMinistryTitle(key) || !filled.name ? Why::groupTitle : Why::doubtful;
    }
    if (!named && filled.own > 0 && filled.describing >= enoughWithoutName &&
        filled.describing > filled.figures) {
        count(row);
        return std::nullopt; // its name is missing, and a rule says so
    }
    if (filled.name || filled.own > 0) return filled.cells == 1 && gap ? Why::note : Why::doubtful;
    return Why::prefilled;
}

/// The headers once more, in the same columns.
bool RowKinds::isRepeatedHeader(int row, const Filled& filled) const
{
    int same = 0;
    for (const auto& [field, column] : columns_) {
        const auto said = sheet_.text({row, column});
        if (said.empty() || said.size() > longestLabel) continue;
        if (fold(said) == fold(sheet_.text({header_.row, column})) ||
            fold(said) == fold(sheet_.text({header_.lastRow, column})))
            ++same;
    }
    return same >= fewestRepeatedHeaders && 2 * same >= filled.cells;
}

bool RowKinds::holdsUnits(int row, const Filled& filled) const
{
    if (filled.cells == 0) return false;
    for (int column = header_.firstColumn; column <= header_.lastColumn; ++column)
        if (isFilled({row, column}) && !isUnit(sheet_.text({row, column}))) return false;
    return true;
}

/// 1, 2, 3... or a, b, c..., one below each header.
bool RowKinds::numbersColumns(int row, const Filled& filled) const
{
    if (filled.cells < fewestNumbers) return false;
    std::optional<double> before;
    for (int column = header_.firstColumn; column <= header_.lastColumn; ++column) {
        const Place place{row, column};
        if (!isFilled(place)) continue;
        double number = 0;
        const auto said = trimmed(sheet_.text(place));
        if (sheet_.kind(place) == CellKind::number)
            number = sheet_.number(place);
        else if (said.size() == 1 && std::isalpha(static_cast<unsigned char>(said.front())))
            number = std::tolower(static_cast<unsigned char>(said.front()));
        else if (const auto parsed = parseNumber(said); parsed && parsed->unit == NumberUnit::none)
            number = parsed->value;
        else
            return false;
        if (before && number != *before + 1) return false;
        before = number;
    }
    return true;
}

/// A line of sums or means under the projects: no project is called so and has neither ministry, phase nor
/// start.
bool RowKinds::isCalledTotal(int row, const Filled& filled) const
{
    std::string_view label = text(Field::name, row);
    for (int column = header_.firstColumn; column <= header_.lastColumn && label.empty(); ++column)
        label = trimmed(sheet_.text({row, column}));
    if (label.size() > longestTotalLabel) return false;
    const std::string key = fold(label);
    static constexpr std::string_view names[] = {"total",    "totaux", "ensemble", "moyenne",
                                                 "moyennes", "somme",  "cumul"};
    static constexpr std::string_view starts[] = {"total ", "sous total",  "moyenne ",    "cumul ",
                                                  "somme ", "ensemble du", "ensemble des"};
    const bool called = std::find(std::begin(names), std::end(names), key) != std::end(names) ||
                        std::any_of(std::begin(starts), std::end(starts),
                                    [&](std::string_view start) { return key.starts_with(start); });
    // A project has a ministry, a phase or a start beside its name; a line of totals has figures.
    const int described = filled.describing - filled.figures;
    const auto& ministry = text(Field::ministry, row);
    return called && described - (ministry == label ? 1 : 0) <= 1;
}

namespace {

std::optional<double> amountAt(const Sheet& sheet, Place place)
{
    if (sheet.kind(place) == CellKind::number) return sheet.number(place);
    if (sheet.kind(place) != CellKind::text) return std::nullopt;
    const auto number = parseNumber(sheet.text(place));
    return number ? std::optional(number->value) : std::nullopt;
}

} // namespace

/// Whether its amounts are the sums of the projects above, or of those since the last such line.
bool RowKinds::addsUp(int row, bool named)
{
    // Two projects may cost the same, or one what two others do; of many, or in several columns, it is no
    // chance.
    if (projects_ < 2) return false;
    const int enough = named && projects_ < 3 ? 2 : 1;
    int same = 0;
    for (auto& [column, sums] : sums_) {
        const auto said = amountAt(sheet_, {row, column});
        if (!said) continue;
        const double tolerance = 0.01 + std::abs(sums.all) * 1e-3; // totals are rounded
        const bool all = std::abs(*said - sums.all) <= tolerance,
                   part = std::abs(*said - sums.sinceSubtotal) <= tolerance;
        if (!all && !part) return false;
        if (*said != 0) ++same;
    }
    if (same < enough) return false;
    for (auto& [column, sums] : sums_)
        sums.sinceSubtotal = 0;
    return true;
}

void RowKinds::count(int row)
{
    ++projects_;
    for (const auto& [field, column] : columns_) {
        if (vocabulary_.field(field).type != FieldType::money) continue;
        Sums& sums = sums_[column];
        if (const auto amount = amountAt(sheet_, {row, column})) {
            sums.all += *amount;
            sums.sinceSubtotal += *amount;
        }
    }
}

bool RowKinds::isTitle(int, const Filled& filled) const
{
    return sheet_.kind(filled.first) == CellKind::text && !parseNumber(sheet_.text(filled.first));
}

Place RowKinds::titlePlace(int row) const
{
    return filledCells(row).first;
}

} // namespace panorama
