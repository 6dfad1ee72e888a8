#include "core/live/live_check.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>

namespace panorama {

namespace {

// Below it the whole takes no longer than a glance; above it the user would wait for the row just typed.
constexpr std::size_t fewProjects = 2000;
// More rows than this were not typed: they were sorted, pasted, filled or moved by a row that was inserted,
// and the whole is judged at once.
constexpr std::size_t mostChangedRows = 200;

bool sameSheets(const std::vector<Sheet>& a, const std::vector<Sheet>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Sheet& x, const Sheet& y) { return x.sameContent(y); });
}

/// All but who watches the progress.
bool sameOptions(const CheckOptions& a, const CheckOptions& b)
{
    return a.pack == b.pack && a.editionNumber == b.editionNumber && a.editionMonth == b.editionMonth &&
           a.previous == b.previous && a.renames == b.renames && a.waivers == b.waivers &&
           a.today == b.today && a.headers == b.headers;
}

std::size_t projectsOf(const CheckedWorkbook& workbook)
{
    std::size_t projects = 0;
    for (const CheckedTable& checked : workbook.tables())
        projects += checked.table.rowCount();
    return projects;
}

/// The one sheet that changed, and its rows that did.
struct Change
{
    const Sheet* sheet = nullptr;
    std::vector<int> rows;
};

/// Nothing where the sheets are others, or where too much changed.
std::optional<Change> changeBetween(const std::vector<Sheet>& before, const std::vector<Sheet>& now)
{
    if (before.size() != now.size()) return std::nullopt;
    Change change;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (now[i].name() != before[i].name() || now[i].origin() != before[i].origin()) return std::nullopt;
        auto rows = now[i].differingRows(before[i], mostChangedRows);
        if (!rows || (!rows->empty() && change.sheet)) return std::nullopt;
        if (!rows->empty()) change = {&now[i], std::move(*rows)};
    }
    return change.sheet ? std::optional(std::move(change)) : std::nullopt;
}

/// The tables of projects on a sheet whose rows can be judged one by one. None where the sheet holds anything
/// else: a list of acceptances, for one, speaks of every row.
std::vector<const CheckedTable*> tablesOn(const CheckedWorkbook& workbook, const std::string& sheet)
{
    std::vector<const CheckedTable*> tables;
    for (const CheckedTable& checked : workbook.tables()) {
        if (checked.table.sheet().name() != sheet) continue;
        if (checked.table.role() != LayoutRole::projects) return {};
        tables.push_back(&checked);
    }
    return tables;
}

/// The rows that say what the cells of a table mean: all down to its headers, those of further blocks, units
/// and titles of groups.
std::vector<int> rowsOfMeaning(const Table& table)
{
    std::vector<int> rows(static_cast<std::size_t>(table.lastHeaderRow()) + 1);
    std::iota(rows.begin(), rows.end(), 0);
    rows.insert(rows.end(), table.blockHeaders().begin(), table.blockHeaders().end());
    for (const auto& line : table.ignored())
        if (line.why == Table::Ignored::Why::units || line.why == Table::Ignored::Why::groupTitle)
            rows.push_back(line.row);
    return rows;
}

/// The changed rows below the headers they had. Nothing where one of those changed: then every row may mean
/// something else.
std::optional<Sheet> partOf(const Change& change, const std::vector<const CheckedTable*>& tables)
{
    std::vector<int> rows = change.rows;
    for (const CheckedTable* checked : tables)
        for (const int row : rowsOfMeaning(checked->table)) {
            if (std::binary_search(change.rows.begin(), change.rows.end(), row)) return std::nullopt;
            rows.push_back(row);
        }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return change.sheet->onlyRows(rows);
}

