#include "workbench/freeze.hpp"

#include "bridge/file_format.hpp"
#include "bridge/uno_text.hpp"
#include "core/data/new_file.hpp"
#include "core/report/wording.hpp"
#include "workbench/commands.hpp"
#include "workbench/file_choice.hpp"
#include "workbench/file_dialogs.hpp"
#include "workbench/interface_language.hpp"
#include "workbench/message.hpp"
#include "workbench/new_document.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/text/XText.hpp>
#include <osl/file.hxx>
#include <set>
#include <tuple>

namespace panorama::workbench {

using css::table::CellRangeAddress;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;
using Spreadsheet = Reference<css::sheet::XSpreadsheet>;

namespace {

constexpr Wording chooseTitle{"Copie aux valeurs figées", "Copy with frozen values"};
constexpr Wording workbooks{"Classeur", "Workbook"};
constexpr Wording noDocument{"Ouvrez un classeur.", "Open a workbook."};
constexpr Wording taken{"Ce fichier existe déjà et n’est pas remplacé : {}",
                        "This file exists already and is not replaced: {}"};
constexpr Wording badEnding{"Format non prévu : {}. Attendu : .ods, .fods, .xlsx ou .xls.",
                            "Format not provided for: {}. Expected: .ods, .fods, .xlsx or .xls."};
constexpr Wording failed{"La copie n’a pas pu être faite. Le classeur n’a pas été modifié.",
                         "The copy could not be made. The workbook was not changed."};
constexpr Wording done{"Copie : {}. Formules remplacées par leur valeur : {}.",
                       "Copy: {}. Formulas replaced by their values: {}."};
constexpr Wording namesLeft{"Noms définis qui emploient encore nos fonctions : {}.",
                            "Defined names that still use our functions: {}."};

/// The programmatic name of every function of ours begins so; files and formulas of the API carry it.
bool usesOurs(const OUString& formula)
{
    return formula.toAsciiUpperCase().indexOf("ORG.PANORAMACALC.") >= 0;
}

/// A file of our own that goes when it is no longer needed.
class TemporaryFile
{
  public:
    TemporaryFile() { osl::FileBase::createTempFile(nullptr, nullptr, &url_); }
    ~TemporaryFile() { osl::File::remove(url_); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const OUString& url() const { return url_; }

  private:
    OUString url_;
};

css::beans::PropertyValue option(const char* name, const Any& value)
{
    css::beans::PropertyValue option;
    option.Name = OUString::createFromAscii(name);
    option.Value = value;
    return option;
}

/// The document as it stands, once more and unseen.
Document copyOf(const Context& context, const Document& document, const TemporaryFile& file)
{
    Reference<css::frame::XStorable>(document, UNO_QUERY_THROW)
        ->storeToURL(file.url(), sequence({option("FilterName", Any(OUString("calc8")))}));
    return Document(
        css::frame::Desktop::create(context)->loadComponentFromURL(
            file.url(), "_blank", 0,
            sequence({option("Hidden", Any(true)), option("FilterName", Any(OUString("calc8"))),
                      option("MacroExecutionMode", Any(css::document::MacroExecMode::NEVER_EXECUTE)),
                      option("UpdateDocMode", Any(css::document::UpdateDocMode::NO_UPDATE))})),
        UNO_QUERY_THROW);
}

/// Takes the values of one sheet over into its copy.
class SheetFreezer
{
  public:
    SheetFreezer(const Spreadsheet& original, const Spreadsheet& copy) : original_(original), copy_(copy) {}

    std::size_t freeze()
    {
        const auto formulas = Reference<css::sheet::XCellRangesQuery>(original_, UNO_QUERY_THROW)
                                  ->queryContentCells(css::sheet::CellFlags::FORMULA);
        for (const CellRangeAddress& area : formulas->getRangeAddresses())
            freezeArea(area);
        return cells_;
    }

  private:
    void freezeArea(const CellRangeAddress& area)
    {
        const Reference<css::sheet::XCellRangeFormula> range(
            original_->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow),
            UNO_QUERY_THROW);
        const auto rows = range->getFormulaArray();
        for (sal_Int32 row = 0; row < rows.getLength(); ++row)
            for (sal_Int32 column = 0; column < rows[row].getLength(); ++column)
                if (const OUString& formula = rows[row][column]; usesOurs(formula))
                    freezeCell(area.StartColumn + column, area.StartRow + row, formula.startsWith("{"));
    }

    void freezeCell(sal_Int32 column, sal_Int32 row, bool isArray)
    {
        CellRangeAddress area(0, column, row, column, row);
        if (isArray) {
            const Reference<css::sheet::XSheetCellRange> cell(
                original_->getCellRangeByPosition(column, row, column, row), UNO_QUERY_THROW);
            const auto cursor = original_->createCursorByRange(cell);
            cursor->collapseToCurrentArray();
            area = Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)->getRangeAddress();
            // Every cell of an array shows its formula; the array is replaced as a whole.
            if (!arrays_.emplace(area.StartColumn, area.StartRow).second) return;
        }
        replace(area);
    }

