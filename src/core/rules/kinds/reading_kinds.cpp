// Kinds that look at how a table was read, before anything is judged: columns that are missing, not
// understood or there twice, rows and units that need a word.

#include "core/rules/check_kind.hpp"
#include "core/table/csv_form.hpp"
#include "core/table/reading_limits.hpp"
#include "core/table/row_kinds.hpp"
#include "core/table/said_unit.hpp"
#include "core/table/set_aside.hpp"
#include "core/table/workbook_facts.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace panorama {

namespace {

constexpr Text unknownHeader{"« {} » ({})", "“{}” ({})"};
constexpr Text resemblingHeader{"« {} » ({}, proche de « {} »)", "“{}” ({}, close to “{}”)"};

/// A header nobody understands, as it stands, with what it resembles: "Budget 1 (K)".
std::string shownUnknown(const Table& table, const Table::Unrecognised& unknown, Language language)
{
    const std::string column = columnName(unknown.place.column);
    const auto nearest = table.columns().nearest(unknown.header);
    return nearest ? say(resemblingHeader, language, unknown.header, column,
                         table.columns().field(*nearest).label.in(language))
                   : say(unknownHeader, language, unknown.header, column);
}

/// All of them: "« Budget 1 » (K), « Étape » (L)".
Bilingual unknownHeaders(const Table& table)
{
    constexpr std::size_t mostShown = 8;
    Bilingual text;
    std::size_t shown = 0;
    for (const auto& unknown : table.unrecognised()) {
        if (shown++ == mostShown) return {text.french + "…", text.english + "…"};
        const std::string comma = text.french.empty() ? "" : ", ";
        text.french += comma + shownUnknown(table, unknown, Language::french);
        text.english += comma + shownUnknown(table, unknown, Language::english);
    }
    return text;
}

/// What every table of its layout needs: one of the fields has a column.
class ColumnAbsent : public Check
{
  public:
    static constexpr Cases cases{"absent", "not-understood"};
    static constexpr Slots slots{"column", "unknown"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        // A nil return needs no more than its ministry.
        if (table.rowCount() == 0 || !admits(table) || firstField(table) || fields.empty()) return;
        const Bilingual& label = table.columns().field(fields.front()).label;
        const Bilingual unknown = unknownHeaders(table);
        findings.atHeader(*this, unknown.french.empty() ? cases["absent"] : cases["not-understood"],
                          fields.front(), {{slots["column"], label}, {slots["unknown"], unknown}},
                          std::string(keyOf(fields.front())));
    }
};

const KindOf<ColumnAbsent> columnAbsent{"column-absent"};

/// Headers that nobody understands: their columns are not read.
class HeadersUnknown : public Check
{
  public:
    static constexpr Cases cases{"unknown"};
    static constexpr Slots slots{"unknown", "count"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        if (table.unrecognised().empty()) return;
        findings.atPlace(
            *this, cases["unknown"], Field::name, table.unrecognised().front().place,
            {{slots["unknown"], unknownHeaders(table)}, {slots["count"], table.unrecognised().size()}}, {},
            "unknown");
    }
};

const KindOf<HeadersUnknown> headersUnknown{"headers-unknown"};

/// A field that two columns say: for the same projects alike, or not; of other years; or filling each other
/// up.
class ColumnTwice : public Check
{
  public:
    static constexpr Cases cases{"differs", "same", "fills", "year"};
    static constexpr Slots slots{"column", "used", "other", "row"};

    explicit ColumnTwice(CheckSource& source)
        : values_(source.choice("values", {"same", "differ", "of-year"}))
    {
    }

