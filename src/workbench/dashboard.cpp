#include "workbench/dashboard.hpp"

#include "bridge/area_reader.hpp"
#include "bridge/draft_writer.hpp"
#include "bridge/extension_data.hpp"
#include "bridge/uno_text.hpp"
#include "core/dashboard/dashboard_draft.hpp"
#include "core/data/text.hpp"
#include "core/words/vocabulary.hpp"
#include "workbench/commands.hpp"
#include "workbench/interface_language.hpp"
#include "workbench/message.hpp"
#include "workbench/new_sheet.hpp"
#include "workbench/sentences.hpp"
#include "workbench/undo_step.hpp"

#include <algorithm>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>

namespace panorama::workbench {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;
using SpreadsheetDocument = Reference<css::sheet::XSpreadsheetDocument>;

namespace {

constexpr Text noTable{"Aucun tableau de projets n’est reconnu dans ce classeur.",
                       "No table of projects is recognised in this workbook."};
constexpr Text notRead{"Ce classeur n’a pas pu être lu.", "This workbook could not be read."};
constexpr Text notMade{"Le tableau de bord n’a pas pu être créé.", "The dashboard could not be made."};

/// The name of the document's file: it may say the edition.
std::string fileNameOf(const SpreadsheetDocument& document)
{
    const std::string url = toUtf8(Reference<css::frame::XModel>(document, UNO_QUERY_THROW)->getURL());
    return url.substr(url.rfind('/') + 1);
}

const CheckedTable* tableFor(const CheckedWorkbook& workbook, std::string_view activeSheet)
{
    const auto isProjects = [](const CheckedTable& checked) {
        return checked.table.role() == LayoutRole::projects;
    };
    for (const CheckedTable& checked : workbook.tables())
        if (isProjects(checked) && checked.pack && checked.table.sheet().name() == activeSheet)
            return &checked;
    const CheckedTable* main = workbook.mainTable();
    return main && isProjects(*main) ? main : nullptr;
}

} // namespace

tl::expected<std::string, std::string> addDashboard(const Reference<XComponentContext>& context,
                                                    const SpreadsheetDocument& document,
                                                    std::string_view activeSheet)
{
    const Language language = interfaceLanguage(context);
    const RuleBook* book = rules(extensionFolder(context));
    if (!book) return tl::unexpected(say(damagedExtension, language));
    if (auto why = newSheetRefusal(document, language)) return tl::unexpected(std::move(*why));
    auto sheets = readSheets(document, 0);
    if (!sheets) return tl::unexpected(say(notRead, language));
    const auto workbook = CheckedWorkbook::check(fileNameOf(document), std::move(*sheets), *book, {});
    const CheckedTable* table = tableFor(*workbook, activeSheet);
    if (!table) return tl::unexpected(say(noTable, language));
    const SheetDraft draft = dashboardDraft(*workbook, *table, *book, language);
    const UndoStep step(Reference<css::frame::XModel>(document, UNO_QUERY_THROW),
                        say(vocabulary::dashboard, language));
    return DraftWriter(document).write(draft);
}

void dashboard(const Reference<XComponentContext>& context, const Reference<css::frame::XFrame>& frame)
try {
    const Language language = interfaceLanguage(context);
    const Reference<css::frame::XController> controller = frame.is() ? frame->getController() : nullptr;
    const Reference<css::sheet::XSpreadsheetView> view(controller, UNO_QUERY);
    const SpreadsheetDocument document(controller.is() ? controller->getModel() : nullptr, UNO_QUERY);
    if (!view.is() || !document.is()) return tell(context, frame, say(noTable, language));
    const auto made = addDashboard(context, document, nameOf(view->getActiveSheet()));
    if (!made) tell(context, frame, made.error());
} catch (const css::uno::Exception&) {
    tell(context, frame, say(notMade, interfaceLanguage(context)));
}

} // namespace panorama::workbench
