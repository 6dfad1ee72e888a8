#pragma once

#include "checker/command_line.hpp"
#include "core/checking/rule_book.hpp"
#include "core/drafts/sheet_draft.hpp"
#include "core/report/file_report.hpp"

#include <filesystem>
#include <span>
#include <vector>

namespace panorama {

class Office;

/// Whether its name says that it is a file to check.
bool isSpreadsheetName(const std::filesystem::path& path);

/// Reads and checks the files of one call: CSV by the core, several at a time; everything else by one private
/// office that is started at the first need.
class Batch
{
  public:
    /// `bundledExtensions` holds our extension unpacked, so that its functions compute in the files.
    Batch(const RuleBook& book, const CommandLine& line, CheckOptions options,
          std::filesystem::path bundledExtensions);

    ~Batch();
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    /// One report for each file, in the order of the command line.
    std::vector<FileReport> run();
    /// Why the list of renamings or of accepted findings could not be read, in words; nothing where it was.
    std::optional<std::string> listProblem() const;
    /// Writes the copy with the sure fixes of a report to `output`; the number of cells changed, or nothing.
    std::optional<std::size_t> writeFixed(const FileReport& report, const std::filesystem::path& output);

    /// Makes a new workbook of the drafts; false where it cannot be written. What exists is never written
    /// over.
    bool writeDrafts(std::span<const SheetDraft> drafts, const std::filesystem::path& output);
    /// The edition before, where the command line names it and it was read.
    const CheckedWorkbook* previous() const { return previous_.get(); }

  private:
    struct Read
    {
        std::vector<Sheet> sheets;
        std::optional<FileProblem> problem;
        std::optional<CsvForm> csv;
        WorkbookFacts facts;
    };
    static Read readCsvFile(const std::string& file);
    Office& office();
    Read readWithOffice(const std::string& file);
    FileReport judge(const std::string& file, Read read) const;
    Read read(const std::string& file);
    void readPrevious();
    void readRenames();
    void readWaivers();
    void checkCsvFiles(std::vector<FileReport>& reports) const;

    const RuleBook& book_;
    const CommandLine& line_;
    CheckOptions options_;
    std::filesystem::path bundledExtensions_;
    std::unique_ptr<Office> office_; ///< started at the first need
    std::unique_ptr<CheckedWorkbook> previous_;
    std::optional<FileProblem> previousProblem_;
    std::vector<Sheet> waiverSheets_;
    std::vector<Table> waiverTables_;
    std::optional<std::pair<FileProblem, std::string>> listProblem_;
};

} // namespace panorama