    bool canFind(Case which) const override
    {
        if (which == cases["differs"]) return values_ == 1;
        if (which == cases["year"]) return values_ == 2;
        return values_ == 0;
    }

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        for (const auto& column : table.repeated()) {
            const Field field = column.meaning.field;
            const Comparison both = compared(table, column);
            const bool ofYear = column.meaning.year != yearUsed(table, field);
            if (ofYear ? values_ != 2 : (values_ == 1) != both.difference.has_value() || values_ == 2)
                continue;
            const Case found = ofYear                        ? cases["year"]
                               : both.difference.has_value() ? cases["differs"]
                               : both.fills                  ? cases["fills"]
                                                             : cases["same"];
            const Place used = table.headerPlace(field);
            findings.atPlace(
                *this, found, field, {used.row, column.column},
                {{slots["column"], table.columns().field(field).label},
                 {slots["used"], columnName(used.column)},
                 {slots["other"], columnName(column.column)},
                 {slots["row"], both.difference ? table.place(field, *both.difference).row + 1 : 0}});
        }
    }

  private:
    struct Comparison
    {
        std::optional<std::size_t> difference; ///< the first row that says two things
        bool fills = false;                    ///< some row is filled in one of them alone
    };

    static std::optional<int> yearUsed(const Table& table, Field field)
    {
        const auto used = std::find_if(table.recognised().begin(), table.recognised().end(),
                                       [&](const auto& column) { return column.meaning.field == field; });
        return used == table.recognised().end() ? std::nullopt : used->meaning.year;
    }

    static Comparison compared(const Table& table, const Table::Column& column)
    {
        const Field field = column.meaning.field;
        std::vector<Place> places;
        for (std::size_t row = 0; row < table.rowCount(); ++row)
            places.push_back({table.place(field, row).row, column.column});
        ColumnReader reader(table.sheet(), table.columns().field(field).type, column.meaning.divisor);
        const auto others = reader.read(places);
        Comparison result;
        for (std::size_t row = 0; row < others.size(); ++row) {
            const Reading &own = table.readings(field)[row], &other = others[row];
            result.fills = result.fills || own.isEmpty() != other.isEmpty() ||
                           table.place(field, row).column == column.column;
            const bool same = own.isEmpty() || other.isEmpty() ||
                              (own.kind == other.kind && own.number == other.number &&
                               fold(table.textOf(own)) == fold(table.textOf(other))) ||
                              (own.isNumber() && other.isNumber() && own.number == other.number);
            if (!same && !result.difference) result.difference = row;
        }
        return result;
    }

    std::size_t values_;
};

const KindOf<ColumnTwice> columnTwice{"column-twice"};

/// Two columns that say the same figure of a project, each in its own words, and not alike: the fields in the
/// order in which a row falls back from one to the next.
class SaidOtherwise : public Check
{
  public:
    static constexpr Cases cases{"differs"};
    static constexpr Slots slots{"used", "used-value", "other", "other-value", "row", "count"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        for (std::size_t first = 0; first < fields.size(); ++first)
            for (std::size_t second = first + 1; second < fields.size(); ++second)
                if (table.has(fields[first]) && table.has(fields[second]) && !isOfYear(table, fields[second]))
                    compare(findings, fields[first], fields[second]);
    }

  private:
    /// "Budget 2026" is a year's share of the cost beside it, or the cost as it was.
    static bool isOfYear(const Table& table, Field field)
    {
        return std::any_of(table.recognised().begin(), table.recognised().end(), [&](const auto& column) {
            return column.meaning.field == field && column.meaning.year;
        });
    }

    void compare(Findings& findings, Field used, Field other) const
    {
        const Table& table = findings.table();
        const auto &own = table.readings(used), &others = table.readings(other);
        std::optional<std::size_t> first;
        std::size_t count = 0;
        for (std::size_t row = 0; row < own.size(); ++row) {
            const bool both = (own[row].isNumber() && others[row].isNumber()) ||
                              (own[row].isDate() && others[row].isDate());
            if (!both || own[row].number == others[row].number) continue;
            if (!first) first = row;
            ++count;
        }
        if (!first) return;
        findings.atPlace(*this, cases["differs"], other, table.headerPlace(other),
                         {{slots["used"], trimmed(table.header(used))},
                          {slots["used-value"], valueOf(own[*first])},
                          {slots["other"], trimmed(table.header(other))},
                          {slots["other-value"], valueOf(others[*first])},
                          {slots["row"], table.place(used, *first).row + 1},
                          {slots["count"], Argument::Projects{count}}},
                         {}, std::string(keyOf(other)));
    }

