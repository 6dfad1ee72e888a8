#include "sidebar/cell_marks.hpp"

#include "bridge/guarded.hpp"
#include "bridge/uno_text.hpp"

#include <com/sun/star/awt/Point.hpp>
#include <com/sun/star/awt/Size.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/drawing/LineStyle.hpp>
#include <com/sun/star/drawing/XDrawPageSupplier.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>

namespace panorama::sidebar {

namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;
using Document = Reference<css::sheet::XSpreadsheetDocument>;

constexpr std::string_view namePrefix = "PanoramaCalc ";
constexpr sal_Int16 layerBehindCells = 1; // as Calc numbers its layers
// By severity: light, so that the cell's text can be read.
constexpr sal_Int32 colours[] = {0xF7B6B6, 0xFFD793, 0xBFDBF7};

/// Nothing in the Undo list, and a document that was saved stays saved.
class Unnoticed
{
  public:
    explicit Unnoticed(const Document& document) : modifiable_(document, UNO_QUERY)
    {
        guarded([&] {
            undo_ =
                Reference<css::document::XUndoManagerSupplier>(document, UNO_QUERY_THROW)->getUndoManager();
            undo_->lock();
        });
        modified_ = modifiable_.is() && modifiable_->isModified();
    }
    ~Unnoticed()
    {
        guarded([&] {
            if (modifiable_.is() && modifiable_->isModified() != modified_)
                modifiable_->setModified(modified_);
        });
        guarded([&] {
            if (undo_.is()) undo_->unlock();
        });
    }
    Unnoticed(const Unnoticed&) = delete;
    Unnoticed& operator=(const Unnoticed&) = delete;

  private:
    Reference<css::util::XModifiable> modifiable_;
    Reference<css::document::XUndoManager> undo_;
    bool modified_ = false;
};

/// "PanoramaCalc error B12": what a mark is called, and known by.
std::string nameOf(Severity severity, Place place)
{
    constexpr std::string_view severities[] = {"error ", "warning ", "info "};
    return std::string(namePrefix) + std::string(severities[static_cast<std::size_t>(severity)]) + a1(place);
}

// Deprecated for drawing documents; a sheet offers nothing else.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
Reference<css::drawing::XDrawPage> drawPage(const Reference<css::uno::XInterface>& sheet)
{
    return Reference<css::drawing::XDrawPageSupplier>(sheet, UNO_QUERY_THROW)->getDrawPage();
}
#pragma GCC diagnostic pop

/// Whether the mark still lies on its cell: rows may have been sorted, made higher or hidden.
bool liesOn(const Reference<css::drawing::XShape>& shape, const Reference<css::uno::XInterface>& sheet,
            Place place)
{
    const Reference<css::beans::XPropertySet> cell(Reference<css::sheet::XSpreadsheet>(sheet, UNO_QUERY_THROW)
                                                       ->getCellByPosition(place.column, place.row),
                                                   UNO_QUERY_THROW);
    css::awt::Point position;
    css::awt::Size size;
    cell->getPropertyValue("Position") >>= position;
    cell->getPropertyValue("Size") >>= size;
    const auto isNear = [](sal_Int32 a, sal_Int32 b) { return std::abs(a - b) <= 20; }; // in 1/100 mm
    const auto there = shape->getPosition();
    const auto large = shape->getSize();
    return isNear(there.X, position.X) && isNear(there.Y, position.Y) && isNear(large.Width, size.Width) &&
           isNear(large.Height, size.Height);
}

using Wanted = std::map<std::string, Place>; ///< by the mark's name

/// Takes our marks off a sheet, but for those that are wanted and lie right: they are no longer missing.
void removeFrom(const Reference<css::uno::XInterface>& sheet, Wanted& wanted)
{
    const auto page = drawPage(sheet);
    for (sal_Int32 i = page->getCount() - 1; i >= 0; --i) {
        const Reference<css::drawing::XShape> shape(page->getByIndex(i), UNO_QUERY);
        const Reference<css::container::XNamed> named(shape, UNO_QUERY);
        if (!named.is()) continue;
        const std::string name = toUtf8(named->getName());
        if (!name.starts_with(namePrefix)) continue;
        const auto found = wanted.find(name);
        if (found != wanted.end() && liesOn(shape, sheet, found->second))
            wanted.erase(found);
        else
            page->remove(shape);
    }
}

void forEachSheet(const Document& document,
                  const std::function<void(const Reference<css::uno::XInterface>&)>& act)
{
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i)
        act(Reference<css::uno::XInterface>(sheets->getByIndex(i), UNO_QUERY_THROW));
}

