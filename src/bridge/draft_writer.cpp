#include "bridge/draft_writer.hpp"

#include "bridge/area_reader.hpp"
#include "bridge/chart_writer.hpp"
#include "bridge/guidance_writer.hpp"
#include "bridge/uno_text.hpp"

#include <algorithm>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSheetOutline.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <com/sun/star/sheet/XViewFreezable.hpp>
#include <com/sun/star/table/TableOrientation.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextContent.hpp>
#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/util/CellProtection.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <map>
#include <tuple>

namespace panorama {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;

namespace {

// The office writes a formula at a time or a block of them; more rows in one call would only hold it longer.
constexpr int mostFormulasInBlock = 4096;

OUString formulaOf(const DraftCell& cell)
{
    return cell.text.starts_with('=') ? fromUtf8(cell.text) : "=" + fromUtf8(cell.text);
}

bool isArray(const DraftCell& cell)
{
    return cell.rows > 1 || cell.columns > 1;
}

bool isPlainFormula(const DraftCell& cell)
{
    return cell.kind == DraftCell::Kind::formula && !isArray(cell);
}

std::size_t widest(const SheetDraft& draft)
{
    std::size_t columns = 0;
    for (const auto& row : draft.rows)
        columns = std::max(columns, row.size());
    return columns;
}

const DraftCell* cellAt(const SheetDraft& draft, std::size_t row, std::size_t column)
{
    if (row >= draft.rows.size() || column >= draft.rows[row].size()) return nullptr;
    return &draft.rows[row][column];
}

Reference<css::table::XCellRange> rangeOf(const Reference<css::sheet::XSpreadsheet>& sheet,
                                          const CellBlock& block)
{
    return sheet->getCellRangeByPosition(block.firstColumn, block.firstRow, block.lastColumn, block.lastRow);
}

/// Where filling in begins.
std::optional<Place> firstInput(const SheetDraft& draft)
{
    for (std::size_t row = 0; row < draft.rows.size(); ++row)
        for (std::size_t column = 0; column < draft.rows[row].size(); ++column)
            if (draft.rows[row][column].look == Look::input)
                return Place{static_cast<int>(row), static_cast<int>(column)};
    return std::nullopt;
}

css::table::CellRangeAddress addressOfBlock(const Reference<css::sheet::XSpreadsheet>& sheet,
                                            const CellBlock& block)
{
    return Reference<css::sheet::XCellRangeAddressable>(rangeOf(sheet, block), UNO_QUERY_THROW)
        ->getRangeAddress();
}

css::table::CellRangeAddress addressOfSheet(const Reference<css::sheet::XSpreadsheet>& sheet)
{
    return Reference<css::sheet::XCellRangeAddressable>(sheet, UNO_QUERY_THROW)->getRangeAddress();
}

/// Cells of one form, as few blocks as runs within columns need.
using FormKey = std::tuple<Look, NumberForm, bool>;
using FormBlocks = std::map<FormKey, std::vector<CellBlock>>;

void addBlock(FormBlocks& blocks, const FormKey& key, const CellBlock& block)
{
    if (key != FormKey{}) blocks[key].push_back(block);
}

FormKey keyOf(const DraftCell* cell)
{
    return cell && !isArray(*cell) ? FormKey{cell->look, cell->form, cell->wraps} : FormKey{};
}

FormBlocks formBlocks(const SheetDraft& draft)
{
    FormBlocks blocks;
    const std::size_t columns = widest(draft);
    for (std::size_t column = 0; column < columns; ++column) {
        std::size_t first = 0;
        for (std::size_t row = 0; row <= draft.rows.size(); ++row) {
            const bool ends = row == draft.rows.size() ||
                              keyOf(cellAt(draft, row, column)) != keyOf(cellAt(draft, first, column));
            if (!ends || row == 0) continue;
            addBlock(blocks, keyOf(cellAt(draft, first, column)),
                     {static_cast<int>(first), static_cast<int>(column), static_cast<int>(row) - 1,
                      static_cast<int>(column)});
            first = row;
        }
    }
    for (std::size_t row = 0; row < draft.rows.size(); ++row)
        for (std::size_t column = 0; column < draft.rows[row].size(); ++column) {
            const DraftCell& cell = draft.rows[row][column];
            if (!isArray(cell)) continue;
            addBlock(blocks, FormKey{cell.look, cell.form, cell.wraps},
                     {static_cast<int>(row), static_cast<int>(column), static_cast<int>(row) + cell.rows - 1,
                      static_cast<int>(column) + cell.columns - 1});
        }
    return blocks;
}

} // namespace

DraftWriter::DraftWriter(const Reference<css::sheet::XSpreadsheetDocument>& document)
    : document_(document), forms_(document)
{
    if (const auto facts = documentFacts(document)) dateShift_ = shiftOf(facts->nullDate);
}

std::string DraftWriter::freeName(std::string_view wanted) const
{
    const Reference<css::container::XNameAccess> sheets(document_->getSheets(), UNO_QUERY_THROW);
    std::string name(wanted);
    for (int number = 2; sheets->hasByName(fromUtf8(name)); ++number)
        name = std::string(wanted) + " (" + std::to_string(number) + ")";
    return name;
}

std::string DraftWriter::write(const SheetDraft& draft, int position)
{
    const Reference<css::sheet::XSpreadsheets> sheets(document_->getSheets(), UNO_QUERY_THROW);
    std::string name = freeName(draft.name);
    const auto count = Reference<css::container::XIndexAccess>(sheets, UNO_QUERY_THROW)->getCount();
    const bool inside = position >= 0 && position < count;
    sheets->insertNewByName(fromUtf8(name), static_cast<sal_Int16>(inside ? position : count));
    const Spreadsheet sheet(sheets->getByName(fromUtf8(name)), UNO_QUERY_THROW);
    try {
        fill(sheet, draft);
    } catch (const css::uno::Exception&) {
        sheets->removeByName(fromUtf8(name)); // half a sheet is none
        throw;
    }
    return name;
}

void DraftWriter::fill(const Spreadsheet& sheet, const SheetDraft& draft)
{
    shapeColumns(sheet, draft);
    if (draft.isProtected) lockAround(sheet, draft);
    writeForms(sheet, draft);
    writeCells(sheet, draft);
    writeFormulas(sheet, draft);
    writeLinks(sheet, draft);
    shapeSheet(sheet, draft);
    shapePage(sheet, draft);
    shapeView(sheet, draft);
    for (const DraftChart& chart : draft.charts)
        insertChart(document_, sheet, chart);
    if (draft.isProtected) Reference<css::util::XProtectable>(sheet, UNO_QUERY_THROW)->protect(OUString());
}

/// Cells beside the draft, which have the office's own style.
void DraftWriter::lockAround(const Spreadsheet& sheet, const SheetDraft& draft)
{
    forms_.openDefaultStyle();
    const auto whole = addressOfSheet(sheet);
    const int rows = static_cast<int>(draft.rows.size()), columns = static_cast<int>(widest(draft));
    for (const CellBlock& block : {CellBlock{rows, 0, whole.EndRow, whole.EndColumn},
                                   CellBlock{0, columns, rows - 1, whole.EndColumn}})
        Reference<css::beans::XPropertySet>(rangeOf(sheet, block), UNO_QUERY_THROW)
            ->setPropertyValue("CellProtection", Any(css::util::CellProtection(true, false, false, false)));
}

/// Texts and numbers in one call: as data they never become formulas or dates.
void DraftWriter::writeCells(const Spreadsheet& sheet, const SheetDraft& draft)
{
    const std::size_t columns = widest(draft);
    if (columns == 0) return;
    Sequence<Sequence<Any>> data(static_cast<sal_Int32>(draft.rows.size()));
    auto* line = data.getArray();
    for (const auto& row : draft.rows) {
        line->realloc(static_cast<sal_Int32>(columns));
        auto* value = line++->getArray();
        std::fill(value, value + columns, Any(OUString())); // nothing at all would be written as #N/A
        for (const DraftCell& cell : row) {
            if (cell.kind == DraftCell::Kind::text) *value = Any(fromUtf8(cell.text));
            if (cell.kind == DraftCell::Kind::number)
                *value = Any(cell.form == NumberForm::date ? cell.number - dateShift_ : cell.number);
            ++value;
        }
    }
    const CellBlock all{0, 0, static_cast<int>(draft.rows.size()) - 1, static_cast<int>(columns) - 1};
    Reference<css::sheet::XCellRangeData>(rangeOf(sheet, all), UNO_QUERY_THROW)->setDataArray(data);
}

void DraftWriter::writeForms(const Spreadsheet& sheet, const SheetDraft& draft)
{
    if (draft.rows.empty() || widest(draft) == 0) return;
    // All of them first: the office leaves out columns that nothing has touched yet when it gives several
    // ranges a style at once, and cells of one row belong on one height.
    const CellBlock all{0, 0, static_cast<int>(draft.rows.size()) - 1, static_cast<int>(widest(draft)) - 1};
    forms_.apply(Look::plain, Reference<css::beans::XPropertySet>(rangeOf(sheet, all), UNO_QUERY_THROW));
    const Reference<css::lang::XMultiServiceFactory> factory(document_, UNO_QUERY_THROW);
    for (const auto& [key, blocks] : formBlocks(draft)) {
        const auto& [look, form, wraps] = key;
        const Reference<css::sheet::XSheetCellRangeContainer> ranges(
            factory->createInstance("com.sun.star.sheet.SheetCellRanges"), UNO_QUERY_THROW);
        Sequence<css::table::CellRangeAddress> addresses(static_cast<sal_Int32>(blocks.size()));
        auto* address = addresses.getArray();
        const sal_Int16 tab = addressOfBlock(sheet, {}).Sheet;
        for (const CellBlock& block : blocks)
            *address++ = {tab, block.firstColumn, block.firstRow, block.lastColumn, block.lastRow};
        ranges->addRangeAddresses(addresses, false);
        const Reference<css::beans::XPropertySet> cells(ranges, UNO_QUERY_THROW);
        if (look != Look::plain) forms_.apply(look, cells);
        if (form != NumberForm::general) forms_.apply(form, look, cells);
        if (wraps) cells->setPropertyValue("IsTextWrapped", Any(true));
    }
}

/// Formulas one below the other go in one call.
void DraftWriter::writeFormulas(const Spreadsheet& sheet, const SheetDraft& draft)
{
    const std::size_t columns = widest(draft);
    for (std::size_t column = 0; column < columns; ++column)
        for (std::size_t row = 0; row < draft.rows.size(); ++row) {
            const DraftCell* cell = cellAt(draft, row, column);
            if (!cell || cell->kind != DraftCell::Kind::formula) continue;
            const auto top = static_cast<int>(row);
            const auto left = static_cast<int>(column);
            if (isArray(*cell)) {
                const auto block =
                    rangeOf(sheet, {top, left, top + cell->rows - 1, left + cell->columns - 1});
                Reference<css::sheet::XArrayFormulaRange>(block, UNO_QUERY_THROW)
                    ->setArrayFormula(formulaOf(*cell));
                continue;
            }
            std::vector<OUString> run;
            for (; run.size() < mostFormulasInBlock; ++row) {
                const DraftCell* next = cellAt(draft, row, column);
                if (!next || !isPlainFormula(*next)) break;
                run.push_back(formulaOf(*next));
            }
            --row;
            Sequence<Sequence<OUString>> formulas(static_cast<sal_Int32>(run.size()));
            for (std::size_t i = 0; i < run.size(); ++i)
                formulas.getArray()[i] = Sequence<OUString>(&run[i], 1);
            const auto block = rangeOf(sheet, {top, left, static_cast<int>(row), left});
            Reference<css::sheet::XCellRangeFormula>(block, UNO_QUERY_THROW)->setFormulaArray(formulas);
        }
}

void DraftWriter::writeLinks(const Spreadsheet& sheet, const SheetDraft& draft)
{
    const Reference<css::lang::XMultiServiceFactory> factory(document_, UNO_QUERY_THROW);
    for (std::size_t row = 0; row < draft.rows.size(); ++row)
        for (std::size_t column = 0; column < draft.rows[row].size(); ++column) {
            const DraftCell& cell = draft.rows[row][column];
            if (cell.kind != DraftCell::Kind::link) continue;
            const Reference<css::text::XTextContent> field(
                factory->createInstance("com.sun.star.text.TextField.URL"), UNO_QUERY_THROW);
            const Reference<css::beans::XPropertySet> properties(field, UNO_QUERY_THROW);
            properties->setPropertyValue("Representation", Any(fromUtf8(cell.text)));
            properties->setPropertyValue("URL", Any(fromUtf8(cell.target)));
            const Reference<css::text::XText> text(
                sheet->getCellByPosition(static_cast<sal_Int32>(column), static_cast<sal_Int32>(row)),
                UNO_QUERY_THROW);
            const Reference<css::text::XTextRange> all(text->createTextCursor(), UNO_QUERY_THROW);
            text->insertTextContent(all, field, false);
        }
}

/// Before anything is written: the office fits the height of a row to the columns as they are then.
void DraftWriter::shapeColumns(const Spreadsheet& sheet, const SheetDraft& draft)
{
    const Reference<css::table::XColumnRowRange> parts(sheet, UNO_QUERY_THROW);
    sal_Int32 column = 0;
    for (const double width : draft.widths) {
        const Reference<css::beans::XPropertySet> properties(parts->getColumns()->getByIndex(column++),
                                                             UNO_QUERY_THROW);
        properties->setPropertyValue("Width", Any(static_cast<sal_Int32>(width * 1000))); // 1/100 mm
    }
}

void DraftWriter::shapeSheet(const Spreadsheet& sheet, const SheetDraft& draft)
{
    for (const CellBlock& block : draft.merged)
        Reference<css::util::XMergeable>(rangeOf(sheet, block), UNO_QUERY_THROW)->merge(true);
    for (const CellGuidance& guidance : draft.guidance)
        writeGuidance(sheet, guidance, dateShift_);
    const Reference<css::sheet::XSheetOutline> outline(sheet, UNO_QUERY_THROW);
    for (const FoldedRows& section : draft.sections) {
        const auto address = addressOfBlock(sheet, {section.first, 0, section.last, 0});
        outline->group(address, css::table::TableOrientation_ROWS);
        if (section.folded) outline->hideDetail(address);
    }
}

void DraftWriter::shapePage(const Spreadsheet& sheet, const SheetDraft& draft)
{
    Reference<css::beans::XPropertySet>(sheet, UNO_QUERY_THROW)
        ->setPropertyValue("PageStyle", Any(forms_.pageStyle(draft.landscape)));
    if (draft.frozenRows <= 0) return;
    const Reference<css::sheet::XPrintAreas> print(sheet, UNO_QUERY_THROW);
    print->setTitleRows(addressOfBlock(sheet, {0, 0, draft.frozenRows - 1, 0}));
    print->setPrintTitleRows(true);
}

/// Frozen rows belong to a view: a document without one goes without them.
void DraftWriter::shapeView(const Spreadsheet& sheet, const SheetDraft& draft)
{
    const Reference<css::frame::XModel> model(document_, UNO_QUERY_THROW);
    const Reference<css::sheet::XSpreadsheetView> view(model->getCurrentController(), UNO_QUERY);
    if (!view.is()) return;
    view->setActiveSheet(sheet);
    if (draft.frozenRows > 0)
        Reference<css::sheet::XViewFreezable>(view, UNO_QUERY_THROW)->freezeAtPosition(0, draft.frozenRows);
    if (const auto input = draft.isProtected ? firstInput(draft) : std::nullopt)
        Reference<css::view::XSelectionSupplier>(view, UNO_QUERY_THROW)
            ->select(Any(sheet->getCellByPosition(input->column, input->row)));
}

} // namespace panorama
