#include "checker/consolidating.hpp"

#include "bridge/file_format.hpp"
#include "core/consolidation/consolidation_drafts.hpp"
#include "core/consolidation/draft_text.hpp"
#include "core/data/new_file.hpp"
#include "core/data/text.hpp"

#include <iostream>

namespace panorama {

namespace {

constexpr Text written{"Portefeuille consolidé : {}", "Consolidated portfolio: {}"};
constexpr Text followUpBeside{
    "Suivi de la consolidation : seulement ci-dessus, un fichier CSV n’a qu’une feuille.",
    "Consolidation follow-up: only above, a CSV file has one sheet."};
constexpr Text notWritten{"Le portefeuille consolidé ne peut pas être écrit : {}",
                          "The consolidated portfolio cannot be written: {}"};
constexpr Text nothing{"Aucun projet à consolider : rien n’est écrit.",
                       "No project to consolidate: nothing is written."};

} // namespace

std::vector<std::string> withFolders(const std::vector<std::string>& files)
{
    std::vector<std::string> all;
    for (const std::string& file : files) {
        std::error_code problem;
        if (!std::filesystem::is_directory(file, problem)) {
            all.push_back(file);
            continue;
        }
        for (const auto& found : workbooksIn(file))
            all.push_back(found.string());
    }
    return all;
}

std::vector<std::string> foldersNotRead(const std::vector<std::string>& files)
{
    std::vector<std::string> all;
    for (const std::string& file : files)
        for (auto& name : foldersWithin(file))
            all.push_back(std::move(name));
    return all;
}

int consolidateFiles(Batch& batch, const RuleBook& book, const CommandLine& line,
                     const std::vector<std::string>& unreadFolders)
{
    const auto reports = batch.run();
    Consolidation portfolio = consolidate(reports, book.columns(), book.nomenclatures());
    portfolio.foldersNotRead = unreadFolders;
    const SheetDraft followUp = consolidationFollowUp(portfolio, book.columns(), line.language);
    std::cout << plainTextOf(followUp, line.language) << "\n";
    if (portfolio.rows.empty()) {
        std::cerr << nothing.in(line.language) << "\n";
        return 2;
    }
    const std::vector<SheetDraft> drafts{portfolioDraft(portfolio, book.columns(), line.language), followUp};
    const bool isCsv = isCsvName(*line.output);
    const bool done =
        isCsv ? writeNewFile(*line.output, csvOf(drafts.front())) : batch.writeDrafts(drafts, *line.output);
    if (!done) {
        std::cerr << say(notWritten, line.language, line.output->string()) << "\n";
        return 2;
    }
    std::cerr << say(written, line.language, line.output->string()) << "\n";
    if (isCsv) std::cerr << followUpBeside.in(line.language) << "\n";
    if (!portfolio.unread.empty()) return 2;
    return portfolio.meetings.empty() && portfolio.contradictions.empty() ? 0 : 1;
}

} // namespace panorama
