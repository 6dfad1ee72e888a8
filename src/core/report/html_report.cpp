// For reading and printing: the data of the page; its form is the template's.

#include "core/data/file_text.hpp"
#include "core/data/text.hpp"
#include "core/report/comparison_words.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/key_figures.hpp"
#include "core/report/problem_words.hpp"
#include "core/report/report_formats.hpp"
#include "core/report/table_notes.hpp"
#include "core/report/verdict_words.hpp"
#include "core/text/fold.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <kainjow/mustache.hpp>
#include <map>

namespace panorama {

namespace {

constexpr Text certificateNote{"Contrôle fait sur cet ordinateur ; aucune donnée n’a été transmise.",
                               "Checked on this computer; no data was sent anywhere."};
constexpr Text certificate{"Attestation de contrôle", "Attestation of the check"};
constexpr Text noErrorFound{"Aucune erreur détectée (ne vaut pas avis de la DINUM)",
                            "No error found (not an opinion of DINUM)"};
constexpr Text fileName{"Nom du fichier", "File name"};
constexpr Text fileSize{"Taille", "Size"};
constexpr Text fileSizeBytes{"{} octets", "{} bytes"};
constexpr Text digest{"Empreinte SHA-256", "SHA-256"};
constexpr Text packVersion{"Règles", "Rules"};
constexpr Text listsVersion{"Nomenclatures", "Nomenclatures"};
constexpr Text checkedOn{"Contrôlé le", "Checked on"};
constexpr Text byRule{"Constats par règle", "Findings by rule"};
constexpr Text byProject{"Constats par projet", "Findings by project"};
constexpr Text errors{"Erreurs", "Errors"};
constexpr Text warnings{"Avertissements", "Warnings"};
constexpr Text informations{"Informations", "Notes"};

using kainjow::mustache::data;

class Page
{
  public:
    explicit Page(const ReportOptions& options) : options_(options), language_(options.language) {}

    data build(std::span<const FileReport> reports)
    {
        data page;
        page.set("lang", std::string(codeOf(language_)));
        const std::pair<const char*, Text> labels[] = {{"title", vocabulary::reportTitle},
                                                       {"note", certificateNote},
                                                       {"labelFigures", vocabulary::keyFigures},
                                                       {"labelFindings", vocabulary::findings},
                                                       {"labelCell", vocabulary::cell},
                                                       {"labelSeverity", vocabulary::severity},
                                                       {"labelRule", vocabulary::rule},
                                                       {"labelMessage", vocabulary::finding},
                                                       {"labelProject", vocabulary::project},
                                                       {"labelExpected", vocabulary::expected},
                                                       {"labelRepair", vocabulary::repair},
                                                       {"labelRules", vocabulary::howToRepair},
                                                       {"nothing", vocabulary::noFinding},
                                                       {"labelCertificate", certificate},
                                                       {"labelByRule", byRule},
                                                       {"labelByProject", byProject},
                                                       {"labelErrors", errors},
                                                       {"labelWarnings", warnings},
                                                       {"labelInfos", informations}};
        for (const auto& [name, which] : labels)
            page.set(name, say(which, language_));
        if (!options_.foreword.empty()) page.set("foreword", options_.foreword);
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
            file.set("problem", shownProblem(report, language_));
            return file;
        }
        const CheckedWorkbook& workbook = *report.workbook;
        file.set("checked", data::type::bool_true);
        file.set("ready", workbook.conforms());
        file.set("verdict", shownVerdict(workbook, language_));
        if (const std::string why = shownWhyPartial(workbook, language_); !why.empty())
            file.set("whyPartial", why);
        data notChecked{data::type::list};
        for (const auto& each : shownNotChecked(workbook, language_)) {
            data item;
            item.set("cell", each.cell);
            item.set("what", each.what);
            notChecked.push_back(item);
        }
        file.set("notChecked", notChecked);
        file.set("counts", shownCounts(workbook, language_));
        file.set("certificate", certificateOf(report));
        file.set("byRule", tallyOf(workbook, false));
        file.set("byProject", tallyOf(workbook, true));
        if (report.previousProblem) file.set("previousProblem", describe(*report.previousProblem, language_));
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
        shown.set("caption", tableHeading(table, language_));
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
        for (const Finding* finding : gravestFirst(checked)) {
            if (finding->severity > options_.lowestShown) continue;
            findings.push_back(findingOf(*finding, table));
            any = true;
        }
        shown.set("hasFigures", checked.pack != nullptr);
        shown.set("notes", notes);
        shown.set("figures", figures);
        shown.set("findings", findings);
        shown.set("any", any);
        return shown;
    }

