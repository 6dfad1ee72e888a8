// For machines. Numbers are whole, unknown figures null.

#include "core/checking/cell_account.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/problem_words.hpp"
#include "core/report/report_formats.hpp"
#include "core/report/verdict_words.hpp"
#include "core/rules/causes.hpp"
#include "core/text/fold.hpp"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace panorama {

namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json orNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json rateOf(const std::optional<PortfolioSlippage>& slippage)
{
    return slippage && slippage->rate ? Json(*slippage->rate) : Json(nullptr);
}

Json detailOf(const std::optional<PortfolioSlippage>& slippage)
{
    if (!slippage) return nullptr;
    return {{"method", nameOf(slippage->method)},
            {"rate", rateOf(slippage)},
            {"used", slippage->used},
            {"excluded", slippage->excluded}};
}

Json figuresOf(const PortfolioFigures& figures)
{
    return {{"projects", figures.projects},
            {"interministerial", orNull(figures.interministerial)},
            {"total_m_eur", orNull(figures.total)},
            {"mean_duration_years", orNull(figures.meanDuration)},
            {"withheld", figures.withheld},
            {"budget_slippage", rateOf(figures.budget)},
            {"calendar_slippage", rateOf(figures.calendar)},
            {"costs_counted", figures.costsCounted},
            {"costs_missing", figures.costsMissing},
            {"durations_counted", figures.durationsCounted},
            {"budget_slippage_detail", detailOf(figures.budget)},
            {"calendar_slippage_detail", detailOf(figures.calendar)}};
}

Json unknownFigures()
{
    Json figures = figuresOf({});
    for (auto& figure : figures)
        figure = nullptr;
    return figures;
}

/// No project, where somebody declares that there is none.
Json figuresWithoutTable(const FileReport& report)
{
    Json figures = unknownFigures();
    if (report.workbook && report.workbook->declaresNothing()) figures["projects"] = 0;
    return figures;
}

Json editionOf(const EditionContext& edition)
{
    if (edition.number) return *edition.number;
    if (!edition.month) return nullptr;
    return fmt::format("{:04}-{:02}", static_cast<int>(edition.month->year()),
                       static_cast<unsigned>(edition.month->month()));
}

Json monthOf(const EditionContext& edition)
{
    EditionContext month;
    month.month = edition.month;
    return editionOf(month);
}

std::string_view sourceOf(const EditionContext& edition)
{
    switch (edition.source) {
    case EditionContext::Source::option: return "option";
    case EditionContext::Source::column: return "column";
    case EditionContext::Source::title: return "title";
    case EditionContext::Source::fileName: return "file name";
    case EditionContext::Source::none: break;
    }
    return "none";
}

std::string_view kindOf(Table::Ignored::Why why)
{
    using Why = Table::Ignored::Why;
    switch (why) {
    case Why::total: return "total";
    case Why::note: return "note";
    case Why::nilReturn: return "nil-return";
    case Why::repeatedHeader: return "repeated-header";
    case Why::groupTitle: return "group-title";
    case Why::units: return "units";
    case Why::columnNumbers: return "column-numbers";
    case Why::prefilled: return "prefilled";
    case Why::doubtful: return "doubtful";
    case Why::otherTable: return "other-table";
    case Why::continued: break;
    }
    return "continued";
}

std::string_view evidenceOf(Table::HeaderEvidence how)
{
    switch (how) {
    case Table::HeaderEvidence::inFull: return "in-full";
    case Table::HeaderEvidence::severalRows: return "several-rows";
    case Table::HeaderEvidence::cutShort: break;
    }
    return "cut-short";
}

/// Of each column that is understood: its header, where that stands, and how it says the field.
Json headersOf(const Table& table)
{
    Json headers = Json::object();
    for (const auto& column : table.recognised()) {
        const Field field = column.meaning.field;
        headers[keyOf(field)] = {{"cell", a1(table.headerPlace(field))},
                                 {"header", table.header(field)},
                                 {"how", evidenceOf(column.how)}};
    }
    return headers;
}

