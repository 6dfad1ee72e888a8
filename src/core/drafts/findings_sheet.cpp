#include "core/drafts/findings_sheet.hpp"

#include "core/data/text.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/key_figures.hpp"
#include "core/report/table_notes.hpp"
#include "core/report/verdict_words.hpp"
#include "core/rules/pack.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

namespace panorama {

namespace {

Look lookOf(const Finding& finding)
{
    if (finding.accepted) return Look::good;
    switch (finding.severity) {
    case Severity::error: return Look::error;
    case Severity::warning: return Look::warning;
    case Severity::information: break;
    }
    return Look::information;
}

class FindingsSheet
{
  public:
    FindingsSheet(const CheckedWorkbook& workbook, FindingsSheetUse use, std::string name, Language language)
        : workbook_(workbook), use_(use), language_(language)
    {
        draft_.name = std::move(name);
    }

    SheetDraft build()
    {
        addTitle();
        if (use_ == FindingsSheetUse::report) addTables();
        addFindings();
        if (use_ == FindingsSheetUse::report) addRules();
        draft_.widths = {2.6, 1.6, 4.2, 4.6, 11.0, 6.5};
        return std::move(draft_);
    }

  private:
    std::string_view words(const Text& which) const { return which.in(language_); }
    void line(std::vector<DraftCell> cells) { draft_.rows.push_back(std::move(cells)); }

    void addTitle()
    {
        line({textCell(words(vocabulary::reportTitle), Look::title)});
        line({textCell(workbook_.fileName(), Look::note)});
        line({textCell(shownVerdict(workbook_, language_) + " \xE2\x80\x94 " +
                           shownCounts(workbook_, language_),
                       workbook_.conforms() ? Look::good : Look::label)});
        if (const std::string why = shownWhyPartial(workbook_, language_); !why.empty())
            line({textCell(why, Look::warning)});
        for (const auto& each : shownNotChecked(workbook_, language_))
            line({textCell((each.cell.empty() ? "" : each.cell + "  ") + each.what, Look::warning)});
        line({});
    }

    void addTables()
    {
        for (const CheckedTable& checked : workbook_.tables()) {
            line({textCell(tableHeading(checked.table, language_), Look::label)});
            for (const std::string& note : shortTableNotes(checked, language_))
                line({textCell(note, Look::note)});
            if (checked.pack)
                for (const ShownFigure& figure : shownFigures(checked.figures, language_))
                    line({textCell(figure.label),
                          {},
                          {},
                          textCell(figure.value),
                          textCell(figure.basis, Look::note)});
            line({});
        }
    }

    void addFindings()
    {
        std::vector<DraftCell> header;
        for (const Text& which : {vocabulary::severity, vocabulary::rule, vocabulary::cell,
                                  vocabulary::project, vocabulary::finding, vocabulary::repair})
            header.push_back(textCell(words(which), Look::heading));
        line(std::move(header));
        draft_.frozenRows = use_ == FindingsSheetUse::inWorkbook ? static_cast<int>(draft_.rows.size()) : 0;
        const auto findings = gravestFirst(workbook_);
        for (const Finding* finding : findings)
            line(lineOf(*finding));
        if (findings.empty()) line({textCell(words(vocabulary::noFinding), Look::good)});
    }

    std::vector<DraftCell> lineOf(const Finding& finding) const
    {
        const std::string& sheet = finding.table->sheet().name();
        const std::string cell = sheet + "." + a1(finding.place);
        std::string repair;
        if (finding.fix) repair = shownProposal(finding, language_);
        if (finding.accepted) repair = shownAcceptance(*finding.accepted, language_);
        return {textCell(nameOf(finding.severity, language_), lookOf(finding)),
                textCell(finding.rule->id),
                use_ == FindingsSheetUse::inWorkbook ? linkCell(cell, linkTarget(sheet, a1(finding.place)))
                                                     : textCell(cell),
                wrappedCell(projectOf(finding)),
                wrappedCell(messageOf(finding, language_)),
                wrappedCell(repair)};
    }

    void addRules()
    {
        const auto rules = workbook_.rulesFound(Severity::information);
        if (rules.empty()) return;
        line({});
        line({textCell(words(vocabulary::howToRepair), Look::label)});
        for (const auto& [id, rule] : rules) {
            line({textCell(id, Look::label), {}, textCell(rule->title.in(language_), Look::label)});
            line({{},
                  {},
                  textCell(words(vocabulary::expected), Look::note),
                  {},
                  wrappedCell(rule->expected.in(language_))});
            line({{},
                  {},
                  textCell(words(vocabulary::repair), Look::note),
                  {},
                  wrappedCell(rule->repair.in(language_))});
        }
    }

    const CheckedWorkbook& workbook_;
    FindingsSheetUse use_;
    Language language_;
    SheetDraft draft_;
};

} // namespace

SheetDraft findingsSheet(const CheckedWorkbook& workbook, FindingsSheetUse use, std::string name,
                         Language language)
{
    return FindingsSheet(workbook, use, std::move(name), language).build();
}

} // namespace panorama
