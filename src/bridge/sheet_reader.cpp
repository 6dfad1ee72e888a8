#include "bridge/sheet_reader.hpp"

#include "bridge/area_reader.hpp"
#include "bridge/uno_text.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

namespace panorama {

namespace {

using css::table::CellRangeAddress;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

tl::expected<Sheet, ReadFailure> readArea(const Reference<css::sheet::XSpreadsheet>& sheet,
                                          const CellRangeAddress* within, double dateShift,
                                          FormatKinds& formats, std::uint64_t generation)
{
    const auto area = areaToRead(sheet, within);
    if (!area) return tl::unexpected(area.error());
    Sheet result(nameOf(sheet), CellOrigin::document, generation);
    if (!isEmpty(*area)) AreaReader(sheet, *area, dateShift, result).readAll(formats);
    return result;
}

/// The result of the reading, or the failure a UNO exception stands for.
template <class Reading>
auto guarded(const Reading& reading) -> decltype(reading())
{
    try {
        return reading();
    } catch (const css::uno::Exception& exception) {
        return tl::unexpected(ReadFailure{ReadFailure::hostFailed, {}, toUtf8(exception.Message)});
    }
}

} // namespace

tl::expected<DocumentFacts, ReadFailure> documentFacts(const Reference<css::uno::XInterface>& document)
{
    return guarded([&]() -> tl::expected<DocumentFacts, ReadFailure> {
        DocumentFacts facts{css::util::Date(30, 12, 1899), {}};
        Reference<css::beans::XPropertySet>(document, UNO_QUERY_THROW)->getPropertyValue("NullDate") >>=
            facts.nullDate;
        facts.formats =
            Reference<css::util::XNumberFormatsSupplier>(document, UNO_QUERY_THROW)->getNumberFormats();
        return facts;
    });
}

tl::expected<std::vector<Sheet>, ReadFailure>
readSheets(const Reference<css::sheet::XSpreadsheetDocument>& document, std::uint64_t generation)
{
    const auto facts = documentFacts(document);
    if (!facts) return tl::unexpected(facts.error());
    return guarded([&]() -> tl::expected<std::vector<Sheet>, ReadFailure> {
        FormatKinds formats(facts->formats);
        const Reference<css::container::XIndexAccess> all(document->getSheets(), UNO_QUERY_THROW);
        std::vector<Sheet> sheets;
        for (sal_Int32 i = 0, count = all->getCount(); i < count; ++i) {
            const Reference<css::sheet::XSpreadsheet> sheet(all->getByIndex(i), UNO_QUERY_THROW);
            auto read = readArea(sheet, nullptr, shiftOf(facts->nullDate), formats, generation);
            if (!read) return tl::unexpected(std::move(read.error()));
            sheets.push_back(std::move(*read));
        }
        return sheets;
    });
}

tl::expected<Sheet, ReadFailure> readSheet(const Reference<css::sheet::XSpreadsheet>& sheet,
                                           const DocumentFacts& facts, std::uint64_t generation)
{
    return guarded([&] {
        FormatKinds formats(facts.formats);
        return readArea(sheet, nullptr, shiftOf(facts.nullDate), formats, generation);
    });
}

tl::expected<Sheet, ReadFailure> readRange(const Reference<css::table::XCellRange>& range,
                                           const DocumentFacts& facts, std::uint64_t generation)
{
    return guarded([&] {
        const Reference<css::sheet::XSheetCellRange> part(range, UNO_QUERY_THROW);
        const CellRangeAddress within = addressOf(range);
        FormatKinds formats(facts.formats);
        return readArea(part->getSpreadsheet(), &within, shiftOf(facts.nullDate), formats, generation);
    });
}

} // namespace panorama
