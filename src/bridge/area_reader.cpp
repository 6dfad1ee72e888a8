#include "bridge/area_reader.hpp"

#include "bridge/look_reader.hpp"
#include "bridge/uno_text.hpp"
#include "core/table/reading_limits.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <limits>
#include <map>

namespace panorama {

namespace {

using css::table::CellRangeAddress;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

// Values cross a pipe: few calls, yet never the whole of a large sheet in one message.
constexpr sal_Int32 blockRows = 4096;
constexpr sal_Int32 blockCells = 256 * 1024;

// Which error a cell shows is asked cell by cell, some 0.2 ms each across a pipe. Beyond this number the
// sheet is broken as a whole and nobody reads every text: the cells stay errors, only without the precise
// name.
constexpr int maximumErrorQuestions = 10'000;
constexpr std::string_view anyError = "Err:…";

CellRangeAddress intersection(const CellRangeAddress& a, const CellRangeAddress& b)
{
    return {a.Sheet, std::max(a.StartColumn, b.StartColumn), std::max(a.StartRow, b.StartRow),
            std::min(a.EndColumn, b.EndColumn), std::min(a.EndRow, b.EndRow)};
}

/// Kinds for ranges of cells, asked column by column with growing rows.
class KindMap
{
  public:
    void add(const Sequence<CellRangeAddress>& ranges, CellKind kind)
    {
        for (const CellRangeAddress& range : ranges) {
            if (columns_.size() <= static_cast<std::size_t>(range.EndColumn))
                columns_.resize(static_cast<std::size_t>(range.EndColumn) + 1);
            for (auto column = range.StartColumn; column <= range.EndColumn; ++column)
                columns_[static_cast<std::size_t>(column)].spans.push_back(
                    {range.StartRow, range.EndRow, kind});
        }
    }

    void sort()
    {
        for (Column& column : columns_)
            std::sort(column.spans.begin(), column.spans.end(),
                      [](const Span& a, const Span& b) { return a.first < b.first; });
    }

    /// The kind given to the cell; rows never go back within a column.
    std::optional<CellKind> at(sal_Int32 row, sal_Int32 column)
    {
        if (static_cast<std::size_t>(column) >= columns_.size()) return {};
        auto& [spans, next] = columns_[static_cast<std::size_t>(column)];
        while (next < spans.size() && spans[next].last < row)
            ++next;
        if (next == spans.size() || row < spans[next].first) return {};
        return spans[next].kind;
    }

  private:
    struct Span
    {
        sal_Int32 first, last;
        CellKind kind;
    };
    struct Column
    {
        std::vector<Span> spans;
        std::size_t next = 0;
    };
    std::vector<Column> columns_;
};

/// The texts errors are shown with. They depend on the error alone, so one cell of each is asked for its text
/// and the others only for their number.
class ErrorTexts
{
  public:
    explicit ErrorTexts(const Reference<css::sheet::XSpreadsheet>& sheet) : sheet_(sheet) {}

    std::string_view text(Place place)
    {
        if (asked_ == maximumErrorQuestions) return anyError;
        ++asked_;
        const auto cell = sheet_->getCellByPosition(place.column, place.row);
        const sal_Int32 error = cell->getError();
        if (const auto known = texts_.find(error); known != texts_.end()) return known->second;
        std::string shown = toUtf8(Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString());
        if (shown.empty()) shown = "Err:" + std::to_string(error);
        return texts_[error] = std::move(shown);
    }

  private:
    Reference<css::sheet::XSpreadsheet> sheet_;
    std::map<sal_Int32, std::string> texts_;
    int asked_ = 0;
};

CellRangeAddress usedArea(const Reference<css::sheet::XSpreadsheet>& sheet)
{
    const auto cursor = sheet->createCursor();
    const Reference<css::sheet::XUsedAreaCursor> used(cursor, UNO_QUERY_THROW);
    used->gotoStartOfUsedArea(false);
    used->gotoEndOfUsedArea(true);
    return addressOf(cursor);
}

/// The box around the cells that hold something. The used area also counts borders and colours; this costs
/// more, and is only asked for where the used area is too large.
CellRangeAddress filledArea(const Reference<css::sheet::XSpreadsheet>& sheet, const CellRangeAddress& area)
{
    using namespace css::sheet;
    const Reference<XCellRangesQuery> query(
        sheet->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow),
        UNO_QUERY_THROW);
    const auto found = query->queryContentCells(static_cast<sal_Int16>(
        CellFlags::VALUE | CellFlags::DATETIME | CellFlags::STRING | CellFlags::FORMULA));
    CellRangeAddress box{area.Sheet, area.EndColumn + 1, area.EndRow + 1, -1, -1};
    for (const CellRangeAddress& range : found->getRangeAddresses()) {
        box.StartColumn = std::min(box.StartColumn, range.StartColumn);
        box.StartRow = std::min(box.StartRow, range.StartRow);
        box.EndColumn = std::max(box.EndColumn, range.EndColumn);
        box.EndRow = std::max(box.EndRow, range.EndRow);
    }
    return box;
}

} // namespace

