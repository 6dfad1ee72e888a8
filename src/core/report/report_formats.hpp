#pragma once

#include "core/checking/file_report.hpp"
#include "core/data/text.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

namespace panorama {

struct ReportOptions
{
    Language language = Language::french;
    Severity lowestShown = Severity::information; ///< findings below it are counted, not shown
    std::optional<Date> today = {};               ///< for the certificate
    std::filesystem::path templates = {};         ///< the folder of the extension's templates
    std::string foreword = {};                    ///< lines at the head of a page, before what was found
};

using ReportRenderer = std::string(std::span<const FileReport> reports, const ReportOptions& options);

// Each in the file of its name. Texts of the files are escaped or made harmless as the format asks.
ReportRenderer textReport;  // for people at a terminal
ReportRenderer htmlReport;  // one self-contained page about all files, for reading and printing
ReportRenderer jsonReport;  // one object on one line for each file, for programs
ReportRenderer csvReport;   // one line a finding, nothing in it a formula
ReportRenderer sarifReport; // SARIF 2.1.0

/// A form that reports take.
struct ReportFormat
{
    std::string_view key;    ///< of --format and of the commands of the deck
    ReportRenderer* render;  ///< nothing where only an office can make it
    std::string_view ending; ///< of its files; empty for what is read at a terminal and not kept
    Text label;              ///< in menus, with a ~ before the key that chooses it
};

/// Every format there is, in the order they are offered: the command line and its help, the menu of the deck
/// and its dialogs know no other. The first one is what a terminal gets.
inline constexpr ReportFormat reportFormats[] = {
    {"text", textReport, "", {}},
    {"html", htmlReport, ".html", {"Page ~HTML", "~HTML page"}},
    {"pdf", nullptr, ".pdf", {"Document ~PDF", "~PDF document"}},
    {"json", jsonReport, ".json", {"~JSON (pour un programme)", "~JSON (for programs)"}},
    {"csv", csvReport, ".csv", {"~CSV (pour un tableur)", "~CSV (for spreadsheets)"}},
    {"sarif", sarifReport, ".sarif", {"S~ARIF (pour un outil)", "S~ARIF (for tools)"}},
};

/// The label where no key chooses it.
inline std::string plainLabel(const ReportFormat& format, Language language)
{
    std::string label(format.label.in(language));
    label.erase(std::remove(label.begin(), label.end(), '~'), label.end());
    return label;
}

/// Nothing where there is none of that key.
constexpr const ReportFormat* reportFormat(std::string_view key)
{
    const auto* found = std::find_if(std::begin(reportFormats), std::end(reportFormats),
                                     [&](const ReportFormat& format) { return format.key == key; });
    return found == std::end(reportFormats) ? nullptr : found;
}

} // namespace panorama
