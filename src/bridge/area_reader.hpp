#pragma once

#include "bridge/sheet_reader.hpp"

#include <com/sun/star/table/CellRangeAddress.hpp>
#include <map>
#include <memory>
#include <optional>

namespace panorama {

/// What to add to a serial number of the document to count from 1899-12-30.
double shiftOf(const css::util::Date& nullDate);

/// What number formats make of a number; each format is asked about once in a document.
class FormatKinds
{
  public:
    struct Meaning
    {
        CellKind kind = CellKind::number;
        CellFormat format = {};
    };

    explicit FormatKinds(const css::uno::Reference<css::util::XNumberFormats>& formats) : formats_(formats) {}

    const Meaning& of(sal_Int32 key);

  private:
    Meaning ask(sal_Int32 key) const;

    css::uno::Reference<css::util::XNumberFormats> formats_;
    std::map<sal_Int32, Meaning> meanings_;
};

/// The used area of a sheet, or the part of it that is asked for, ending before it begins where nothing is
/// there; tooLarge where it exceeds what is read.
tl::expected<css::table::CellRangeAddress, ReadFailure>
areaToRead(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet,
           const css::table::CellRangeAddress* within);
bool isEmpty(const css::table::CellRangeAddress& area);
std::int64_t cellCount(const css::table::CellRangeAddress& area);
css::table::CellRangeAddress addressOf(const css::uno::Reference<css::uno::XInterface>& range);
std::string nameOf(const css::uno::Reference<css::sheet::XSpreadsheet>& sheet);

/// Copies one area of one sheet, block of rows by block of rows. Everything here may throw UNO's exceptions.
class AreaReader
{
  public:
    AreaReader(const css::uno::Reference<css::sheet::XSpreadsheet>& source,
               const css::table::CellRangeAddress& area, double dateShift, Sheet& target);
    ~AreaReader();

    /// Reads the next block of rows, of about so many cells; true when nothing is left.
    bool step(FormatKinds& formats, sal_Int32 cells);
    /// Everything, in few calls: they may cross a pipe.
    void readAll(FormatKinds& formats);
    std::int64_t cellsRead() const;

  private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace panorama
