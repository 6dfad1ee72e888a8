#include "sidebar/dialogs/findings_export.hpp"

#include "bridge/draft_writer.hpp"
#include "bridge/guarded.hpp"
#include "bridge/property_value.hpp"
#include "bridge/uno_text.hpp"
#include "core/data/text.hpp"
#include "core/drafts/findings_sheet.hpp"
#include "core/report/file_report.hpp"
#include "core/words/vocabulary.hpp"
#include "sidebar/document/document_changes.hpp"
#include "sidebar/words.hpp"
#include "workbench/file_choice.hpp"
#include "workbench/hidden_document.hpp"
#include "workbench/new_document.hpp"

#include <com/sun/star/awt/PopupMenu.hpp>
#include <com/sun/star/awt/PopupMenuDirection.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/ucb/SimpleFileAccess.hpp>
#include <fstream>
#include <iterator>
#include <osl/file.hxx>

namespace panorama::sidebar::words {

constexpr Text undoFindingsSheet{"Panorama : feuille de constats", "Panorama: sheet of findings"};
constexpr Text exportHtml{"Page HTML", "HTML page"};
constexpr Text exportPdf{"Document PDF", "PDF document"};
constexpr Text exportJson{"JSON (pour un programme)", "JSON (for programs)"};
constexpr Text exportCsv{"CSV (pour un tableur)", "CSV (for spreadsheets)"};
constexpr Text exportSarif{"SARIF (pour un outil)", "SARIF (for tools)"};
constexpr Text exportSheet{"Feuille de constats dans ce classeur", "Sheet of findings in this workbook"};
constexpr Text exportTitle{"Exporter les constats", "Export findings"};
constexpr Text exported{"Rapport enregistré : {}", "Report saved: {}"};
constexpr Text sheetAdded{"Feuille « {} » ajoutée.", "Sheet “{}” added."};
constexpr Text exportFailed{"Le rapport n’a pas pu être enregistré : {}",
                            "The report could not be saved: {}"};

} // namespace panorama::sidebar::words