/// What to add to a serial number of the document to count from 1899-12-30.
double shiftOf(const css::util::Date& nullDate)
{
    using namespace std::chrono;
    const year_month_day day0{year(nullDate.Year), month(nullDate.Month), day(nullDate.Day)};
    if (!day0.ok()) return 0;
    return static_cast<double>((sys_days(day0) - sys_days(year(1899) / December / 30)).count());
}

const FormatKinds::Meaning& FormatKinds::of(sal_Int32 key)
{
    if (const auto known = meanings_.find(key); known != meanings_.end()) return known->second;
    return meanings_[key] = ask(key);
}

FormatKinds::Meaning FormatKinds::ask(sal_Int32 key) const
{
    const auto properties = formats_->getByKey(key);
    sal_Int16 type = 0;
    properties->getPropertyValue("Type") >>= type;
    if ((type & css::util::NumberFormat::DATE) != 0) return {CellKind::date}; // DATETIME has the same bit
    if ((type & css::util::NumberFormat::LOGICAL) != 0) return {CellKind::logical};
    OUString code;
    properties->getPropertyValue("FormatString") >>= code;
    return {CellKind::number, formatOfCode(toUtf8(code))}; // a time of day alone too
}

std::int64_t cellCount(const CellRangeAddress& area)
{
    return (std::int64_t{area.EndColumn} - area.StartColumn + 1) *
           (std::int64_t{area.EndRow} - area.StartRow + 1);
}

bool isEmpty(const CellRangeAddress& area)
{
    return area.EndColumn < area.StartColumn || area.EndRow < area.StartRow;
}

CellRangeAddress addressOf(const Reference<css::uno::XInterface>& range)
{
    return Reference<css::sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
}

std::string nameOf(const Reference<css::sheet::XSpreadsheet>& sheet)
{
    return toUtf8(Reference<css::container::XNamed>(sheet, UNO_QUERY_THROW)->getName());
}

tl::expected<CellRangeAddress, ReadFailure> areaToRead(const Reference<css::sheet::XSpreadsheet>& sheet,
                                                       const CellRangeAddress* within)
{
    CellRangeAddress area = usedArea(sheet);
    if (within != nullptr) area = intersection(area, *within);
    if (!isEmpty(area) && cellCount(area) > maximumSheetCells) area = filledArea(sheet, area);
    if (!isEmpty(area) && cellCount(area) > maximumSheetCells)
        return tl::unexpected(ReadFailure{ReadFailure::tooLarge, nameOf(sheet),
                                          std::to_string(cellCount(area)) + " cells up to " +
                                              a1(Place{area.EndRow, area.EndColumn})});
    return area;
}

class AreaReader::Parts
{
  public:
    Parts(const Reference<css::sheet::XSpreadsheet>& source, const CellRangeAddress& area, double dateShift,
          Sheet& target)
        : source_(source), area_(area), next_(area.StartRow), known_(area.StartRow - 1),
          dateShift_(dateShift), target_(target), errorTexts_(source)
    {
    }

    /// Reads the next block of rows, of about so many cells; true when nothing is left.
    bool step(FormatKinds& formats, sal_Int32 cells)
    {
        if (next_ == area_.StartRow) look_ = lookOf(source_, area_);
        const sal_Int32 columns = area_.EndColumn - area_.StartColumn + 1;
        const sal_Int32 count = std::clamp(cells / columns, sal_Int32{1}, blockRows);
        const sal_Int32 first = next_, last = std::min(area_.EndRow, next_ + count - 1);
        if (known_ < last) {
            known_ = std::min(area_.EndRow, next_ + std::max(count, count * knownAhead_) - 1);
            const auto range = rows(first, known_);
            findFormats(range, formats);
            findErrors(range);
        }
        copy(first,
             Reference<css::sheet::XCellRangeData>(rows(first, last), UNO_QUERY_THROW)->getDataArray());
        next_ = last + 1;
        if (next_ <= area_.EndRow) return false;
        target_.setLook(std::move(look_));
        return true;
    }

    void readAll(FormatKinds& formats)
    {
        knownAhead_ = area_.EndRow - area_.StartRow + 1; // few calls: they may cross a pipe
        while (!step(formats, blockCells)) {
        }
    }

