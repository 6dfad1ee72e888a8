#include "workbench/publish.hpp"

#include "bridge/extension_data.hpp"
#include "core/data/new_file.hpp"
#include "core/data/text.hpp"
#include "core/publication/press_note.hpp"
#include "core/publication/publication_draft.hpp"
#include "core/publication/publication_files.hpp"
#include "core/report/finding_words.hpp"
#include "core/words/vocabulary.hpp"
#include "workbench/commands.hpp"
#include "workbench/file_dialogs.hpp"
#include "workbench/hidden_document.hpp"
#include "workbench/interface_language.hpp"
#include "workbench/machine_traces.hpp"
#include "workbench/message.hpp"
#include "workbench/new_document.hpp"
#include "workbench/sentences.hpp"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>

namespace panorama::workbench {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

namespace {

// A message box must fit the screen; the sidebar lists the rest.
constexpr std::size_t mostObstacles = 8;

constexpr Text chooseFolderTitle{"Dossier où publier", "Folder to publish into"};
constexpr Text noEdition{
    "L’édition n’est pas connue : sans elle, la date de publication manque. Remplissez la colonne « Date de "
    "publication », ou "
    "donnez à la feuille ou au fichier un nom qui la dit, par exemple « 2026-06 ». Rien n’est écrit.",
    "The edition is not known: without it the date of publication is missing. Fill in the column “Date de "
    "publication”, or "
    "give the sheet or the file a name that says it, for example “2026-06”. Nothing is written."};
constexpr Text refused{"Publication refusée : des règles de publication échouent ({}). Rien n’est écrit.",
                       "Publication refused: rules of publication fail ({}). Nothing is written."};
constexpr Text obstacleOfProject{"{} : {} ({})", "{}: {} ({})"};
constexpr Text more{"… et {} de plus.", "… and {} more."};
constexpr Text notWritten{"Ce fichier ne peut pas être écrit : {}", "This file cannot be written: {}"};
constexpr Text done{"Publié dans {} : {} projets, chiffres non publiés : {}.",
                    "Published in {}: {} projects, figures withheld: {}."};
constexpr Text mayAllBePublished{"Aucune colonne « Diffusion » ne dit quels projets peuvent être publiés. "
                                 "Tous ceux qui ne sont pas en cadrage peuvent-ils l’être ?",
                                 "No column “Diffusion” says which projects may be published. May all those "
                                 "that are not in cadrage be published?"};
constexpr Text addDiffusion{"Rien n’est écrit. Ajoutez une colonne « Diffusion » : « Publiable » pour les "
                            "projets à publier, ou le motif, par exemple "
                            "« Révision de trajectoire ».",
                            "Nothing is written. Add a column “Diffusion”: “Publiable” for projects to be "
                            "published, or the reason, for example “Révision de "
                            "trajectoire”."};
constexpr Text failed{"La publication n’a pas pu être faite.", "Publishing failed."};

/// "panorama-2026-06": the name says the edition, as the rules of publication want it.
std::filesystem::path csvIn(const std::filesystem::path& folder, const EditionContext& edition)
{
    std::string name = "panorama";
    if (edition.month) name += "-" + isoDate(*edition.month / std::chrono::day(1)).substr(0, 7);
    return folder / (name + ".csv");
}

/// Where, what, and last the rule: the codes are for who looks them up.
std::string obstacle(const Finding& finding, Language language)
{
    const std::string project = projectOf(finding), message = messageOf(finding, language);
    if (project.empty()) return say(vocabulary::inBrackets, language, message, finding.rule->id);
    return say(obstacleOfProject, language, project, message, finding.rule->id);
}

/// What whoever publishes must not miss: the other notes stand in the files.
std::string leftOut(const Publication& publication, Language language)
{
    std::string text;
    for (const auto& note : publication.notes)
        if (note.kind == Publication::Note::Kind::tablesLeftOut ||
            note.kind == Publication::Note::Kind::diffusionAbsent)
            text += "\n" + shownNote(note, language);
    return text;
}

std::string refusal(const PublicationOutcome& outcome, Language language)
{
    using Result = PublicationOutcome::Result;
    if (outcome.result == Result::noEdition) return say(noEdition, language);
    if (outcome.result == Result::noProject) return say(vocabulary::nothingToPublish, language);
    if (outcome.result == Result::taken)
        return say(vocabulary::publishedFileExists, language, outcome.file.string());
    if (outcome.result == Result::notWritten) return say(notWritten, language, outcome.file.string());
    const auto& found = outcome.inTheWay;
    std::string text = say(refused, language, found.size());
    for (std::size_t i = 0; i < std::min(found.size(), mostObstacles); ++i)
        text += "\n" + obstacle(found[i], language);
    if (found.size() > mostObstacles) text += "\n" + say(more, language, found.size() - mostObstacles);
    return text;
}

/// Whoever made the file is not part of what is published.
void forgetAuthor(const Document& document)
{
    const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
    const Reference<css::beans::XPropertySet> settings(
        factory->createInstance("com.sun.star.document.Settings"), UNO_QUERY_THROW);
    settings->setPropertyValue("ApplyUserData", css::uno::Any(false));
    Reference<css::document::XDocumentPropertiesSupplier>(document, UNO_QUERY_THROW)
        ->getDocumentProperties()
        ->resetUserData(rtl::OUString());
}

/// A new document, and not a copy of the user's: what was never put in cannot be left in. A file that still
/// tells of the user's machine does not stay.
void storeWorkbook(const Context& context, const Publication& publication, const Columns& columns,
                   const std::filesystem::path& file)
{
    const std::vector<SheetDraft> drafts{publicationDraft(publication, columns)};
    const ClosingDocument document(documentOf(context, drafts, true));
    forgetAuthor(*document);
    storeCopy(*document, file);
    try {
        removeMachineTraces(context, file);
    } catch (const css::uno::Exception&) {
        std::error_code problem;
        std::filesystem::remove(file, problem);
        throw;
    }
}

} // namespace

tl::expected<std::string, std::string>
publishDocument(const Context& context, const Document& document, const std::filesystem::path& folder,
                const std::function<bool(const std::string& question)>& agrees)
{
    const Language language = interfaceLanguage(context);
    const RuleBook* book = rules(extensionFolder(context));
    if (!book) return tl::unexpected(say(damagedExtension, language));
    const FileReport report = documentReport(document, FileCheck(*book));
    if (report.problem || !report.workbook)
        return tl::unexpected(say(vocabulary::noTableInWorkbook, language));
    const CheckedTable& source = *report.workbook->mainTable();
    const auto csv = csvIn(folder, source.edition);
    auto workbook = csv;
    workbook.replace_extension(".ods");
    if (isTaken(workbook))
        return tl::unexpected(say(vocabulary::publishedFileExists, language, workbook.string()));
    if (source.table.rowCount() > 0 && !saysWhatMayBePublished(source) &&
        !agrees(say(mayAllBePublished, language)))
        return tl::unexpected(say(addDiffusion, language));
    const auto outcome = publishTo({.source = source,
                                    .book = *book,
                                    .workbook = report.workbook.get(),
                                    .csv = csv,
                                    .language = language,
                                    .templates = book->templates(),
                                    .today = today()});
    if (outcome.result != PublicationOutcome::Result::done) return tl::unexpected(refusal(outcome, language));
    storeWorkbook(context, outcome.publication, book->columns(), workbook);
    return say(done, language, folder.string(), outcome.publication.rows.size(),
               outcome.publication.withheld.size()) +
           leftOut(outcome.publication, language) + "\n\n" + outcome.pressNote;
}

void publish(const Context& context, const Reference<css::frame::XFrame>& frame)
try {
    const Language language = interfaceLanguage(context);
    const Document document = documentIn(frame);
    if (!document.is()) return tell(context, frame, say(vocabulary::noTableInWorkbook, language));
    const auto folder = chooseFolder(context, say(chooseFolderTitle, language));
    if (!folder) return;
    const auto agrees = [&](const std::string& question) { return ask(context, frame, question); };
    const auto published = publishDocument(context, document, *folder, agrees);
    tell(context, frame, published ? *published : published.error());
} catch (const css::uno::Exception&) {
    tell(context, frame, say(failed, interfaceLanguage(context)));
}

} // namespace panorama::workbench
