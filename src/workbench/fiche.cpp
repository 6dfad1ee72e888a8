#include "workbench/fiche.hpp"

#include "bridge/extension_data.hpp"
#include "bridge/uno_text.hpp"
#include "core/data/text.hpp"
#include "core/fiche/fiche_draft.hpp"
#include "core/report/problem_words.hpp"
#include "workbench/commands.hpp"
#include "workbench/fiche_plan.hpp"
#include "workbench/file_dialogs.hpp"
#include "workbench/hidden_document.hpp"
#include "workbench/interface_language.hpp"
#include "workbench/message.hpp"
#include "workbench/new_document.hpp"
#include "workbench/sentences.hpp"

#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/util/XModifiable.hpp>

namespace panorama::workbench {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using css::uno::XComponentContext;

namespace {

constexpr Text noFiche{"Ce classeur ne contient pas de fiche projet.",
                       "This workbook holds no project form."};
constexpr Text notMade{"La fiche n’a pas pu être créée.", "The form could not be made."};
constexpr Text chooseTitle{"Fiche de l’édition précédente", "Form of the edition before"};

/// An untouched fiche need not be saved.
void settle(const FicheDocument& document, const std::string& title)
{
    Reference<css::document::XDocumentPropertiesSupplier>(document, UNO_QUERY_THROW)
        ->getDocumentProperties()
        ->setTitle(fromUtf8(title));
    Reference<css::util::XModifiable>(document, UNO_QUERY_THROW)->setModified(false);
}

} // namespace

tl::expected<FicheDocument, std::string> makeFiche(const Reference<XComponentContext>& context,
                                                   const FicheContent& content, bool hidden)
{
    const Language language = interfaceLanguage(context);
    const RuleBook* book = rules(extensionFolder(context));
    const FichePlan* plan = fichePlan(context);
    if (!book || !plan) return tl::unexpected(say(damagedExtension, language));
    const SheetDraft draft = ficheDraft(*plan, *book, {.language = language, .month = thisMonth()}, content);
    const FicheDocument document = documentOf(context, {&draft, 1}, hidden);
    settle(document, draft.name);
    return document;
}

tl::expected<FicheDocument, std::string> resumeFicheFrom(const Reference<XComponentContext>& context,
                                                         const rtl::OUString& url, bool hidden)
{
    const Language language = interfaceLanguage(context);
    const RuleBook* book = rules(extensionFolder(context));
    const FichePlan* plan = fichePlan(context);
    if (!book || !plan) return tl::unexpected(say(damagedExtension, language));
    const std::filesystem::path file = pathOf(url);
    const auto workbook = readWorkbook(context, file);
    if (!workbook) return tl::unexpected(describe(workbook.error().reason, file.string(), language));
    auto content = readFiche(workbook->sheets, *plan, book->columns());
    if (!content) return tl::unexpected(say(noFiche, language));
    clearForNewEdition(*content, *plan);
    return makeFiche(context, *content, hidden);
}

void newFiche(const Reference<XComponentContext>& context, const Reference<css::frame::XFrame>& frame)
try {
    const auto made = makeFiche(context);
    if (!made) return tell(context, frame, made.error());
    inFront(*made);
} catch (const css::uno::Exception&) {
    tell(context, frame, say(notMade, interfaceLanguage(context)));
}

void resumeFiche(const Reference<XComponentContext>& context, const Reference<css::frame::XFrame>& frame)
try {
    const Language language = interfaceLanguage(context);
    const auto chosen = chooseWorkbooks(context, say(chooseTitle, language), false);
    if (chosen.empty()) return;
    const auto made = resumeFicheFrom(context, urlOf(chosen.front()));
    if (!made) return tell(context, frame, made.error());
    inFront(*made);
} catch (const css::uno::Exception&) {
    tell(context, frame, say(notMade, interfaceLanguage(context)));
}

} // namespace panorama::workbench
