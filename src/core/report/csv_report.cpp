// For spreadsheets: one line a finding. A text that a spreadsheet would take for a formula is made harmless.

#include "core/report/finding_words.hpp"
#include "core/report/phrases.hpp"
#include "core/report/problem_words.hpp"
#include "core/report/report_formats.hpp"
#include "core/text/fold.hpp"

#include <initializer_list>

namespace panorama {

namespace {

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
    const auto label = [&](Phrase which) { return std::string(phrase(which, language)); };
    std::string text = line({label(Phrase::file), label(Phrase::sheet), label(Phrase::cell),
                             label(Phrase::severity), label(Phrase::rule), label(Phrase::project),
                             label(Phrase::value), label(Phrase::message), label(Phrase::repair)});
    for (const FileReport& report : reports) {
        if (report.problem)
            text += line({report.file, "", "", label(Phrase::error), "", "", "",
                          describe(*report.problem, report.file, language), ""});
        if (!report.workbook) continue;
        for (const CheckedTable& checked : report.workbook->tables())
            for (const Finding& finding : checked.findings) {
                if (finding.severity > options.lowestShown) continue;
                text += line({report.file, finding.table->sheet().name(), a1(finding.place),
                              std::string(nameOf(finding.severity, language)), finding.rule->id,
                              projectOf(finding), valueOf(finding, language), messageOf(finding, language),
                              finding.fix ? shownFix(*finding.fix, language) : std::string()});
            }
    }
    return text;
}

} // namespace panorama
