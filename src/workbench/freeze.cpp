#include "workbench/freeze.hpp"

#include "bridge/file_format.hpp"
#include "bridge/property_value.hpp"
#include "bridge/uno_text.hpp"
#include "core/data/new_file.hpp"
#include "core/data/text.hpp"
#include "workbench/commands.hpp"
#include "workbench/file_choice.hpp"
#include "workbench/file_dialogs.hpp"
#include "workbench/functions_beside_cells.hpp"
#include "workbench/hidden_document.hpp"
#include "workbench/interface_language.hpp"
#include "workbench/message.hpp"
#include "workbench/new_document.hpp"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <functional>
#include <osl/file.hxx>
#include <set>
#include <tuple>

namespace panorama::workbench {

using css::table::CellRangeAddress;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using rtl::OUString;
using Spreadsheet = Reference<css::sheet::XSpreadsheet>;

namespace {

constexpr Text chooseTitle{"Copie aux valeurs figées", "Copy with frozen values"};
constexpr Text workbooks{"Classeur", "Workbook"};
constexpr Text noDocument{"Ouvrez un classeur.", "Open a workbook."};
constexpr Text taken{"Ce fichier existe déjà et n’est pas remplacé : {}",
                     "This file exists already and is not replaced: {}"};
constexpr Text badEnding{"Format non prévu : {}. Attendu : .ods, .fods, .xlsx ou .xls.",
                         "Format not provided for: {}. Expected: .ods, .fods, .xlsx or .xls."};
constexpr Text notWritten{"Ce fichier ne peut pas être écrit : {}. Le classeur n’a pas été modifié.",
                          "This file cannot be written: {}. The workbook was not changed."};
constexpr Text failed{"La copie n’a pas pu être faite. Le classeur n’a pas été modifié.",
                      "The copy could not be made. The workbook was not changed."};
constexpr Text locked{
    "La feuille «\u00A0{}\u00A0» est protégée par un mot de passe\u00A0: ôtez d’abord sa protection (Outils "
    "> Protéger "
    "la feuille), puis recommencez. Aucune copie n’est écrite.",
    "The sheet “{}” is protected by a password: first remove its protection (Tools > Protect Sheet), then "
    "begin again. No copy is written."};
constexpr Text done{"Copie : {}. Formules remplacées par leur valeur : {}.",
                    "Copy: {}. Formulas replaced by their values: {}."};
constexpr Text besideCells{"Noms définis, formats conditionnels ou validités qui emploient encore nos "
                           "fonctions : {}. Ils ne calculent "
                           "qu’avec l’extension.",
                           "Defined names, conditional formats or validities that still use our "
                           "functions: {}. They compute only with "
                           "the extension."};

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

/// The document as it stands, once more and unseen.
Document copyOf(const Context& context, const Document& document, const TemporaryFile& file)
{
    const auto calc = propertyValue("FilterName", Any(OUString("calc8")));
    Reference<css::frame::XStorable>(document, UNO_QUERY_THROW)->storeToURL(file.url(), sequence({calc}));
    return Document(openHidden(context, file.url(), {calc}), UNO_QUERY_THROW);
}

/// Protection is for whoever fills the sheet in: the copy is opened for our own writing, and closed again
/// with the options that the sheet keeps.
class OpenedSheet
{
  public:
    explicit OpenedSheet(const Spreadsheet& sheet)
        : sheet_(sheet, UNO_QUERY_THROW), wasProtected_(sheet_->isProtected())
    {
        if (!wasProtected_) return;
        try {
            sheet_->unprotect({});
        } catch (const css::lang::IllegalArgumentException&) {
            // It has a password: it stays closed.
        }
    }
    ~OpenedSheet()
    {
        try {
            if (wasProtected_) sheet_->protect({}); // nothing happens to a sheet that stayed closed
        } catch (const css::uno::Exception&) {
            // The copy is gone already.
        }
    }
    OpenedSheet(const OpenedSheet&) = delete;
    OpenedSheet& operator=(const OpenedSheet&) = delete;

    bool isOpen() const { return !sheet_->isProtected(); }

  private:
    Reference<css::util::XProtectable> sheet_;
    bool wasProtected_;
};

/// A formula that gives the error and nothing else, in the form of the API.
OUString errorFormula(sal_Int32 code)
{
    switch (code) {
    case 503: return "=#NUM!";
    case 519: return "=#VALUE!";
    case 524: return "=#REF!";
    case 525: return "=#NAME?";
    case 532: return "=#DIV/0!";
    case 32767: return "=#N/A";
    default: return "=#ERR" + OUString::number(code) + "!";
    }
}

/// Takes the values of one sheet over into its copy.
class SheetFreezer
{
  public:
    /// `usesOurs` outlives it.
    SheetFreezer(const Spreadsheet& original, const Spreadsheet& copy, const UsesOurs& usesOurs)
        : original_(original), copy_(copy), usesOurs_(usesOurs)
    {
    }

