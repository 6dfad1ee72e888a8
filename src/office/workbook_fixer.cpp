#include "office/workbook_fixer.hpp"

#include "bridge/cell_writer.hpp"
#include "bridge/uno_text.hpp"
#include "core/text/fold.hpp"
#include "office/file_url.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <map>

namespace panorama {

namespace {

using css::beans::PropertyValue;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

/// The office's name for the format of an extension; empty for one it may not write.
std::string filterFor(const std::filesystem::path& output)
{
    static const std::map<std::string, std::string> filters{{".ods", "calc8"},
                                                            {".fods", "OpenDocument Spreadsheet Flat XML"},
                                                            {".xlsx", "Calc MS Excel 2007 XML"},
                                                            {".xls", "MS Excel 97"}};
    const auto found = filters.find("." + fold(output.extension().string()));
    return found == filters.end() ? std::string() : found->second;
}

tl::unexpected<OpenFailure> refused(std::string detail)
{
    return tl::unexpected(OpenFailure{OpenFailure::unreadable, std::move(detail)});
}

} // namespace

tl::expected<void, OpenFailure> storeFixed(const Reference<css::sheet::XSpreadsheetDocument>& document,
                                           std::span<const CellEdit> edits,
                                           const std::filesystem::path& output)
{
    const std::string filter = filterFor(output);
    if (filter.empty()) return refused("no format for this extension");
    CellWriter writer(document);
    for (const CellEdit& edit : edits) {
        if (writer.isProtected(edit)) return refused("protected sheet: " + edit.sheet);
        writer.write(edit);
    }
    PropertyValue name;
    name.Name = "FilterName";
    name.Value <<= fromUtf8(filter);
    Reference<css::frame::XStorable>(document, UNO_QUERY_THROW)
        ->storeToURL(fromUtf8(fileUrl(output)), sequence({name}));
    return {};
}

} // namespace panorama
