#pragma once

#include <com/sun/star/document/XDocumentEventListener.hpp>
#include <com/sun/star/document/XUndoManagerListener.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase3.hxx>

namespace panorama::sidebar {

class DocumentWatch;

/// Hears what happens to a document and passes it on to its watch. The document holds the listener, the
/// listener knows the watch only until stop().
class DocumentListener
    : public cppu::WeakImplHelper3<css::util::XModifyListener, css::document::XUndoManagerListener,
                                   css::document::XDocumentEventListener>
{
  public:
    explicit DocumentListener(DocumentWatch& watch) : watch_(&watch) {}

    void listenTo(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);
    /// Nothing is passed on any more and the document forgets the listener.
    void stop();

    void SAL_CALL modified(const css::lang::EventObject&) override { changed(); }
    void SAL_CALL undoActionAdded(const css::document::UndoManagerEvent&) override { changed(); }
    void SAL_CALL actionUndone(const css::document::UndoManagerEvent&) override { changed(); }
    void SAL_CALL actionRedone(const css::document::UndoManagerEvent&) override { changed(); }
    void SAL_CALL allActionsCleared(const css::lang::EventObject&) override {}
    void SAL_CALL redoActionsCleared(const css::lang::EventObject&) override {}
    void SAL_CALL resetAll(const css::lang::EventObject&) override { changed(); }
    void SAL_CALL enteredContext(const css::document::UndoManagerEvent&) override {}
    void SAL_CALL enteredHiddenContext(const css::document::UndoManagerEvent&) override {}
    void SAL_CALL leftContext(const css::document::UndoManagerEvent&) override { changed(); }
    void SAL_CALL leftHiddenContext(const css::document::UndoManagerEvent&) override { changed(); }
    void SAL_CALL cancelledContext(const css::document::UndoManagerEvent&) override { changed(); }
    void SAL_CALL documentEventOccured(const css::document::DocumentEvent& event) override;
    void SAL_CALL disposing(const css::lang::EventObject& event) override;

  private:
    void changed();

    DocumentWatch* watch_;
    css::uno::Reference<css::sheet::XSpreadsheetDocument> document_;
};

} // namespace panorama::sidebar