namespace panorama::sidebar {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

struct Form
{
    ExportForm form;
    std::string_view key;
    Text word;
    std::string_view pattern;
};
constexpr Form forms[] = {{ExportForm::html, "html", words::exportHtml, "*.html"},
                          {ExportForm::pdf, "pdf", words::exportPdf, "*.pdf"},
                          {ExportForm::json, "json", words::exportJson, "*.json"},
                          {ExportForm::csv, "csv", words::exportCsv, "*.csv"},
                          {ExportForm::sarif, "sarif", words::exportSarif, "*.sarif"},
                          {ExportForm::sheet, "sheet", words::exportSheet, ""}};

Date today()
{
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

FileReport reportOf(const DocumentWatch& watch)
{
    FileReport report;
    report.workbook = watch.result().workbook;
    report.file = report.workbook->fileName();
    if (watch.result().comparison) report.comparison = *watch.result().comparison;
    if (watch.rules()) report.listsVersion = watch.rules()->nomenclatures().version();
    return report;
}

std::string pageTemplate(const DocumentWatch& watch)
{
    std::ifstream file(watch.extensionFolder() / "templates" / "report.html.mustache", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string textOf(const DocumentWatch& watch, ExportForm form, Language language)
{
    const FileReport report = reportOf(watch);
    const ReportOptions options{.language = language, .lowestShown = Severity::information, .today = today()};
    switch (form) {
    case ExportForm::html: return htmlReport({&report, 1}, options, pageTemplate(watch));
    case ExportForm::json: return jsonReport(report, options);
    case ExportForm::csv: return csvReport({&report, 1}, options);
    case ExportForm::sarif: return sarifReport({&report, 1}, options);
    case ExportForm::pdf:
    case ExportForm::sheet: break;
    }
    return {};
}

/// The user was asked before a file is replaced.
void writeFile(const Reference<css::uno::XComponentContext>& context, const OUString& url,
               const std::string& text)
{
    const auto files = css::ucb::SimpleFileAccess::create(context);
    if (files->exists(url)) files->kill(url);
    const auto stream = files->openFileWrite(url);
    stream->writeBytes(css::uno::Sequence<sal_Int8>(reinterpret_cast<const sal_Int8*>(text.data()),
                                                    static_cast<sal_Int32>(text.size())));
    stream->closeOutput();
}

/// A report of its own, made as a sheet in a document nobody sees and printed from it.
void writePdf(const PanelHost& host, const DocumentWatch& watch, const OUString& url)
{
    const SheetDraft draft = findingsSheet(*watch.result().workbook, FindingsSheetUse::report,
                                           say(vocabulary::findings, host.language), host.language);
    const workbench::ClosingDocument document(workbench::documentOf(host.context, {&draft, 1}, true));
    const auto filter = propertyValue("FilterName", css::uno::Any(OUString("calc_pdf_Export")));
    Reference<css::frame::XStorable>(*document, UNO_QUERY_THROW)->storeToURL(url, sequence({filter}));
}

/// A sheet of findings beside the user's sheets, as one step that can be undone.
std::string addSheet(const PanelHost& host, const DocumentWatch& watch)
{
    const Document& document = watch.document();
    if (isReadOnly(document)) return say(words::readOnly, host.language);
    std::string name;
    const bool made = asOneStep(document, words::undoFindingsSheet.in(host.language), [&] {
        name = DraftWriter(document).write(
            findingsSheet(*watch.result().workbook, FindingsSheetUse::inWorkbook,
                          say(vocabulary::findings, host.language), host.language));
    });
    return made ? say(words::sheetAdded, host.language, name) : say(words::changeFailed, host.language);
}

std::string shownPath(const OUString& url)
{
    OUString path;
    if (osl::FileBase::getSystemPathFromFileURL(url, path) == osl::FileBase::E_None) return toUtf8(path);
    return toUtf8(url);
}

} // namespace

std::optional<ExportForm> exportForm(std::string_view name)
{
    for (const Form& form : forms)
        if (form.key == name) return form.form;
    return std::nullopt;
}

std::string exportFindings(const PanelHost& host, const DocumentWatch& watch, ExportForm form,
                           const OUString& url)
{
    if (!watch.result().workbook) return say(words::exportBusy, host.language);
    if (form == ExportForm::sheet) return addSheet(host, watch);
    const bool written = guarded([&] {
        if (form == ExportForm::pdf)
            writePdf(host, watch, url);
        else
            writeFile(host.context, url, textOf(watch, form, host.language));
    });
    return say(written ? words::exported : words::exportFailed, host.language, shownPath(url));
}

std::optional<std::string> exportFindingsAsking(const PanelHost& panel, std::shared_ptr<DocumentWatch> watch,
                                                ExportForm form)
{
    const PanelHost host = panel; // the panel may go while the dialog is open
    if (form == ExportForm::sheet) return exportFindings(host, *watch, form, {});
    const Form& chosen = forms[static_cast<std::size_t>(form)];
    const OUString url = watch->model()->getURL();
    const sal_Int32 slash = url.lastIndexOf('/');
    std::string name = watch->result().workbook ? watch->result().workbook->fileName() : std::string();
    name = name.substr(0, name.rfind('.'));
    const auto target = workbench::chooseFileToSave(
        host.context,
        {.title = words::exportTitle.in(host.language),
         .filters = {{chosen.word.in(host.language), chosen.pattern}},
         .folder = slash > 0 ? url.copy(0, slash) : OUString(),
         .name = fromUtf8(name + (name.empty() ? "" : " - ") + say(vocabulary::findings, host.language) +
                          std::string(chosen.pattern.substr(1)))});
    if (!target || !watch->document().is()) return std::nullopt;
    return exportFindings(host, *watch, form, *target);
}

std::optional<std::string> exportFindingsWithMenu(const PanelHost& host, std::shared_ptr<DocumentWatch> watch,
                                                  const Control& button)
{
    const auto menu = css::awt::PopupMenu::create(host.context);
    for (std::size_t i = 0; i < std::size(forms); ++i) {
        if (forms[i].form == ExportForm::sheet) menu->insertSeparator(static_cast<sal_Int16>(i));
        menu->insertItem(static_cast<sal_Int16>(i + 1), fromUtf8(forms[i].word.in(host.language)), 0,
                         static_cast<sal_Int16>(i + 1));
    }
    const auto place = button.window()->getPosSize();
    const sal_Int16 chosen =
        menu->execute(host.window->getPeer(), place, css::awt::PopupMenuDirection::EXECUTE_DEFAULT);
    if (chosen <= 0) return std::nullopt;
    return exportFindingsAsking(host, std::move(watch), forms[static_cast<std::size_t>(chosen - 1)].form);
}

} // namespace panorama::sidebar
