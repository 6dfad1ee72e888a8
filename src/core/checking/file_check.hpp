#pragma once

#include "core/checking/file_report.hpp"

#include <filesystem>
#include <functional>
#include <tl/expected.hpp>

namespace panorama {

/// Opens and reads what is no CSV file, in an office of the caller's.
using WorkbookReader =
    std::function<tl::expected<WorkbookSnapshot, OpenFailure>(const std::filesystem::path& file)>;

/// What is said of a workbook once it is checked: its comparison with the edition before, or that it holds no
/// table.
FileReport reportOn(std::shared_ptr<const CheckedWorkbook> workbook, const RuleBook& book);

/// The one way from a file to its report: CSV read by the core, everything else by the caller's reader,
/// checked beside the edition before and with the lists that other files hold.
class FileCheck
{
  public:
    /// The book outlives the reports.
    explicit FileCheck(const RuleBook& book, WorkbookReader reader = {}, CheckOptions options = {});

    /// Takes the edition before from a file. Every report says where it cannot be used.
    void takePrevious(const std::string& file);
    /// Takes confirmed renamings, what columns mean, or accepted findings, from a file; what keeps it from
    /// being used.
    std::optional<FileProblem> takeRenames(const std::string& file);
    std::optional<FileProblem> takeColumns(const std::string& file);
    std::optional<FileProblem> takeWaivers(const std::string& file);

    /// Nothing where there is none, or none that can be used.
    const CheckedWorkbook* previous() const { return previous_.get(); }

    /// Reads a file and checks it. Several threads may do so at a time where the reader allows it; CSV files
    /// do not need it.
    FileReport check(const std::string& file) const;
    /// Checks a workbook that the caller has read; `name` is what the user knows it by.
    FileReport check(const std::string& name, WorkbookSnapshot workbook) const;

  private:
    struct Read;
    /// Accepted findings, and the sheets they stand in.
    struct Waivers
    {
        std::vector<Sheet> sheets;
        std::vector<Table> tables;
    };
    Read read(const std::string& file) const;
    FileReport judge(const std::string& file, WorkbookSnapshot workbook) const;

    const RuleBook& book_;
    WorkbookReader reader_;
    CheckOptions options_;
    std::shared_ptr<const CheckedWorkbook> previous_;
    std::optional<UnusableFile> previousProblem_;
    std::shared_ptr<const Waivers> waivers_;
};

} // namespace panorama
