// Does one piece of work of the workbench in a running office, without its dialogs, and stores the document
// it makes.
//
//     workbench-probe ADDRESS fiche OUTPUT-URL
//     workbench-probe ADDRESS resume FICHE-URL OUTPUT-URL
//     workbench-probe ADDRESS prepare WORKBOOK-URL OUTPUT-URL      (its first sheet; with headers: prepare+)
//     workbench-probe ADDRESS dashboard WORKBOOK-URL OUTPUT-URL
//     workbench-probe ADDRESS change WORKBOOK-URL                  (in its window: prepared, and a dashboard)
//     workbench-probe ADDRESS window                               (a fiche in a window of its own)

#include "bridge/uno_text.hpp"
#include "office_client.hpp"
#include "workbench/dashboard.hpp"
#include "workbench/fiche.hpp"
#include "workbench/hidden_document.hpp"
#include "workbench/prepare.hpp"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <cstdio>
#include <string>
#include <string_view>

namespace {

using namespace panorama;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using Document = Reference<css::sheet::XSpreadsheetDocument>;

void store(const Document& document, const char* url)
{
    const std::string_view name(url);
    css::beans::PropertyValue filter;
    filter.Name = "FilterName";
    filter.Value <<= name.ends_with(".ots")   ? rtl::OUString("calc8_template")
                     : name.ends_with(".ods") ? rtl::OUString("calc8")
                                              : rtl::OUString("OpenDocument Spreadsheet Flat XML");
    Reference<css::frame::XStorable>(document, UNO_QUERY_THROW)
        ->storeToURL(rtl::OUString::createFromAscii(url), sequence({filter}));
}

int end(const tl::expected<Document, std::string>& made, const char* url)
{
    if (!made) {
        std::printf("%s\n", made.error().c_str());
        return 3;
    }
    store(*made, url);
    Reference<css::util::XCloseable>(*made, UNO_QUERY_THROW)->close(true);
    return 0;
}

Document opened(const Reference<css::uno::XComponentContext>& context, const char* url)
{
    return Document(workbench::openHidden(context, rtl::OUString::createFromAscii(url)), UNO_QUERY_THROW);
}

int prepare(const Reference<css::uno::XComponentContext>& context, char** arguments, bool addHeaders)
{
    const Document document = opened(context, arguments[3]);
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    const Reference<css::sheet::XSpreadsheet> sheet(sheets->getByIndex(0), UNO_QUERY_THROW);
    const auto prepared = workbench::prepareTable(context, document, sheet, addHeaders);
    if (!prepared) return end(tl::unexpected(prepared.error()), arguments[4]);
    std::printf("%d %d", prepared->columns, prepared->kept);
    for (const auto& header : prepared->missing)
        std::printf("|%s", header.c_str());
    std::printf("\n");
    return end(document, arguments[4]);
}

int dashboard(const Reference<css::uno::XComponentContext>& context, char** arguments)
{
    const Document document = opened(context, arguments[3]);
    const auto added = workbench::addDashboard(context, document, {});
    if (!added) return end(tl::unexpected(added.error()), arguments[4]);
    std::printf("%s\n", added->c_str());
    return end(document, arguments[4]);
}

/// What a user does to a document in a window; it stays open.
int change(const Reference<css::uno::XComponentContext>& context, const char* url)
{
    const auto components = css::frame::Desktop::create(context)->getComponents()->createEnumeration();
    while (components->hasMoreElements()) {
        const Document document(components->nextElement(), css::uno::UNO_QUERY);
        const Reference<css::frame::XModel> model(document, css::uno::UNO_QUERY);
        if (!document.is() || toUtf8(model->getURL()) != url) continue;
        const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
        const Reference<css::sheet::XSpreadsheet> sheet(sheets->getByIndex(0), UNO_QUERY_THROW);
        const bool prepared = workbench::prepareTable(context, document, sheet, true).has_value();
        return prepared && workbench::addDashboard(context, document, {}) ? 0 : 3;
    }
    return 4;
}

int run(int count, char** arguments)
{
    const std::string_view work = count > 2 ? arguments[2] : "";
    const OfficeClient office(arguments[1]);
    const auto& context = office.context();
    if (work == "fiche" && count == 4) return end(workbench::makeFiche(context, {}, true), arguments[3]);
    if (work == "resume" && count == 5)
        return end(workbench::resumeFicheFrom(context, rtl::OUString::createFromAscii(arguments[3]), true),
                   arguments[4]);
    if (work.starts_with("prepare") && count == 5) return prepare(context, arguments, work == "prepare+");
    if (work == "dashboard" && count == 5) return dashboard(context, arguments);
    if (work == "change" && count == 4) return change(context, arguments[3]);
    if (work == "window") return workbench::makeFiche(context) ? 0 : 3;
    return 2;
}

} // namespace

int main(int count, char** arguments)
try {
    return run(count, arguments);
} catch (const css::uno::Exception& error) {
    std::fprintf(stderr, "%s\n", toUtf8(error.Message).c_str());
    return 1;
}
