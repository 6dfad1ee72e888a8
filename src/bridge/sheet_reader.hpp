#pragma once

#include "core/table/sheet.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/util/Date.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace panorama {

/// Why a sheet was not read.
struct ReadFailure
{
    enum Reason {
        tooLarge,  ///< more than maximumSheetCells
        hostFailed ///< the office refused, crashed or went away
    };
    Reason reason = hostFailed;
    std::string sheet;  ///< its name, where it is known
    std::string detail; ///< for a log, not for the user
};

/// The largest used area of a sheet that is read. A snapshot costs 9 bytes a cell and its transfer some 50
/// while it lasts, so this is some 45 MB kept and a few seconds; the largest panorama known is a hundredth of
/// it. What is larger is a mistake (borders or formulas down to the last row), and must not exhaust the
/// memory of the office.
inline constexpr std::int64_t maximumSheetCells = 5'000'000;

/// What cells mean in a document: its day 0, and its number formats, which tell dates and logical values from
/// numbers.
struct DocumentFacts
{
    css::util::Date nullDate;
    css::uno::Reference<css::util::XNumberFormats> formats;
};

/// The facts of a spreadsheet document (also of the one Calc hands to an add-in function as XPropertySet).
/// hostFailed if it is none.
tl::expected<DocumentFacts, ReadFailure>
documentFacts(const css::uno::Reference<css::uno::XInterface>& document);

/// All sheets in the order of the document, hidden ones too; the first failure ends the reading.
tl::expected<std::vector<Sheet>, ReadFailure>
readSheets(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document, std::uint64_t generation);

/// The used area of one sheet.
tl::expected<Sheet, ReadFailure> readSheet(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet,
                                           const DocumentFacts& facts, std::uint64_t generation);

/// The part of the used area that lies in a range. Places stay those of the sheet: B3 is Place{2, 1},
/// wherever the range begins.
tl::expected<Sheet, ReadFailure> readRange(const css::uno::Reference<css::table::XCellRange>& range,
                                           const DocumentFacts& facts, std::uint64_t generation);

} // namespace panorama
