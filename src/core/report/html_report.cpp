// For reading and printing: the data of the page; its form is the template's.

#include "core/report/file_report.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/key_figures.hpp"
#include "core/report/phrases.hpp"
#include "core/report/table_notes.hpp"
#include "core/text/fold.hpp"

#include <fmt/format.h>
#include <kainjow/mustache.hpp>
namespace panorama {

namespace {

using kainjow::mustache::data;

class Page
{
  public:
    explicit Page(const ReportOptions& options) : options_(options), language_(options.language) {}

    data build(std::span<const FileReport> reports)
    {
        data page;
        page.set("lang", language_ == Language::french ? "fr" : "en");
        const std::pair<const char*, Phrase> labels[] = {
            {"title", Phrase::reportTitle},       {"note", Phrase::certificateNote},
            {"labelFigures", Phrase::keyFigures}, {"labelFindings", Phrase::findings},
            {"labelCell", Phrase::cell},          {"labelSeverity", Phrase::severity},
            {"labelRule", Phrase::rule},          {"labelMessage", Phrase::message},
            {"labelProject", Phrase::project},    {"labelExpected", Phrase::expected},
            {"labelRepair", Phrase::repair},      {"labelRules", Phrase::howToRepair},
            {"nothing", Phrase::noFinding},       {"labelEntering", Phrase::entering},
            {"labelLeaving", Phrase::leaving}};
        for (const auto& [name, which] : labels)
            page.set(name, std::string(phrase(which, language_)));
        data files{data::type::list};
        for (const FileReport& report : reports)
            files.push_back(fileOf(report));
        page.set("files", files);
        return page;
    }

  private:
    data fileOf(const FileReport& report)
    {
        data file;
        file.set("name", report.file);
        if (report.problem) {
            file.set("problem", describe(*report.problem, report.file, language_));
            return file;
        }
        const CheckedWorkbook& workbook = *report.workbook;
        const auto errors = workbook.count(Severity::error);
        file.set("checked", data::type::bool_true);
        file.set("ready", errors == 0);
        file.set("verdict", std::string(phrase(errors == 0 ? Phrase::ready : Phrase::notReady, language_)));
        file.set("counts", shownCounts(errors, workbook.count(Severity::warning),
                                       workbook.count(Severity::information), language_));
        data tables{data::type::list};
        for (const CheckedTable& checked : workbook.tables())
            tables.push_back(tableOf(checked));
        file.set("tables", tables);
        file.set("rules", rulesOf(workbook));
        if (report.comparison) file.set("comparison", comparisonOf(*report.comparison));
        return file;
    }

    data tableOf(const CheckedTable& checked)
    {
        const Table& table = checked.table;
        data shown;
        shown.set("caption", say(Phrase::tableFound, language_, table.sheet().name(), table.headerRow() + 1,
                                 shownProjects(table.rowCount(), language_)));
        data notes{data::type::list}, figures{data::type::list}, findings{data::type::list};
        for (const auto& note : tableNotes(checked, language_))
            notes.push_back(data("note", note));
        for (const ShownFigure& figure : shownFigures(checked.figures, language_)) {
            data item;
            item.set("label", figure.label);
            item.set("value", figure.value);
            item.set("basis", figure.basis);
            figures.push_back(item);
        }
        bool any = false;
        for (const Finding& finding : checked.findings) {
            if (finding.severity > options_.lowestShown) continue;
            findings.push_back(findingOf(finding));
            any = true;
        }
        shown.set("notes", notes);
        shown.set("figures", figures);
        shown.set("findings", findings);
        shown.set("any", any);
        return shown;
    }

    data findingOf(const Finding& finding)
    {
        data item;
        item.set("cell", a1(finding.place));
        item.set("severityKey", std::string(keyOf(finding.severity)));
        item.set("severity", std::string(nameOf(finding.severity, language_)));
        item.set("rule", finding.rule->id);
        item.set("message", messageOf(finding, language_));
        item.set("project", finding.project
                                ? std::string(trimmed(finding.table->projectName(*finding.project)))
                                : std::string());
        if (finding.fix) item.set("fix", shownProposal(*finding.fix, language_));
        return item;
    }

    data rulesOf(const CheckedWorkbook& workbook)
    {
        const auto rules = workbook.rulesFound(options_.lowestShown);
        data list{data::type::list};
        for (const auto& [id, rule] : rules) {
            data item;
            item.set("id", id);
            item.set("title", rule->title.in(language_));
            item.set("why", rule->why.in(language_));
            item.set("expected", rule->expected.in(language_));
            item.set("repair", rule->repair.in(language_));
            list.push_back(item);
        }
        return list;
    }

    data comparisonOf(const Comparison& comparison)
    {
        const auto names = [](const std::vector<std::string>& all) {
            data list{data::type::list};
            for (const auto& name : all)
                list.push_back(data("name", name));
            return list;
        };
        data shown;
        shown.set("heading", say(Phrase::comparisonWith, language_, comparison.previousFile));
        shown.set("entering", names(comparison.entering));
        shown.set("leaving", names(comparison.leaving));
        shown.set("enteringCount", std::to_string(comparison.entering.size()));
        shown.set("leavingCount", std::to_string(comparison.leaving.size()));
        return shown;
    }

    const ReportOptions& options_;
    Language language_;
};

} // namespace

std::string htmlReport(std::span<const FileReport> reports, const ReportOptions& options,
                       const std::string& pageTemplate)
{
    kainjow::mustache::mustache page(pageTemplate);
    return page.render(Page(options).build(reports));
}

} // namespace panorama
