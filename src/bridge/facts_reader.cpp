#include "bridge/facts_reader.hpp"

#include "bridge/area_reader.hpp"
#include "bridge/uno_text.hpp"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/chart/XChartDataArray.hpp>
#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetAnnotation.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <functional>
#include <vector>

namespace panorama {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

// A user reads a dozen of each; more only costs memory.
constexpr std::size_t mostOfEach = 1000;
constexpr sal_Int64 mostFormulas = 200'000;
constexpr sal_Int32 formulasAtOnce = 4000;
constexpr sal_Int32 cellsAtOnce = 50'000;

/// The file or page a formula points to, or nothing: 'file:///disk/x.ods'#$Sheet.A1.
std::string targetOf(const std::string& formula)
{
    for (const char* scheme : {"'file:", "'http:", "'https:", "'smb:"}) {
        const std::size_t start = formula.find(scheme);
        if (start == std::string::npos) continue;
        const std::size_t end = formula.find('\'', start + 1);
        return formula.substr(start + 1, end == std::string::npos ? end : end - start - 1);
    }
    return {};
}

} // namespace

class FactsReading::Parts
{
  public:
    Parts(const Reference<css::sheet::XSpreadsheetDocument>& document, bool charts)
        : document_(document), charts_(charts)
    {
        // In the reverse order: the last one is done first.
        steps_.emplace_back([this] { readDocumentLinks(); });
        steps_.emplace_back([this] { planSheets(); });
        steps_.emplace_back([this] { readAuthor(); });
    }

    bool step()
    {
        if (steps_.empty()) return true;
        const auto next = std::move(steps_.back());
        steps_.pop_back();
        attempt(next);
        return steps_.empty();
    }

    WorkbookFacts take() { return std::move(facts_); }

  private:
    void planSheets()
    {
        const Reference<css::container::XIndexAccess> sheets(document_->getSheets(), UNO_QUERY_THROW);
        for (sal_Int32 i = sheets->getCount() - 1; i >= 0; --i) {
            const Reference<css::sheet::XSpreadsheet> sheet(sheets->getByIndex(i), UNO_QUERY);
            if (sheet.is()) planSheet(sheet);
        }
    }

    /// A part that cannot be read must not lose the others.
    template <typename Part>
    static void attempt(Part part)
    {
        try {
            part();
        } catch (const css::uno::Exception&) {
            // That part is not known then: rules about it say nothing.
        }
    }

    void readAuthor()
    {
        const Reference<css::document::XDocumentPropertiesSupplier> supplier(document_, UNO_QUERY_THROW);
        const auto properties = supplier->getDocumentProperties();
        facts_.author = toUtf8(properties->getAuthor());
        if (facts_.author.empty()) facts_.author = toUtf8(properties->getModifiedBy());
    }

    void planSheet(const Reference<css::sheet::XSpreadsheet>& sheet)
    {
        const std::string name = toUtf8(Reference<css::container::XNamed>(sheet, UNO_QUERY_THROW)->getName());
        if (charts_) steps_.emplace_back([=, this] { readCharts(sheet, name); });
        steps_.emplace_back([=, this] { planFormulas(sheet, name); });
        steps_.emplace_back([=, this] { readComments(sheet, name); });
        steps_.emplace_back([=, this] { readVisibility(sheet, name); });
    }

    void readVisibility(const Reference<css::sheet::XSpreadsheet>& sheet, const std::string& name)
    {
        bool visible = true;
        Reference<css::beans::XPropertySet>(sheet, UNO_QUERY_THROW)->getPropertyValue("IsVisible") >>=
            visible;
        if (!visible) facts_.hiddenSheets.push_back(name);
    }

    void readComments(const Reference<css::sheet::XSpreadsheet>& sheet, const std::string& name)
    {
        const Reference<css::sheet::XSheetAnnotationsSupplier> supplier(sheet, UNO_QUERY_THROW);
        const Reference<css::container::XIndexAccess> comments(supplier->getAnnotations(), UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i < comments->getCount() && facts_.comments.size() < mostOfEach; ++i) {
            const Reference<css::sheet::XSheetAnnotation> comment(comments->getByIndex(i), UNO_QUERY_THROW);
            const auto address = comment->getPosition();
            facts_.comments.push_back({name, {address.Row, address.Column}});
        }
    }

    /// Formulas in blocks of rows: to look for them in a large sheet takes its time, and so does a text for
    /// each.
    void planFormulas(const Reference<css::sheet::XSpreadsheet>& sheet, const std::string& name)
    {
        const auto area = areaToRead(sheet, nullptr);
        if (!area || isEmpty(*area)) return;
        forEachBlock(*area, cellsAtOnce, [&](const css::table::CellRangeAddress& block) {
            steps_.emplace_back([=, this] { findFormulas(sheet, name, block); });
        });
    }

    void findFormulas(const Reference<css::sheet::XSpreadsheet>& sheet, const std::string& name,
                      const css::table::CellRangeAddress& block)
    {
        const Reference<css::sheet::XCellRangesQuery> query(
            sheet->getCellRangeByPosition(block.StartColumn, block.StartRow, block.EndColumn, block.EndRow),
            UNO_QUERY_THROW);
        const auto ranges = query->queryContentCells(css::sheet::CellFlags::FORMULA);
        for (const auto& found : ranges->getRangeAddresses()) {
            if ((formulas_ += cellCount(found)) > mostFormulas) return;
            forEachBlock(found, formulasAtOnce, [&](const css::table::CellRangeAddress& part) {
                steps_.emplace_back([=, this] { readFormulas(sheet, name, part); });
            });
        }
    }

