// For development tools: SARIF 2.1.0. A cell is a logical location, since a sheet has no lines.

#include "core/checking/cell_account.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/problem_words.hpp"
#include "core/report/report_formats.hpp"
#include "core/report/verdict_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace panorama {

namespace {

using Json = nlohmann::ordered_json;

std::string_view levelOf(Severity severity)
{
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

/// A relative reference with everything escaped that a URI may not hold.
std::string uriOf(const std::string& file)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string uri;
    for (const char character : file) {
        const auto byte = static_cast<unsigned char>(character);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || character == '/' || character == '.' ||
                           character == '-' || character == '_';
        if (plain)
            uri += character;
        else
            uri += {'%', hex[byte >> 4], hex[byte & 15]};
    }
    return uri;
}

Json ruleOf(const Rule& rule, Language language)
{
    return {{"id", rule.id},
            {"name", rule.slug},
            {"shortDescription", {{"text", rule.title.in(language)}}},
            {"fullDescription", {{"text", rule.why.in(language)}}},
            {"help", {{"text", rule.expected.in(language) + " " + rule.repair.in(language)}}}};
}

Json cellOf(const Finding& finding)
{
    const std::string cell = a1(finding.place);
    return {{"name", cell},
            {"fullyQualifiedName", fmt::format("{}!{}", finding.table->sheet().name(), cell)},
            {"kind", "member"}};
}

Json resultOf(const FileReport& report, const Finding& finding, Language language)
{
    Json suppressions = Json::array();
    if (finding.accepted)
        suppressions.push_back({{"kind", "external"},
                                {"status", "accepted"},
                                {"justification", shownAcceptance(*finding.accepted, language)}});
    Json result{{"ruleId", finding.rule->id},
                {"suppressions", std::move(suppressions)},
                {"level", levelOf(finding.severity)},
                {"message", {{"text", messageOf(finding, language)}}},
                {"locations",
                 {{{"physicalLocation", {{"artifactLocation", {{"uri", uriOf(report.file)}}}}},
                   {"logicalLocations", Json::array({cellOf(finding)})}}}}};
    for (const Finding& other : finding.others)
        result["relatedLocations"].push_back({{"logicalLocations", Json::array({cellOf(other)})}});
    return result;
}

Json problemOf(const FileReport& report, Language language)
{
    return {{"level", "error"},
            {"message", {{"text", shownProblem(report, language)}}},
            {"locations", {{{"physicalLocation", {{"artifactLocation", {{"uri", uriOf(report.file)}}}}}}}}};
}

/// What was not understood or not checked: the results are then not all there is.
Json notCheckedOf(const FileReport& report, const ShownNotChecked& each)
{
    Json location{{"physicalLocation", {{"artifactLocation", {{"uri", uriOf(report.file)}}}}}};
    if (!each.cell.empty())
        location["logicalLocations"] = Json::array({{{"name", each.cell}, {"kind", "member"}}});
    return {{"level", "warning"},
            {"descriptor", {{"id", each.why}}},
            {"message", {{"text", each.what}}},
            {"locations", Json::array({std::move(location)})}};
}

/// The verdict on each file, and what became of its cells.
Json verdictsOf(std::span<const FileReport> reports, Language language)
{
    Json verdicts = Json::array();
    for (const FileReport& report : reports) {
        if (!report.workbook) continue;
        const CellAccount account = accountOf(*report.workbook);
        verdicts.push_back({{"uri", uriOf(report.file)},
                            {"verdict", shownVerdict(*report.workbook, language)},
                            {"complete", report.workbook->verdict().state != VerdictState::partial},
                            {"conforming", report.workbook->conforms()},
                            {"cells",
                             {{"filled", account.filled},
                              {"read", account.read},
                              {"set_aside", account.setAside},
                              {"not_understood", account.notUnderstood}}}});
    }
    return verdicts;
}

} // namespace

std::string sarifReport(std::span<const FileReport> reports, const ReportOptions& options)
{
    std::map<std::string, const Rule*> rules;
    Json results = Json::array(), notifications = Json::array();
    for (const FileReport& report : reports) {
        if (report.problem) notifications.push_back(problemOf(report, options.language));
        if (!report.workbook) continue;
        for (const auto& each : shownNotChecked(*report.workbook, options.language))
            notifications.push_back(notCheckedOf(report, each));
        for (const CheckedTable& checked : report.workbook->tables())
            for (const Finding& finding : checked.findings) {
                if (finding.severity > options.lowestShown) continue;
                rules.emplace(finding.rule->id, finding.rule);
                results.push_back(resultOf(report, finding, options.language));
            }
    }
    Json ruleList = Json::array();
    for (const auto& [id, rule] : rules)
        ruleList.push_back(ruleOf(*rule, options.language));
    const bool successful = std::none_of(reports.begin(), reports.end(),
                                         [](const FileReport& report) { return report.problem.has_value(); });
    const Json sarif{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                     {"version", "2.1.0"},
                     {"runs",
                      {{{"tool", {{"driver", {{"name", "Panorama Calc"}, {"rules", std::move(ruleList)}}}}},
                        {"invocations",
                         {{{"executionSuccessful", successful},
                           {"toolExecutionNotifications", std::move(notifications)}}}},
                        {"properties", {{"files", verdictsOf(reports, options.language)}}},
                        {"results", std::move(results)}}}}};
    return sarif.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace panorama
