#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/checking/edition_comparison.hpp"
#include "core/checking/file_problem.hpp"
#include "core/data/file_digest.hpp"
#include "core/table/csv.hpp"

#include <memory>
#include <optional>
#include <string>

namespace panorama {

/// What came out of one file: a checked workbook, or a problem; where no table was recognised, both.
struct FileReport
{
    std::string file; ///< as the user named it
    std::optional<FileProblem> problem;
    std::shared_ptr<const CheckedWorkbook> workbook;
    std::optional<EditionComparison> comparison;
    std::optional<UnusableFile> previousProblem; ///< the file to compare with could not be used
    std::optional<CsvForm> csv;
    std::optional<FileDigest> digest; ///< of the bytes that were checked
    std::string listsVersion;         ///< of the nomenclatures used
};

} // namespace panorama
