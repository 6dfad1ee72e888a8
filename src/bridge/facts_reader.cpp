#include "bridge/facts_reader.hpp"

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

namespace panorama {

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

// A user reads a dozen of each; more only costs memory.
constexpr std::size_t mostOfEach = 1000;
constexpr sal_Int64 mostFormulas = 200'000;

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

class FactsReader
{
  public:
    explicit FactsReader(const Reference<css::sheet::XSpreadsheetDocument>& document) : document_(document) {}

    WorkbookFacts read()
    {
        attempt([&] { readAuthor(); });
        attempt([&] {
            const Reference<css::container::XIndexAccess> sheets(document_->getSheets(), UNO_QUERY_THROW);
            for (sal_Int32 i = 0; i < sheets->getCount(); ++i) {
                const Reference<css::sheet::XSpreadsheet> sheet(sheets->getByIndex(i), UNO_QUERY);
                if (sheet.is()) readSheet(sheet);
            }
        });
        attempt([&] { readDocumentLinks(); });
        return std::move(facts_);
    }

  private:
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

    void readSheet(const Reference<css::sheet::XSpreadsheet>& sheet)
    {
        const std::string name = toUtf8(Reference<css::container::XNamed>(sheet, UNO_QUERY_THROW)->getName());
        attempt([&] {
            bool visible = true;
            Reference<css::beans::XPropertySet>(sheet, UNO_QUERY_THROW)->getPropertyValue("IsVisible") >>=
                visible;
            if (!visible) facts_.hiddenSheets.push_back(name);
        });
        attempt([&] { readComments(sheet, name); });
        attempt([&] { readFormulas(sheet, name); });
        attempt([&] { readCharts(sheet, name); });
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

    void readFormulas(const Reference<css::sheet::XSpreadsheet>& sheet, const std::string& name)
    {
        const Reference<css::sheet::XCellRangesQuery> query(sheet, UNO_QUERY_THROW);
        const auto ranges = query->queryContentCells(css::sheet::CellFlags::FORMULA);
        for (const auto& address : ranges->getRangeAddresses()) {
            const sal_Int64 cells = sal_Int64(address.EndRow - address.StartRow + 1) *
                                    (address.EndColumn - address.StartColumn + 1);
            if ((formulas_ += cells) > mostFormulas) return;
            const Reference<css::sheet::XCellRangeFormula> range(
                sheet->getCellRangeByPosition(address.StartColumn, address.StartRow, address.EndColumn,
                                              address.EndRow),
                UNO_QUERY_THROW);
            const auto rows = range->getFormulaArray();
            for (sal_Int32 row = 0; row < rows.getLength(); ++row)
                for (sal_Int32 column = 0; column < rows[row].getLength(); ++column)
                    addLink(name, Place{address.StartRow + row, address.StartColumn + column},
                            targetOf(toUtf8(rows[row][column])));
        }
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

    const Reference<css::sheet::XSpreadsheetDocument>& document_;
    WorkbookFacts facts_;
    sal_Int64 formulas_ = 0;
};

} // namespace

WorkbookFacts readFacts(const Reference<css::sheet::XSpreadsheetDocument>& document)
{
    return FactsReader(document).read();
}

} // namespace panorama