    /// Blocks of whole rows, of about so many cells.
    template <typename Act>
    static void forEachBlock(const css::table::CellRangeAddress& area, sal_Int32 cells, Act act)
    {
        const sal_Int32 rows = std::max(sal_Int32{1}, cells / (area.EndColumn - area.StartColumn + 1));
        for (sal_Int32 first = area.StartRow; first <= area.EndRow; first += rows) {
            auto block = area;
            block.StartRow = first;
            block.EndRow = std::min(area.EndRow, first + rows - 1);
            act(block);
        }
    }

    void readFormulas(const Reference<css::sheet::XSpreadsheet>& sheet, const std::string& name,
                      const css::table::CellRangeAddress& block)
    {
        const Reference<css::sheet::XCellRangeFormula> range(
            sheet->getCellRangeByPosition(block.StartColumn, block.StartRow, block.EndColumn, block.EndRow),
            UNO_QUERY_THROW);
        const auto rows = range->getFormulaArray();
        for (sal_Int32 row = 0; row < rows.getLength(); ++row)
            for (sal_Int32 column = 0; column < rows[row].getLength(); ++column)
                addLink(name, Place{block.StartRow + row, block.StartColumn + column},
                        targetOf(toUtf8(rows[row][column])));
    }

    void addLink(const std::string& sheet, std::optional<Place> place, const std::string& target)
    {
        if (!target.empty() && facts_.links.size() < mostOfEach)
            facts_.links.push_back({sheet, place, target});
    }

    /// Links that no formula of ours showed: whole sheets or ranges taken from other files, caches of them.
    void readDocumentLinks()
    {
        const Reference<css::beans::XPropertySet> properties(document_, UNO_QUERY_THROW);
        for (const char* kind : {"SheetLinks", "ExternalDocLinks"})
            attempt([&] {
                const Reference<css::container::XNameAccess> links(
                    properties->getPropertyValue(OUString::createFromAscii(kind)), UNO_QUERY_THROW);
                for (const OUString& url : links->getElementNames())
                    addUnseen(toUtf8(url));
            });
        attempt([&] {
            const Reference<css::container::XIndexAccess> areas(properties->getPropertyValue("AreaLinks"),
                                                                UNO_QUERY_THROW);
            for (sal_Int32 i = 0; i < areas->getCount(); ++i) {
                OUString url;
                Reference<css::beans::XPropertySet>(areas->getByIndex(i), UNO_QUERY_THROW)
                    ->getPropertyValue("Url") >>= url;
                addUnseen(toUtf8(url));
            }
        });
    }

    void addUnseen(const std::string& target)
    {
        const bool seen = std::any_of(facts_.links.begin(), facts_.links.end(),
                                      [&](const auto& link) { return link.target == target; });
        if (!seen) addLink({}, {}, target);
    }

    void readCharts(const Reference<css::sheet::XSpreadsheet>& sheet, const std::string& name)
    {
        const Reference<css::table::XTableChartsSupplier> supplier(sheet, UNO_QUERY_THROW);
        const Reference<css::container::XIndexAccess> charts(supplier->getCharts(), UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i < charts->getCount() && facts_.charts.size() < mostOfEach; ++i)
            attempt([&] {
                const Reference<css::document::XEmbeddedObjectSupplier> holder(charts->getByIndex(i),
                                                                               UNO_QUERY_THROW);
                const Reference<css::chart::XChartDocument> chart(holder->getEmbeddedObject(),
                                                                  UNO_QUERY_THROW);
                WorkbookFacts::Chart found{.sheet = name, .title = {}, .categories = {}};
                attempt([&] {
                    OUString title;
                    Reference<css::beans::XPropertySet>(chart->getTitle(), UNO_QUERY_THROW)
                        ->getPropertyValue("String") >>= title;
                    found.title = toUtf8(title);
                });
                const Reference<css::chart::XChartDataArray> data(chart->getData(), UNO_QUERY_THROW);
                for (const OUString& category : data->getRowDescriptions())
                    found.categories.push_back(toUtf8(category));
                facts_.charts.push_back(std::move(found));
            });
    }

    Reference<css::sheet::XSpreadsheetDocument> document_;
    bool charts_;
    std::vector<std::function<void()>> steps_;
    WorkbookFacts facts_;
    sal_Int64 formulas_ = 0;
};

WorkbookFacts readFacts(const Reference<css::sheet::XSpreadsheetDocument>& document)
{
    FactsReading::Parts parts(document, true);
    while (!parts.step()) {
    }
    return parts.take();
}

FactsReading::FactsReading(const Reference<css::sheet::XSpreadsheetDocument>& document)
    : parts_(std::make_unique<Parts>(document, false))
{
}

FactsReading::~FactsReading() = default;

bool FactsReading::step()
{
    return parts_->step();
}

WorkbookFacts FactsReading::take()
{
    return parts_->take();
}

} // namespace panorama
