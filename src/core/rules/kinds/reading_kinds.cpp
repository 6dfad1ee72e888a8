// Kinds that look at how a table was read, before anything is judged: columns that are missing, not
// understood or there twice, rows and units that need a word.

#include "core/rules/check_kind.hpp"
#include "core/table/csv_form.hpp"
#include "core/table/workbook_facts.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace panorama {

namespace {

/// The headers nobody understands, as they stand: "Budget 1 (K), Étape (L)".
std::string unknownHeaders(const Table& table)
{
    constexpr std::size_t mostShown = 8;
    std::string text;
    std::size_t shown = 0;
    for (const auto& unknown : table.unrecognised()) {
        if (shown++ == mostShown) return text + "…";
        text += fmt::format("{}« {} » ({})", text.empty() ? "" : ", ", unknown.header,
                            columnName(unknown.place.column));
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
        const std::string unknown = unknownHeaders(table);
        findings.atHeader(*this, unknown.empty() ? cases["absent"] : cases["not-understood"], fields.front(),
                          {{slots["column"], label}, {slots["unknown"], unknown}},
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

/// A field that two columns say: for the same projects alike, or not.
class ColumnTwice : public Check
{
  public:
    static constexpr Cases cases{"differs", "same"};
    static constexpr Slots slots{"column", "used", "other", "row"};

    explicit ColumnTwice(CheckSource& source)
        : wantsDifferent_(source.choice("values", {"same", "differ"}) == 1)
    {
    }

    bool canFind(Case which) const override { return (which == cases["differs"]) == wantsDifferent_; }

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        for (const auto& column : table.repeated()) {
            if (column.meaning.year) continue; // another year's
            const auto row = firstDifference(table, column);
            if (row.has_value() != wantsDifferent_) continue;
            const Field field = column.meaning.field;
            const Place used = table.headerPlace(field);
            findings.atPlace(*this, wantsDifferent_ ? cases["differs"] : cases["same"], field,
                             {used.row, column.column},
                             {{slots["column"], table.columns().field(field).label},
                              {slots["used"], columnName(used.column)},
                              {slots["other"], columnName(column.column)},
                              {slots["row"], row ? table.place(field, *row).row + 1 : 0}});
        }
    }

  private:
    static std::optional<std::size_t> firstDifference(const Table& table, const Table::Column& column)
    {
        const Field field = column.meaning.field;
        std::vector<Place> places;
        for (std::size_t row = 0; row < table.rowCount(); ++row)
            places.push_back({table.place(field, row).row, column.column});
        ColumnReader reader(table.sheet(), table.columns().field(field).type, column.meaning.divisor);
        const auto others = reader.read(places);
        for (std::size_t row = 0; row < others.size(); ++row) {
            const Reading &own = table.readings(field)[row], &other = others[row];
            const bool same = own.isEmpty() || other.isEmpty() ||
                              (own.kind == other.kind && own.number == other.number &&
                               fold(table.textOf(own)) == fold(table.textOf(other)));
            if (!same && !(own.isNumber() && other.isNumber() && own.number == other.number)) return row;
        }
        return std::nullopt;
    }

    bool wantsDifferent_;
};

const KindOf<ColumnTwice> columnTwice{"column-twice"};

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
        const Place place{rows.front(), table.place(Field::name, 0).column};
        findings.atPlace(*this, cases["doubtful"], Field::name, place,
                         {{slots["rows"], list},
                          {slots["count"], rows.size()},
                          {slots["shown"], table.sheet().text(place)}},
                         {}, "doubtful");
    }
};

const KindOf<RowsDoubtful> rowsDoubtful{"rows-doubtful"};

/// Bytes of a file that were damaged, or that two charsets read otherwise.
class TextDamaged : public Check
{
  public:
    static constexpr Cases cases{"damaged", "ambiguous", "quote"};
    static constexpr Slots slots{"charset", "count", "cell", "read", "other", "line"};

    void run(Findings& findings) const override
    {
        const auto* facts = findings.context().facts;
        if (!facts || !facts->csv) return;
        const CsvForm& form = *facts->csv;
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
        if (!form.strayQuotes.empty())
            findings.atPlace(*this, cases["quote"], Field::name, form.strayQuotes.front().place,
                             {{slots["line"], form.strayQuotes.front().position.line}}, {}, "quote");
    }
};

const KindOf<TextDamaged> textDamaged{"text-damaged"};

/// Headers without a project below, and nobody says that there is none.
class NoProject : public Check
{
  public:
    static constexpr Cases cases{"none"};
    static constexpr Slots slots{};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const bool declared =
            std::any_of(table.ignored().begin(), table.ignored().end(),
                        [](const auto& row) { return row.why == Table::Ignored::Why::nilReturn; });
        if (table.rowCount() == 0 && !declared)
            findings.atHeader(*this, cases["none"], Field::name, {}, "none");
    }
};

const KindOf<NoProject> noProject{"no-project"};

/// A unit that no header of its column says: where it stands.
class UnitElsewhere : public Check
{
  public:
    static constexpr Cases cases{"taken"};
    static constexpr Slots slots{"unit", "cell"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        if (!table.unitPlace()) return;
        findings.atPlace(*this, cases["taken"], Field::cost, *table.unitPlace(),
                         {{slots["unit"], trimmed(table.sheet().text(*table.unitPlace()))},
                          {slots["cell"], a1(*table.unitPlace())}},
                         {}, "unit");
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

/// Most amounts of a column are a thousand times too high or too low: their unit was not understood.
class UnitDoubtful : public Check
{
  public:
    static constexpr Cases cases{"too-high", "too-low"};
    static constexpr Slots slots{"count", "example"};

    explicit UnitDoubtful(CheckSource& source)
        : highest_(source.number("highest")), lowest_(source.number("lowest"))
    {
    }

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        for (const Field field : fields) {
            std::size_t numbers = 0, high = 0, low = 0;
            std::optional<double> example;
            for (const Reading& reading : table.readings(field)) {
                if (!reading.isNumber() || reading.number == 0) continue;
                ++numbers;
                const bool tooHigh = reading.number > highest_, tooLow = reading.number < lowest_;
                high += tooHigh;
                low += tooLow;
                if ((tooHigh || tooLow) && !example) example = reading.number;
            }
            if (numbers == 0 || 2 * std::max(high, low) <= numbers) continue;
            findings.atHeader(
                *this, high > low ? cases["too-high"] : cases["too-low"], field,
                {{slots["count"], std::max(high, low)}, {slots["example"], Argument::Cost{*example}}},
                std::string(keyOf(field)));
        }
    }

  private:
    double highest_, lowest_;
};

const KindOf<UnitDoubtful> unitDoubtful{"unit-doubtful"};

} // namespace

} // namespace panorama
