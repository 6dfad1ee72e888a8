#include "workbench/file_reports.hpp"

#include "bridge/uno_text.hpp"
#include "bridge/workbook_reading.hpp"
#include "workbench/file_dialogs.hpp"
#include "workbench/hidden_document.hpp"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XModifiable.hpp>

namespace panorama::workbench {

using css::uno::Reference;
using css::uno::UNO_QUERY;

FileCheck fileCheck(const Context& context, const RuleBook& book)
{
    return FileCheck(book,
                     [context](const std::filesystem::path& file) { return readWorkbook(context, file); });
}

FileReport documentReport(const Document& document, const FileCheck& check)
{
    const Reference<css::frame::XModel> model(document, UNO_QUERY);
    const std::string name = model.is() ? pathOf(model->getURL()).filename().string() : std::string();
    auto workbook = panorama::readWorkbook(document, 0);
    if (workbook) {
        FileReport report = check.check(name, std::move(*workbook));
        report.digest = storedDigest(document);
        return report;
    }
    FileReport report;
    report.file = name;
    report.problem = workbook.error().reason;
    return report;
}

std::optional<FileDigest> storedDigest(const Document& document)
{
    const Reference<css::frame::XModel> model(document, UNO_QUERY);
    const Reference<css::util::XModifiable> changes(document, UNO_QUERY);
    if (!model.is() || !changes.is() || changes->isModified()) return std::nullopt;
    return digestOf(pathOf(model->getURL()));
}

Document documentIn(const Reference<css::frame::XFrame>& frame)
{
    const auto controller = frame.is() ? frame->getController() : nullptr;
    return Document(controller.is() ? controller->getModel() : nullptr, UNO_QUERY);
}

} // namespace panorama::workbench