std::string sheetName(const Reference<css::uno::XInterface>& sheet)
{
    return toUtf8(Reference<css::container::XNamed>(sheet, UNO_QUERY_THROW)->getName());
}

} // namespace

bool CellMarks::plan(const CheckedWorkbook& workbook)
{
    std::map<std::string, Wanted> wanted;
    std::map<std::string, Severity> severities;
    std::set<std::pair<std::string, std::string>> taken; // the gravest finding of a cell colours it
    bool complete = true;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::information})
        for (const CheckedTable& checked : workbook.tables())
            for (const Finding& finding : checked.findings) {
                if (finding.severity != severity || finding.accepted || finding.place.row < 0) continue;
                const std::string& sheet = finding.table->sheet().name();
                if (taken.contains({sheet, a1(finding.place)})) continue;
                if (taken.size() >= mostCells) {
                    complete = false;
                    break;
                }
                taken.insert({sheet, a1(finding.place)});
                const std::string name = nameOf(severity, finding.place);
                wanted[sheet].emplace(name, finding.place);
                severities.emplace(name, severity);
            }
    missing_.clear();
    guarded([&] {
        const Unnoticed unnoticed(document_);
        forEachSheet(document_, [&](const auto& sheet) { removeFrom(sheet, wanted[sheetName(sheet)]); });
    });
    for (const auto& [sheet, marks] : wanted)
        for (const auto& [name, place] : marks)
            missing_.push_back({sheet, place, severities[name]});
    return complete;
}

bool CellMarks::step(std::chrono::steady_clock::duration time)
{
    if (missing_.empty()) return true;
    const auto end = std::chrono::steady_clock::now() + time;
    const Unnoticed unnoticed(document_);
    while (!missing_.empty() && std::chrono::steady_clock::now() < end) {
        const Mark mark = missing_.back();
        missing_.pop_back();
        guarded([&] { add(mark); });
    }
    return missing_.empty();
}

void CellMarks::add(const Mark& mark)
{
    const auto sheets = document_->getSheets();
    if (!sheets->hasByName(fromUtf8(mark.sheet))) return;
    const Reference<css::sheet::XSpreadsheet> sheet(sheets->getByName(fromUtf8(mark.sheet)), UNO_QUERY_THROW);
    const auto cell = sheet->getCellByPosition(mark.place.column, mark.place.row);
    const Reference<css::beans::XPropertySet> place(cell, UNO_QUERY_THROW);
    css::awt::Point position;
    css::awt::Size size;
    place->getPropertyValue("Position") >>= position;
    place->getPropertyValue("Size") >>= size;
    if (size.Width <= 0 || size.Height <= 0) return; // hidden
    const Reference<css::lang::XMultiServiceFactory> factory(document_, UNO_QUERY_THROW);
    const Reference<css::drawing::XShape> shape(
        factory->createInstance("com.sun.star.drawing.RectangleShape"), UNO_QUERY_THROW);
    drawPage(sheet)->add(shape);
    const Reference<css::beans::XPropertySet> look(shape, UNO_QUERY_THROW);
    look->setPropertyValue("LayerID", Any(layerBehindCells));
    look->setPropertyValue("Name", Any(fromUtf8(nameOf(mark.severity, mark.place))));
    look->setPropertyValue("Printable", Any(false));
    look->setPropertyValue("LineStyle", Any(css::drawing::LineStyle_NONE));
    look->setPropertyValue("FillColor", Any(colours[static_cast<std::size_t>(mark.severity)]));
    look->setPropertyValue("Anchor", Any(cell));
    shape->setPosition(position);
    shape->setSize(size);
}

void CellMarks::remove()
{
    missing_.clear();
    if (!document_.is()) return;
    guarded([&] {
        const Unnoticed unnoticed(document_);
        Wanted none;
        forEachSheet(document_, [&](const auto& sheet) { removeFrom(sheet, none); });
    });
}

} // namespace panorama::sidebar
