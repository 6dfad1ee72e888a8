#include "bridge/workbook_reading.hpp"

#include "bridge/area_reader.hpp"
#include "bridge/facts_reader.hpp"
#include "bridge/uno_text.hpp"

#include <com/sun/star/container/XIndexAccess.hpp>
#include <optional>

namespace panorama {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

// A block that takes a millisecond or two: the time is looked at after each.
constexpr sal_Int32 cellsAtOnce = 3000;

} // namespace

tl::expected<WorkbookSnapshot, OpenFailure>
readWorkbook(const Reference<css::sheet::XSpreadsheetDocument>& document, std::uint64_t generation)
{
    auto sheets = readSheets(document, generation);
    if (sheets) return WorkbookSnapshot{std::move(*sheets), readFacts(document)};
    const ReadFailure& why = sheets.error();
    return tl::unexpected(
        OpenFailure{why.reason == ReadFailure::tooLarge ? FileProblem::tooLarge : FileProblem::unreadable,
                    why.sheet + ": " + why.detail});
}

class WorkbookReading::Parts
{
  public:
    Parts(const Reference<css::sheet::XSpreadsheetDocument>& document, std::uint64_t generation)
        : document_(document), generation_(generation)
    {
    }

    /// One block; true when everything is read.
    tl::expected<bool, ReadFailure> step()
    {
        if (!formats_) return begin();
        if (area_) {
            if (area_->step(*formats_, cellsAtOnce)) endSheet();
            return false;
        }
        if (static_cast<sal_Int32>(sheets_.size()) < sheetCount_) return beginSheet();
        return facts_.step();
    }

    double progress() const
    {
        const double sheets = sheetCount_ == 0 ? 1 : static_cast<double>(sheetCount_);
        const double part =
            area_ && cells_ > 0 ? static_cast<double>(area_->cellsRead()) / static_cast<double>(cells_) : 0;
        return (static_cast<double>(sheets_.size()) - (area_ ? 1 : 0) + part) / sheets;
    }

    WorkbookSnapshot take()
    {
        WorkbookSnapshot snapshot{.sheets = {}, .facts = facts_.take()};
        for (auto& sheet : sheets_)
            snapshot.sheets.push_back(std::move(*sheet));
        return snapshot;
    }

  private:
    tl::expected<bool, ReadFailure> begin()
    {
        const auto facts = documentFacts(document_);
        if (!facts) return tl::unexpected(facts.error());
        dateShift_ = shiftOf(facts->nullDate);
        formats_.emplace(facts->formats);
        all_.set(document_->getSheets(), UNO_QUERY_THROW);
        sheetCount_ = all_->getCount();
        return false;
    }

    tl::expected<bool, ReadFailure> beginSheet()
    {
        const Reference<css::sheet::XSpreadsheet> sheet(
            all_->getByIndex(static_cast<sal_Int32>(sheets_.size())), UNO_QUERY_THROW);
        const auto area = areaToRead(sheet, nullptr);
        if (!area) return tl::unexpected(area.error());
        sheets_.push_back(std::make_unique<Sheet>(nameOf(sheet), CellOrigin::document, generation_));
        if (isEmpty(*area)) return false;
        cells_ = std::int64_t{area->EndRow - area->StartRow + 1} * (area->EndColumn - area->StartColumn + 1);
        sheets_.back()->expect(cells_);
        area_.emplace(sheet, *area, dateShift_, *sheets_.back());
        return false;
    }

    void endSheet() { area_.reset(); }

    Reference<css::sheet::XSpreadsheetDocument> document_;
    std::uint64_t generation_;
    Reference<css::container::XIndexAccess> all_;
    sal_Int32 sheetCount_ = 0;
    double dateShift_ = 0;
    std::optional<FormatKinds> formats_;
    std::vector<std::unique_ptr<Sheet>> sheets_; ///< that do not move while they are filled
    std::optional<AreaReader> area_;             ///< of the last of them, while it is being read
    std::int64_t cells_ = 0;
    FactsReading facts_{document_};
};

WorkbookReading::WorkbookReading(const Reference<css::sheet::XSpreadsheetDocument>& document,
                                 std::uint64_t generation)
    : parts_(std::make_unique<Parts>(document, generation))
{
}

WorkbookReading::~WorkbookReading() = default;

tl::expected<bool, ReadFailure> WorkbookReading::step(std::chrono::steady_clock::duration time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    try {
        do {
            auto done = parts_->step();
            if (!done || *done) return done;
        } while (std::chrono::steady_clock::now() < end);
        return false;
    } catch (const css::uno::Exception& exception) {
        return tl::unexpected(ReadFailure{ReadFailure::hostFailed, {}, toUtf8(exception.Message)});
    }
}

double WorkbookReading::progress() const
{
    return parts_->progress();
}

WorkbookSnapshot WorkbookReading::take()
{
    return parts_->take();
}

} // namespace panorama
