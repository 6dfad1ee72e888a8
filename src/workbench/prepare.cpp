#include "workbench/prepare.hpp"

#include "bridge/area_reader.hpp"
#include "bridge/draft_forms.hpp"
#include "bridge/extension_data.hpp"
#include "bridge/guidance_writer.hpp"
#include "bridge/uno_text.hpp"
#include "core/data/text.hpp"
#include "core/drafts/sheet_preparation.hpp"
#include "workbench/commands.hpp"
#include "workbench/fiche_plan.hpp"
#include "workbench/interface_language.hpp"
#include "workbench/message.hpp"
#include "workbench/sentences.hpp"
#include "workbench/undo_step.hpp"

#include <algorithm>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeMovement.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XUniqueCellFormatRangesSupplier.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace panorama::workbench {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;
using Spreadsheet = Reference<css::sheet::XSpreadsheet>;
using Document = Reference<css::sheet::XSpreadsheetDocument>;

namespace {

constexpr Text stepName{"Préparer la feuille", "Prepare the sheet"};
constexpr Text readOnly{
    "Ce classeur est ouvert en lecture seule\u00A0: enregistrez-en une copie, puis préparez celle-ci.",
    "This workbook is open read-only: save a copy of it, then prepare that one."};
constexpr Text isProtected{
    "Cette feuille est protégée\u00A0: ôtez d’abord sa protection (Outils > Protéger la feuille).",
    "This sheet is protected: first remove its protection (Tools > Protect Sheet)."};
constexpr Text noTable{"Aucun tableau de projets n’est reconnu dans cette feuille\u00A0: il faut une ligne "
                       "d’en-têtes avec le nom du "
                       "projet et au moins deux autres colonnes connues.",
                       "No table of projects is recognised on this sheet: it needs a row of headers with "
                       "the name of the project "
                       "and at least two other known columns."};
constexpr Text notRead{"Cette feuille n’a pas pu être lue.", "This sheet could not be read."};
constexpr Text notPrepared{"La feuille n’a pas pu être préparée.", "The sheet could not be prepared."};
constexpr Text done{"Colonnes équipées de listes, d’aides et de formats\u00A0: {}. Colonnes qui avaient "
                    "déjà les leurs\u00A0: {}.",
                    "Columns given lists, helps and formats: {}. Columns that already had their own: {}."};
constexpr Text proposeHeaders{
    "Colonnes conseillées qui manquent\u00A0: {}. Les ajouter à droite du tableau\u00A0?",
    "Recommended columns that are missing: {}. Add them to the right of the table?"};

/// Puts what was prepared on cells that have nothing of the kind.
class Equipment
{
  public:
    Equipment(const Document& document, const Spreadsheet& sheet)
        : sheet_(sheet), forms_(document),
          formats_(
              Reference<css::util::XNumberFormatsSupplier>(document, UNO_QUERY_THROW)->getNumberFormats())
    {
        if (const auto facts = documentFacts(document)) dateShift_ = shiftOf(facts->nullDate);
    }

    /// False where every cell of the column has validity of its own.
    bool put(const PreparedColumn& column)
    {
        const CellBlock& block = column.guidance.block;
        const Reference<css::sheet::XUniqueCellFormatRangesSupplier> cells(
            sheet_->getCellRangeByPosition(block.firstColumn, block.firstRow, block.lastColumn,
                                           block.lastRow),
            UNO_QUERY_THROW);
        const auto groups = cells->getUniqueCellFormatRanges();
        std::vector<Reference<css::beans::XPropertySet>> likeCells;
        likeCells.reserve(static_cast<std::size_t>(groups->getCount()));
        for (sal_Int32 i = 0; i < groups->getCount(); ++i)
            likeCells.emplace_back(groups->getByIndex(i), UNO_QUERY_THROW);
        bool any = false;
        for (const auto& group : likeCells) {
            if (!hasValidity(group)) {
                writeGuidance(group, column.guidance, dateShift_);
                any = true;
            }
            if (column.form != NumberForm::general && isUnformatted(group))
                group->setPropertyValue("NumberFormat", Any(forms_.format(column.form)));
        }
        return any;
    }

