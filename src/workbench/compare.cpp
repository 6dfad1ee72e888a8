#include "workbench/compare.hpp"

#include "bridge/draft_writer.hpp"
#include "bridge/extension_data.hpp"
#include "bridge/uno_text.hpp"
#include "core/comparison_sheet/comparison_sheet.hpp"
#include "core/data/text.hpp"
#include "core/report/problem_words.hpp"
#include "core/words/vocabulary.hpp"
#include "workbench/commands.hpp"
#include "workbench/file_dialogs.hpp"
#include "workbench/interface_language.hpp"
#include "workbench/message.hpp"
#include "workbench/new_sheet.hpp"
#include "workbench/sentences.hpp"
#include "workbench/undo_step.hpp"

#include <com/sun/star/sheet/XSpreadsheetView.hpp>

namespace panorama::workbench {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

namespace {

constexpr Text step{"Comparer deux éditions", "Compare two editions"};
constexpr Text noEarlier{
    "Ce classeur ne contient pas d’édition plus ancienne. Choisissez le fichier de l’édition précédente.",
    "This workbook holds no earlier edition. Choose the file of the edition before."};
constexpr Text failed{"La comparaison n’a pas pu être faite. Le classeur n’a pas été modifié.",
                      "The comparison could not be made. The workbook was not changed."};

/// What the document itself lacks for a comparison, before a file is asked for.
std::optional<std::string> refusal(const Document& document, const CheckedTable* main, Language language)
{
    if (!main) return say(vocabulary::noTableInWorkbook, language);
    return newSheetRefusal(document, language);
}

void show(const Document& document, const std::string& name)
{
    const Reference<css::frame::XModel> model(document, UNO_QUERY);
    const Reference<css::sheet::XSpreadsheetView> view(model.is() ? model->getCurrentController() : nullptr,
                                                       UNO_QUERY);
    if (!view.is()) return;
    const Reference<css::sheet::XSpreadsheet> sheet(document->getSheets()->getByName(fromUtf8(name)),
                                                    UNO_QUERY_THROW);
    view->setActiveSheet(sheet);
}

} // namespace

tl::expected<std::string, std::string> compareDocument(const Context& context, const Document& document,
                                                       const std::optional<std::filesystem::path>& earlier)
{
    const Language language = interfaceLanguage(context);
    const RuleBook* book = rules(extensionFolder(context));
    if (!book) return tl::unexpected(say(damagedExtension, language));
    FileCheck check = fileCheck(context, *book);
    if (earlier) check.takePrevious(earlier->string());
    const FileReport report = documentReport(document, check);
    const CheckedTable* main = report.workbook ? report.workbook->mainTable() : nullptr;
    if (auto why = refusal(document, main, language)) return tl::unexpected(std::move(*why));
    if (report.previousProblem) return tl::unexpected(describe(*report.previousProblem, language));
    if (!report.comparison) return tl::unexpected(say(noEarlier, language));
    const SheetDraft draft = comparisonSheet(*main, *report.comparison, language);
    const UndoStep undo(Reference<css::frame::XModel>(document, UNO_QUERY_THROW), say(step, language));
    return DraftWriter(document).write(draft);
}

void compareEditions(const Context& context, const Reference<css::frame::XFrame>& frame)
try {
    const Language language = interfaceLanguage(context);
    const Document document = documentIn(frame);
    const RuleBook* book = rules(extensionFolder(context));
    if (!document.is() || !book)
        return tell(context, frame, (book ? vocabulary::noTableInWorkbook : damagedExtension).in(language));
    const FileReport report = documentReport(document, FileCheck(*book));
    const CheckedTable* main = report.workbook ? report.workbook->mainTable() : nullptr;
    if (const auto why = refusal(document, main, language)) return tell(context, frame, *why);
    std::optional<std::filesystem::path> earlier;
    if (!main->earlier) {
        const auto chosen = chooseWorkbooks(context, say(vocabulary::previousEdition, language), false);
        if (chosen.empty()) return;
        earlier = chosen.front();
    }
    const auto sheet = compareDocument(context, document, earlier);
    if (sheet)
        show(document, *sheet);
    else
        tell(context, frame, sheet.error());
} catch (const css::uno::Exception&) {
    tell(context, frame, say(failed, interfaceLanguage(context)));
}

} // namespace panorama::workbench
