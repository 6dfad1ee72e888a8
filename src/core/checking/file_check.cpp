#include "core/checking/file_check.hpp"

#include "core/checking/renames.hpp"

#include <algorithm>
#include <fstream>

namespace panorama {

namespace {

FileProblem problemOf(CsvProblem problem)
{
    switch (problem) {
    case CsvProblem::tooLarge: return FileProblem::tooLarge;
    case CsvProblem::binary: return FileProblem::notASpreadsheet;
    case CsvProblem::utf32: return FileProblem::utf32;
    case CsvProblem::unreadable: break;
    }
    return FileProblem::unreadable;
}

/// What is known before anybody opens the file.
std::optional<FileProblem> obstacleTo(const std::filesystem::path& file)
{
    std::error_code problem;
    if (!std::filesystem::exists(file, problem)) return FileProblem::missing;
    if (std::filesystem::is_directory(file, problem)) return FileProblem::folder;
    if (!std::filesystem::is_regular_file(file, problem)) return FileProblem::unreadable;
    if (!std::ifstream(file).is_open()) return FileProblem::unreadable;
    // An office would show an empty workbook.
    if (!isCsvName(file) && std::filesystem::file_size(file, problem) == 0) return FileProblem::unreadable;
    return std::nullopt;
}

} // namespace

/// A file before it is checked.
struct FileCheck::Read
{
    WorkbookSnapshot workbook = {};
    std::optional<FileProblem> problem = {};
    std::optional<CsvForm> csv = {};
};

FileReport reportOn(std::shared_ptr<const CheckedWorkbook> workbook, const RuleBook& book)
{
    FileReport report;
    report.file = workbook->fileName();
    report.listsVersion = book.nomenclatures().version();
    if (workbook->mainTable())
        report.comparison = comparisonOf(*workbook, book.editions());
    else if (!workbook->declaresNothing())
        report.problem = FileProblem::noTable;
    report.workbook = std::move(workbook);
    return report;
}

FileCheck::FileCheck(const RuleBook& book, WorkbookReader reader, CheckOptions options)
    : book_(book), reader_(std::move(reader)), options_(std::move(options))
{
}

FileCheck::Read FileCheck::read(const std::string& file) const
{
    Read read{.problem = obstacleTo(file)};
    if (read.problem) return read;
    if (!isCsvName(file)) {
        auto workbook = reader_(file);
        if (workbook)
            read.workbook = std::move(*workbook);
        else
            read.problem = workbook.error().reason;
        return read;
    }
    auto csv = readCsv(file, book_.knownWords());
    if (!csv) {
        read.problem = problemOf(csv.error());
        return read;
    }
    read.csv = csv->form;
    read.workbook.facts.charset = csv->form.decoding.charset;
    read.workbook.facts.csv = csv->form;
    read.workbook.sheets.push_back(std::move(csv->sheet));
    return read;
}

FileReport FileCheck::judge(const std::string& file, WorkbookSnapshot workbook) const
{
    auto checked =
        CheckedWorkbook::check(file, std::move(workbook.sheets), book_, options_, std::move(workbook.facts));
    // Its findings point into the edition before and into the lists, which therefore live as long.
    FileReport report =
        reportOn({checked.release(),
                  [before = previous_, lists = waivers_](const CheckedWorkbook* done) { delete done; }},
                 book_);
    if (!report.problem) report.previousProblem = previousProblem_;
    return report;
}

FileReport FileCheck::check(const std::string& name, WorkbookSnapshot workbook) const
{
    const auto isBlank = [](const Sheet& sheet) { return sheet.rowCount() == 0; };
    if (!std::all_of(workbook.sheets.begin(), workbook.sheets.end(), isBlank))
        return judge(name, std::move(workbook));
    FileReport report;
    report.file = name;
    report.problem = FileProblem::empty;
    return report;
}

FileReport FileCheck::check(const std::string& file) const
{
    Read given = read(file);
    FileReport report;
    report.file = file;
    report.problem = given.problem;
    if (!given.problem) report = check(file, std::move(given.workbook));
    report.csv = given.csv;
    if (report.workbook) report.digest = digestOf(file);
    return report;
}

void FileCheck::takePrevious(const std::string& file)
{
    // The options of the edition at hand say nothing about the one before.
    const FileReport before = FileCheck(book_, reader_).check(file);
    if (before.problem)
        previousProblem_ = {.file = file, .problem = *before.problem};
    else
        previous_ = before.workbook;
    options_.previousUnreadable = before.problem.has_value();
    options_.previous = previous_.get();
}

std::optional<FileProblem> FileCheck::takeRenames(const std::string& file)
{
    const Read list = read(file);
    options_.renames = confirmedRenames(list.workbook.sheets);
    if (options_.renames.empty()) return list.problem.value_or(FileProblem::noTable);
    return std::nullopt;
}

std::optional<FileProblem> FileCheck::takeColumns(const std::string& file)
{
    const Read list = read(file);
    if (list.problem) return list.problem;
    const ColumnMeanings said = columnMeanings(list.workbook.sheets, book_.columns());
    if (!said.sheet || !said.unknown.empty()) return FileProblem::noMeanings;
    options_.headers = said.headers;
    if (!options_.editionMonth && !options_.editionNumber) options_.editionMonth = said.edition;
    if (const auto pack = book_.packs().find(said.pack); !options_.pack && pack != book_.packs().end())
        options_.pack = &pack->second;
    return std::nullopt;
}

std::optional<FileProblem> FileCheck::takeWaivers(const std::string& file)
{
    Read list = read(file);
    const auto waivers = std::make_shared<Waivers>();
    waivers->sheets = std::move(list.workbook.sheets);
    for (const Sheet& sheet : waivers->sheets)
        for (Table& table : findTables(sheet, book_.columns()))
            if (table.role() == LayoutRole::waivers) waivers->tables.push_back(std::move(table));
    options_.waivers.clear();
    for (const Table& table : waivers->tables)
        options_.waivers.push_back(&table);
    waivers_ = waivers;
    if (options_.waivers.empty()) return list.problem.value_or(FileProblem::noTable);
    return std::nullopt;
}

} // namespace panorama
