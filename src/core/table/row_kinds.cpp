#include "core/table/row_kinds.hpp"

#include "core/text/date.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"
#include "core/text/words.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>

namespace panorama {

namespace {

using Why = Table::Ignored::Why;

/// What forms fill in for everybody: choices, ticks, links.
bool isChoice(Field field, FieldType type)
{
    return type == FieldType::flag || type == FieldType::list || field == Field::diffusion ||
           field == Field::band || field == Field::publicationDate || field == Field::stateDate ||
           field == Field::ministry || field == Field::ministryName;
}

/// What consolidation writes beside a row, whatever stands in it.
bool isOrigin(Field field)
{
    return field == Field::originFile || field == Field::originSheet || field == Field::originRow;
}

bool holdsWords(FieldType type)
{
    return type == FieldType::text || type == FieldType::list || type == FieldType::flag ||
           type == FieldType::url;
}

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

bool startsWithAny(std::string_view key, std::initializer_list<std::string_view> starts)
{
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return key.starts_with(start); });
}

/// What remarks and the foot of a form begin with.
bool isRemark(std::string_view text)
{
    const std::string key = fold(text.substr(0, limits::longestHeader));
    return text.starts_with('*') || text.starts_with('(') || text.ends_with(':') || text.ends_with('.') ||
           startsWithAny(key, {"source",
                               "note ",
                               "nb ",
                               "n b",
                               "remarque",
                               "signature",
                               "visa ",
                               "fait a ",
                               "etabli ",
                               "mis a jour",
                               "version ",
                               "valide ",
                               "contact",
                               "legende",
                               "date de mise a jour",
                               "etat au ",
                               "situation au ",
                               "arrete au ",
                               "ministere signataire",
                               "pour memoire",
                               "page ",
                               "les montants",
                               "les couts",
                               "montants ",
                               "donnees "}) ||
           key == "visa" || key == "nb" || key == "note" || key == "fin" || key == "validation";
}

/// "P-004", "2026/12": one word with a number in it, as identifiers are, and no title.
bool isCode(std::string_view text)
{
    return text.find(' ') == std::string_view::npos &&
           text.find_first_of("0123456789") != std::string_view::npos;
}

bool isUpperCase(std::string_view text)
{
    // Bytes above ASCII are accents: "MINISTÈRE" and "Ministère" differ in the other letters.
    const bool lower = std::any_of(text.begin(), text.end(),
                                   [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; });
    const bool upper = std::any_of(text.begin(), text.end(),
                                   [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; });
    return upper && !lower;
}

} // namespace

std::optional<double> amountAt(const Sheet& sheet, Place place)
{
    if (sheet.kind(place) == CellKind::number) return sheet.number(place);
    if (sheet.kind(place) != CellKind::text) return std::nullopt;
    const auto number = parseNumber(sheet.text(place));
    return number ? std::optional(number->value) : std::nullopt;
}

bool namesMinistry(std::string_view title)
{
    if (title.size() > limits::longestHeader) return false;
    const std::string key = fold(title);
    return startsWithAny(
        key, {"ministere", "premier ministre", "services du premier ministre", "mi ", "secretariat d etat"});
}

bool saysNothingToDeclare(std::string_view text)
{
    std::string key = fold(text.substr(0, limits::longestHeader));
    // "Ministère de la Culture : rien à déclarer"
    if (const auto colon = text.find(':'); colon != std::string_view::npos && namesMinistry(text))
        key = fold(text.substr(colon + 1, limits::longestHeader));
    for (const std::string_view dash : {" - ", " – ", " — "})
        if (const auto at = text.find(dash); at != std::string_view::npos && namesMinistry(text))
            key = fold(text.substr(at + dash.size(), limits::longestHeader));
    if (startsWithAny(key,
                      {"rien a declarer", "rien a signaler", "aucun projet", "pas de projet", "etat neant",
                       "neant pour", "neant a ce jour", "sans projet", "pas de grand projet"}))
        return true;
    return key == "neant" || key == "rad" || key == "ras" || key == "sans objet" || key == "so" ||
           key == "nihil";
}

RowKinds::RowKinds(CellMeanings& meanings, const HeaderPart& header, int lastRow)
    : sheet_(meanings.sheet()), vocabulary_(meanings.vocabulary()), meanings_(meanings), header_(header),
      lastRow_(lastRow)
{
    for (const auto& column : header.fields)
        columns_.emplace(column.meaning.field, column.column);
}