  private:
    static bool hasValidity(const Reference<css::beans::XPropertySet>& cells)
    {
        const Reference<css::beans::XPropertySet> validation(cells->getPropertyValue("Validation"),
                                                             UNO_QUERY);
        if (!validation.is()) return false;
        css::sheet::ValidationType type = css::sheet::ValidationType_ANY;
        validation->getPropertyValue("Type") >>= type;
        rtl::OUString help;
        validation->getPropertyValue("InputMessage") >>= help;
        return type != css::sheet::ValidationType_ANY || !help.isEmpty();
    }

    bool isUnformatted(const Reference<css::beans::XPropertySet>& cells) const
    {
        sal_Int32 key = 0;
        cells->getPropertyValue("NumberFormat") >>= key;
        const auto format = formats_->getByKey(key);
        sal_Int16 type = 0;
        format->getPropertyValue("Type") >>= type;
        bool standard = false;
        format->getPropertyValue("StandardFormat") >>= standard;
        return standard && type == css::util::NumberFormat::NUMBER;
    }

    Spreadsheet sheet_;
    DraftForms forms_;
    Reference<css::util::XNumberFormats> formats_;
    double dateShift_ = 0;
};

/// Why the sheet may not be changed.
const Text* refusal(const Document& document, const Spreadsheet& sheet)
{
    const Reference<css::frame::XStorable> storable(document, UNO_QUERY);
    if (storable.is() && storable->isReadonly()) return &readOnly;
    if (Reference<css::util::XProtectable>(sheet, UNO_QUERY_THROW)->isProtected()) return &isProtected;
    return nullptr;
}

/// The columns that the layout's purpose calls for: the published ones, or those the fiche asks of every
/// project.
std::vector<Field> recommendedFor(const Table& table, const FichePlan& plan)
{
    if (!table.layout()) return {};
    if (table.layout()->published.empty())
        return table.layout()->id == "internal" ? plan.expectedFields() : std::vector<Field>();
    std::vector<Field> fields;
    for (const auto& [field, header] : table.layout()->published)
        fields.push_back(field);
    return fields;
}

/// Each looks like the last header of the user's own.
void writeHeaders(const Spreadsheet& sheet, const SheetPreparation& preparation,
                  const std::vector<std::string>& labels)
{
    const Reference<css::sheet::XCellRangeMovement> movement(sheet, UNO_QUERY_THROW);
    css::table::CellAddress target =
        Reference<css::sheet::XCellAddressable>(
            sheet->getCellByPosition(preparation.firstFree.column, preparation.firstFree.row),
            UNO_QUERY_THROW)
            ->getCellAddress();
    const sal_Int32 last = preparation.columns.back().guidance.block.firstColumn;
    const css::table::CellRangeAddress model(target.Sheet, last, target.Row, last, target.Row);
    for (const std::string& label : labels) {
        movement->copyRange(target, model);
        const auto cell = sheet->getCellRangeByPosition(target.Column, target.Row, target.Column, target.Row);
        Reference<css::sheet::XSheetOperation>(cell, UNO_QUERY_THROW)
            ->clearContents(css::sheet::CellFlags::ANNOTATION);
        Reference<css::text::XText>(sheet->getCellByPosition(target.Column++, target.Row), UNO_QUERY_THROW)
            ->setString(fromUtf8(label));
    }
}

Spreadsheet activeSheet(const Reference<css::frame::XFrame>& frame)
{
    const Reference<css::sheet::XSpreadsheetView> view(frame.is() ? frame->getController() : nullptr,
                                                       UNO_QUERY);
    return view.is() ? view->getActiveSheet() : nullptr;
}

} // namespace

