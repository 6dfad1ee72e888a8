#include "workbench/hidden_document.hpp"

#include "bridge/uno_text.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/util/XCloseable.hpp>

namespace panorama::workbench {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;

namespace {

css::beans::PropertyValue option(const char* name, const Any& value)
{
    css::beans::PropertyValue option;
    option.Name = rtl::OUString::createFromAscii(name);
    option.Value = value;
    return option;
}

/// Closes what was opened, however the reading ends.
class Opened
{
  public:
    explicit Opened(const Reference<css::lang::XComponent>& document) : document_(document) {}
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    ~Opened()
    {
        try {
            const Reference<css::util::XCloseable> closeable(document_, UNO_QUERY);
            if (closeable.is()) closeable->close(true);
        } catch (const css::uno::Exception&) {
            // Whoever vetoed it closes it.
        }
    }

  private:
    Reference<css::lang::XComponent> document_;
};

} // namespace

tl::expected<std::vector<Sheet>, ReadFailure>
readWorkbook(const Reference<css::uno::XComponentContext>& context, const rtl::OUString& url)
try {
    const auto options =
        sequence({option("Hidden", Any(true)), option("AsTemplate", Any(true)),
                  option("MacroExecutionMode", Any(css::document::MacroExecMode::NEVER_EXECUTE)),
                  option("UpdateDocMode", Any(css::document::UpdateDocMode::NO_UPDATE))});
    const auto loaded = css::frame::Desktop::create(context)->loadComponentFromURL(url, "_blank", 0, options);
    const Opened opened(loaded);
    const Reference<css::sheet::XSpreadsheetDocument> document(loaded, UNO_QUERY);
    if (!document.is()) return tl::unexpected(ReadFailure{ReadFailure::hostFailed, {}, "no workbook"});
    return readSheets(document, 0);
} catch (const css::uno::Exception& error) {
    return tl::unexpected(ReadFailure{ReadFailure::hostFailed, {}, toUtf8(error.Message)});
}

} // namespace panorama::workbench
