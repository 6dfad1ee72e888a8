#include "office/workbook_loader.hpp"

#include "bridge/property_value.hpp"
#include "bridge/uno_text.hpp"
#include "bridge/workbook_opening.hpp"
#include "bridge/workbook_reading.hpp"
#include "office/file_url.hpp"
#include "office/workbook_fixer.hpp"

#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/task/XInteractionHandler.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <rtl/ref.hxx>

namespace panorama {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;

/// Closes what was loaded, however the reading ends.
class Closing
{
  public:
    explicit Closing(const Reference<css::lang::XComponent>& document) : document_(document) {}
    Closing(const Closing&) = delete;
    Closing& operator=(const Closing&) = delete;
    ~Closing()
    {
        try {
            const Reference<css::util::XCloseable> closeable(document_, UNO_QUERY);
            if (closeable.is())
                closeable->close(true);
            else if (document_.is())
                document_->dispose();
        } catch (const css::uno::Exception&) {
            // Closed already, gone with its office, or vetoed: it then ends with the office.
        }
    }

  private:
    Reference<css::lang::XComponent> document_;
};

/// Loads a workbook and hands it to `use`; closes it whatever happens.
template <typename Result, typename Use>
tl::expected<Result, OpenFailure> withWorkbook(const Reference<css::frame::XComponentLoader>& loader,
                                               const std::filesystem::path& file, bool readOnly, Use use)
{
    const rtl::Reference<RefusingHandler> handler(new RefusingHandler);
    const auto notLoaded = [&](const std::string& detail) {
        const std::string asked = handler->asked();
        return tl::unexpected(OpenFailure{reasonOf(asked, file), detail + asked});
    };
    try {
        const Reference<css::task::XInteractionHandler> interaction(handler.get());
        const auto document = loader->loadComponentFromURL(
            fromUtf8(fileUrl(file)), "_blank", 0,
            sequence({propertyValue("Hidden", Any(readOnly)), propertyValue("ReadOnly", Any(readOnly)),
                      propertyValue("MacroExecutionMode", Any(css::document::MacroExecMode::NEVER_EXECUTE)),
                      propertyValue("UpdateDocMode", Any(css::document::UpdateDocMode::NO_UPDATE)),
                      propertyValue("InteractionHandler", Any(interaction))}));
        if (!document.is()) return notLoaded("not loaded");
        const Closing closing(document);
        const auto workbook = workbookOf(document);
        if (!workbook) return tl::unexpected(workbook.error());
        return use(*workbook);
    } catch (const css::uno::Exception& exception) {
        return notLoaded(toUtf8(exception.Message));
    }
}

} // namespace

tl::expected<WorkbookSnapshot, OpenFailure>
loadWorkbook(const Reference<css::frame::XComponentLoader>& loader, const std::filesystem::path& file,
             std::uint64_t generation)
{
    return withWorkbook<WorkbookSnapshot>(
        loader, file, true, [&](const auto& workbook) { return readWorkbook(workbook, generation); });
}

tl::expected<FixedCells, OpenFailure> fixWorkbook(const Reference<css::frame::XComponentLoader>& loader,
                                                  const std::filesystem::path& file,
                                                  std::span<const CellEdit> edits,
                                                  const std::filesystem::path& output)
{
    // Cells of a read-only document cannot be set; it is never stored under its own name.
    return withWorkbook<FixedCells>(
        loader, file, false, [&](const auto& workbook) { return storeFixed(workbook, edits, output); });
}

} // namespace panorama
