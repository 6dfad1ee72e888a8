#include "bridge/workbook_opening.hpp"

#include "bridge/uno_text.hpp"

#include <array>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/task/XInteractionAbort.hpp>
#include <com/sun/star/task/XInteractionDisapprove.hpp>
#include <fstream>
#include <string_view>

namespace panorama {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using rtl::OUString;

namespace {

/// Plain text has no zero bytes; what begins with some and passes for text is a damaged workbook (.xls).
bool isPlainText(const std::filesystem::path& file)
{
    std::array<char, 4096> start{};
    std::ifstream in(file, std::ios::binary);
    in.read(start.data(), start.size());
    return std::string_view(start.data(), static_cast<std::size_t>(in.gcount())).find('\0') ==
           std::string_view::npos;
}

std::string filterOf(const Reference<css::lang::XComponent>& document)
{
    const Reference<css::frame::XModel> model(document, UNO_QUERY);
    OUString filter;
    if (model.is())
        for (const auto& argument : model->getArgs())
            if (argument.Name == "FilterName") argument.Value >>= filter;
    return toUtf8(filter);
}

} // namespace

void RefusingHandler::handle(const Reference<css::task::XInteractionRequest>& request)
{
    {
        const std::lock_guard lock(mutex_);
        asked_ += " [" + toUtf8(request->getRequest().getValueTypeName()) + "]";
    }
    Reference<css::task::XInteractionContinuation> refusal;
    for (const auto& choice : request->getContinuations()) {
        const bool aborts = Reference<css::task::XInteractionAbort>(choice, UNO_QUERY).is();
        if (!aborts && !Reference<css::task::XInteractionDisapprove>(choice, UNO_QUERY).is()) continue;
        refusal = choice;
        if (aborts) break; // rather than "no, but go on"
    }
    if (refusal.is()) refusal->select();
}

std::string RefusingHandler::asked() const
{
    const std::lock_guard lock(mutex_);
    return asked_;
}

FileProblem reasonOf(const std::string& asked, const std::filesystem::path& file)
{
    const auto was = [&](std::string_view question) { return asked.find(question) != std::string::npos; };
    // DocumentPasswordRequest2, DocumentMSPasswordRequest2 and their elders.
    if (was("PasswordRequest")) return FileProblem::password;
    if (was("BrokenPackageRequest")) return FileProblem::unreadable; // "shall I repair it?"
    if (was("NoSuchFilterRequest")) return FileProblem::notASpreadsheet;
    // Of plain text the office wants to know the separators.
    if (was("FilterOptionsRequest") && isPlainText(file)) return FileProblem::notASpreadsheet;
    return FileProblem::unreadable;
}

tl::expected<Reference<css::sheet::XSpreadsheetDocument>, OpenFailure>
workbookOf(const Reference<css::lang::XComponent>& document)
{
    const Reference<css::sheet::XSpreadsheetDocument> workbook(document, UNO_QUERY);
    const std::string filter = filterOf(document);
    const bool plainText = filter.find("csv") != std::string::npos;
    if (!workbook.is() || plainText)
        return tl::unexpected(OpenFailure{FileProblem::notASpreadsheet, "loaded by filter: " + filter});
    return workbook;
}

} // namespace panorama
