#include "checker/batch.hpp"

#include "office/office.hpp"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <thread>

namespace panorama {

namespace {

bool isCsv(const std::filesystem::path& path)
{
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    return extension == ".csv" || extension == ".tsv" || extension == ".txt";
}

FileProblem problemOf(CsvProblem problem)
{
    switch (problem) {
    case CsvProblem::tooLarge: return FileProblem::tooLarge;
    case CsvProblem::binary: return FileProblem::notASpreadsheet;
    case CsvProblem::unreadable: break;
    }
    return FileProblem::unreadable;
}

FileProblem problemOf(OpenFailure::Reason reason)
{
    switch (reason) {
    case OpenFailure::missing: return FileProblem::missing;
    case OpenFailure::unreadable: return FileProblem::unreadable;
    case OpenFailure::password: return FileProblem::password;
    case OpenFailure::notASpreadsheet: return FileProblem::notASpreadsheet;
    case OpenFailure::tooLarge: return FileProblem::tooLarge;
    case OpenFailure::timedOut: return FileProblem::timedOut;
    case OpenFailure::officeFailed: break;
    }
    return FileProblem::officeFailed;
}

} // namespace

Batch::Batch(const RuleBook& book, const CommandLine& line, CheckOptions options,
             std::filesystem::path bundledExtensions)
    : book_(book), line_(line), options_(options), bundledExtensions_(std::move(bundledExtensions))
{
}

Batch::~Batch() = default;

std::vector<FileReport> Batch::run()
{
    if (line_.previous) readPrevious();
    std::vector<FileReport> reports(line_.files.size());
    checkCsvFiles(reports);
    for (std::size_t i = 0; i < reports.size(); ++i)
        if (!isCsv(line_.files[i])) reports[i] = judge(line_.files[i], readWithOffice(line_.files[i]));
    return reports;
}

/// CSV files share nothing, so each thread takes the next one.
void Batch::checkCsvFiles(std::vector<FileReport>& reports) const
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < reports.size(); i = next++)
            if (isCsv(line_.files[i])) reports[i] = judge(line_.files[i], readCsvFile(line_.files[i]));
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
    auto csv = readCsv(file);
    if (!csv) {
        read.problem = problemOf(csv.error());
        return read;
    }
    read.csv = csv->form;
    read.sheets.push_back(std::move(csv->sheet));
    return read;
}

Batch::Read Batch::readWithOffice(const std::string& file)
{
    Read read;
    if (!office_) {
        const auto language =
            line_.language == Language::french ? OfficeLanguage::french : OfficeLanguage::english;
        office_ = std::make_unique<Office>(
            OfficeSettings{.bundledExtensions = bundledExtensions_, .language = language, .home = {}});
    }
    auto sheets = office_->open(file);
    if (sheets)
        read.sheets = std::move(*sheets);
    else
        read.problem = problemOf(sheets.error().reason);
    return read;
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
    report.workbook = CheckedWorkbook::check(file, std::move(read.sheets), book_, options_);
    if (!report.workbook->mainTable()) {
        report.problem = FileProblem::noTable;
        return report;
    }
    if (previous_)
        report.comparison =
            compare(*previous_->mainTable(), *report.workbook->mainTable(), line_.previous->string());
    if (previousProblem_)
        report.previousProblem = describe(*previousProblem_, line_.previous->string(), line_.language);
    return report;
}

void Batch::readPrevious()
{
    const std::string file = line_.previous->string();
    // The options of the edition at hand say nothing about the one before.
    Read read = isCsv(file) ? readCsvFile(file) : readWithOffice(file);
    previousProblem_ = read.problem;
    if (previousProblem_) return;
    auto workbook = CheckedWorkbook::check(file, std::move(read.sheets), book_, {});
    if (workbook->mainTable())
        previous_ = std::move(workbook);
    else
        previousProblem_ = FileProblem::noTable;
}

} // namespace panorama
