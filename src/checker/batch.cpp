#include "checker/batch.hpp"

#include "bridge/file_format.hpp"
#include "bridge/open_failure.hpp"
#include "core/checking/renames.hpp"
#include "core/checking/sure_fixes.hpp"
#include "core/data/new_file.hpp"
#include "office/office.hpp"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <fstream>
#include <thread>

namespace panorama {

namespace {

std::string extensionOf(const std::filesystem::path& path)
{
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    return extension;
}

} // namespace

bool isSpreadsheetName(const std::filesystem::path& path)
{
    const bool isHidden = path.filename().string().starts_with('.'); // the office's locks among them
    return !isHidden && (extensionOf(path) == ".csv" || !storeFilter(path).empty());
}

Batch::Batch(const RuleBook& book, const CommandLine& line, CheckOptions options,
             std::filesystem::path bundledExtensions)
    : book_(book), line_(line), options_(options), bundledExtensions_(std::move(bundledExtensions))
{
}

Batch::~Batch() = default;

std::vector<FileReport> Batch::run()
{
    if (line_.renames) readRenames();
    if (line_.waivers) readWaivers();
    if (line_.previous) readPrevious();
    if (listProblem_) return {};
    std::vector<FileReport> reports(line_.files.size());
    checkCsvFiles(reports);
    for (std::size_t i = 0; i < reports.size(); ++i)
        if (!isCsvName(line_.files[i])) reports[i] = judge(line_.files[i], readWithOffice(line_.files[i]));
    return reports;
}

/// CSV files share nothing, so each thread takes the next one.
void Batch::checkCsvFiles(std::vector<FileReport>& reports) const
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < reports.size(); i = next++)
            if (isCsvName(line_.files[i])) reports[i] = judge(line_.files[i], readCsvFile(line_.files[i]));
    };
    std::vector<std::jthread> helpers;
    for (int i = 1; i < line_.jobs && static_cast<std::size_t>(i) < reports.size(); ++i)
        helpers.emplace_back(work);
    work();
}

Batch::Read Batch::readCsvFile(const std::string& file)
{
    Read read;
    std::error_code problem;
    if (!std::filesystem::exists(file, problem)) {
        read.problem = FileProblem::missing;
        return read;
    }
    if (std::filesystem::is_directory(file, problem)) {
        read.problem = FileProblem::folder;
        return read;
    }
    auto csv = readCsv(file);
    if (!csv) {
        read.problem = problemOf(csv.error());
        return read;
    }
    read.csv = csv->form;
    read.facts.charset = nameOf(csv->form.charset);
    read.sheets.push_back(std::move(csv->sheet));
    return read;
}

Office& Batch::office()
{
    if (!office_) {
        office_ = std::make_unique<Office>(
            OfficeSettings{.bundledExtensions = bundledExtensions_, .language = line_.language, .home = {}});
    }
    return *office_;
}

Batch::Read Batch::readWithOffice(const std::string& file)
{
    Read read;
    auto workbook = office().open(file);
    if (workbook) {
        read.sheets = std::move(workbook->sheets);
        read.facts = std::move(workbook->facts);
    } else
        read.problem = problemOf(workbook.error().reason);
    return read;
}

bool Batch::writeDrafts(std::span<const SheetDraft> drafts, const std::filesystem::path& output)
{
    return !isTaken(output) && office().saveDrafts(drafts, output).has_value();
}

FileReport Batch::judge(const std::string& file, Read read) const
{
    FileReport report;
    report.file = file;
    report.csv = read.csv;
    report.problem = read.problem;
    if (report.problem) return report;
    const bool empty =
        std::all_of(read.sheets.begin(), read.sheets.end(), [](const Sheet& s) { return s.rowCount() == 0; });
    if (empty) {
        report.problem = FileProblem::empty;
        return report;
    }
    report.digest = digestOf(file);
    report.listsVersion = book_.nomenclatures().version();
    report.workbook =
        CheckedWorkbook::check(file, std::move(read.sheets), book_, options_, std::move(read.facts));
    if (!report.workbook->mainTable()) {
        report.problem = FileProblem::noTable;
        return report;
    }
    const CheckedTable& main = *report.workbook->mainTable();
    if (main.earlier)
        report.comparison =
            compare(*main.earlier, main.table, main.edition, book_.editions(), main.earlierName);
    if (previousProblem_)
        report.previousProblem = describe(*previousProblem_, line_.previous->string(), line_.language);
    return report;
}

Batch::Read Batch::read(const std::string& file)
{
    return isCsvName(file) ? readCsvFile(file) : readWithOffice(file);
}

std::optional<std::string> Batch::listProblem() const
{
    if (!listProblem_) return std::nullopt;
    return describe(listProblem_->first, listProblem_->second, line_.language);
}

void Batch::readRenames()
{
    const std::string file = line_.renames->string();
    const Read list = read(file);
    options_.renames = confirmedRenames(list.sheets);
    if (list.problem || options_.renames.empty())
        listProblem_.emplace(list.problem.value_or(FileProblem::noTable), file);
}

void Batch::readWaivers()
{
    const std::string file = line_.waivers->string();
    Read list = read(file);
    waiverSheets_ = std::move(list.sheets);
    for (const Sheet& sheet : waiverSheets_)
        for (Table& table : findTables(sheet, book_.columns()))
            if (table.role() == LayoutRole::waivers) waiverTables_.push_back(std::move(table));
    for (const Table& table : waiverTables_)
        options_.waivers.push_back(&table);
    if (list.problem || waiverTables_.empty())
        listProblem_.emplace(list.problem.value_or(FileProblem::noTable), file);
}

namespace {

/// The edits of all sure fixes, one for each cell.
std::vector<CellEdit> sureEdits(const CheckedWorkbook& workbook)
{
    SureFixes fixes;
    for (const CheckedTable& checked : workbook.tables())
        fixes.add(checked.findings);
    return fixes.edits();
}

} // namespace

std::optional<std::size_t> Batch::writeFixed(const FileReport& report, const std::filesystem::path& output)
{
    const auto edits = sureEdits(*report.workbook);
    if (!isCsvName(report.file)) {
        if (!office_ || !office_->saveFixed(report.file, edits, output)) return std::nullopt;
        return edits.size();
    }
    std::ifstream original(report.file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(original), std::istreambuf_iterator<char>()};
    const auto edited = editCsv(bytes, edits);
    if (!edited) return std::nullopt;
    std::ofstream stream(output, std::ios::binary | std::ios::trunc);
    stream << *edited << std::flush;
    return stream ? std::optional(edits.size()) : std::nullopt;
}

void Batch::readPrevious()
{
    const std::string file = line_.previous->string();
    // The options of the edition at hand say nothing about the one before.
    Read before = read(file);
    previousProblem_ = before.problem;
    if (previousProblem_) return;
    auto workbook = CheckedWorkbook::check(file, std::move(before.sheets), book_, {});
    if (workbook->mainTable()) {
        previous_ = std::move(workbook);
        options_.previous = previous_.get();
    } else
        previousProblem_ = FileProblem::noTable;
}

} // namespace panorama
