#pragma once

#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <string_view>

namespace panorama::workbench {

/// What is done to a document while this lives is one step of its undo list, and is drawn at once at the end.
class UndoStep
{
  public:
    UndoStep(const css::uno::Reference<css::frame::XModel>& document, std::string_view name);
    ~UndoStep();
    UndoStep(const UndoStep&) = delete;
    UndoStep& operator=(const UndoStep&) = delete;

  private:
    css::uno::Reference<css::frame::XModel> document_;
    css::uno::Reference<css::document::XUndoManager> undo_;
};

} // namespace panorama::workbench