    std::int64_t cellsRead() const
    {
        return std::int64_t{next_ - area_.StartRow} * (area_.EndColumn - area_.StartColumn + 1);
    }

  private:
    Reference<css::table::XCellRange> rows(sal_Int32 first, sal_Int32 last) const
    {
        return source_->getCellRangeByPosition(area_.StartColumn, first, area_.EndColumn, last);
    }

    // A format laid on by a condition is not seen here: it colours cells, it does not make dates.
    void findFormats(const Reference<css::table::XCellRange>& range, FormatKinds& formats)
    {
        kinds_ = {};
        const Reference<css::sheet::XUniqueCellFormatRangesSupplier> supplier(range, UNO_QUERY_THROW);
        const auto all = supplier->getUniqueCellFormatRanges();
        for (sal_Int32 i = 0, count = all->getCount(); i < count; ++i) {
            const Any same = all->getByIndex(i);
            const Reference<css::beans::XPropertySet> properties(same, UNO_QUERY_THROW);
            sal_Int32 key = 0;
            properties->getPropertyValue("NumberFormat") >>= key;
            const FormatKinds::Meaning& meaning = formats.of(key);
            if (meaning.kind == CellKind::number && !meaning.format.saysAnything()) continue;
            const Reference<css::sheet::XSheetCellRanges> ranges(same, UNO_QUERY_THROW);
            const auto addresses = ranges->getRangeAddresses();
            if (meaning.kind != CellKind::number) kinds_.add(addresses, meaning.kind);
            for (const CellRangeAddress& each : addresses)
                if (meaning.format.saysAnything() && look_.formats.size() < limits::mostFormatAreas)
                    look_.formats.push_back(
                        {{{each.StartRow, each.StartColumn}, {each.EndRow, each.EndColumn}}, meaning.format});
        }
        kinds_.sort();
    }

    void findErrors(const Reference<css::table::XCellRange>& range)
    {
        errors_ = {};
        const Reference<css::sheet::XCellRangesQuery> query(range, UNO_QUERY_THROW);
        const auto found = query->queryFormulaCells(css::sheet::FormulaResult::ERROR);
        if (found.is()) errors_.add(found->getRangeAddresses(), CellKind::error);
        errors_.sort();
    }

    void copy(sal_Int32 firstRow, const Sequence<Sequence<Any>>& block)
    {
        const sal_Int32 columns = area_.EndColumn - area_.StartColumn + 1;
        for (sal_Int32 column = 0; column < columns; ++column)
            for (sal_Int32 row = 0; row < block.getLength(); ++row) {
                const Sequence<Any>& values = block[row];
                if (column < values.getLength())
                    copy(Place{firstRow + row, area_.StartColumn + column}, values[column]);
            }
    }

    void copy(Place place, const Any& value)
    {
        double number = std::numeric_limits<double>::quiet_NaN();
        const bool isText = value.getValueTypeClass() == css::uno::TypeClass_STRING;
        if (!isText) value >>= number; // an error comes as void and stays NaN
        if ((!isText && !std::isfinite(number)) || errors_.at(place.row, place.column))
            target_.addText(place, errorTexts_.text(place), CellKind::error);
        else if (isText)
            target_.addText(place, toUtf8(*static_cast<const OUString*>(value.getValue())));
        else
            copyNumber(place, number);
    }

    void copyNumber(Place place, double number)
    {
        const CellKind kind = kinds_.at(place.row, place.column).value_or(CellKind::number);
        target_.addNumber(place, kind == CellKind::date ? number + dateShift_ : number, kind);
    }

    Reference<css::sheet::XSpreadsheet> source_;
    CellRangeAddress area_;
    sal_Int32 next_;           ///< the first row not yet read
    sal_Int32 known_;          ///< the last row whose formats and errors are known
    sal_Int32 knownAhead_ = 1; ///< blocks of rows that are asked for them together
    double dateShift_;
    Sheet& target_;
    SheetLook look_;
    KindMap kinds_;
    KindMap errors_;
    ErrorTexts errorTexts_;
};

AreaReader::AreaReader(const Reference<css::sheet::XSpreadsheet>& source, const CellRangeAddress& area,
                       double dateShift, Sheet& target)
    : parts_(std::make_unique<Parts>(source, area, dateShift, target))
{
}

AreaReader::~AreaReader() = default;

bool AreaReader::step(FormatKinds& formats, sal_Int32 cells)
{
    return parts_->step(formats, cells);
}

void AreaReader::readAll(FormatKinds& formats)
{
    parts_->readAll(formats);
}

std::int64_t AreaReader::cellsRead() const
{
    return parts_->cellsRead();
}

} // namespace panorama
