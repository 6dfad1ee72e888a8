#include "workbench/hidden_document.hpp"

#include "bridge/property_value.hpp"
#include "bridge/uno_text.hpp"
#include "bridge/workbook_opening.hpp"
#include "bridge/workbook_reading.hpp"
#include "workbench/file_dialogs.hpp"

#include <algorithm>
#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/lang/XSingleServiceFactory.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <rtl/ref.hxx>

namespace panorama::workbench {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Workbook = Reference<css::sheet::XSpreadsheetDocument>;

namespace {

css::beans::NamedValue argument(const char* name, const Any& value)
{
    return {rtl::OUString::createFromAscii(name), value};
}

/// A frame that is never shown. One of the office's own making would write its size of nothing down, and the
/// next window that the user opens would take it over.
Reference<css::frame::XComponentLoader> hiddenFrame(const Reference<css::uno::XComponentContext>& context)
{
    const auto desktop = css::frame::Desktop::create(context);
    const auto arguments =
        sequence({Any(argument("ParentFrame", Any(desktop))), Any(argument("CreateTopWindow", Any(true))),
                  Any(argument("MakeVisible", Any(false))),
                  Any(argument("SupportPersistentWindowState", Any(false)))});
    const Reference<css::lang::XSingleServiceFactory> creator(
        context->getServiceManager()->createInstanceWithContext("com.sun.star.frame.TaskCreator", context),
        UNO_QUERY_THROW);
// Deprecated for new services; this one offers no other way.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    return Reference<css::frame::XComponentLoader>(creator->createInstanceWithArguments(arguments),
                                                   UNO_QUERY_THROW);
#pragma GCC diagnostic pop
}

void close(const Any& what)
{
    try {
        const Reference<css::util::XCloseable> closeable(what, UNO_QUERY);
        if (closeable.is()) closeable->close(true);
    } catch (const css::uno::Exception&) {
        // Whoever vetoed it closes it.
    }
}

} // namespace

Workbook openHidden(const Reference<css::uno::XComponentContext>& context, const rtl::OUString& url,
                    std::vector<css::beans::PropertyValue> options)
{
    options.push_back(propertyValue("Hidden", Any(true)));
    options.push_back(propertyValue("MacroExecutionMode", Any(css::document::MacroExecMode::NEVER_EXECUTE)));
    options.push_back(propertyValue("UpdateDocMode", Any(css::document::UpdateDocMode::NO_UPDATE)));
    css::uno::Sequence<css::beans::PropertyValue> all(static_cast<sal_Int32>(options.size()));
    std::copy(options.begin(), options.end(), all.getArray());
    const auto frame = hiddenFrame(context);
    Reference<css::lang::XComponent> loaded;
    try {
        loaded = frame->loadComponentFromURL(url, "_self", 0, all);
    } catch (const css::uno::Exception&) {
        close(Any(frame));
        throw;
    }
    const Workbook document(loaded, UNO_QUERY);
    if (!document.is()) close(loaded.is() ? Any(loaded) : Any(frame));
    return document;
}

ClosingDocument::~ClosingDocument()
{
    close(Any(document_));
}

tl::expected<WorkbookSnapshot, OpenFailure>
readWorkbook(const Reference<css::uno::XComponentContext>& context, const std::filesystem::path& file)
{
    const rtl::Reference<RefusingHandler> handler(new RefusingHandler);
    const Reference<css::task::XInteractionHandler> refusing(handler.get());
    const auto notRead = [&](std::string detail) {
        return tl::unexpected(OpenFailure{reasonOf(handler->asked(), file), std::move(detail)});
    };
    try {
        const ClosingDocument document(openHidden(
            context, urlOf(file),
            {propertyValue("AsTemplate", Any(true)), propertyValue("InteractionHandler", Any(refusing))}));
        const auto workbook = workbookOf(Reference<css::lang::XComponent>(*document, UNO_QUERY));
        if (!workbook)
            return handler->asked().empty() ? tl::unexpected(workbook.error()) : notRead("not loaded");
        return panorama::readWorkbook(*workbook, 0);
    } catch (const css::uno::Exception& error) {
        return notRead(toUtf8(error.Message));
    }
}

} // namespace panorama::workbench
