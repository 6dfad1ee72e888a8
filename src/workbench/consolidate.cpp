#include "workbench/consolidate.hpp"

#include "bridge/extension_data.hpp"
#include "bridge/file_format.hpp"
#include "core/consolidation/consolidation_drafts.hpp"
#include "core/data/text.hpp"
#include "core/report/problem_words.hpp"
#include "workbench/commands.hpp"
#include "workbench/file_dialogs.hpp"
#include "workbench/interface_language.hpp"
#include "workbench/message.hpp"
#include "workbench/new_document.hpp"
#include "workbench/sentences.hpp"

namespace panorama::workbench {

using css::uno::Reference;

namespace {

constexpr Text chooseFilesTitle{"Classeurs à consolider", "Workbooks to consolidate"};
constexpr Text chooseFolderTitle{"Dossier des classeurs à consolider",
                                 "Folder of the workbooks to consolidate"};
constexpr Text nothing{"Aucun projet n’a été trouvé dans ces fichiers.",
                       "No project was found in these files."};
constexpr Text failed{"La consolidation n’a pas pu être faite. Aucun fichier n’a été modifié.",
                      "The consolidation could not be made. No file was changed."};

using Made = tl::expected<ConsolidatedDocument, std::string>;

void show(const Context& context, const Reference<css::frame::XFrame>& frame, const Made& made)
{
    if (!made) return tell(context, frame, made.error());
    tell(context, inFront(made->document), made->summary);
}

Made make(const Context& context, std::span<const std::filesystem::path> files,
          std::vector<std::string> foldersNotRead, bool hidden)
{
    const Language language = interfaceLanguage(context);
    const RuleBook* book = rules(extensionFolder(context));
    if (!book) return tl::unexpected(say(damagedExtension, language));
    const FileCheck check = fileCheck(context, *book);
    std::vector<FileReport> reports;
    for (const auto& file : files)
        reports.push_back(check.check(file.string()));
    Consolidation portfolio = panorama::consolidate(reports, book->columns(), book->nomenclatures());
    portfolio.foldersNotRead = std::move(foldersNotRead);
    std::string summary = consolidationSummary(portfolio, language);
    if (portfolio.rows.empty()) {
        for (const auto& unread : portfolio.unread)
            summary += "\n" + describe(unread, language);
        return tl::unexpected(say(nothing, language) + "\n" + summary);
    }
    const std::vector<SheetDraft> drafts{portfolioDraft(portfolio, book->columns(), language),
                                         consolidationFollowUp(portfolio, book->columns(), language)};
    return ConsolidatedDocument{documentOf(context, drafts, hidden), std::move(summary)};
}

} // namespace

Made consolidateFiles(const Context& context, std::span<const std::filesystem::path> files, bool hidden)
{
    return make(context, files, {}, hidden);
}

Made consolidateFilesIn(const Context& context, const std::filesystem::path& folder, bool hidden)
{
    return make(context, workbooksIn(folder), foldersWithin(folder), hidden);
}

void consolidate(const Context& context, const Reference<css::frame::XFrame>& frame)
try {
    const Language language = interfaceLanguage(context);
    const auto files = chooseWorkbooks(context, say(chooseFilesTitle, language), true);
    if (!files.empty()) show(context, frame, consolidateFiles(context, files));
} catch (const css::uno::Exception&) {
    tell(context, frame, say(failed, interfaceLanguage(context)));
}

void consolidateFolder(const Context& context, const Reference<css::frame::XFrame>& frame)
try {
    const Language language = interfaceLanguage(context);
    const auto folder = chooseFolder(context, say(chooseFolderTitle, language));
    if (folder) show(context, frame, consolidateFilesIn(context, *folder));
} catch (const css::uno::Exception&) {
    tell(context, frame, say(failed, interfaceLanguage(context)));
}

} // namespace panorama::workbench
