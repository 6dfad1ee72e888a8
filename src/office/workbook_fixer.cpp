#include "office/workbook_fixer.hpp"

#include "bridge/cell_writer.hpp"
#include "bridge/file_format.hpp"
#include "bridge/property_value.hpp"
#include "bridge/uno_text.hpp"
#include "office/file_url.hpp"

#include <com/sun/star/frame/XStorable.hpp>

namespace panorama {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

tl::unexpected<OpenFailure> refused(std::string detail)
{
    return tl::unexpected(OpenFailure{FileProblem::unreadable, std::move(detail)});
}

} // namespace

tl::expected<FixedCells, OpenFailure> storeFixed(const Reference<css::sheet::XSpreadsheetDocument>& document,
                                                 std::span<const CellEdit> edits,
                                                 const std::filesystem::path& output)
{
    const std::string filter = storeFilter(output);
    if (filter.empty()) return refused("no format for this extension");
    CellWriter writer(document);
    FixedCells fixed;
    for (const CellEdit& edit : edits) {
        if (writer.isProtected(edit)) return refused("protected sheet: " + edit.sheet);
        if (writer.isFormula(edit)) {
            ++fixed.formulas;
            continue;
        }
        writer.write(edit);
        ++fixed.written;
    }
    Reference<css::frame::XStorable>(document, UNO_QUERY_THROW)
        ->storeToURL(fromUtf8(fileUrl(output)),
                     sequence({propertyValue("FilterName", css::uno::Any(fromUtf8(filter)))}));
    return fixed;
}

} // namespace panorama