    static Argument::Value valueOf(const Reading& reading)
    {
        if (!reading.isDate()) return reading.number;
        const auto date = dateOfSerial(reading.number);
        return date ? Argument::Value(*date) : Argument::Value(reading.number);
    }
};

const KindOf<SaidOtherwise> saidOtherwise{"said-otherwise"};

/// Rates that were not read as their header says, because all of their column is of the other kind.
class RatesReadOtherwise : public Check
{
  public:
    static constexpr Cases cases{"fractions", "percents"};
    static constexpr Slots slots{"example", "read"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        for (const auto& column : table.recognised()) {
            const Field field = column.meaning.field;
            if (table.columns().field(field).type != FieldType::rate) continue;
            const auto& readings = table.readings(field);
            for (std::size_t row = 0; row < readings.size(); ++row) {
                const Place place = table.place(field, row);
                const auto typed = typedAt(table.sheet(), place);
                if (!typed || *typed == 0 || !readings[row].isNumber()) continue;
                const double divisor = *typed / readings[row].number;
                if (std::abs(divisor / column.meaning.divisor - 1) < 1e-9) break;
                findings.atPlace(
                    *this, divisor < 2 ? cases["fractions"] : cases["percents"], field, place,
                    {{slots["example"], *typed}, {slots["read"], Argument::Share{readings[row].number}}}, {},
                    "rates");
                break;
            }
        }
    }

  private:
    /// A number without a unit of its own, and not shown in per cent by the format of its cell.
    static std::optional<double> typedAt(const Sheet& sheet, Place place)
    {
        if (sheet.kind(place) == CellKind::number)
            return sheet.look().formatAt(place).percent ? std::nullopt : std::optional(sheet.number(place));
        const auto written =
            sheet.kind(place) == CellKind::text ? parseNumber(sheet.text(place)) : std::nullopt;
        return written && written->unit == NumberUnit::none ? std::optional(written->value) : std::nullopt;
    }
};

const KindOf<RatesReadOtherwise> ratesReadOtherwise{"rates-read-otherwise"};

/// Rows that look like projects and have too little to be one.
class RowsDoubtful : public Check
{
  public:
    static constexpr Cases cases{"doubtful"};
    static constexpr Slots slots{"rows", "count", "shown"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        std::vector<int> rows;
        for (const auto& ignored : table.ignored())
            if (ignored.why == Table::Ignored::Why::doubtful) rows.push_back(ignored.row);
        if (rows.empty()) return;
        constexpr std::size_t mostShown = 10;
        std::string list;
        for (std::size_t i = 0; i < rows.size() && i < mostShown; ++i)
            list += (i ? ", " : "") + std::to_string(rows[i] + 1);
        if (rows.size() > mostShown) list += "…";
        const Place place{rows.front(), table.headerPlace(Field::name).column};
        findings.atPlace(*this, cases["doubtful"], Field::name, place,
                         {{slots["rows"], list},
                          {slots["count"], rows.size()},
                          {slots["shown"], table.sheet().text(place)}},
                         {}, "doubtful");
    }
};

const KindOf<RowsDoubtful> rowsDoubtful{"rows-doubtful"};

/// Parts of a workbook that look like projects and are in no figure, or that are counted with the main table.
class PartsDoubtful : public Check
{
  public:
    static constexpr Cases cases{"likely", "other-table", "counted"};
    static constexpr Slots slots{"sheet", "cell", "count"};

    explicit PartsDoubtful(CheckSource& source) : counted_(source.choice("which", {"left", "counted"}) == 1)
    {
    }

    bool canFind(Case which) const override { return (which == cases["counted"]) == counted_; }

