#include "bridge/chart_writer.hpp"

#include "bridge/uno_text.hpp"

#include <com/sun/star/awt/Point.hpp>
#include <com/sun/star/awt/Rectangle.hpp>
#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/chart/ChartLegendPosition.hpp>
#include <com/sun/star/chart/ChartSymbolType.hpp>
#include <com/sun/star/chart/X3DDisplay.hpp>
#include <com/sun/star/chart/XAxisXSupplier.hpp>
#include <com/sun/star/chart/XAxisYSupplier.hpp>
#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/FillStyle.hpp>
#include <com/sun/star/drawing/LineStyle.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/table/XTableCharts.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>

namespace panorama {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

namespace {

Reference<css::table::XCellRange> rangeOf(const Reference<css::sheet::XSpreadsheet>& sheet,
                                          const CellBlock& block)
{
    return sheet->getCellRangeByPosition(block.firstColumn, block.firstRow, block.lastColumn, block.lastRow);
}

css::awt::Rectangle areaOf(const Reference<css::sheet::XSpreadsheet>& sheet, const CellBlock& block)
{
    const Reference<css::beans::XPropertySet> cells(rangeOf(sheet, block), UNO_QUERY_THROW);
    css::awt::Point corner;
    css::awt::Size size;
    cells->getPropertyValue("Position") >>= corner;
    cells->getPropertyValue("Size") >>= size;
    return {corner.X, corner.Y, size.Width, size.Height};
}

css::uno::Sequence<css::table::CellRangeAddress> sourceOf(const Reference<css::sheet::XSpreadsheet>& sheet,
                                                          const std::vector<CellBlock>& blocks)
{
    css::uno::Sequence<css::table::CellRangeAddress> addresses(static_cast<sal_Int32>(blocks.size()));
    auto* address = addresses.getArray();
    for (const CellBlock& block : blocks)
        *address++ = Reference<css::sheet::XCellRangeAddressable>(rangeOf(sheet, block), UNO_QUERY_THROW)
                         ->getRangeAddress();
    return addresses;
}

bool isTaken(const Reference<css::container::XIndexAccess>& sheets, const OUString& name)
{
    for (sal_Int32 sheet = 0; sheet < sheets->getCount(); ++sheet) {
        const Reference<css::table::XTableChartsSupplier> supplier(sheets->getByIndex(sheet),
                                                                   UNO_QUERY_THROW);
        if (Reference<css::container::XNameAccess>(supplier->getCharts(), UNO_QUERY_THROW)->hasByName(name))
            return true;
    }
    return false;
}

/// The charts of a whole document share their names, though each sheet lists its own.
OUString freeName(const Reference<css::container::XIndexAccess>& sheets)
{
    sal_Int32 number = 1;
    while (isTaken(sheets, "Panorama " + OUString::number(number)))
        ++number;
    return "Panorama " + OUString::number(number);
}

void setAxes(const Reference<css::uno::XInterface>& diagram, const DraftChart& chart)
{
    const Reference<css::chart::XAxisYSupplier> values(diagram, UNO_QUERY_THROW);
    if (!chart.axisTitle.empty()) {
        Reference<css::beans::XPropertySet>(diagram, UNO_QUERY_THROW)
            ->setPropertyValue("HasYAxisTitle", Any(true));
        Reference<css::beans::XPropertySet>(values->getYAxisTitle(), UNO_QUERY_THROW)
            ->setPropertyValue("String", Any(fromUtf8(chart.axisTitle)));
    }
    if (chart.kind != DraftChart::Kind::bars) return;
    const Reference<css::chart::XAxisXSupplier> categories(diagram, UNO_QUERY_THROW);
    categories->getXAxis()->setPropertyValue("ReverseDirection", Any(true)); // the first one on top
}

void shape(const Reference<css::chart::XChartDocument>& document, const DraftChart& chart)
{
    const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
    const bool lines = chart.kind == DraftChart::Kind::lines;
    const Reference<css::chart::XDiagram> diagram(
        factory->createInstance(lines ? OUString("com.sun.star.chart.LineDiagram")
                                      : OUString("com.sun.star.chart.BarDiagram")),
        UNO_QUERY_THROW);
    document->setDiagram(diagram);
    const Reference<css::beans::XPropertySet> properties(diagram, UNO_QUERY_THROW);
    if (chart.kind == DraftChart::Kind::bars) properties->setPropertyValue("Vertical", Any(true));
    const Reference<css::beans::XPropertySet> whole(document, UNO_QUERY_THROW);
    whole->setPropertyValue("HasMainTitle", Any(!chart.title.empty()));
    if (!chart.title.empty())
        Reference<css::beans::XPropertySet>(document->getTitle(), UNO_QUERY_THROW)
            ->setPropertyValue("String", Any(fromUtf8(chart.title)));
    whole->setPropertyValue("HasLegend", Any(chart.legend));
    if (chart.legend) {
        const Reference<css::beans::XPropertySet> legend(document->getLegend(), UNO_QUERY_THROW);
        legend->setPropertyValue("Alignment", Any(css::chart::ChartLegendPosition_BOTTOM));
        legend->setPropertyValue("FillStyle", Any(css::drawing::FillStyle_NONE));
        legend->setPropertyValue("LineStyle", Any(css::drawing::LineStyle_NONE));
    }
    // Paper behind the figures, in place of the grey of old charts.
    const Reference<css::chart::X3DDisplay> walls(diagram, UNO_QUERY);
    if (walls.is() && walls->getWall().is())
        walls->getWall()->setPropertyValue("FillStyle", Any(css::drawing::FillStyle_NONE));
    // A figure between two unknown ones is a point.
    if (lines) properties->setPropertyValue("SymbolType", Any(css::chart::ChartSymbolType::AUTO));
    setAxes(diagram, chart);
}

} // namespace

void insertChart(const Reference<css::sheet::XSpreadsheetDocument>& document,
                 const Reference<css::sheet::XSpreadsheet>& sheet, const DraftChart& chart)
{
    const auto charts = Reference<css::table::XTableChartsSupplier>(sheet, UNO_QUERY_THROW)->getCharts();
    const OUString name =
        freeName(Reference<css::container::XIndexAccess>(document->getSheets(), UNO_QUERY_THROW));
    charts->addNewByName(name, areaOf(sheet, chart.place), sourceOf(sheet, chart.data), true, true);
    const Reference<css::container::XNameAccess> names(charts, UNO_QUERY_THROW);
    const Reference<css::document::XEmbeddedObjectSupplier> holder(names->getByName(name), UNO_QUERY_THROW);
    shape(Reference<css::chart::XChartDocument>(holder->getEmbeddedObject(), UNO_QUERY_THROW), chart);
}

} // namespace panorama
