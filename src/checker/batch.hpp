#pragma once

#include "checker/command_line.hpp"
#include "core/checking/rule_book.hpp"
#include "core/report/file_report.hpp"

#include <filesystem>
#include <vector>

namespace panorama {

class Office;

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

  private:
    struct Read
    {
        std::vector<Sheet> sheets;
        std::optional<FileProblem> problem;
        std::optional<CsvForm> csv;
    };
    static Read readCsvFile(const std::string& file);
    Read readWithOffice(const std::string& file);
    FileReport judge(const std::string& file, Read read) const;
    void readPrevious();
    void checkCsvFiles(std::vector<FileReport>& reports) const;

    const RuleBook& book_;
    const CommandLine& line_;
    CheckOptions options_;
    std::filesystem::path bundledExtensions_;
    std::unique_ptr<Office> office_; ///< started at the first need
    std::unique_ptr<CheckedWorkbook> previous_;
    std::optional<FileProblem> previousProblem_;
};

} // namespace panorama
