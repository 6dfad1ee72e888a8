#include "checker/consolidating.hpp"

#include "bridge/file_format.hpp"
#include "checker/terminal.hpp"
#include "core/consolidation/consolidation_drafts.hpp"
#include "core/consolidation/draft_text.hpp"
#include "core/data/new_file.hpp"
#include "core/data/text.hpp"
#include "core/table/csv_text.hpp"

#include <algorithm>
#include <iostream>

namespace panorama {

namespace {

constexpr Text written{"Portefeuille consolidé : {}", "Consolidated portfolio: {}"};
constexpr Text followUpBeside{
    "Suivi de la consolidation : seulement ci-dessus, un fichier CSV n’a qu’une feuille.",
    "Consolidation follow-up: only above, a CSV file has one sheet."};
constexpr Text formulasMadeTexts{
    "Textes qu’un tableur prendrait pour une formule, écrits avec une apostrophe devant : {}",
    "Texts that a spreadsheet would take for a formula, written with an apostrophe in front: {}"};
constexpr Text notWritten{"Le portefeuille consolidé ne peut pas être écrit : {}",
                          "The consolidated portfolio cannot be written: {}"};
constexpr Text nothing{"Aucun projet à consolider : rien n’est écrit.",
                       "No project to consolidate: nothing is written."};

std::size_t countFormulas(const SheetDraft& draft)
{
    std::size_t count = 0;
    for (const auto& row : draft.rows)
        count += static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](const DraftCell& cell) {
            return cell.kind != DraftCell::Kind::number && looksLikeFormula(cell.text);
        }));
    return count;
}

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
        complain(nothing.in(line.language));
        return 2;
    }
    const std::vector<SheetDraft> drafts{portfolioDraft(portfolio, book.columns(), line.language), followUp};
    const bool isCsv = isCsvName(*line.output);
    const auto writeCsv = line.force ? writeFile : writeNewFile;
    const bool done =
        isCsv ? writeCsv(*line.output, csvOf(drafts.front())) : batch.writeDrafts(drafts, *line.output);
    if (!done) {
        complain(say(notWritten, line.language, line.output->string()));
        return 2;
    }
    complain(say(written, line.language, line.output->string()));
    if (isCsv) complain(followUpBeside.in(line.language));
    if (const std::size_t formulas = isCsv ? countFormulas(drafts.front()) : 0)
        complain(say(formulasMadeTexts, line.language, formulas));
    if (!portfolio.unread.empty()) return 2;
    return portfolio.meetings.empty() && portfolio.contradictions.empty() ? 0 : 1;
}

} // namespace panorama
