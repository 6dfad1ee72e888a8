#include "core/rules/examples.hpp"

#include "core/rules/waivers.hpp"
#include "core/table/csv.hpp"
#include "core/table/set_aside.hpp"
#include "core/text/date.hpp"
#include "core/text/fold.hpp"
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

/// The rows of an example as a sheet; its headers are the published ones where there are any.
class ExampleSheet
{
  public:
    ExampleSheet(const std::vector<RuleExample::Row>& rows, const Columns& columns, std::string name,
                 CellOrigin origin)
        : sheet_(std::move(name), origin)
    {
        for (const auto& row : rows)
            for (const auto& [key, cell] : row)
                if (!columnOf(key)) keys_.push_back(key);
        // Filler columns make a header out of the few that an example needs.
        for (const char* filler : {"name", "more_info", "zone"})
            if (keys_.size() < enoughColumns && !columnOf(filler)) keys_.emplace_back(filler);
        for (std::size_t i = 0; i < keys_.size(); ++i)
            sheet_.addText({0, static_cast<int>(i)}, headerOf(*fieldNamed(keys_[i]), columns));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            // A row of blanks would be no project.
            if (const auto filler = columnOf("zone"))
                sheet_.addText({static_cast<int>(row) + 1, *filler}, ".");
            for (const auto& [key, cell] : rows[row])
                putCell(sheet_, {static_cast<int>(row) + 1, *columnOf(key)}, cell);
        }
    }

    Sheet take() { return std::move(sheet_); }

  private:
    static constexpr std::size_t enoughColumns = 15;

    static std::string headerOf(Field field, const Columns& columns)
    {
        for (const auto& layout : columns.layouts())
            for (const auto& [published, header] : layout.published)
                if (published == field) return header;
        return columns.field(field).label.french;
    }

    std::optional<int> columnOf(std::string_view key) const
    {
        const auto found = std::find(keys_.begin(), keys_.end(), key);
        if (found == keys_.end()) return std::nullopt;
        return static_cast<int>(found - keys_.begin());
    }

    std::vector<std::string> keys_;
    Sheet sheet_;
};

/// "Titre: cadrage; déploiement".
WorkbookFacts::Chart chartOf(const std::string& value)
{
    WorkbookFacts::Chart chart;
    const std::size_t colon = std::min(value.find(':'), value.size());
    chart.title = value.substr(0, colon);
    for (std::size_t start = colon + 1; start < value.size();) {
        const std::size_t end = std::min(value.find(';', start), value.size());
        chart.categories.emplace_back(trimmed(value.substr(start, end - start)));
        start = end + 1;
    }
    return chart;
}

/// What an example says of the workbook beside its cells.
WorkbookFacts factsOf(const RuleExample& example, std::vector<Sheet>& sheets)
{
    WorkbookFacts facts;
    for (const auto& [kind, value] : example.facts) {
        if (kind == "charset") facts.charset = value;
        if (kind == "separator-line") facts.csv.emplace().separatorLine = true;
        if (kind == "author") facts.author = value;
        if (kind == "hidden-sheet") facts.hiddenSheets.push_back(value);
        if (kind == "comment") facts.comments.push_back({"exemple", {1, 0}});
        if (kind == "link") facts.links.push_back({"exemple", {}, value});
        if (kind == "chart") facts.charts.push_back(chartOf(value));
        if (kind == "hidden-row") {
            SheetLook look;
            look.hiddenRows.push_back(std::stoi(value) - 1);
            sheets.front().setLook(std::move(look));
        }
        if (kind == "text") {
            sheets.emplace_back("texte", CellOrigin::document);
            sheets.back().addText({0, 0}, value);
        }
    }
    return facts;
}

/// A part of the workbook that the example says was set aside.
std::vector<SetAside> setAsideIn(const RuleExample& example, const Sheet& sheet)
{
    static constexpr std::pair<std::string_view, SetAside::Why> names[] = {
        {"likely", SetAside::Why::likely},
        {"other-table", SetAside::Why::otherTable},
        {"counted", SetAside::Why::counted},
        {"copy", SetAside::Why::copy},
        {"hidden-sheet", SetAside::Why::hiddenSheet},
        {"outside", SetAside::Why::outside}};
    std::vector<SetAside> parts;
    for (const auto& [kind, value] : example.facts)
        for (const auto& [name, why] : names)
            if (kind == "set-aside" && value == name) parts.push_back({why, &sheet, {0, 0}, 2});
    return parts;
}

std::string_view nameOf(Severity severity)
{
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "info";
}

std::string editText(const CellEdit& edit)
{
    if (edit.kind == CellEdit::Kind::text) return edit.text;
    if (edit.kind == CellEdit::Kind::number) return fmt::format("{}", edit.number);
    const auto date = dateOfSerial(edit.number);
    return date ? isoDate(*date) : std::string();
}

void apply(Sheet& sheet, const CellEdit& edit)
{
    if (edit.kind == CellEdit::Kind::text)
        sheet.addText(edit.place, edit.text);
    else
        sheet.addNumber(edit.place, edit.number,
                        edit.kind == CellEdit::Kind::date ? CellKind::date : CellKind::number);
}

EditionContext editionOf(std::optional<YearMonth> month, const EditionTable& editions)
{
    EditionContext context;
    context.month = month;
    const auto* edition = month ? editions.near(*month) : nullptr;
    if (edition) context.number = edition->number;
    return context;
}

// Examples are judged on one day, whenever they are run.
constexpr Date exampleDay = std::chrono::year(2026) / 11 / 24;

