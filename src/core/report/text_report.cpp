// For people at a terminal: findings line by line, as compilers do, then how to repair each kind once.

#include "core/checking/cell_account.hpp"
#include "core/data/text.hpp"
#include "core/report/comparison_words.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/key_figures.hpp"
#include "core/report/problem_words.hpp"
#include "core/report/report_formats.hpp"
#include "core/report/table_notes.hpp"
#include "core/report/verdict_words.hpp"
#include "core/text/plain_text.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <fmt/format.h>

namespace panorama {

namespace {

constexpr Text strayQuote{
    "Ligne {} du fichier : un guillemet ouvre une cellule et ne la ferme pas ; il est lu comme un caractère.",
    "Line {} of the file: a quote opens a cell and does not close it; it is read as a character."};

constexpr Text accountLine{"Cellules remplies : {}, dont {} lues, {} laissées de côté, {} non comprises.",
                           "Filled cells: {}, of which {} read, {} set aside, {} not understood."};

class TextReport
{
  public:
    explicit TextReport(const ReportOptions& options) : options_(options), language_(options.language) {}

    std::string render(const FileReport& report)
    {
        if (report.problem) return onOneLine(shownProblem(report, language_)) + "\n";
        text_ = onOneLine(report.file) + "\n";
        if (report.csv && !report.csv->strayQuotes.empty())
            line(fmt::format(fmt::runtime(strayQuote.in(language_)),
                             report.csv->strayQuotes.front().position.line));
        for (const CheckedTable& checked : report.workbook->tables())
            addTable(checked);
        if (const auto* main = report.workbook->mainTable()) addFigures(*main);
        if (report.comparison) addComparison(*report.comparison);
        if (report.previousProblem) line(describe(*report.previousProblem, language_));
        addRepairs(*report.workbook);
        addVerdict(*report.workbook);
        return std::move(text_);
    }

  private:
    /// What stands in a cell must not act on a terminal, nor look like a line of ours.
    void line(std::string_view text) { text_ += fmt::format("  {}\n", onOneLine(text)); }
    void heading(const Text& which) { text_ += fmt::format("\n{}\n", which.in(language_)); }

    void addTable(const CheckedTable& checked)
    {
        const Table& table = checked.table;
        text_ += "\n" + onOneLine(tableHeading(table, language_)) + "\n";
        for (const auto& note : tableNotes(checked, language_))
            line(note);
        for (const Finding* finding : gravestFirst(checked))
            if (finding->severity <= options_.lowestShown) addFinding(*finding, table);
        if (checked.findings.empty() && checked.pack) line(vocabulary::noFinding.in(language_));
    }

    void addFinding(const Finding& finding, const Table& table)
    {
        line(fmt::format("{:<6} {:<13} {}  {}", shownCell(finding, table),
                         nameOf(finding.severity, language_), finding.rule->id,
                         messageOf(finding, language_)));
        if (finding.accepted) line("       " + shownAcceptance(*finding.accepted, language_));
        if (finding.fix) line("       " + shownProposal(finding, language_));
    }

    void addFigures(const CheckedTable& checked)
    {
        heading(vocabulary::keyFigures);
        for (const ShownFigure& figure : shownFigures(checked.figures, language_))
            line(say(vocabulary::labelled, language_, figure.label, figure.value) +
                 (figure.basis.empty() ? "" : " (" + figure.basis + ")"));
    }

    void addComparison(const EditionComparison& comparison)
    {
        text_ += "\n" + onOneLine(say(vocabulary::comparisonWith, language_, comparison.previousFile)) + "\n";
        for (const ComparisonPart& part : comparisonParts(comparison, language_)) {
            line(part.heading);
            for (const auto& each : part.lines)
                line("  " + each);
        }
    }

    /// Each rule that found something: what it expects and how to repair, once.
    void addRepairs(const CheckedWorkbook& workbook)
    {
        const auto rules = workbook.rulesFound(options_.lowestShown);
        if (rules.empty()) return;
        heading(vocabulary::howToRepair);
        for (const auto& [id, rule] : rules) {
            line(fmt::format("{}  {}", id, rule->title.in(language_)));
            line(fmt::format("     {}", rule->expected.in(language_)));
            line(fmt::format("     {}", rule->repair.in(language_)));
        }
    }

    void addVerdict(const CheckedWorkbook& workbook)
    {
        const std::string why = shownWhyPartial(workbook, language_),
                          counts = shownCounts(workbook, language_);
        text_ += "\n" +
                 onOneLine(why.empty() ? say(vocabulary::labelled, language_,
                                             shownVerdict(workbook, language_), counts) +
                                             "."
                                       : why) +
                 "\n";
        if (!why.empty()) line(counts + ".");
        for (const auto& each : shownNotChecked(workbook, language_))
            line("- " + (each.cell.empty() ? "" : each.cell + "  ") + each.what);
        const CellAccount account = accountOf(workbook);
        line(say(accountLine, language_, account.filled, account.read, account.setAside,
                 account.notUnderstood));
    }

    const ReportOptions& options_;
    Language language_;
    std::string text_;
};

} // namespace

std::string textReport(std::span<const FileReport> reports, const ReportOptions& options)
{
    std::string text;
    for (const FileReport& report : reports)
        text += (text.empty() ? "" : "\n") + TextReport(options).render(report);
    if (reports.size() > 1) text += "\n" + shownTally(reports, options.language) + "\n";
    return text;
}

} // namespace panorama
