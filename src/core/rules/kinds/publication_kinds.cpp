// Kinds that look at a file as it is to be published: bytes, headers, what the workbook carries along.

#include "core/figures/cost_band.hpp"
#include "core/rules/check_kind.hpp"
#include "core/table/per_text.hpp"
#include "core/table/said_unit.hpp"
#include "core/text/fold.hpp"
#include "core/text/plain_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <set>

namespace panorama {

namespace {

/// Whether the published header may take the place of one without changing what the numbers below it mean:
/// it names no unit, so that "(k€)" or "(mois)" must be converted, and not renamed.
bool keepsUnit(const Table& table, Field field, std::string_view said)
{
    const UnitSaid unit = unitOfAmounts(said);
    return table.divisor(field) == 1 && !(unit.money && (unit.foreign || unit.divisor != 1));
}

/// What programs are told before the first header: the charset, and a line with the separator.
class Utf8 : public Check
{
  public:
    static constexpr Cases cases{"not-utf8", "separator-line"};
    static constexpr Slots slots{"charset"};

    void run(Findings& findings) const override
    {
        const auto* facts = findings.context().facts;
        const auto field = firstField(findings.table());
        if (!facts || !field) return;
        if (!facts->charset.empty() && facts->charset != "UTF-8")
            findings.atHeader(*this, cases["not-utf8"], *field, {{slots["charset"], facts->charset}},
                              "charset");
        if (facts->csv && facts->csv->separatorLine)
            findings.atHeader(*this, cases["separator-line"], *field, {}, "separator-line");
    }
};

const KindOf<Utf8> utf8{"encoding"};

/// The headers of a published file, to the letter and in their order, and no column beside them.
class ExactHeaders : public Check
{
  public:
    static constexpr Cases cases{"differs",    "misplaced", "missing",    "empty-columns", "other-column",
                                 "other-line", "above",     "blank-line", "invisible"};
    static constexpr Slots slots{"expected", "count", "found"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        if (!table.layout() || table.layout()->published.empty()) return;
        const auto& published = table.layout()->published;
        int column = firstColumn(table);
        bool inOrder = true;
        std::vector<std::string> missing;
        for (const auto& [field, header] : published) {
            if (!table.has(field)) {
                missing.push_back(header);
                continue;
            }
            const Place place = table.headerPlace(field);
            const auto said = table.sheet().text(place);
            if (said != header)
                findings.atPlace(*this, cases["differs"], field, place, {{slots["expected"], header}},
                                 keepsUnit(table, field, said)
                                     ? std::optional(textFix(FixDegree::sure, header))
                                     : std::nullopt);
            else if (inOrder && missing.empty() && place.column != column) {
                inOrder = false;
                findings.atPlace(*this, cases["misplaced"], field, place,
                                 {{slots["expected"], columnName(column)}});
            }
            ++column;
        }
        if (!missing.empty())
            findings.atHeader(*this, cases["missing"], published.front().first,
                              {{slots["expected"], fmt::format("{}", fmt::join(missing, ", "))},
                               {slots["count"], missing.size()}},
                              "missing");
        findEmptyColumns(findings);
        findOthers(findings);
    }

  private:
    /// The file holds its headers on top, its fifteen columns and its projects, and nothing else.
    void findOthers(Findings& findings) const
    {
        const Table& table = findings.table();
        const auto other = [&](Case found, Place place) {
            findings.atPlace(*this, found, Field::name, place,
                             {{slots["found"], trimmed(table.sheet().text(place))}}, {}, "other");
        };
        for (const auto& unknown : table.unrecognised())
            other(cases["other-column"], unknown.place);
        for (const auto& column : table.repeated())
            other(cases["other-column"], {table.headerRow(), column.column});
        const auto& published = table.layout()->published;
        for (const auto& column : table.recognised())
            if (std::none_of(published.begin(), published.end(),
                             [&](const auto& each) { return each.first == column.meaning.field; }))
                other(cases["other-column"], {table.headerRow(), column.column});
        for (const auto& line : table.ignored())
            other(cases["other-line"], {line.row, firstFilledColumn(table, line.row)});
        if (table.headerRow() > 0) other(cases["above"], {0, firstFilledColumn(table, 0)});
        findBlankLine(findings);
        findInvisible(findings);
    }