    /// Whether anything of the sheet is ours to replace.
    bool hasOurs() const
    {
        const auto formulas = formulaAreas();
        return std::any_of(formulas.begin(), formulas.end(), [&](const CellRangeAddress& area) {
            const auto rows = formulasIn(area);
            return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
                return std::any_of(row.begin(), row.end(), std::cref(usesOurs_));
            });
        });
    }

    std::size_t freeze()
    {
        for (const CellRangeAddress& area : formulaAreas())
            freezeArea(area);
        return cells_;
    }

  private:
    Sequence<CellRangeAddress> formulaAreas() const
    {
        return Reference<css::sheet::XCellRangesQuery>(original_, UNO_QUERY_THROW)
            ->queryContentCells(css::sheet::CellFlags::FORMULA)
            ->getRangeAddresses();
    }

    Sequence<Sequence<OUString>> formulasIn(const CellRangeAddress& area) const
    {
        return Reference<css::sheet::XCellRangeFormula>(
                   original_->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn,
                                                     area.EndRow),
                   UNO_QUERY_THROW)
            ->getFormulaArray();
    }

    void freezeArea(const CellRangeAddress& area)
    {
        const auto rows = formulasIn(area);
        for (sal_Int32 row = 0; row < rows.getLength(); ++row)
            for (sal_Int32 column = 0; column < rows[row].getLength(); ++column)
                if (const OUString& formula = rows[row][column]; usesOurs_(formula))
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
        keepWhatIsNoValue(area, target, values);
        cells_ += static_cast<std::size_t>(area.EndColumn - area.StartColumn + 1) *
                  static_cast<std::size_t>(area.EndRow - area.StartRow + 1);
    }

    /// Formulas that count on a cell must find what they found: an empty text is no empty cell, an error no
    /// text.
    void keepWhatIsNoValue(const CellRangeAddress& area, const Reference<css::table::XCellRange>& target,
                           const Sequence<Sequence<Any>>& values) const
    {
        for (sal_Int32 row = 0; row < values.getLength(); ++row)
            for (sal_Int32 column = 0; column < values[row].getLength(); ++column) {
                const auto error =
                    original_->getCellByPosition(area.StartColumn + column, area.StartRow + row)->getError();
                if (error != 0)
                    target->getCellByPosition(column, row)->setFormula(errorFormula(error));
                else if (values[row][column] == Any(OUString()))
                    target->getCellByPosition(column, row)->setFormula("=\"\"");
            }
    }

    /// Numbers and texts as they are.
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
    const UsesOurs& usesOurs_;
    std::set<std::pair<sal_Int32, sal_Int32>> arrays_;
    std::size_t cells_ = 0;
};

} // namespace

tl::expected<FrozenCopy, std::string> freezeDocument(const Context& context, const Document& document,
                                                     const std::filesystem::path& file)
{
    const Language language = interfaceLanguage(context);
    if (isTaken(file)) return tl::unexpected(say(taken, language, file.string()));
    if (storeFilter(file).empty()) return tl::unexpected(say(badEnding, language, file.string()));
    const TemporaryFile temporary;
    const ClosingDocument copy(copyOf(context, document, temporary));
    const UsesOurs usesOurs(document);
    FrozenCopy frozen{.besideCells = countBesideCells(document, usesOurs)};
    const auto originals = document->getSheets(), copies = (*copy)->getSheets();
    for (const auto& name : originals->getElementNames()) {
        const Spreadsheet original(originals->getByName(name), UNO_QUERY_THROW);
        const Spreadsheet mine(copies->getByName(name), UNO_QUERY_THROW);
        const OpenedSheet opened(mine);
        SheetFreezer freezer(original, mine, usesOurs);
        if (!opened.isOpen() && freezer.hasOurs()) return tl::unexpected(say(locked, language, toUtf8(name)));
        if (opened.isOpen()) frozen.cells += freezer.freeze();
    }
    try {
        storeCopy(*copy, file);
    } catch (const css::uno::Exception&) {
        return tl::unexpected(say(notWritten, language, file.string()));
    }
    return frozen;
}

void freeze(const Context& context, const Reference<css::frame::XFrame>& frame)
try {
    const Language language = interfaceLanguage(context);
    const Document document = documentIn(frame);
    if (!document.is()) return tell(context, frame, say(noDocument, language));
    const auto url = chooseFileToSave(
        context, {.title = say(chooseTitle, language), .filters = {{say(workbooks, language), "*.ods"}}});
    if (!url) return;
    auto file = pathOf(*url);
    if (!file.has_extension()) file += ".ods";
    const auto frozen = freezeDocument(context, document, file);
    if (!frozen) return tell(context, frame, frozen.error());
    std::string said = say(done, language, file.string(), frozen->cells);
    if (frozen->besideCells > 0) said += "\n" + say(besideCells, language, frozen->besideCells);
    tell(context, frame, said);
} catch (const css::uno::Exception&) {
    tell(context, frame, say(failed, interfaceLanguage(context)));
}

} // namespace panorama::workbench
