#include "sidebar/previous_edition.hpp"

#include "bridge/sheet_reader.hpp"
#include "bridge/uno_text.hpp"
#include "core/report/file_report.hpp"
#include "core/table/csv.hpp"
#include "sidebar/file_choice.hpp"
#include "sidebar/guarded.hpp"
#include "sidebar/words.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <filesystem>
#include <osl/file.hxx>

namespace panorama::sidebar {

namespace {

using css::uno::Any;
using css::uno::Reference;

css::beans::PropertyValue option(const char* name, const Any& value)
{
    css::beans::PropertyValue made;
    made.Name = rtl::OUString::createFromAscii(name);
    made.Value = value;
    return made;
}

/// Read only, unseen, without macros and without links being followed.
std::vector<Sheet> readWorkbook(const PanelHost& host, const rtl::OUString& url)
{
    using namespace css::document;
    const Reference<css::sheet::XSpreadsheetDocument> document(
        css::frame::Desktop::create(host.context)
            ->loadComponentFromURL(url, "_blank", 0,
                                   sequence({option("Hidden", Any(true)), option("ReadOnly", Any(true)),
                                             option("MacroExecutionMode", Any(MacroExecMode::NEVER_EXECUTE)),
                                             option("UpdateDocMode", Any(UpdateDocMode::NO_UPDATE))})),
        css::uno::UNO_QUERY);
    std::vector<Sheet> sheets;
    if (!document.is()) return sheets;
    if (auto read = readSheets(document, 0)) sheets = std::move(*read);
    guarded([&] { Reference<css::util::XCloseable>(document, css::uno::UNO_QUERY_THROW)->close(true); });
    return sheets;
}

bool isCsv(const rtl::OUString& url)
{
    const rtl::OUString name = url.toAsciiLowerCase();
    return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
}

std::vector<Sheet> readEdition(const PanelHost& host, const rtl::OUString& url, const std::string& path)
{
    if (!isCsv(url)) return readWorkbook(host, url);
    std::vector<Sheet> sheets;
    if (auto csv = readCsv(path)) sheets.push_back(std::move(csv->sheet));
    return sheets;
}

} // namespace

std::optional<std::string> comparePreviousEdition(const PanelHost& host, DocumentWatch& watch,
                                                  const rtl::OUString& url)
{
    rtl::OUString systemPath;
    osl::FileBase::getSystemPathFromFileURL(url, systemPath);
    const std::string path = toUtf8(systemPath);
    std::vector<Sheet> sheets;
    guarded([&] { sheets = readEdition(host, url, path); });
    if (!watch.rules() || !watch.document().is()) return std::nullopt;
    const FileProblem problem = sheets.empty() ? FileProblem::unreadable : FileProblem::noTable;
    std::shared_ptr<const CheckedWorkbook> previous = CheckedWorkbook::check(
        std::filesystem::path(path).filename().string(), std::move(sheets), *watch.rules(), CheckOptions{});
    if (!previous->mainTable())
        return say(Word::previousFailed, host.language,
                   describe(problem, previous->fileName(), host.language));
    WatchSettings settings = watch.settings();
    settings.previous = std::move(previous);
    watch.change(std::move(settings));
    return std::nullopt;
}

std::optional<std::string> choosePreviousEdition(const PanelHost& panel, std::shared_ptr<DocumentWatch> watch)
{
    if (!watch) return std::nullopt;
    const PanelHost host = panel; // the panel may go while the dialog is open
    const rtl::OUString document = watch->model()->getURL();
    const sal_Int32 slash = document.lastIndexOf('/');
    const auto url = chooseFileToOpen(
        host.context,
        {.title = word(Word::previousTitle, host.language),
         .filters = {{word(Word::spreadsheets, host.language), "*.ods;*.fods;*.xlsx;*.xls;*.csv"},
                     {word(Word::allFiles, host.language), "*.*"}},
         .folder = slash > 0 ? document.copy(0, slash) : rtl::OUString()});
    if (!url || !watch->document().is()) return std::nullopt;
    return comparePreviousEdition(host, *watch, *url);
}

} // namespace panorama::sidebar