Json sheetOf(const CheckedTable& checked)
{
    const Table& table = checked.table;
    Json columns = Json::object(), unrecognised = Json::array(), ignored = Json::array();
    for (const auto& column : table.recognised())
        columns[keyOf(column.meaning.field)] = columnName(column.column);
    for (const auto& unknown : table.unrecognised())
        unrecognised.push_back({{"cell", a1(unknown.place)}, {"header", unknown.header}});
    for (const auto& row : table.ignored())
        ignored.push_back({{"row", row.row + 1},
                           {"why", row.why == Table::Ignored::Why::total ? "total" : "note"},
                           {"kind", kindOf(row.why)}});
    return {{"name", table.sheet().name()},
            {"layout", table.layout() ? Json(table.layout()->id) : Json(nullptr)},
            {"header",
             {{"row", table.headerRow() + 1}, {"columns", std::move(columns)}, {"read", headersOf(table)}}},
            {"rows", table.rowCount()},
            {"pack", checked.pack ? Json(checked.pack->id) : Json(nullptr)},
            {"unrecognised", std::move(unrecognised)},
            {"ignored", std::move(ignored)},
            {"figures", figuresOf(checked.figures)}};
}

Json valueOf(const Finding& finding)
{
    if (!finding.number) return finding.value;
    const auto date = finding.numberIsDate ? dateOfSerial(*finding.number) : std::nullopt;
    return date ? Json(isoDate(*date)) : Json(*finding.number);
}

Json valueOf(const CellEdit& edit)
{
    if (edit.kind == CellEdit::Kind::text) return edit.text;
    if (edit.kind == CellEdit::Kind::number) return edit.number;
    const auto date = dateOfSerial(edit.number);
    return date ? Json(isoDate(*date)) : Json(nullptr);
}

Json fixOf(const Finding& finding)
{
    const auto whole = wholeFix(finding);
    if (!whole) return nullptr;
    const Fix& fix = *whole;
    const std::string_view degree = fix.degree == FixDegree::sure        ? "sure"
                                    : fix.degree == FixDegree::toConfirm ? "to confirm"
                                                                         : "indicative";
    Json edits = Json::array();
    for (const CellEdit& edit : fix.edits)
        edits.push_back({{"sheet", edit.sheet}, {"cell", a1(edit.place)}, {"value", valueOf(edit)}});
    return {{"degree", degree}, {"value", valueOf(fix.edits.front())}, {"edits", std::move(edits)}};
}

Json acceptanceOf(const std::optional<Acceptance>& accepted)
{
    if (!accepted) return nullptr;
    return {{"by", accepted->by},
            {"why", accepted->why},
            {"until", accepted->until ? Json(isoDate(*accepted->until)) : Json(nullptr)}};
}

Json projectOrNull(const Finding& finding)
{
    const std::string project = projectOf(finding);
    const bool isOne = finding.project && finding.others.empty();
    return project.empty() && !isOne ? Json(nullptr) : Json(project);
}

Json findingOf(const Finding& finding, Language language)
{
    const Table& table = *finding.table;
    Json json{{"rule", finding.rule->id},
              {"slug", finding.rule->slug},
              {"severity", keyOf(finding.severity)},
              {"sheet", table.sheet().name()},
              {"cell", a1(finding.place)},
              {"project", projectOrNull(finding)},
              {"field", keyOf(finding.field)},
              {"value", valueOf(finding)},
              {"message", messageOf(finding, language)},
              {"fix", fixOf(finding)},
              {"accepted", acceptanceOf(finding.accepted)}};
    if (finding.others.empty()) return json;
    Json cells = Json::array();
    forEachOf(finding, [&](const Finding& each) { cells.push_back(a1(each.place)); });
    json["count"] = cells.size();
    json["cells"] = std::move(cells);
    return json;
}

Json candidateOf(const EditionComparison::Candidate& candidate)
{
    constexpr const char* kinds[] = {"renamed", "successor", "split", "merged"};
    return {{"kind", kinds[static_cast<std::size_t>(candidate.kind)]},
            {"before", candidate.before},
            {"now", candidate.now},
            {"confidence", std::round(candidate.confidence * 100) / 100},
            {"evidence", shownEvidence(candidate.evidence, Language::french)}};
}

/// In points; the three parts add up to the total.
Json breakdownOf(const std::optional<SlippageBreakdown>& parts)
{
    if (!parts) return nullptr;
    return {{"common", parts->common},
            {"leaving", parts->leaving},
            {"entering", parts->entering},
            {"total", parts->total}};
}

