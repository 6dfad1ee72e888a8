#include "core/rules/examples.hpp"

#include "core/text/date.hpp"
#include "core/text/number.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace panorama {

namespace {

/// A cell as a pack writes it: 12.5 a number, 2015-04-01 a date, TRUE a logical value, 'text or anything else
/// a text.
void putCell(Sheet& sheet, Place place, std::string_view written)
{
    if (written.starts_with('\'')) return sheet.addText(place, written.substr(1));
    if (written == "TRUE" || written == "FALSE")
        return sheet.addNumber(place, written == "TRUE", CellKind::logical);
    const auto date = parseDate(written);
    if (date && date->form == DateForm::iso && written.size() == 10)
        return sheet.addNumber(place, serialOf(date->date), CellKind::date);
    const auto number = parseNumber(written);
    const bool plain = number && number->unit == NumberUnit::none && !number->grouped &&
                       number->decimalMark != ',' &&
                       written.find_first_not_of("-0123456789.") == std::string_view::npos;
    if (plain) return sheet.addNumber(place, number->value);
    sheet.addText(place, written);
}

class ExampleSheet
{
  public:
    ExampleSheet(const RuleExample& example, const Columns& columns) : sheet_("exemple", CellOrigin::document)
    {
        for (const auto& row : example.rows)
            for (const auto& [key, cell] : row)
                if (columnOf(key) < 0) keys_.push_back(key);
        // Filler columns make a header out of the few that an example needs.
        for (const char* filler : {"name", "more_info", "zone"})
            if (columnOf(filler) < 0) keys_.emplace_back(filler);
        for (std::size_t i = 0; i < keys_.size(); ++i)
            sheet_.addText({0, static_cast<int>(i)}, columns.field(*columns.find(keys_[i])).label.french);
        for (std::size_t row = 0; row < example.rows.size(); ++row) {
            sheet_.addText({static_cast<int>(row) + 1, columnOf("zone")},
                           "."); // a row of blanks would be no project
            for (const auto& [key, cell] : example.rows[row])
                putCell(sheet_, {static_cast<int>(row) + 1, columnOf(key)}, cell);
        }
    }

    Sheet& sheet() { return sheet_; }

  private:
    int columnOf(std::string_view key) const
    {
        const auto found = std::find(keys_.begin(), keys_.end(), key);
        return found == keys_.end() ? -1 : static_cast<int>(found - keys_.begin());
    }

    std::vector<std::string> keys_;
    Sheet sheet_;
};

std::string_view nameOf(Severity severity)
{
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "info";
}

std::string fixText(const Fix& fix)
{
    if (fix.kind == Fix::Kind::text) return fix.text;
    if (fix.kind == Fix::Kind::number) return fmt::format("{}", fix.number);
    const auto date = dateOfSerial(fix.number);
    return date ? isoDate(*date) : std::string();
}

void applyFix(Sheet& sheet, Place place, const Fix& fix)
{
    if (fix.kind == Fix::Kind::text)
        sheet.addText(place, fix.text);
    else
        sheet.addNumber(place, fix.number, fix.kind == Fix::Kind::date ? CellKind::date : CellKind::number);
}

class ExampleRun
{
  public:
    ExampleRun(const Rule& rule, const Columns& columns, const CheckContext& context)
        : rule_(rule), columns_(columns), context_(context)
    {
    }

    /// What the rule finds in a sheet, in the form of an announcement.
    std::vector<Finding> findings(const Sheet& sheet)
    {
        tables_ = findTables(sheet, columns_);
        if (tables_.empty()) return {};
        Findings found(tables_.front(), context_);
        found.startRule(rule_);
        for (const auto& check : rule_.checks)
            check->run(found);
        return found.take();
    }

    std::string describe(const std::vector<Finding>& found) const
    {
        std::string text;
        for (const Finding& finding : found)
            text += fmt::format("{}{} {}", text.empty() ? "" : "; ", nameOf(finding.severity),
                                columns_.field(finding.field).key);
        return text.empty() ? "nothing" : text;
    }

  private:
    const Rule& rule_;
    const Columns& columns_;
    const CheckContext& context_;
    std::vector<Table> tables_;
};

/// What came out where it is not what was announced.
std::optional<std::string> failure(const RuleExample& example, ExampleRun& run, Sheet& sheet,
                                   const std::string& announced)
{
    const auto found = run.findings(sheet);
    if (std::string described = run.describe(found); described != announced) return described;
    if (!example.fix) return std::nullopt;
    const std::optional<Fix> fix = found.front().fix;
    if (!fix) return "no fix";
    if (fixText(*fix) != *example.fix) return "fix " + fixText(*fix);
    const Place place = found.front().place;
    applyFix(sheet, place, *fix);
    if (const auto left = run.findings(sheet); !left.empty()) return "after the fix: " + run.describe(left);
    return std::nullopt;
}

} // namespace

std::vector<ExampleFailure> runExamples(const Pack& pack, const Columns& columns,
                                        const Nomenclatures& nomenclatures, const EditionTable& editions)
{
    std::vector<ExampleFailure> failures;
    for (const auto& rule : pack.rules)
        for (const RuleExample& example : rule->examples) {
            CheckContext context{nomenclatures, editions, {}};
            context.edition.month = example.edition;
            const auto* edition = example.edition ? editions.near(*example.edition) : nullptr;
            if (edition) context.edition.number = edition->number;
            ExampleSheet written(example, columns);
            ExampleRun run(*rule, columns, context);
            const std::string announced = example.finds
                                              ? fmt::format("{} {}", nameOf(*example.finds), example.field)
                                              : std::string("nothing");
            if (const auto found = failure(example, run, written.sheet(), announced))
                failures.push_back({rule->id, example.line, announced, *found});
        }
    return failures;
}

} // namespace panorama