    void run(Findings& findings) const override
    {
        for (const SetAside& part : findings.context().setAside) {
            const auto found = caseOf(part.why);
            if (!found || (*found == cases["counted"]) != counted_) continue;
            const bool here = part.sheet == &findings.table().sheet();
            findings.atPlace(*this, *found, Field::name,
                             here ? part.place : findings.table().headerPlace(Field::name),
                             {{slots["sheet"], part.sheet->name()},
                              {slots["cell"], a1(part.place)},
                              {slots["count"], Argument::Projects{part.projects}}},
                             {}, part.sheet->name() + a1(part.place));
        }
    }

  private:
    static std::optional<Case> caseOf(SetAside::Why why)
    {
        switch (why) {
        case SetAside::Why::likely: return cases["likely"];
        case SetAside::Why::otherTable: return cases["other-table"];
        case SetAside::Why::counted: return cases["counted"];
        default: return std::nullopt;
        }
    }

    bool counted_;
};

const KindOf<PartsDoubtful> partsDoubtful{"parts-doubtful"};

/// What is hidden and counts all the same, or does not because of it; copies and sheets that do not count.
class Hidden : public Check
{
  public:
    static constexpr Cases cases{"rows", "columns", "sheet", "sheet-aside", "copy", "outside"};
    static constexpr Slots slots{"rows", "columns", "sheet", "count"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const SheetLook& look = table.sheet().look();
        std::vector<std::string> rows, columns;
        Place first = table.headerPlace(Field::name);
        for (std::size_t row = 0; row < table.rowCount() && !table.isTurned(); ++row)
            if (const Place place = table.place(Field::name, row); look.isRowHidden(place.row)) {
                if (rows.empty()) first = place;
                rows.push_back(std::to_string(place.row + 1));
            }
        for (const auto& column : table.recognised())
            if (look.isColumnHidden(column.column)) columns.push_back(columnName(column.column));
        if (!rows.empty())
            findings.atPlace(*this, cases["rows"], Field::name, first,
                             {{slots["rows"], listed(rows)}, {slots["count"], rows.size()}}, {}, "rows");
        if (!columns.empty())
            findings.atHeader(*this, cases["columns"], Field::name,
                              {{slots["columns"], listed(columns)}, {slots["count"], columns.size()}},
                              "columns");
        const auto& beside = findings.context().beside;
        const bool alone = std::none_of(beside.begin(), beside.end(), [](const Table* other) {
            return other->rowCount() > 0 && !other->sheet().look().hidden;
        });
        if (look.hidden && alone)
            findings.atHeader(*this, cases["sheet"], Field::name, {{slots["sheet"], table.sheet().name()}},
                              "sheet");
        for (const SetAside& part : findings.context().setAside)
            if (const auto found = caseOf(part.why))
                findings.atHeader(*this, *found, Field::name,
                                  {{slots["sheet"], part.sheet->name()},
                                   {slots["count"], Argument::Projects{part.projects}}},
                                  part.sheet->name() + a1(part.place));
    }

  private:
    static std::string listed(const std::vector<std::string>& items)
    {
        constexpr std::size_t mostShown = 10;
        std::string list;
        for (std::size_t i = 0; i < items.size() && i < mostShown; ++i)
            list += (i ? ", " : "") + items[i];
        return items.size() > mostShown ? list + "…" : list;
    }

    static std::optional<Case> caseOf(SetAside::Why why)
    {
        switch (why) {
        case SetAside::Why::hiddenSheet: return cases["sheet-aside"];
        case SetAside::Why::copy: return cases["copy"];
        case SetAside::Why::outside: return cases["outside"];
        default: return std::nullopt;
        }
    }
};

const KindOf<Hidden> hidden{"hidden"};

/// Bytes of a file that were damaged, or that two charsets read otherwise.
class TextDamaged : public Check
{
  public:
    static constexpr Cases cases{"damaged", "ambiguous", "quote", "swallowing"};
    static constexpr Slots slots{"charset", "count", "cell", "read", "other", "line"};

