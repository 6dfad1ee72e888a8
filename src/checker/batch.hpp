#pragma once

#include "checker/command_line.hpp"
#include "core/checking/file_check.hpp"
#include "core/data/new_file.hpp"
#include "core/drafts/sheet_draft.hpp"

#include <filesystem>
#include <span>
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
    /// The list of renamings or of accepted findings that could not be used; nothing is checked then.
    const std::optional<UnusableFile>& listProblem() const { return listProblem_; }
    /// Writes the copy with the sure fixes of a report to `output`; the number of cells changed, or nothing.
    std::optional<FixedCells> writeFixed(const FileReport& report, const std::filesystem::path& output);

    /// Makes a new workbook of the drafts; false where it cannot be written. What exists is written over only
    /// with --force.
    bool writeDrafts(std::span<const SheetDraft> drafts, const std::filesystem::path& output);
    /// The edition before, where the command line names it and it was read.
    const CheckedWorkbook* previous() const { return check_.previous(); }

  private:
    Office& office();
    std::optional<FixedCells> writeFixedTo(const FileReport& report, std::span<const CellEdit> edits,
                                           const FileInMaking& copy);
    FileInMaking::Taken taken() const
    {
        return line_.force ? FileInMaking::Taken::replace : FileInMaking::Taken::refuse;
    }
    void takeLists();
    void checkCsvFiles(std::vector<FileReport>& reports) const;

    const CommandLine& line_;
    std::filesystem::path bundledExtensions_;
    std::unique_ptr<Office> office_; ///< started at the first need
    const RuleBook& book_;
    FileCheck check_;
    std::optional<UnusableFile> listProblem_;
};

} // namespace panorama
