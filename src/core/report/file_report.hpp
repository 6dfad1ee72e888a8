#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/checking/edition_comparison.hpp"
#include "core/data/file_digest.hpp"
#include "core/data/language.hpp"
#include "core/table/csv.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace panorama {

/// Why a file could not be checked.
enum class FileProblem {
    missing,
    folder, ///< a folder where a file is expected
    unreadable,
    password,
    notASpreadsheet,
    tooLarge,
    timedOut,
    officeFailed,
    empty,  ///< no cell holds anything
    noTable ///< no row of headers was recognised
};

FileProblem problemOf(CsvProblem problem);
/// The key of a problem for machines, and its sentence for the user: what is wrong and what to do.
std::string_view keyOf(FileProblem problem);
std::string describe(FileProblem problem, const std::string& file, Language language);

/// What came out of one file: either a problem or a checked workbook.
struct FileReport
{
    std::string file; ///< as the user named it
    std::optional<FileProblem> problem;
    std::shared_ptr<const CheckedWorkbook> workbook;
    std::optional<Comparison> comparison;
    std::optional<std::string> previousProblem; ///< a sentence: the file to compare with could not be read
    std::optional<CsvForm> csv;
    std::optional<FileDigest> digest; ///< of the bytes that were checked
    std::string listsVersion;         ///< of the nomenclatures used
};

struct ReportOptions
{
    Language language = Language::french;
    Severity lowestShown = Severity::information; ///< findings below it are counted, not shown
    std::optional<Date> today = {};               ///< for the certificate
    std::string foreword = {};                    ///< lines at the head of a page, before what was found
};

/// For people at a terminal.
std::string textReport(const FileReport& report, const ReportOptions& options);
/// For machines: one JSON object on one line.
std::string jsonReport(const FileReport& report, const ReportOptions& options);
/// For spreadsheets: one line a finding, nothing in it a formula.
std::string csvReport(std::span<const FileReport> reports, const ReportOptions& options);
/// For development tools: SARIF 2.1.0.
std::string sarifReport(std::span<const FileReport> reports, const ReportOptions& options);
/// For reading and printing: one self-contained page about all files, from a template (extension/templates).
/// Texts of the files are escaped.
std::string htmlReport(std::span<const FileReport> reports, const ReportOptions& options,
                       const std::string& pageTemplate);

} // namespace panorama
