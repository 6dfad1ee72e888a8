#include "office/workbook_loader.hpp"

#include "bridge/facts_reader.hpp"
#include "bridge/sheet_reader.hpp"
#include "bridge/uno_text.hpp"
#include "office/file_url.hpp"
#include "office/workbook_fixer.hpp"

#include <array>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/task/XInteractionAbort.hpp>
#include <com/sun/star/task/XInteractionDisapprove.hpp>
#include <com/sun/star/task/XInteractionHandler.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <cppuhelper/implbase1.hxx>
#include <fstream>
#include <mutex>
#include <rtl/ref.hxx>
#include <string_view>

namespace panorama {

namespace {

using css::beans::PropertyValue;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using rtl::OUString;

/// Answers every question of the office with "no", and remembers what was asked.
class RefusingHandler : public cppu::WeakImplHelper1<css::task::XInteractionHandler>
{
  public:
    void SAL_CALL handle(const Reference<css::task::XInteractionRequest>& request) override
    {
        remember(request->getRequest().getValueTypeName());
        Reference<css::task::XInteractionContinuation> refusal;
        for (const auto& choice : request->getContinuations()) {
            const bool aborts = Reference<css::task::XInteractionAbort>(choice, UNO_QUERY).is();
            if (!aborts && !Reference<css::task::XInteractionDisapprove>(choice, UNO_QUERY).is()) continue;
            refusal = choice;
            if (aborts) break; // rather than "no, but go on"
        }
        if (refusal.is()) refusal->select();
    }

    /// The types of the questions, in brackets.
    std::string asked() const
    {
        const std::lock_guard lock(mutex_);
        return asked_;
    }

  private:
    void remember(const OUString& question)
    {
        const std::lock_guard lock(mutex_);
        asked_ += " [" + toUtf8(question) + "]";
    }

    mutable std::mutex mutex_; // the office may ask from any of its threads
    std::string asked_;
};

template <class T>
PropertyValue property(const char* name, const T& value)
{
    PropertyValue result;
    result.Name = OUString::createFromAscii(name);
    result.Value <<= value;
    return result;
}

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

tl::unexpected<OpenFailure> failure(OpenFailure::Reason reason, std::string detail)
{
    return tl::unexpected(OpenFailure{reason, std::move(detail)});
}

/// Plain text has no zero bytes; what begins with some and passes for text is a damaged workbook (.xls).
bool isPlainText(const std::filesystem::path& file)
{
    std::array<char, 4096> start{};
    std::ifstream in(file, std::ios::binary);
    in.read(start.data(), start.size());
    return std::string_view(start.data(), static_cast<std::size_t>(in.gcount())).find('\0') ==
           std::string_view::npos;
}

/// What the questions of the office say about a file it then did not load.
OpenFailure::Reason reasonOf(const std::string& asked, const std::filesystem::path& file)
{
    const auto was = [&](std::string_view question) { return asked.find(question) != std::string::npos; };
    // DocumentPasswordRequest2, DocumentMSPasswordRequest2 and their elders.
    if (was("PasswordRequest")) return OpenFailure::password;
    if (was("BrokenPackageRequest")) return OpenFailure::unreadable; // "shall I repair it?"
    if (was("NoSuchFilterRequest")) return OpenFailure::notASpreadsheet;
    // Of plain text the office wants to know the separators.
    if (was("FilterOptionsRequest") && isPlainText(file)) return OpenFailure::notASpreadsheet;
    return OpenFailure::unreadable;
}

std::string filterOf(const Reference<css::lang::XComponent>& document)
{
    const Reference<css::frame::XModel> model(document, UNO_QUERY);
    OUString filter;
    if (model.is())
        for (const PropertyValue& argument : model->getArgs())
            if (argument.Name == "FilterName") argument.Value >>= filter;
    return toUtf8(filter);
}

tl::expected<Reference<css::sheet::XSpreadsheetDocument>, OpenFailure>
workbookOf(const Reference<css::lang::XComponent>& document)
{
    const Reference<css::sheet::XSpreadsheetDocument> workbook(document, UNO_QUERY);
    const std::string filter = filterOf(document);
    // Plain text under the name of a workbook is loaded as CSV, with the office's own guesses at what is a
    // date or a number: that is not what the file says.
    const bool plainText = filter.find("csv") != std::string::npos;
    if (!workbook.is() || plainText)
        return failure(OpenFailure::notASpreadsheet, "loaded by filter: " + filter);
    return workbook;
}

tl::expected<OpenedWorkbook, OpenFailure> read(const Reference<css::sheet::XSpreadsheetDocument>& workbook,
                                               std::uint64_t generation)
{
    auto sheets = readSheets(workbook, generation);
    if (sheets) return OpenedWorkbook{std::move(*sheets), readFacts(workbook)};
    const ReadFailure& why = sheets.error();
    return failure(why.reason == ReadFailure::tooLarge ? OpenFailure::tooLarge : OpenFailure::unreadable,
                   why.sheet + ": " + why.detail);
}

/// Loads a workbook and hands it to `use`; closes it whatever happens.
template <typename Result, typename Use>
tl::expected<Result, OpenFailure> withWorkbook(const Reference<css::frame::XComponentLoader>& loader,
                                               const std::filesystem::path& file, bool readOnly, Use use)
{
    const rtl::Reference<RefusingHandler> handler(new RefusingHandler);
    const auto notLoaded = [&](const std::string& detail) {
        const std::string asked = handler->asked();
        return failure(reasonOf(asked, file), detail + asked);
    };
    try {
        const Reference<css::task::XInteractionHandler> interaction(handler.get());
        const auto document = loader->loadComponentFromURL(
            fromUtf8(fileUrl(file)), "_blank", 0,
            sequence({property("Hidden", true), property("ReadOnly", readOnly),
                      property("MacroExecutionMode", css::document::MacroExecMode::NEVER_EXECUTE),
                      property("UpdateDocMode", css::document::UpdateDocMode::NO_UPDATE),
                      property("InteractionHandler", interaction)}));
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

tl::expected<OpenedWorkbook, OpenFailure> loadWorkbook(const Reference<css::frame::XComponentLoader>& loader,
                                                       const std::filesystem::path& file,
                                                       std::uint64_t generation)
{
    return withWorkbook<OpenedWorkbook>(loader, file, true,
                                        [&](const auto& workbook) { return read(workbook, generation); });
}

tl::expected<void, OpenFailure> fixWorkbook(const Reference<css::frame::XComponentLoader>& loader,
                                            const std::filesystem::path& file,
                                            std::span<const CellEdit> edits,
                                            const std::filesystem::path& output)
{
    // Cells of a read-only document cannot be set; it is never stored under its own name.
    return withWorkbook<void>(loader, file, false,
                              [&](const auto& workbook) { return storeFixed(workbook, edits, output); });
}

} // namespace panorama
