#include "sidebar/dialogs/findings_export.hpp"

#include "bridge/draft_writer.hpp"
#include "bridge/guarded.hpp"
#include "bridge/property_value.hpp"
#include "bridge/uno_text.hpp"
#include "core/checking/file_check.hpp"
#include "core/data/new_file.hpp"
#include "core/data/text.hpp"
#include "core/drafts/findings_sheet.hpp"
#include "core/report/report_formats.hpp"
#include "core/words/vocabulary.hpp"
#include "sidebar/document/document_changes.hpp"
#include "sidebar/words.hpp"
#include "workbench/file_choice.hpp"
#include "workbench/file_dialogs.hpp"
#include "workbench/file_reports.hpp"
#include "workbench/hidden_document.hpp"
#include "workbench/new_document.hpp"

#include <com/sun/star/awt/PopupMenu.hpp>
#include <com/sun/star/awt/PopupMenuDirection.hpp>
#include <com/sun/star/frame/XStorable.hpp>

namespace panorama::sidebar::words {

constexpr Text undoFindingsSheet{"Panorama : feuille de constats", "Panorama: sheet of findings"};
constexpr Text exportSheet{"Feuille de constats dans ce classeur", "Sheet of findings in this workbook"};
constexpr Text exportTitle{"Exporter les constats", "Export findings"};
constexpr Text exported{"Rapport enregistré : {}", "Report saved: {}"};
constexpr Text sheetAdded{"Feuille « {} » ajoutée.", "Sheet “{}” added."};
constexpr Text exportOntoItself{"« {} » est le classeur contrôlé : donnez un autre nom au rapport.",
                                "“{}” is the workbook that was checked: give the report another name."};
constexpr Text exportFailed{"Le rapport n’a pas pu être enregistré : {}",
                            "The report could not be saved: {}"};

} // namespace panorama::sidebar::words

namespace panorama::sidebar {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

// What is no file but a change of the workbook.
constexpr std::string_view sheetForm = "sheet";

/// The result was judged by these rules, which were therefore read.
std::string textOf(const DocumentWatch& watch, const ReportFormat& format, Language language)
{
    FileReport report = reportOn(watch.result().workbook, *watch.rules());
    if (watch.phase() == DocumentWatch::Phase::upToDate)
        report.digest = workbench::storedDigest(watch.document());
    return format.render({&report, 1}, {.language = language,
                                        .lowestShown = Severity::information,
                                        .today = today(),
                                        .templates = watch.rules()->templates()});
}

/// A report of its own, made as a sheet in a document nobody sees and printed from it.
void writePdf(const PanelHost& host, const DocumentWatch& watch, const std::filesystem::path& file)
{
    const SheetDraft draft = findingsSheet(*watch.result().workbook, FindingsSheetUse::report,
                                           say(vocabulary::findings, host.language), host.language);
    const workbench::ClosingDocument document(workbench::documentOf(host.context, {&draft, 1}, true));
    const auto filter = propertyValue("FilterName", css::uno::Any(OUString("calc_pdf_Export")));
    Reference<css::frame::XStorable>(*document, UNO_QUERY_THROW)
        ->storeToURL(workbench::urlOf(file), sequence({filter}));
}

/// A sheet of findings beside the user's sheets, as one step that can be undone.
std::string addSheet(const PanelHost& host, const DocumentWatch& watch)
{
    if (!watch.result().workbook) return say(words::exportBusy, host.language);
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

std::string saveFindings(const PanelHost& host, const DocumentWatch& watch, const ReportFormat& format,
                         const OUString& url)
{
    if (!watch.result().workbook) return say(words::exportBusy, host.language);
    const auto file = workbench::pathOf(url);
    const OUString own = watch.model()->getURL();
    if (!own.isEmpty() && isSameFile(workbench::pathOf(own), file))
        return say(words::exportOntoItself, host.language, file.string());
    bool written = false;
    guarded([&] {
        // The user was asked before a file is replaced; it stays whole until the report is.
        FileInMaking made(file);
        if (!format.render)
            writePdf(host, watch, made.file());
        else if (!made.write(textOf(watch, format, host.language)))
            return;
        written = made.keep(FileInMaking::Taken::replace);
    });
    return say(written ? words::exported : words::exportFailed, host.language, file.string());
}

// The copies live as long as the dialog, whatever becomes of the panel.
// NOLINTBEGIN(performance-unnecessary-value-param)
std::optional<std::string> saveFindingsAsking(const PanelHost& panel, std::shared_ptr<DocumentWatch> watch,
                                              const ReportFormat& format)
// NOLINTEND(performance-unnecessary-value-param)
{
    const PanelHost host = panel; // the panel may go while the dialog is open
    const std::string label = plainLabel(format, host.language), pattern = "*" + std::string(format.ending);
    const OUString url = watch->model()->getURL();
    const sal_Int32 slash = url.lastIndexOf('/');
    std::string name = watch->result().workbook ? watch->result().workbook->fileName() : std::string();
    name = name.substr(0, name.rfind('.'));
    const auto target = workbench::chooseFileToSave(
        host.context,
        {.title = words::exportTitle.in(host.language),
         .filters = {{label, pattern}},
         .folder = slash > 0 ? url.copy(0, slash) : OUString(),
         .name = fromUtf8(name + (name.empty() ? "" : " - ") + say(vocabulary::findings, host.language) +
                          std::string(format.ending))});
    if (!target || !watch->document().is()) return std::nullopt;
    return saveFindings(host, *watch, format, *target);
}

} // namespace

std::optional<std::string> exportFindings(const PanelHost& host, std::shared_ptr<DocumentWatch> watch,
                                          std::string_view form)
{
    if (form == sheetForm) return addSheet(host, *watch);
    const ReportFormat* format = reportFormat(form);
    if (!format || format->ending.empty()) return std::nullopt;
    return saveFindingsAsking(host, std::move(watch), *format);
}

std::optional<std::string> exportFindingsWithMenu(const PanelHost& host, std::shared_ptr<DocumentWatch> watch,
                                                  const Control& button)
{
    const auto menu = css::awt::PopupMenu::create(host.context);
    std::vector<std::string_view> forms;
    const auto offer = [&](std::string_view form, std::string_view label) {
        forms.push_back(form);
        menu->insertItem(static_cast<sal_Int16>(forms.size()), fromUtf8(label), 0, menu->getItemCount());
    };
    for (const ReportFormat& format : reportFormats)
        if (!format.ending.empty()) offer(format.key, format.label.in(host.language));
    menu->insertSeparator(menu->getItemCount());
    offer(sheetForm, words::exportSheet.in(host.language));
    const auto place = button.window()->getPosSize();
    const sal_Int16 chosen =
        menu->execute(host.window->getPeer(), place, css::awt::PopupMenuDirection::EXECUTE_DEFAULT);
    if (chosen <= 0) return std::nullopt;
    return exportFindings(host, std::move(watch), forms[static_cast<std::size_t>(chosen - 1)]);
}

} // namespace panorama::sidebar