namespace {

/// What can be done to a sheet, and the headers it lacks.
struct Work
{
    SheetPreparation preparation;
    std::vector<std::string> missing;
};

tl::expected<Work, std::string> workOn(const Reference<XComponentContext>& context, const Document& document,
                                       const Spreadsheet& sheet)
{
    const Language language = interfaceLanguage(context);
    const RuleBook* book = rules(extensionFolder(context));
    const FichePlan* plan = fichePlan(context);
    if (!book || !plan) return tl::unexpected(say(damagedExtension, language));
    if (const Text* why = refusal(document, sheet)) return tl::unexpected(say(*why, language));
    const auto facts = documentFacts(document);
    if (!facts) return tl::unexpected(say(notRead, language));
    const auto snapshot = readSheet(sheet, *facts, 0);
    if (!snapshot) return tl::unexpected(say(notRead, language));
    const auto tables = findTables(*snapshot, book->columns());
    const auto table = std::find_if(tables.begin(), tables.end(),
                                    [](const Table& t) { return t.role() == LayoutRole::projects; });
    const Pack* pack = table == tables.end() ? nullptr : book->packFor(table->layout());
    if (!pack) return tl::unexpected(say(noTable, language));
    const FieldGuidance guidance(book->columns(), book->nomenclatures(), *pack, thisMonth(), language);
    Work work{preparationOf(*table, guidance, recommendedFor(*table, *plan)), {}};
    for (const Field field : work.preparation.missing)
        work.missing.push_back(book->columns().field(field).label.in(language));
    return work;
}

tl::expected<Prepared, std::string> carryOut(const Reference<XComponentContext>& context, const Work& work,
                                             const Document& document, const Spreadsheet& sheet,
                                             bool addHeaders)
{
    const UndoStep step(Reference<css::frame::XModel>(document, UNO_QUERY_THROW),
                        say(stepName, interfaceLanguage(context)));
    Prepared prepared{.missing = work.missing};
    SheetPreparation preparation = work.preparation;
    if (addHeaders && !work.missing.empty()) {
        writeHeaders(sheet, preparation, work.missing);
        // What the new columns are given is known once their headers are read.
        auto wider = workOn(context, document, sheet);
        if (!wider) return tl::unexpected(wider.error());
        preparation = std::move(wider->preparation);
    }
    Equipment equipment(document, sheet);
    for (const PreparedColumn& column : preparation.columns)
        ++(equipment.put(column) ? prepared.columns : prepared.kept);
    return prepared;
}

} // namespace

tl::expected<Prepared, std::string> prepareTable(const Reference<XComponentContext>& context,
                                                 const Document& document, const Spreadsheet& sheet,
                                                 bool addHeaders)
{
    const auto work = workOn(context, document, sheet);
    if (!work) return tl::unexpected(work.error());
    return carryOut(context, *work, document, sheet, addHeaders);
}

void prepareSheet(const Reference<XComponentContext>& context, const Reference<css::frame::XFrame>& frame)
try {
    const Language language = interfaceLanguage(context);
    const Spreadsheet sheet = activeSheet(frame);
    const Document document(
        frame.is() && frame->getController().is() ? frame->getController()->getModel() : nullptr, UNO_QUERY);
    if (!sheet.is() || !document.is()) return tell(context, frame, say(noTable, language));
    const auto work = workOn(context, document, sheet);
    if (!work) return tell(context, frame, work.error());
    // Asked before anything is done: all of it is one step.
    const bool addHeaders =
        !work->missing.empty() &&
        ask(context, frame, say(proposeHeaders, language, fmt::join(work->missing, ", ")));
    const auto prepared = carryOut(context, *work, document, sheet, addHeaders);
    if (!prepared) return tell(context, frame, prepared.error());
    tell(context, frame, say(done, language, prepared->columns, prepared->kept));
} catch (const css::uno::Exception&) {
    tell(context, frame, say(notPrepared, interfaceLanguage(context)));
}

} // namespace panorama::workbench
