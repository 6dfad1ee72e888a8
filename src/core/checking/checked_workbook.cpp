#include "core/checking/checked_workbook.hpp"

#include "core/editions/edition_pair.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cctype>

namespace panorama {

namespace {

/// The month most rows give as their date of publication.
std::optional<YearMonth> publicationMonth(const Table& table)
{
    std::vector<YearMonth> months;
    for (const Reading& reading : table.readings("publication_date"))
        if (const auto date = reading.isDate() ? dateOfSerial(reading.number) : std::nullopt)
            months.push_back(monthOf(*date));
    if (months.empty()) return std::nullopt;
    std::sort(months.begin(), months.end());
    return months[months.size() / 2];
}

/// What a name like "14-2021-12" or "edition-03-2017-06" says; a guess that reports tell.
EditionContext fromFileName(const std::string& fileName)
{
    const std::string stem = std::filesystem::path(fileName).stem().string();
    EditionContext edition;
    for (std::size_t at = 0; at + 7 <= stem.size(); ++at) {
        const bool starts = at == 0 || !std::isdigit(static_cast<unsigned char>(stem[at - 1]));
        const bool ends = at + 7 == stem.size() || !std::isdigit(static_cast<unsigned char>(stem[at + 7]));
        const auto month = starts && ends ? parseYearMonth(stem.substr(at, 7)) : std::nullopt;
        if (!month || static_cast<int>(month->year()) < 2016) continue; // the first edition
        edition.month = month;
        edition.source = EditionContext::Source::fileName;
        // "14-" right before the month is the edition's number.
        if (at >= 2 && stem[at - 1] == '-' && std::isdigit(static_cast<unsigned char>(stem[at - 2]))) {
            std::size_t first = at - 2;
            while (first > 0 && std::isdigit(static_cast<unsigned char>(stem[first - 1])))
                --first;
            if (at - 1 - first <= 2) edition.number = std::stoi(stem.substr(first, at - 1 - first));
        }
        return edition;
    }
    return edition;
}

EditionContext editionOf(const Table& table, const std::string& fileName, const EditionTable& editions,
                         const CheckOptions& options)
{
    EditionContext edition;
    if (options.editionNumber || options.editionMonth)
        edition = {.number = options.editionNumber,
                   .month = options.editionMonth,
                   .source = EditionContext::Source::option};
    else if (const auto month = publicationMonth(table))
        edition = {.number = {}, .month = month, .source = EditionContext::Source::column};
    else
        edition = fromFileName(fileName);
    if (edition.number && !edition.month)
        if (const auto* known = editions.find(*edition.number)) edition.month = known->date;
    if (!edition.number && edition.month)
        if (const auto* known = editions.near(*edition.month)) edition.number = known->number;
    return edition;
}

} // namespace

std::unique_ptr<CheckedWorkbook> CheckedWorkbook::check(std::string fileName, std::vector<Sheet> sheets,
                                                        const RuleBook& book, const CheckOptions& options)
{
    std::unique_ptr<CheckedWorkbook> workbook(new CheckedWorkbook);
    workbook->fileName_ = std::move(fileName);
    workbook->sheets_ = std::move(sheets);
    for (const Sheet& sheet : workbook->sheets_)
        for (Table& table : findTables(sheet, book.columns()))
            workbook->tables_.push_back(
                {.table = std::move(table), .edition = {}, .figures = {}, .findings = {}});
    for (CheckedTable& checked : workbook->tables_)
    { // only now: findings point to tables that no longer move
        checked.pack = options.pack ? options.pack : book.packFor(checked.table.layout());
        checked.edition = editionOf(checked.table, workbook->fileName_, book.editions(), options);
        checked.figures = portfolioFigures(checked.table);
        const CheckContext context{book.nomenclatures(), book.editions(), checked.edition};
        if (checked.pack) checked.findings = findAll(checked.table, *checked.pack, context);
    }
    return workbook;
}

const CheckedTable* CheckedWorkbook::mainTable() const
{
    const auto largest = std::max_element(tables_.begin(), tables_.end(), [](const auto& a, const auto& b) {
        return a.table.rowCount() < b.table.rowCount();
    });
    return largest == tables_.end() ? nullptr : &*largest;
}

std::size_t CheckedWorkbook::count(Severity severity) const
{
    std::size_t count = 0;
    for (const CheckedTable& table : tables_)
        count += static_cast<std::size_t>(
            std::count_if(table.findings.begin(), table.findings.end(),
                          [&](const Finding& finding) { return finding.severity == severity; }));
    return count;
}

std::map<std::string, const Rule*> CheckedWorkbook::rulesFound(Severity lowest) const
{
    std::map<std::string, const Rule*> rules;
    for (const CheckedTable& table : tables_)
        for (const Finding& finding : table.findings)
            if (finding.severity <= lowest) rules.emplace(finding.rule->id, finding.rule);
    return rules;
}

namespace {

std::vector<std::string> namesOf(const Table& table)
{
    std::vector<std::string> names;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        if (const auto name = table.projectName(row); !fold(name).empty()) names.emplace_back(trimmed(name));
    return names;
}

} // namespace

Comparison compare(const CheckedTable& previous, const CheckedTable& now, std::string previousFile)
{
    const auto before = namesOf(previous.table), after = namesOf(now.table);
    const EditionPair pair(before, after);
    Comparison comparison{
        .previousFile = std::move(previousFile), .entering = {}, .leaving = {}, .renamed = {}};
    for (const std::size_t i : pair.leaving())
        comparison.leaving.push_back(before[i]);
    for (const std::size_t i : pair.entering())
        comparison.entering.push_back(after[i]);
    return comparison;
}

} // namespace panorama