    /// A line without anything below the headers.
    void findBlankLine(Findings& findings) const
    {
        const Table& table = findings.table();
        const Sheet& sheet = table.sheet();
        const auto isBlank = [&](int row) {
            for (int column = 0; column < sheet.columnCount(); ++column)
                if (sheet.kind({row, column}) != CellKind::empty) return false;
            return true;
        };
        const auto* facts = findings.context().facts;
        const int lastRecord = facts && facts->csv ? facts->csv->lastRecord : -1; // ",,,," below the projects
        const int lastProject =
            table.rowCount() == 0 ? table.headerRow() : table.place(Field::name, table.rowCount() - 1).row;
        for (int row = table.headerRow() + 1; row <= std::max(lastProject, lastRecord); ++row)
            if (isBlank(row))
                return findings.atPlace(*this, cases["blank-line"], Field::name, {row, firstColumn(table)},
                                        {{slots["found"], std::to_string(row + 1)}}, {}, "blank");
    }

    void findInvisible(Findings& findings) const
    {
        const Table& table = findings.table();
        const Sheet& sheet = table.sheet();
        PerText<bool> odd; // each text once
        for (int row = 0; row < sheet.rowCount(); ++row)
            for (int column = 0; column < sheet.columnCount(); ++column) {
                const Place place{row, column};
                if (sheet.kind(place) != CellKind::text) continue;
                const auto isOdd = [&] {
                    const auto found = oddCharacterIn(sheet.text(place));
                    return found && found->kind == OddCharacter::Kind::invisible;
                };
                if (odd.get(sheet.textId(place), isOdd))
                    return findings.atPlace(*this, cases["invisible"], Field::name, place,
                                            {{slots["found"], a1(place)}}, {}, "invisible");
            }
    }

    static int firstFilledColumn(const Table& table, int row)
    {
        for (int column = 0; column < table.sheet().columnCount(); ++column)
            if (!trimmed(table.sheet().text({row, column})).empty()) return column;
        return 0;
    }

    static int firstColumn(const Table& table)
    {
        int first = table.recognised().front().column;
        for (const auto& column : table.recognised())
            first = std::min(first, column.column);
        return first;
    }

    /// Columns behind the last header: nothing but separators in the file.
    void findEmptyColumns(Findings& findings) const
    {
        const Table& table = findings.table();
        int last = 0;
        for (const auto& column : table.recognised())
            last = std::max(last, column.column);
        for (const auto& unknown : table.unrecognised())
            last = std::max(last, unknown.place.column);
        const int empty = table.sheet().widest() - 1 - last;
        if (empty <= 0) return;
        const Place place{table.headerRow(), last + 1};
        findings.atPlace(*this, cases["empty-columns"], table.recognised().back().meaning.field, place,
                         {{slots["count"], empty}, {slots["expected"], columnName(last)}});
    }
};

const KindOf<ExactHeaders> exactHeaders{"exact-headers"};

/// What a file for everybody must not carry along.
class WorkbookLeaks : public Check
{
  public:
    static constexpr Cases cases{"external-link", "hidden-sheet", "comment", "author"};
    static constexpr Slots slots{"found", "sheet", "cell"};

    void run(Findings& findings) const override
    {
        const auto* facts = findings.context().facts;
        const auto field = firstField(findings.table());
        if (!facts || !field) return;
        const auto report = [&](Case found, std::string_view sheet, const std::string& cell,
                                std::string_view what, std::optional<Place> place) {
            std::vector<Argument> arguments{
                {slots["found"], what}, {slots["sheet"], sheet}, {slots["cell"], cell}};
            const std::string subject = fmt::format("{} {} {} {}", found.index, sheet, cell, what);
            if (place && sheet == findings.table().sheet().name())
                findings.atPlace(*this, found, *field, *place, std::move(arguments), {}, subject);
            else
                findings.atHeader(*this, found, *field, std::move(arguments), subject);
        };
        for (const auto& link : facts->links)
            report(cases["external-link"], link.sheet, link.place ? a1(*link.place) : std::string(),
                   link.target, link.place);
        for (const auto& sheet : facts->hiddenSheets)
            report(cases["hidden-sheet"], sheet, {}, sheet, {});
        for (const auto& note : facts->comments)
            report(cases["comment"], note.sheet, a1(note.place), a1(note.place), note.place);
        if (!facts->author.empty()) report(cases["author"], {}, {}, facts->author, {});
    }
};

const KindOf<WorkbookLeaks> workbookLeaks{"workbook-leaks"};

/// One edition: every row has the same date of publication, and the file's name does not say another.
class SameEdition : public Check
{
  public:
    static constexpr Cases cases{"differs", "elsewhere"};
    static constexpr Slots slots{"expected", "source"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        const auto field = firstField(table);
        if (!field) return;
        std::map<double, std::size_t> counts;
        for (const Reading& reading : table.readings(*field))
            if (reading.isDate()) ++counts[reading.number];
        if (counts.empty()) return;
        const double usual = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
                                 return a.second < b.second;
                             })->first;
        eachCell(findings, [&](Field each, std::size_t row, const Reading& reading) {
            if (reading.isDate() && reading.number != usual)
                findings.atCell(*this, cases["differs"], each, row,
                                {{slots["expected"], dayOf(usual)}, {slots["source"], ""}},
                                dateFix(FixDegree::toConfirm, usual));
        });
        compareElsewhere(findings, *field, usual);
    }

