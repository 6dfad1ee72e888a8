#include "workbench/new_document.hpp"

#include "bridge/draft_writer.hpp"
#include "bridge/file_format.hpp"
#include "bridge/property_value.hpp"
#include "bridge/uno_text.hpp"
#include "core/data/new_file.hpp"
#include "workbench/file_dialogs.hpp"
#include "workbench/hidden_document.hpp"

#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/io/IOException.hpp>

namespace panorama::workbench {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

namespace {

constexpr char newWorkbook[] = "private:factory/scalc";

/// A window made in another thread than the main one could wait for it for ever.
Document inWindow(const Context& context)
{
    return Document(css::frame::Desktop::create(context)->loadComponentFromURL(
                        newWorkbook, "_blank", 0, sequence({propertyValue("OnMainThread", Any(true))})),
                    UNO_QUERY_THROW);
}

} // namespace

Document documentOf(const Context& context, std::span<const SheetDraft> drafts, bool hidden)
{
    const Document document = hidden ? openHidden(context, newWorkbook) : inWindow(context);
    const auto emptySheets = document->getSheets()->getElementNames();
    DraftWriter writer(document);
    // Before the empty ones: the office ends in a crash when the sheet of the selected cell moves up later.
    int position = 0;
    for (const SheetDraft& draft : drafts)
        writer.write(draft, position++);
    for (const auto& name : emptySheets)
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
    FileInMaking made(file);
    Reference<css::frame::XStorable>(document, UNO_QUERY_THROW)
        ->storeToURL(urlOf(made.file()), sequence({propertyValue("FilterName", Any(fromUtf8(filter)))}));
    if (!made.keep(FileInMaking::Taken::refuse)) throw css::io::IOException();
    return true;
}

} // namespace panorama::workbench
