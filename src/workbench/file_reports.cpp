#include "workbench/file_reports.hpp"

#include "bridge/facts_reader.hpp"
#include "bridge/file_format.hpp"
#include "bridge/sheet_reader.hpp"
#include "bridge/uno_text.hpp"
#include "core/table/csv.hpp"
#include "core/text/fold.hpp"
#include "workbench/file_dialogs.hpp"
#include "workbench/hidden_document.hpp"

#include <algorithm>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>

namespace panorama::workbench {

using css::uno::Reference;
using css::uno::UNO_QUERY;

namespace {

void check(FileReport& report, std::vector<Sheet> sheets, const RuleBook& book, const CheckOptions& options,
           WorkbookFacts facts)
{
    const bool empty =
        std::all_of(sheets.begin(), sheets.end(), [](const Sheet& sheet) { return sheet.rowCount() == 0; });
    if (empty) {
        report.problem = FileProblem::empty;
        return;
    }
    report.listsVersion = book.nomenclatures().version();
    report.workbook = CheckedWorkbook::check(report.file, std::move(sheets), book, options, std::move(facts));
    const CheckedTable* main = report.workbook->mainTable();
    if (!main)
        report.problem = FileProblem::noTable;
    else if (main->earlier)
        report.comparison =
            compare(*main->earlier, main->table, main->edition, book.editions(), main->earlierName);
}

void readPlainText(FileReport& report, const RuleBook& book)
{
    auto csv = readCsv(report.file);
    if (!csv) {
        report.problem = problemOf(csv.error());
        return;
    }
    WorkbookFacts facts;
    facts.charset = nameOf(csv->form.charset);
    report.csv = csv->form;
    std::vector<Sheet> sheets;
    sheets.push_back(std::move(csv->sheet));
    check(report, std::move(sheets), book, {}, std::move(facts));
}

} // namespace

FileReport readReport(const Context& context, const RuleBook& book, const std::filesystem::path& file)
{
    FileReport report;
    report.file = file.string();
    std::error_code problem;
    if (!std::filesystem::is_regular_file(file, problem)) {
        report.problem = FileProblem::missing;
        return report;
    }
    if (isCsvName(file)) {
        readPlainText(report, book);
        return report;
    }
    auto sheets = readWorkbook(context, file);
    if (!sheets)
        report.problem = problemOf(sheets.error().reason);
    else
        check(report, std::move(*sheets), book, {}, {});
    return report;
}

std::vector<FileReport> readReports(const Context& context, const RuleBook& book,
                                    std::span<const std::filesystem::path> files)
{
    std::vector<FileReport> reports;
    for (const auto& file : files)
        reports.push_back(readReport(context, book, file));
    return reports;
}

FileReport documentReport(const Document& document, const RuleBook& book, const CheckOptions& options)
{
    FileReport report;
    const Reference<css::frame::XModel> model(document, UNO_QUERY);
    if (model.is()) report.file = pathOf(model->getURL()).filename().string();
    auto sheets = readSheets(document, 0);
    if (!sheets)
        report.problem =
            sheets.error().reason == ReadFailure::tooLarge ? FileProblem::tooLarge : FileProblem::unreadable;
    else
        check(report, std::move(*sheets), book, options, readFacts(document));
    return report;
}

std::vector<std::filesystem::path> workbooksIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
        const auto& path = entry.path();
        const bool isHidden = path.filename().string().starts_with('.'); // the office's locks among them
        const bool fits = fold(path.extension().string()) == "csv" || !storeFilter(path).empty();
        if (!isHidden && fits && entry.is_regular_file(problem)) files.push_back(path);
    }
    std::sort(files.begin(), files.end());
    return files;
}

Document documentIn(const Reference<css::frame::XFrame>& frame)
{
    const auto controller = frame.is() ? frame->getController() : nullptr;
    return Document(controller.is() ? controller->getModel() : nullptr, UNO_QUERY);
}

} // namespace panorama::workbench