Json comparisonOf(const std::optional<EditionComparison>& comparison)
{
    if (!comparison) return nullptr;
    Json renamed = Json::array(), candidates = Json::array();
    for (const auto& [before, now] : comparison->confirmed)
        renamed.push_back({before, now});
    for (const auto& candidate : comparison->candidates) {
        if (candidate.kind == Proposal::Kind::renamed)
            renamed.push_back({candidate.before.front(), candidate.now.front()});
        candidates.push_back(candidateOf(candidate));
    }
    Json breaks = Json::array();
    for (const auto& found : comparison->breaks)
        breaks.push_back(found.reason.french);
    return {{"previous", comparison->previousFile},
            {"previous_edition", editionOf(comparison->previousEdition)},
            {"entering", comparison->entering},
            {"leaving", comparison->leaving},
            {"renamed", std::move(renamed)},
            {"candidates", std::move(candidates)},
            {"budget", breakdownOf(comparison->budget)},
            {"calendar", breakdownOf(comparison->calendar)},
            {"breaks", std::move(breaks)}};
}

Json notCheckedOf(const FileReport& report, Language language)
{
    Json list = Json::array();
    if (!report.workbook) return list;
    for (const auto& each : shownNotChecked(*report.workbook, language))
        list.push_back({{"what", each.what},
                        {"why", each.why},
                        {"cell", each.cell.empty() ? Json(nullptr) : Json(each.cell)}});
    return list;
}

std::string_view verdictName(VerdictState state)
{
    switch (state) {
    case VerdictState::ready: return "ready";
    case VerdictState::toCorrect: return "to-correct";
    case VerdictState::partial: break;
    }
    return "partial";
}

Json accountJson(const FileReport& report)
{
    const CellAccount account = report.workbook ? accountOf(*report.workbook) : CellAccount();
    return {{"filled", account.filled},
            {"read", account.read},
            {"set_aside", account.setAside},
            {"not_understood", account.notUnderstood}};
}

std::string lineOf(const FileReport& report, const ReportOptions& options)
{
    const CheckedTable* main = report.workbook ? report.workbook->mainTable() : nullptr;
    Json sheets = Json::array(), findings = Json::array();
    if (report.workbook)
        for (const CheckedTable& checked : report.workbook->tables()) {
            sheets.push_back(sheetOf(checked));
            for (const Finding& finding : checked.findings)
                if (finding.severity <= options.lowestShown)
                    findings.push_back(findingOf(finding, options.language));
        }
    Json json{
        {"file", report.file},
        {"pack", main && main->pack ? Json(main->pack->id) : Json(nullptr)},
        {"edition", main ? editionOf(main->edition) : Json(nullptr)},
        {"edition_date", main ? monthOf(main->edition) : Json(nullptr)},
        {"edition_source", main ? Json(sourceOf(main->edition)) : Json(nullptr)},
        {"sheets", std::move(sheets)},
        {"figures", main ? figuresOf(main->figures) : figuresWithoutTable(report)},
        {"comparison", comparisonOf(report.comparison)},
        {"findings", std::move(findings)},
        {"verdict", report.workbook ? Json(verdictName(report.workbook->verdict().state)) : Json(nullptr)},
        {"complete",
         report.workbook ? Json(report.workbook->verdict().state != VerdictState::partial) : Json(false)},
        {"not_checked", notCheckedOf(report, options.language)},
        {"cells", accountJson(report)},
        {"conforming", report.workbook ? Json(report.workbook->conforms()) : Json(nullptr)},
        {"accepted", report.workbook ? Json(report.workbook->countAccepted()) : Json(nullptr)},
        {"sha256", report.digest ? Json(report.digest->sha256) : Json(nullptr)},
        {"size", report.digest ? Json(report.digest->size) : Json(nullptr)},
        {"error", nullptr}};
    if (report.problem)
        json["error"] = {{"kind", keyOf(*report.problem)},
                         {"message", shownProblem(report, options.language)}};
    else if (report.previousProblem)
        json["error"] = {{"kind", "previous"},
                         {"message", describe(*report.previousProblem, options.language)}};
    // Bytes of a file name that are no UTF-8 must not end the run.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string jsonReport(std::span<const FileReport> reports, const ReportOptions& options)
{
    std::string lines;
    for (const FileReport& report : reports)
        lines += lineOf(report, options);
    return lines;
}

} // namespace panorama
