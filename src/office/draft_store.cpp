#include "office/draft_store.hpp"

#include "bridge/draft_writer.hpp"
#include "bridge/file_format.hpp"
#include "bridge/property_value.hpp"
#include "bridge/uno_text.hpp"
#include "office/file_url.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/util/XCloseable.hpp>

namespace panorama {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

tl::unexpected<OpenFailure> notStored(std::string detail)
{
    return tl::unexpected(OpenFailure{FileProblem::unreadable, std::move(detail)});
}

void fill(const Reference<css::sheet::XSpreadsheetDocument>& document, std::span<const SheetDraft> drafts)
{
    const auto before = document->getSheets()->getElementNames();
    DraftWriter writer(document);
    for (const SheetDraft& draft : drafts)
        writer.write(draft);
    for (const auto& name : before)
        document->getSheets()->removeByName(name);
}

} // namespace

tl::expected<void, OpenFailure> storeDrafts(const Reference<css::frame::XComponentLoader>& loader,
                                            std::span<const SheetDraft> drafts,
                                            const std::filesystem::path& output)
{
    const std::string filter = storeFilter(output);
    if (filter.empty()) return notStored("no format for this extension");
    try {
        const Reference<css::sheet::XSpreadsheetDocument> document(
            loader->loadComponentFromURL("private:factory/scalc", "_blank", 0,
                                         sequence({propertyValue("Hidden", css::uno::Any(true))})),
            UNO_QUERY_THROW);
        fill(document, drafts);
        Reference<css::frame::XStorable>(document, UNO_QUERY_THROW)
            ->storeToURL(fromUtf8(fileUrl(output)),
                         sequence({propertyValue("FilterName", css::uno::Any(fromUtf8(filter)))}));
        Reference<css::util::XCloseable>(document, UNO_QUERY_THROW)->close(true);
        return {};
    } catch (const css::uno::Exception& exception) {
        return notStored(toUtf8(exception.Message));
    }
}

} // namespace panorama
