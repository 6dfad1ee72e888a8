#include "workbench/new_document.hpp"

#include "bridge/draft_writer.hpp"
#include "bridge/file_format.hpp"
#include "bridge/uno_text.hpp"
#include "workbench/file_dialogs.hpp"

#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XCloseable.hpp>

namespace panorama::workbench {

using css::beans::PropertyValue;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

namespace {

PropertyValue option(const char* name, const Any& value)
{
    PropertyValue option;
    option.Name = rtl::OUString::createFromAscii(name);
    option.Value = value;
    return option;
}

} // namespace

Document documentOf(const Context& context, std::span<const SheetDraft> drafts, bool hidden)
{
    const auto options = sequence({option("Hidden", Any(hidden))});
    const Document document(css::frame::Desktop::create(context)->loadComponentFromURL(
                                "private:factory/scalc", "_blank", 0, options),
                            UNO_QUERY_THROW);
    const auto empty = document->getSheets()->getElementNames();
    DraftWriter writer(document);
    for (const SheetDraft& draft : drafts)
        writer.write(draft);
    for (const auto& name : empty)
        document->getSheets()->removeByName(name);
    // Undoing would take the new document apart.
    Reference<css::document::XUndoManagerSupplier>(document, UNO_QUERY_THROW)->getUndoManager()->clear();
    return document;
}

Reference<css::frame::XFrame> inFront(const Document& document)
{
    const Reference<css::frame::XModel> model(document, UNO_QUERY);
    const auto controller = model.is() ? model->getCurrentController() : nullptr;
    const auto frame = controller.is() ? controller->getFrame() : nullptr;
    if (!frame.is()) return nullptr;
    frame->activate();
    const Reference<css::awt::XTopWindow> window(frame->getContainerWindow(), UNO_QUERY);
    if (window.is()) window->toFront();
    return frame;
}

bool storeCopy(const Document& document, const std::filesystem::path& file)
{
    const std::string filter = storeFilter(file);
    if (filter.empty()) return false;
    Reference<css::frame::XStorable>(document, UNO_QUERY_THROW)
        ->storeToURL(urlOf(file), sequence({option("FilterName", Any(fromUtf8(filter)))}));
    return true;
}

ClosingDocument::~ClosingDocument()
{
    try {
        const Reference<css::util::XCloseable> closeable(document_, UNO_QUERY);
        if (closeable.is()) closeable->close(true);
    } catch (const css::uno::Exception&) {
        // Whoever vetoed it closes it.
    }
}

} // namespace panorama::workbench
