#include "sidebar/watching/document_listener.hpp"

#include "bridge/guarded.hpp"
#include "sidebar/watching/document_watch.hpp"

#include <com/sun/star/document/XDocumentEventBroadcaster.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>

namespace panorama::sidebar {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

void DocumentListener::listenTo(const Reference<css::sheet::XSpreadsheetDocument>& document)
{
    document_ = document;
    using namespace css;
    guarded([&] { Reference<util::XModifyBroadcaster>(document, UNO_QUERY_THROW)->addModifyListener(this); });
    guarded([&] {
        Reference<document::XUndoManagerSupplier>(document, UNO_QUERY_THROW)
            ->getUndoManager()
            ->addUndoManagerListener(this);
    });
    guarded([&] {
        Reference<document::XDocumentEventBroadcaster>(document, UNO_QUERY_THROW)
            ->addDocumentEventListener(this);
    });
}

void DocumentListener::stop()
{
    watch_ = nullptr;
    const auto document = document_;
    document_.clear();
    if (!document.is()) return;
    using namespace css;
    guarded(
        [&] { Reference<util::XModifyBroadcaster>(document, UNO_QUERY_THROW)->removeModifyListener(this); });
    guarded([&] {
        Reference<document::XUndoManagerSupplier>(document, UNO_QUERY_THROW)
            ->getUndoManager()
            ->removeUndoManagerListener(this);
    });
    guarded([&] {
        Reference<document::XDocumentEventBroadcaster>(document, UNO_QUERY_THROW)
            ->removeDocumentEventListener(this);
    });
}

void DocumentListener::changed()
{
    if (watch_) guarded([&] { watch_->documentChanged(); });
}

void DocumentListener::documentEventOccured(const css::document::DocumentEvent& event)
{
    if (watch_) guarded([&] { watch_->documentEvent(event.EventName); });
}

void DocumentListener::disposing(const css::lang::EventObject& event)
{
    if (!watch_ || event.Source != document_) return; // the undo manager goes too
    document_.clear();
    DocumentWatch* watch = watch_;
    watch_ = nullptr;
    guarded([&] { watch->documentClosing(); });
}

} // namespace panorama::sidebar