    explicit TextDamaged(CheckSource& source) : rowsLost_(source.choice("lines", {"kept", "swallowed"}) == 1)
    {
    }

    bool canFind(Case which) const override { return (which == cases["swallowing"]) == rowsLost_; }

    void run(Findings& findings) const override
    {
        const auto* facts = findings.context().facts;
        if (!facts || !facts->csv) return;
        const CsvForm& form = *facts->csv;
        const auto swallowing = std::find_if(form.strayQuotes.begin(), form.strayQuotes.end(),
                                             [](const StrayQuote& quote) { return quote.swallowedRows > 0; });
        if (rowsLost_) {
            if (swallowing != form.strayQuotes.end())
                findings.atPlace(
                    *this, cases["swallowing"], Field::name, swallowing->place,
                    {{slots["line"], swallowing->position.line}, {slots["count"], swallowing->swallowedRows}},
                    {}, "quote");
            return;
        }
        if (form.decoding.certainty == Certainty::ambiguous)
            findings.atHeader(
                *this, cases["ambiguous"], Field::name,
                {{slots["charset"], form.decoding.charset},
                 {slots["other"], fmt::format("{}", fmt::join(form.decoding.otherCharsets, ", "))}},
                "charset");
        else if (!form.damaged.first.empty()) {
            const DamagedCell& first = form.damaged.first.front();
            findings.atPlace(*this, cases["damaged"], Field::name, first.place,
                             {{slots["count"], form.damaged.total},
                              {slots["charset"], form.decoding.charset},
                              {slots["cell"], a1(first.place)},
                              {slots["read"], first.read}},
                             {}, "damaged");
        }
        if (!form.strayQuotes.empty() && swallowing == form.strayQuotes.end())
            findings.atPlace(*this, cases["quote"], Field::name, form.strayQuotes.front().place,
                             {{slots["line"], form.strayQuotes.front().position.line}}, {}, "quote");
    }

  private:
    bool rowsLost_;
};

const KindOf<TextDamaged> textDamaged{"text-damaged"};

/// Headers without a project below, and nobody says that there is none.
class NoProject : public Check
{
  public:
    static constexpr Cases cases{"none", "whose"};
    static constexpr Slots slots{};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const auto declaration =
            std::find_if(table.ignored().begin(), table.ignored().end(),
                         [](const auto& row) { return row.why == Table::Ignored::Why::nilReturn; });
        const bool declared = declaration != table.ignored().end();
        if (table.rowCount() == 0 && declared && !namesItsMinistry(findings, declaration->row))
            return findings.atPlace(*this, cases["whose"], Field::name,
                                    {declaration->row, table.headerPlace(Field::name).column}, {}, {},
                                    "none");
        // Beside a table with projects, headers alone are a form nobody needed.
        const auto& beside = findings.context().beside;
        const bool elsewhere = std::any_of(beside.begin(), beside.end(), [](const Table* other) {
            return other->rowCount() > 0 && other->isOfProjects();
        });
        if (table.rowCount() == 0 && !declared && !elsewhere)
            findings.atHeader(*this, cases["none"], Field::name, {}, "none");
    }

  private:
    /// Whether a ministry is named in the line that declares nothing, or above the headers.
    static bool namesItsMinistry(const Findings& findings, int row)
    {
        const Table& table = findings.table();
        const auto* ministries = findings.context().nomenclatures.find("ministries");
        const auto names = [&](int each) {
            for (int column = 0; column < table.sheet().columnCount(); ++column) {
                const auto text = trimmed(table.sheet().text({each, column}));
                if (!text.empty() && (namesMinistry(text) || (ministries && ministries->entryOf(text))))
                    return true;
            }
            return false;
        };
        bool found = names(row);
        for (int above = 0; above < table.headerRow(); ++above)
            found = found || names(above);
        return found;
    }
};

const KindOf<NoProject> noProject{"no-project"};