/// An example's workbook, and what one rule alone finds in it.
class ExampleRun
{
  public:
    ExampleRun(const Pack& pack, const Rule& rule, const RuleExample& example, const Columns& columns,
               const Nomenclatures& nomenclatures, const EditionTable& editions)
        : pack_(pack), rule_(rule), example_(example), columns_(columns), nomenclatures_(nomenclatures),
          editions_(editions)
    {
        const auto origin = example.fromCsv ? CellOrigin::plainText : CellOrigin::document;
        if (example.csv.empty())
            sheets_.push_back(ExampleSheet(example.rows, columns, "exemple", origin).take());
        else if (auto csv = parseCsv(example.csv, "exemple")) {
            sheets_.push_back(std::move(csv->sheet));
            csv_ = csv->form;
        }
        for (const auto& rows : example.beside)
            sheets_.push_back(ExampleSheet(rows, columns, "à côté", origin).take());
        if (!example.previous.empty())
            previous_.push_back(ExampleSheet(example.previous, columns, "précédente", origin).take());
        facts_ = factsOf(example, sheets_);
        if (csv_) facts_.csv = csv_;
    }

    std::vector<Finding> findings()
    {
        tables_.clear();
        for (const Sheet& sheet : sheets_)
            for (Table& table : findTables(sheet, columns_))
                tables_.push_back(std::move(table));
        if (tables_.empty()) return {};
        CheckContext context{.nomenclatures = nomenclatures_, .editions = editions_};
        context.edition = editionOf(example_.edition, editions_);
        context.facts = &facts_;
        context.sheets = sheets_;
        const auto setAside = setAsideIn(example_, sheets_.front());
        context.setAside = setAside;
        std::vector<const Table*> beside, waivers;
        const Table* main = &tables_.front();
        for (std::size_t i = 1; i < tables_.size(); ++i) {
            beside.push_back(&tables_[i]);
            if (tables_[i].role() == LayoutRole::waivers) waivers.push_back(&tables_[i]);
        }
        context.beside = beside;
        before_ = previous_.empty() ? std::vector<Table>() : findTables(previous_.front(), columns_);
        earlier_.reset();
        if (!before_.empty())
            earlier_.emplace(EarlierEdition{before_.front(),
                                            editionOf(example_.previousEdition, editions_),
                                            TableMatch(before_.front(), *main),
                                            {}});
        context.earlier = earlier_ ? &*earlier_ : nullptr;
        const auto judged = applyWaivers(waivers, {&main, 1}, {}, pack_, exampleDay);
        context.waivers = &judged;
        auto found = run(*main, context);
        for (const Table* list : waivers)
            for (Finding& finding : run(*list, context))
                found.push_back(std::move(finding));
        return found;
    }

    void apply(const Fix& fix)
    {
        for (const CellEdit& edit : fix.edits)
            panorama::apply(sheets_.front(), edit);
    }

    std::string describe(const std::vector<Finding>& found) const
    {
        std::string text;
        for (const Finding& finding : found)
            text += fmt::format("{}{} {}", text.empty() ? "" : "; ", nameOf(finding.severity),
                                keyOf(finding.field));
        return text.empty() ? "nothing" : text;
    }

  private:
    std::vector<Finding> run(const Table& table, const CheckContext& context) const
    {
        Findings found(table, context);
        found.startRule(rule_);
        for (const auto& check : rule_.checks)
            if (check->looksAtWaivers() == (table.role() == LayoutRole::waivers)) check->run(found);
        return found.take();
    }

    const Pack& pack_;
    const Rule& rule_;
    const RuleExample& example_;
    const Columns& columns_;
    const Nomenclatures& nomenclatures_;
    const EditionTable& editions_;
    std::vector<Sheet> sheets_, previous_;
    std::vector<Table> tables_, before_;
    std::optional<EarlierEdition> earlier_;
    WorkbookFacts facts_;
    std::optional<CsvForm> csv_;
};

/// What came out where it is not what was announced.
std::optional<std::string> failure(const RuleExample& example, ExampleRun& run, const std::string& announced,
                                   const std::function<void(const Finding&)>& seen)
{
    const auto found = run.findings();
    if (seen) std::for_each(found.begin(), found.end(), seen);
    if (std::string described = run.describe(found); described != announced) return described;
    if (!example.fix) return std::nullopt;
    const std::optional<Fix> fix = found.empty() ? std::nullopt : found.front().fix;
    if (!fix) return "no fix";
    if (editText(fix->edits.front()) != *example.fix) return "fix " + editText(fix->edits.front());
    run.apply(*fix);
    if (const auto left = run.findings(); !left.empty()) return "after the fix: " + run.describe(left);
    return std::nullopt;
}

} // namespace

std::vector<ExampleFailure> runExamples(const Pack& pack, const Columns& columns,
                                        const Nomenclatures& nomenclatures, const EditionTable& editions,
                                        const std::function<void(const Finding&)>& seen)
{
    std::vector<ExampleFailure> failures;
    for (const auto& rule : pack.rules)
        for (const RuleExample& example : rule->examples) {
            ExampleRun run(pack, *rule, example, columns, nomenclatures, editions);
            const std::string announced = example.finds
                                              ? fmt::format("{} {}", nameOf(*example.finds), example.field)
                                              : std::string("nothing");
            if (const auto found = failure(example, run, announced, seen))
                failures.push_back({rule->id, example.line, announced, *found});
        }
    return failures;
}

} // namespace panorama
