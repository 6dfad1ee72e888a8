#pragma once

#include "core/data/language.hpp"
#include "core/report/report_formats.hpp"
#include "core/rules/finding.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace panorama {

/// What the user asked for.
struct CommandLine
{
    std::optional<std::string> pack;
    std::optional<std::string> edition; ///< "14" or "2021-11"
    std::optional<std::filesystem::path> previous;
    std::optional<std::filesystem::path> renames;   ///< confirmed renamings
    std::optional<std::filesystem::path> columns;   ///< what columns mean
    std::optional<std::filesystem::path> waivers;   ///< accepted findings
    std::optional<std::filesystem::path> testPack;  ///< prove this pack's examples instead of checking files
    bool consolidate = false;                       ///< make one portfolio of the files, to `output`
    bool publish = false;                           ///< write the open-data file of the only file to `output`
    bool force = false;                             ///< replace what `output` names, be it no report of ours
    bool fix = false;                               ///< write a copy with the sure fixes to `output`
    const ReportFormat* format = &reportFormats[0]; ///< one that can be rendered
    std::optional<std::filesystem::path> output;
    Severity lowestShown = Severity::information;
    Language language = Language::french;
    int jobs = 1;
    std::vector<std::string> files;
};

/// Why nothing is checked: a text to print, and the exit code that goes with it (0 for --help and --version).
struct Refusal
{
    std::string text;
    int exitCode = 2;
};

tl::expected<CommandLine, Refusal> readCommandLine(int argumentCount, char** arguments);

/// What keeps from writing to --output: a file that this run reads, whatever name it goes by, is never
/// written, and what is no report of ours only with --force. Asked once all files are known.
std::optional<Refusal> outputRefusal(const CommandLine& line);

/// The language of the environment: French unless it says English.
Language environmentLanguage();

} // namespace panorama