/// What a few rows alone are to be judged by: the edition the whole is for, and its lists of acceptances.
std::optional<CheckOptions> optionsForPart(const CheckOptions& options, const CheckedWorkbook& whole,
                                           const std::vector<const CheckedTable*>& tables)
{
    CheckOptions part = options;
    part.previous = nullptr;
    part.progress = nullptr;
    const EditionContext& edition = tables.front()->edition;
    for (const CheckedTable* checked : tables)
        if (checked->edition.month != edition.month || checked->edition.number != edition.number)
            return std::nullopt;
    part.editionMonth = edition.month;
    part.editionNumber = edition.number;
    for (const CheckedTable& checked : whole.tables())
        if (checked.table.role() == LayoutRole::waivers) part.waivers.push_back(&checked.table);
    return part;
}

} // namespace

bool LiveCheck::isOfSameTerms(const LiveRequest& request, const RuleBook& book) const
{
    return last_.result.workbook && last_.rules == &book && last_.fileName == request.fileName &&
           sameOptions(last_.options, request.options);
}

bool LiveCheck::saysTheSame(const LiveRequest& request, const RuleBook& book) const
{
    return isOfSameTerms(request, book) && last_.facts == request.facts &&
           sameSheets(last_.result.workbook->sheets(), request.sheets);
}

/// A table of the changed rows under the old headers. What compares rows with each other, or with another
/// edition, has to wait for the whole.
void LiveCheck::judgeChangedRows(const LiveRequest& request, const RuleBook& book,
                                 const std::function<void(LiveResult)>& deliver) const
{
    if (!isOfSameTerms(request, book)) return;
    const CheckedWorkbook& before = *last_.result.workbook;
    if (projectsOf(before) < fewProjects) return;
    const auto change = changeBetween(before.sheets(), request.sheets);
    if (!change) return;
    const auto tables = tablesOn(before, change->sheet->name());
    if (tables.empty()) return;
    auto part = partOf(*change, tables);
    const auto options = optionsForPart(request.options, before, tables);
    if (!part || !options) return;
    LiveResult result = last_.result;
    for (const int row : change->rows)
        result.changedRows.emplace_back(change->sheet->name(), row);
    std::vector<Sheet> parts;
    parts.push_back(std::move(*part));
    // The findings point into the lists of acceptances of the whole, which therefore lives as long.
    auto judged = CheckedWorkbook::check(request.fileName, std::move(parts), book, *options);
    result.changed = std::shared_ptr<const CheckedWorkbook>(
        judged.release(), [whole = last_.result.workbook](const CheckedWorkbook* done) { delete done; });
    deliver(std::move(result));
}

void LiveCheck::judgeWhole(LiveRequest request, const RuleBook& book, CheckProgress& progress,
                           const std::function<void(LiveResult)>& deliver)
{
    CheckOptions options = request.options;
    options.progress = &progress;
    auto judged =
        CheckedWorkbook::check(request.fileName, std::move(request.sheets), book, options, request.facts);
    // It points into the edition before, which therefore lives as long.
    std::shared_ptr<const CheckedWorkbook> workbook(
        judged.release(), [before = request.previous](const CheckedWorkbook* done) { delete done; });
    if (progress.isCancelled()) return; // incomplete
    LiveResult result{.workbook = workbook, .comparison = {}, .changed = {}, .changedRows = {}};
    if (auto comparison = comparisonOf(*workbook, book.editions()))
        result.comparison = std::make_shared<const EditionComparison>(std::move(*comparison));
    last_ = {.result = result,
             .fileName = std::move(request.fileName),
             .facts = std::move(request.facts),
             .options = std::move(request.options),
             .rules = &book};
    deliver(std::move(result));
}

void LiveCheck::judge(LiveRequest request, CheckProgress& progress,
                      const std::function<void(LiveResult)>& deliver)
{
    const RuleBook* book = rules_();
    if (!book) return deliver({});
    request.options.previous = request.previous.get();
    request.options.progress = nullptr;
    // Said now, so that a judgement of yesterday is not given again today.
    if (!request.options.today) request.options.today = today();
    if (saysTheSame(request, *book)) return deliver(last_.result);
    judgeChangedRows(request, *book, deliver);
    judgeWhole(std::move(request), *book, progress, deliver);
}

} // namespace panorama