/// Cells merged downwards hold for each of their rows; the name is a project's own.
Place RowKinds::holder(Place place) const
{
    const CellArea* merged = sheet_.look().mergedAt(place);
    const auto name = columns_.find(Field::name);
    const bool isName = name != columns_.end() && name->second == place.column;
    if (!merged || merged->first == place || isName || merged->first.row <= header_.lastRow) return place;
    // Across columns it is a title, or the label of a line.
    return merged->first.column == merged->last.column ? merged->first : place;
}

std::string_view RowKinds::text(Field field, int row) const
{
    const auto column = columns_.find(field);
    return column == columns_.end() ? std::string_view()
                                    : trimmed(sheet_.text(holder({row, column->second})));
}

bool RowKinds::isBlank(int row) const
{
    for (int column = header_.firstColumn; column <= header_.lastColumn; ++column)
        if (sheet_.isFilled({row, column})) return false;
    return true;
}

RowKinds::Filled RowKinds::filledCells(int row) const
{
    Filled filled;
    for (int column = header_.firstColumn; column <= header_.lastColumn; ++column) {
        if (!sheet_.isFilled({row, column})) continue;
        if (filled.cells++ == 0) filled.first = {row, column};
    }
    for (const auto& [field, column] : columns_) {
        const Place place = holder({row, column});
        if (!sheet_.isFilled(place)) continue;
        const FieldType type = vocabulary_.field(field).type;
        if (isOrigin(field)) continue;
        if (field == Field::name)
            filled.name = true;
        else if (field == Field::identifier)
            filled.identifier = true;
        else {
            const bool figure = isFigure(type);
            const double amount = figure ? amountAt(sheet_, place).value_or(notANumber) : notANumber;
            // Formulas of empty rows show 0.
            const bool says = amount != 0;
            ++filled.describing;
            if (!isChoice(field, type) && says) ++filled.own;
            if (figure) ++filled.figures;
            if (amount != 0 && !std::isnan(amount)) ++filled.numbers;
            if (holdsWords(type)) ++filled.words;
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
    const bool inForm = row <= header_.lastRow + limits::rowsOfForm;
    if (isRepeatedHeader(row, filled)) {
        inOtherTable_ = false;
        return Why::repeatedHeader;
    }
    if (inForm && holdsUnits(row, filled)) return Why::units;
    if (inForm && numbersColumns(row, filled)) return Why::columnNumbers;
    if (isNilReturn(row, filled)) return Why::nilReturn;
    if (isSpreadTitle(row, filled)) return Why::groupTitle;
    if (isCalledTotal(row, filled)) return Why::total;
    if (afterGap_ && startsOtherTable(filled, row)) inOtherTable_ = true;
    if (inOtherTable_ && filled.numbers > 0 && filled.words > 0 && isLikeThoseAbove(row))
        inOtherTable_ = false;
    if (inOtherTable_) return Why::otherTable;
    if (addsUp(row, filled)) return Why::total;
    if (isWholeRowInOneCell(filled)) return Why::doubtful;
    if (isPlaceholder(row, filled)) return Why::prefilled;
    if (continuesProject(row)) return filled.figures > 0 ? Why::doubtful : Why::continued;
    const bool foot = !filled.identifier && filled.numbers == 0 &&
                      filled.cells <= limits::fewestOtherHeaders && isRemark(labelOf(row));
    if (foot) return Why::note;
    const bool named = filled.name || (filled.identifier && filled.own > 0);
    if (named && startsWithAny(fold(labelOf(row).substr(0, 20)) + " ", {"exemple "})) return Why::doubtful;
    const bool unnamedProject = !filled.name && filled.own > 0 && filled.describing > filled.figures &&
                                filled.describing >= limits::enoughWithoutName;
    if ((named && filled.describing > 0) || unnamedProject) { // that its name is missing, a rule says
        count(row);
        return std::nullopt;
    }
    return kindOfLone(row, filled, gap);
}

/// A row that is no project, no sum and no part of the form: a title, a remark, or something to be told.
Why RowKinds::kindOfLone(int row, const Filled& filled, bool gap) const
{
    if (filled.cells == 1 && isTitle(filled)) {
        const auto title = trimmed(sheet_.text(filled.first));
        if (title.size() > limits::longestHeader || isRemark(title)) return Why::note;
        if (isGroupTitle(title, filled, row)) return Why::groupTitle;
        return gap ? Why::note : Why::doubtful; // a project of which nothing else is known yet
    }
    const bool remark = filled.cells <= 2 && filled.first.column == header_.firstColumn &&
                        isRemark(trimmed(sheet_.text(filled.first)));
    if (remark) return Why::note;
    if (filled.name || filled.own > 0) return filled.cells == 1 && gap ? Why::note : Why::doubtful;
    return filled.cells > filled.describing + (filled.identifier ? 1 : 0) && gap ? Why::note : Why::prefilled;
}

/// The headers once more, in the same columns, in the same words or in others: several of them, or nothing
/// else in the row.
bool RowKinds::isRepeatedHeader(int row, const Filled& filled) const
{
    if (filled.numbers > 0) return false;
    int same = 0;
    for (const auto& [field, column] : columns_)
        if (saysHeader({row, column}, field)) ++same;
    const bool several = same >= limits::fewestRepeatedHeaders && 2 * same >= filled.cells;
    return several || (same >= limits::fewestLoneHeaders && same == filled.cells);
}

bool RowKinds::saysHeader(Place place, Field field) const
{
    const auto said = sheet_.text(place);
    if (said.empty() || said.size() > limits::longestHeader) return false;
    const auto& meaning = meanings_.at(place);
    if (meaning && meaning->field == field) return true;
    const std::string key = fold(said);
    for (int row = header_.row; row <= header_.lastRow; ++row)
        if (key == fold(sheet_.text({row, place.column}))) return true;
    return false;
}

bool RowKinds::holdsUnits(int row, const Filled& filled) const
{
    if (filled.cells == 0) return false;
    for (int column = header_.firstColumn; column <= header_.lastColumn; ++column)
        if (sheet_.isFilled({row, column}) && !isUnitOrHint(sheet_.text({row, column}))) return false;
    return true;
}

/// One text in every cell: a title that was merged once.
bool RowKinds::isSpreadTitle(int row, const Filled& filled) const
{
    if (filled.cells < limits::fewestRepeatedHeaders || !filled.name) return false;
    const std::string title = fold(sheet_.text(filled.first));
    if (title.size() < limits::shortestSpreadTitle) return false;
    for (int column = header_.firstColumn; column <= header_.lastColumn; ++column)
        if (sheet_.isFilled({row, column}) && fold(sheet_.text({row, column})) != title) return false;
    return true;
}

/// 1, 2, 3... or a, b, c..., one below each header, with or without brackets.
bool RowKinds::numbersColumns(int row, const Filled& filled) const
{
    if (filled.cells < limits::fewestNumbers) return false;
    std::optional<double> before;
    for (int column = header_.firstColumn; column <= header_.lastColumn; ++column) {
        const Place place{row, column};
        if (!sheet_.isFilled(place)) continue;
        double number = 0;
        const std::string said = fold(sheet_.text(place));
        if (sheet_.kind(place) == CellKind::number)
            number = sheet_.number(place);
        else if (said.size() == 1 && std::isalpha(static_cast<unsigned char>(said.front())))
            number = said.front();
        else if (isDigits(said, 1, 3))
            number = std::stoi(said);
        else
            return false;
        if (before && number != *before + 1) return false;
        before = number;
    }
    return true;
}

/// What a row is called: its name, else the first text in it.
std::string_view RowKinds::labelOf(int row) const
{
    std::string_view label = text(Field::name, row);
    for (int column = header_.firstColumn; column <= header_.lastColumn && label.empty(); ++column)
        label = trimmed(sheet_.text({row, column}));
    return label;
}

/// A line of sums or means, called so by its name or by its first text.
bool RowKinds::isCalledTotal(int row, const Filled& filled) const
{
    const std::string_view label = labelOf(row);
    const auto first = filled.cells > 0 ? trimmed(sheet_.text(filled.first)) : std::string_view();
    return isCalledTotal(row, label, filled) || (first != label && isCalledTotal(row, first, filled));
}

/// No project is called so and has neither ministry nor phase beside its name.
bool RowKinds::isCalledTotal(int row, std::string_view label, const Filled& filled) const
{
    if (label.empty() || label.size() > limits::longestTotalLabel) return false;
    const std::string key = fold(label);
    static constexpr std::string_view names[] = {
        "ensemble",      "moyenne", "moyennes", "somme",   "sommes", "cumul",
        "mediane",       "minimum", "maximum",  "min",     "max",    "ecart type",
        "recapitulatif", "cumule",  "sum",      "average", "moy"};
    const bool called = std::find(std::begin(names), std::end(names), key) != std::end(names) ||
                        startsWithAny(key, {"total ", "sous total", "s total", "st ", "moyenne ", "cumul ",
                                            "somme ", "ensemble du", "ensemble des", "dont ", "soit ",
                                            "nombre de projets", "nombre total", "grand total"}) ||
                        hasWord(key, "total") || hasWord(key, "totaux") || hasWord(key, "totale");
    const bool labelIsWord = label == text(Field::ministry, row) || label == text(Field::phase, row);
    const int words = filled.words - (labelIsWord ? 1 : 0),
              dates = filled.describing - filled.figures - filled.words;
    // Nothing but a sum is called so: a band, a remark or counts beside it change nothing.
    const bool surely =
        key == "total" || key == "totaux" || startsWithAny(key, {"total general", "grand total"});
    if (surely && dates == 0 && filled.figures > 0 && text(Field::phase, row).empty()) return true;
    // Sums stand beside the first start and the last end, or beside a word; a project has both.
    return called && (words <= 0 || (words == 1 && dates == 0)) &&
           (filled.figures > 0 || filled.describing <= 1);
}

/// A line that says there is no project: nothing else of a project stands in it.
bool RowKinds::isNilReturn(int row, const Filled& filled) const
{
    if (filled.numbers > 0) return false;
    int says = 0, others = 0;
    const auto ministry = columns_.find(Field::ministry), full = columns_.find(Field::ministryName);
    for (int column = header_.firstColumn; column <= header_.lastColumn; ++column) {
        const Place place{row, column};
        const bool origin = std::any_of(columns_.begin(), columns_.end(), [&](const auto& each) {
            return each.second == column && isOrigin(each.first);
        });
        if (!sheet_.isFilled(place) || origin) continue;
        const bool isMinistry = (ministry != columns_.end() && ministry->second == column) ||
                                (full != columns_.end() && full->second == column);
        const auto said = trimmed(sheet_.text(place));
        if (saysNothingToDeclare(said))
            ++says;
        else if (!isMinistry && !namesMinistry(said) && !fold(said).empty())
            ++others;
    }
    // "Sans objet" in one cell of a project is a cell of a project.
    const bool inName = saysNothingToDeclare(text(Field::name, row)) && others <= 1;
    return says > 0 && (others == 0 || inName || says > 2 * others);
}

/// Whether its amounts are the sums of the projects above, or of those since the last such line; of those
/// below, where it stands before them.
bool RowKinds::addsUp(int row, const Filled& filled)
{
    const bool mayBeSum = filled.figures > 0 && filled.numbers > 0 && !filled.identifier &&
                          filled.words <= (filled.name ? 0 : 1);
    if (!mayBeSum) return false;
    if (projects_ == 0) return !filled.name && addsUpBelow(row);
    // Two projects may cost the same, or one what two others do; of many, or in several columns, it is no
    // chance.
    if (projects_ < 2) return false;
    const int enough = filled.name && projects_ < 3 ? 2 : 1;
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

bool RowKinds::addsUpBelow(int row) const
{
    int same = 0;
    for (const auto& [field, column] : columns_) {
        if (vocabulary_.field(field).type != FieldType::money) continue;
        const auto said = amountAt(sheet_, {row, column});
        if (!said || *said == 0) continue;
        double sum = 0;
        int added = 0;
        for (int below = row + 1; below <= lastRow_; ++below)
            if (const auto amount = amountAt(sheet_, {below, column})) {
                sum += *amount;
                ++added;
            }
        if (added < 2 || std::abs(*said - sum) > 0.01 + std::abs(sum) * 1e-3) return false;
        ++same;
    }
    return same > 0;
}

void RowKinds::count(int row)
{
    ++projects_;
    for (const auto& [field, column] : columns_) {
        const FieldType type = vocabulary_.field(field).type;
        const auto said = trimmed(sheet_.text({row, column}));
        const bool choice = type == FieldType::list || type == FieldType::flag || field == Field::phase ||
                            field == Field::ministry || field == Field::ministryName;
        if (choice && !said.empty() && said.size() <= limits::longestHeader)
            choices_[column].insert(fold(said));
        if (type != FieldType::money) continue;
        Sums& sums = sums_[column];
        if (const auto amount = amountAt(sheet_, {row, column})) {
            sums.all += *amount;
            sums.sinceSubtotal += *amount;
        }
    }
}

/// A row whose cells another separator parts, or that is quoted as a whole.
bool RowKinds::isWholeRowInOneCell(const Filled& filled) const
{
    if (filled.cells == 0 || filled.cells > 2 || sheet_.origin() != CellOrigin::plainText) return false;
    const auto said = sheet_.text(filled.first);
    const auto digits = std::count_if(said.begin(), said.end(), [](char c) { return c >= '0' && c <= '9'; });
    for (const char separator : {';', '\t', '|', ','})
        if (std::count(said.begin(), said.end(), separator) >= limits::fewestSeparators && digits > 0 &&
            said.find(". ") == std::string_view::npos)
            return true;
    return false;
}

bool RowKinds::isTitle(const Filled& filled) const
{
    return sheet_.kind(filled.first) == CellKind::text && !parseNumber(sheet_.text(filled.first)) &&
           !parseDate(sheet_.text(filled.first));
}

/// Whether a text alone in its row is the title of those below: it names a ministry, stands elsewhere than in
/// the column of names, is merged over columns, or says a group.
bool RowKinds::isGroupTitle(std::string_view title, const Filled& filled, int row) const
{
    if (namesMinistry(title)) return true;
    if (row >= lastRow_ || isBlank(row + 1)) return false; // nothing stands below it
    if (!filled.name) return true;
    const CellArea* merged = sheet_.look().mergedAt(filled.first);
    if (merged && merged->last.column > merged->first.column) return true;
    const std::string key = fold(title);
    const bool group = startsWithAny(
        key, {"projets ",       "programmes ", "direction ", "sous direction", "secretariat", "operateurs",
              "etablissements", "axe ",        "pole ",      "phase ",         "lot ",        "domaine ",
              "perimetre ",     "thematique ", "categorie ", "groupe ",        "projet en ",  "en cours",
              "en cadrage",     "nouveaux",    "sortants",   "entrants"});
    return group || (isUpperCase(title) && wordsOf(key).size() > 2);
}

/// Short texts alone after a gap, none of which says what the projects above say in its column: the headers
/// of something else.
bool RowKinds::startsOtherTable(const Filled& filled, int row) const
{
    if (filled.cells < limits::fewestOtherHeaders - 1 || filled.numbers > 0 || row >= lastRow_ ||
        isBlank(row + 1))
        return false;
    for (int column = header_.firstColumn; column <= header_.lastColumn; ++column) {
        const Place place{row, column};
        if (!sheet_.isFilled(place)) continue;
        const auto said = trimmed(sheet_.text(place));
        if (sheet_.kind(place) != CellKind::text || said.size() > limits::longestAbbreviation ||
            said.ends_with(':') || parseNumber(said) || parseDate(said) || withheldBy(said) != Withheld::no)
            return false;
    }
    return !isLikeThoseAbove(row);
}

/// Whether a cell says in a column of choices what a project above says there, or names a ministry.
bool RowKinds::isLikeThoseAbove(int row) const
{
    return std::any_of(choices_.begin(), choices_.end(), [&](const auto& column) {
        const auto said = trimmed(sheet_.text({row, column.first}));
        return !said.empty() && said.size() <= limits::longestHeader &&
               (namesMinistry(said) || column.second.contains(fold(said)));
    });
}

/// A row that the form brings with it: a number, a default, "Projet 4", and nothing of anybody's own.
bool RowKinds::isPlaceholder(int row, const Filled& filled) const
{
    if (filled.own > 0) return false;
    if (filled.cells == 1 && filled.identifier && isCode(trimmed(sheet_.text(filled.first)))) return true;
    if (filled.cells == 1 && isTitle(filled) &&
        wordsOf(fold(sheet_.text(filled.first).substr(0, 40))).size() > 1 && !filled.name)
        return false;
    if (!filled.name) return filled.identifier || filled.describing == filled.figures;
    const auto words = wordsOf(fold(text(Field::name, row).substr(0, 40)));
    const bool numbered = !words.empty() && isDigits(words.back(), 1, 3) &&
                          (words.size() == 1 || words.front() == "projet" || words.front() == "project" ||
                           words.front() == "nom");
    const bool hint = !words.empty() &&
                      (words.front() == "saisir" || words.front() == "indiquer" || words.front() == "a" ||
                       joined(words) == "nom du projet") &&
                      words.size() > 1 && filled.describing == 0;
    return numbered || (hint && words.front() != "a") || (hint && words[1] == "completer");
}

/// Whether the name of the project above holds for this row too.
bool RowKinds::continuesProject(int row) const
{
    const auto name = columns_.find(Field::name);
    if (name == columns_.end() || projects_ == 0) return false;
    const CellArea* merged = sheet_.look().mergedAt({row, name->second});
    return merged && merged->first.row < row && merged->first.row > header_.lastRow &&
           merged->first.column == merged->last.column;
}

bool RowKinds::resemblesProject(int row) const
{
    const Filled filled = filledCells(row);
    return filled.name && filled.numbers > 0 && filled.own > 0 &&
           filled.describing >= limits::enoughWithoutName && filled.cells <= 2 * (filled.describing + 2);
}

Place RowKinds::titlePlace(int row) const
{
    return filledCells(row).first;
}

} // namespace panorama
