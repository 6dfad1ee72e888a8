#include "workbench/undo_step.hpp"

#include "bridge/uno_text.hpp"

#include <com/sun/star/document/XUndoManagerSupplier.hpp>

namespace panorama::workbench {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

UndoStep::UndoStep(const Reference<css::frame::XModel>& document, std::string_view name)
    : document_(document),
      undo_(Reference<css::document::XUndoManagerSupplier>(document, UNO_QUERY_THROW)->getUndoManager())
{
    undo_->enterUndoContext(fromUtf8(name));
    document_->lockControllers();
}

UndoStep::~UndoStep()
{
    try {
        document_->unlockControllers();
        undo_->leaveUndoContext();
    } catch (const css::uno::Exception&) {
        // The document is gone, and its list with it.
    }
}

} // namespace panorama::workbench
