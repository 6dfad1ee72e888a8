// For spreadsheets: one line a finding. A text that a spreadsheet would take for a formula is made harmless.

#include "core/data/text.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/problem_words.hpp"
#include "core/report/report_formats.hpp"
#include "core/report/verdict_words.hpp"
#include "core/text/fold.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <initializer_list>

namespace panorama {

namespace {

constexpr Text file{"Fichier", "File"};
constexpr Text sheet{"Feuille", "Sheet"};
constexpr Text value{"Valeur", "Value"};

/// A cell after RFC 4180; a leading = + - @ is preceded by an apostrophe, as spreadsheets mark texts.
std::string cell(std::string_view text)
{
    std::string quoted = "\"";
    const std::string_view start = trimmed(text);
    if (!start.empty() && std::string_view("=+-@").find(start.front()) != std::string_view::npos)
        quoted += '\'';
    for (const char character : text) {
        if (character == '"') quoted += '"';
        quoted += character;
    }
    return quoted + '"';
}

std::string line(std::initializer_list<std::string> cells)
{
    std::string text;
    for (const auto& each : cells)
        text += (text.empty() ? "" : ",") + cell(each);
    return text + "\r\n";
}

} // namespace

std::string csvReport(std::span<const FileReport> reports, const ReportOptions& options)
{
    const Language language = options.language;
    const auto label = [&](const Text& which) { return say(which, language); };
    std::string text = line({label(file), label(sheet), label(vocabulary::cell), label(vocabulary::severity),
                             label(vocabulary::rule), label(vocabulary::project), label(value),
                             label(vocabulary::finding), label(vocabulary::repair)});
    for (const FileReport& report : reports) {
        if (report.problem)
            text += line({report.file, "", "", label(vocabulary::error), "", "", "",
                          shownProblem(report, language), ""});
        if (!report.workbook) continue;
        for (const CheckedTable& checked : report.workbook->tables())
            for (const Finding& finding : checked.findings) {
                if (finding.severity > options.lowestShown) continue;
                text += line({report.file, finding.table->sheet().name(), a1(finding.place),
                              std::string(nameOf(finding.severity, language)), finding.rule->id,
                              projectOf(finding), valueOf(finding, language), messageOf(finding, language),
                              shownFix(finding, language)});
            }
    }
    return text;
}

} // namespace panorama