  private:
    void compareElsewhere(Findings& findings, Field field, double usual) const
    {
        const CheckContext& context = findings.context();
        const auto date = dateOfSerial(usual);
        const bool named = context.fileEdition.month.has_value();
        const bool given = context.edition.source == EditionContext::Source::option && context.edition.month;
        if (!date || (!named && !given)) return;
        const YearMonth said = given ? *context.edition.month : *context.fileEdition.month;
        // An edition of November is published in December.
        if (std::abs((monthOf(*date) - said).count()) <= 1) return;
        findings.atHeader(*this, cases["elsewhere"], field,
                          {{slots["expected"], dayOf(usual)}, {slots["source"], said}}, "elsewhere");
    }
};

const KindOf<SameEdition> sameEdition{"same-edition"};

/// A chart by band or by phase shows all of them that the table has.
class ChartCoverage : public Check
{
  public:
    static constexpr Cases cases{"missing"};
    static constexpr Slots slots{"chart", "missing"};

    void run(Findings& findings) const override
    {
        const auto* facts = findings.context().facts;
        if (!facts) return;
        for (const Field field : fields)
            for (const auto& chart : facts->charts)
                judge(findings, field, chart);
    }

  private:
    void judge(Findings& findings, Field field, const WorkbookFacts::Chart& chart) const
    {
        const Table& table = findings.table();
        std::map<std::string, std::string> wanted;
        for (const Reading& reading : table.readings(field))
            if (const auto text = trimmed(table.textOf(reading)); !text.empty())
                wanted.emplace(keyOf(text), text);
        std::set<std::string> shown;
        for (const auto& category : chart.categories)
            shown.insert(keyOf(category));
        std::vector<std::string> missing;
        std::size_t common = 0;
        for (const auto& [key, text] : wanted) {
            if (shown.contains(key))
                ++common;
            else
                missing.push_back(text);
        }
        if (common < 2 || missing.empty()) return; // the chart is about something else, or complete
        findings.atHeader(*this, cases["missing"], field,
                          {{slots["chart"], chart.title.empty() ? chart.sheet : chart.title},
                           {slots["missing"], fmt::format("{}", fmt::join(missing, ", "))}},
                          chart.title);
    }

    static std::string keyOf(std::string_view text)
    {
        const auto band = parseCostBand(text);
        return band ? std::string(nameOf(*band)) : fold(text);
    }
};

const KindOf<ChartCoverage> chartCoverage{"chart-coverage"};

/// A published file has decimal points and ISO dates, in every column.
class PlainForm : public Check
{
  public:
    static constexpr Cases cases{"comma", "date"};
    static constexpr Slots slots{"expected", "count"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        if (table.sheet().origin() != CellOrigin::plainText) return;
        for (const Field field : fields)
            if (table.has(field)) judge(findings, field);
    }

  private:
    void judge(Findings& findings, Field field) const
    {
        const Table& table = findings.table();
        const auto& readings = table.readings(field);
        std::size_t commas = 0, otherDates = 0;
        std::string example;
        for (std::size_t row = 0; row < readings.size(); ++row) {
            const auto text = trimmed(table.sheet().text(table.place(field, row)));
            // What is typed as text has its own finding at its cell.
            if (readings[row].typedAsText || text.empty()) continue;
            const bool isComma = readings[row].isNumber() && text.find(',') != std::string_view::npos;
            const bool isOther = readings[row].isDate() && text.size() > 4 && text[4] != '-';
            if ((isComma || isOther) && example.empty()) example = expectedOf(readings[row], text);
            commas += isComma;
            otherDates += isOther;
        }
        if (commas > 0)
            findings.atHeader(*this, cases["comma"], field,
                              {{slots["expected"], example}, {slots["count"], commas}});
        if (otherDates > 0)
            findings.atHeader(*this, cases["date"], field,
                              {{slots["expected"], example}, {slots["count"], otherDates}});
    }

    static std::string expectedOf(const Reading& reading, std::string_view text)
    {
        if (reading.isDate())
            if (const auto day = dateOfSerial(reading.number)) return isoDate(*day);
        std::string point(text);
        std::replace(point.begin(), point.end(), ',', '.');
        return point;
    }
};

const KindOf<PlainForm> plainForm{"plain-form"};

} // namespace

} // namespace panorama