    void replace(const CellRangeAddress& area)
    {
        const auto range = [&](const Spreadsheet& sheet) {
            return sheet->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn,
                                                 area.EndRow);
        };
        const auto values = valuesOf(area);
        const auto target = range(copy_);
        Reference<css::sheet::XSheetOperation>(target, UNO_QUERY_THROW)
            ->clearContents(css::sheet::CellFlags::FORMULA | css::sheet::CellFlags::VALUE |
                            css::sheet::CellFlags::STRING | css::sheet::CellFlags::DATETIME);
        Reference<css::sheet::XCellRangeData>(target, UNO_QUERY_THROW)->setDataArray(values);
        cells_ += static_cast<std::size_t>(area.EndColumn - area.StartColumn + 1) *
                  static_cast<std::size_t>(area.EndRow - area.StartRow + 1);
    }

    /// Numbers and texts as they are, errors as the text that is shown.
    Sequence<Sequence<Any>> valuesOf(const CellRangeAddress& area) const
    {
        Sequence<Sequence<Any>> rows(area.EndRow - area.StartRow + 1);
        for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
            Sequence<Any> values(area.EndColumn - area.StartColumn + 1);
            for (sal_Int32 column = 0; column < values.getLength(); ++column)
                values.getArray()[column] =
                    valueOf(original_->getCellByPosition(area.StartColumn + column, area.StartRow + row));
            rows.getArray()[row] = values;
        }
        return rows;
    }

    static Any valueOf(const Reference<css::table::XCell>& cell)
    {
        const Reference<css::beans::XPropertySet> properties(cell, UNO_QUERY_THROW);
        sal_Int32 kind = 0;
        properties->getPropertyValue("FormulaResultType2") >>= kind;
        constexpr sal_Int32 number = 1; // css::sheet::FormulaResult::VALUE
        if (cell->getError() == 0 && kind == number) return Any(cell->getValue());
        return Any(Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString());
    }

    Spreadsheet original_, copy_;
    std::set<std::pair<sal_Int32, sal_Int32>> arrays_;
    std::size_t cells_ = 0;
};

std::size_t countNames(const Document& document)
{
    Reference<css::container::XNameAccess> names;
    Reference<css::beans::XPropertySet>(document, UNO_QUERY_THROW)->getPropertyValue("NamedRanges") >>= names;
    std::size_t count = 0;
    if (names.is())
        for (const auto& name : names->getElementNames()) {
            const Reference<css::sheet::XNamedRange> range(names->getByName(name), UNO_QUERY);
            if (range.is() && usesOurs(range->getContent())) ++count;
        }
    return count;
}

} // namespace

tl::expected<FrozenCopy, std::string> freezeDocument(const Context& context, const Document& document,
                                                     const std::filesystem::path& file)
{
    const Language language = interfaceLanguage(context);
    if (isTaken(file)) return tl::unexpected(say(taken, language, file.string()));
    if (storeFilter(file).empty()) return tl::unexpected(say(badEnding, language, file.string()));
    const TemporaryFile temporary;
    const ClosingDocument copy(copyOf(context, document, temporary));
    FrozenCopy frozen{.names = countNames(document)};
    const auto originals = document->getSheets(), copies = (*copy)->getSheets();
    for (const auto& name : originals->getElementNames()) {
        const Spreadsheet original(originals->getByName(name), UNO_QUERY_THROW);
        const Spreadsheet mine(copies->getByName(name), UNO_QUERY_THROW);
        frozen.cells += SheetFreezer(original, mine).freeze();
    }
    storeCopy(*copy, file);
    return frozen;
}

void freeze(const Context& context, const Reference<css::frame::XFrame>& frame)
try {
    const Language language = interfaceLanguage(context);
    const Document document = documentIn(frame);
    if (!document.is()) return tell(context, frame, noDocument.in(language));
    const auto url = chooseFileToSave(
        context, {.title = chooseTitle.in(language), .filters = {{workbooks.in(language), "*.ods"}}});
    if (!url) return;
    auto file = pathOf(*url);
    if (!file.has_extension()) file += ".ods";
    const auto frozen = freezeDocument(context, document, file);
    if (!frozen) return tell(context, frame, frozen.error());
    std::string said = say(done, language, file.string(), frozen->cells);
    if (frozen->names > 0) said += "\n" + say(namesLeft, language, frozen->names);
    tell(context, frame, said);
} catch (const css::uno::Exception&) {
    tell(context, frame, failed.in(interfaceLanguage(context)));
}

} // namespace panorama::workbench