    data findingOf(const Finding& finding, const Table& table)
    {
        data item;
        item.set("cell", shownCell(finding, table));
        item.set("severityKey", std::string(keyOf(finding.severity)));
        item.set("severity", std::string(nameOf(finding.severity, language_)));
        item.set("rule", finding.rule->id);
        item.set("message", messageOf(finding, language_));
        item.set("project", projectOf(finding));
        if (finding.accepted) item.set("accepted", shownAcceptance(*finding.accepted, language_));
        if (finding.fix) item.set("fix", shownProposal(finding, language_));
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

    data comparisonOf(const EditionComparison& comparison)
    {
        data parts{data::type::list};
        for (const ComparisonPart& part : comparisonParts(comparison, language_)) {
            data lines{data::type::list};
            for (const auto& line : part.lines)
                lines.push_back(data("line", line));
            data shown;
            shown.set("partHeading", part.heading);
            shown.set("lines", lines);
            parts.push_back(shown);
        }
        data shown;
        shown.set("heading", say(vocabulary::comparisonWith, language_, comparison.previousFile));
        shown.set("parts", parts);
        return shown;
    }

    /// Who was checked by what, and with which result: to be kept with the file.
    data certificateOf(const FileReport& report)
    {
        const CheckedWorkbook& workbook = *report.workbook;
        data lines{data::type::list};
        const auto add = [&](const Text& label, const std::string& value) {
            data line;
            line.set("label", say(label, language_));
            line.set("value", value);
            lines.push_back(line);
        };
        add(fileName, std::filesystem::path(report.file).filename().string());
        if (report.digest) {
            add(fileSize, say(fileSizeBytes, language_,
                              shownNumber(static_cast<double>(report.digest->size), 0, 0, language_)));
            add(digest, report.digest->sha256);
        }
        const CheckedTable* main = workbook.mainTable();
        if (main && main->pack)
            add(packVersion, fmt::format("{} ({}, {})", main->pack->title.in(language_), main->pack->id,
                                         main->pack->version));
        add(listsVersion, report.listsVersion);
        if (options_.today) add(checkedOn, shownDate(*options_.today, language_));
        add(vocabulary::findings, shownCounts(workbook, language_));
        data certificate;
        certificate.set("lines", lines);
        certificate.set("conforms", workbook.conforms());
        certificate.set("conformity", workbook.conforms() ? say(noErrorFound, language_)
                                                          : shownVerdict(workbook, language_));
        return certificate;
    }

    /// Counts by rule or by project: errors, warnings, notes.
    data tallyOf(const CheckedWorkbook& workbook, bool byProject)
    {
        // By the folded text first: É stands beside E, as readers look for it.
        std::map<std::pair<std::string, std::string>, std::array<std::size_t, 3>> counts;
        for (const CheckedTable& checked : workbook.tables())
            for (const Finding& finding : checked.findings) {
                if (finding.accepted) continue;
                const auto count = [&](std::string key) {
                    if (key.empty()) key = vocabulary::wholePortfolio.in(language_);
                    ++counts[{fold(key), key}][static_cast<std::size_t>(finding.severity)];
                };
                if (!byProject)
                    count(finding.rule->id + "\xC2\xA0— " + finding.rule->title.in(language_));
                else
                    forEachOf(finding, [&](const Finding& each) { count(ownProjectOf(each)); });
            }
        data list{data::type::list};
        for (const auto& [key, count] : counts) {
            data item;
            item.set("key", key.second);
            item.set("errors", std::to_string(count[0]));
            item.set("warnings", std::to_string(count[1]));
            item.set("infos", std::to_string(count[2]));
            list.push_back(item);
        }
        return list;
    }

    const ReportOptions& options_;
    Language language_;
};

} // namespace

std::string htmlReport(std::span<const FileReport> reports, const ReportOptions& options)
{
    kainjow::mustache::mustache page(readText(options.templates / "report.html.mustache").value_or(""));
    return page.render(Page(options).build(reports));
}

} // namespace panorama