/// Units other than M€ and years: where they stand.
class UnitElsewhere : public Check
{
  public:
    static constexpr Cases cases{"taken", "format", "headers"};
    static constexpr Slots slots{"unit", "cell", "headers"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        for (const Place place : table.unitPlaces()) {
            const auto text = trimmed(table.sheet().text(place));
            findings.atPlace(*this, text.empty() ? cases["format"] : cases["taken"], Field::cost, place,
                             {{slots["unit"], text}, {slots["cell"], a1(place)}}, {}, "unit");
        }
        tellHeaders(findings);
    }

  private:
    /// The headers that name another unit than ours, all in one finding.
    void tellHeaders(Findings& findings) const
    {
        const Table& table = findings.table();
        std::vector<std::string> headers;
        std::optional<Field> first;
        for (const auto& column : table.recognised()) {
            const FieldType type = table.columns().field(column.meaning.field).type;
            const bool figure = type == FieldType::money || type == FieldType::years;
            if (!figure || !column.meaning.unitConverted || column.meaning.foreignCurrency) continue;
            const auto header = trimmed(table.header(column.meaning.field));
            const bool toldByPlace =
                type == FieldType::money && !table.unitPlaces().empty() && !unitOfAmounts(header).money;
            if (toldByPlace) continue;
            if (!first) first = column.meaning.field;
            headers.push_back(fmt::format("« {} »", trimmed(table.header(column.meaning.field))));
        }
        if (first)
            findings.atHeader(*this, cases["headers"], *first,
                              {{slots["headers"], fmt::format("{}", fmt::join(headers, ", "))}}, "units");
    }
};

const KindOf<UnitElsewhere> unitElsewhere{"unit-elsewhere"};

/// Amounts in another currency are no M€.
class Currency : public Check
{
  public:
    static constexpr Cases cases{"foreign"};
    static constexpr Slots slots{};

    void run(Findings& findings) const override
    {
        for (const auto& column : findings.table().recognised())
            if (column.meaning.foreignCurrency)
                findings.atHeader(*this, cases["foreign"], column.meaning.field, {},
                                  std::string(keyOf(column.meaning.field)));
    }
};

const KindOf<Currency> currency{"currency"};

/// Most amounts of a column are a thousand times too high or too low, or most durations too long for years:
/// their unit was not understood.
class UnitDoubtful : public Check
{
  public:
    static constexpr Cases cases{"too-high", "too-low"};
    static constexpr Slots slots{"count", "example"};

    bool canFind(Case which) const override
    {
        return which == cases["too-high"] || fields.empty() || !isYears(fields.front());
    }

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        for (const Field field : fields) {
            if (!table.isImplausible(field)) continue;
            std::size_t high = 0, low = 0;
            std::optional<double> example;
            for (const Reading& reading : table.readings(field)) {
                if (!reading.isNumber() || reading.number <= 0) continue;
                const bool tooHigh = reading.number >
                                     (isYears(field) ? limits::mostUsualYears : limits::highestUsualAmount),
                           tooLow = !isYears(field) && reading.number < limits::lowestUsualAmount;
                high += tooHigh;
                low += tooLow;
                if ((tooHigh || tooLow) && !example) example = reading.number;
            }
            findings.atHeader(
                *this, high > low ? cases["too-high"] : cases["too-low"], field,
                {{slots["count"], std::max(high, low)}, {slots["example"], exampleOf(field, *example)}},
                std::string(keyOf(field)));
        }
    }

  private:
    static bool isYears(Field field)
    {
        const auto& group = says::years;
        return field == Field::initialDuration ||
               std::find(std::begin(group), std::end(group), field) != std::end(group);
    }

    static Argument::Value exampleOf(Field field, double example)
    {
        return isYears(field) ? Argument::Value(example) : Argument::Value(Argument::Cost{example});
    }
};

const KindOf<UnitDoubtful> unitDoubtful{"unit-doubtful"};

} // namespace

} // namespace panorama
