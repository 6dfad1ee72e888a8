#include "checker/publishing.hpp"

#include "core/data/text.hpp"
#include "core/publication/press_note.hpp"
#include "core/publication/publication_files.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/problem_words.hpp"
#include "core/words/vocabulary.hpp"

#include <iostream>

namespace panorama {

namespace {

constexpr Text refused{
    "Publication refusée : le fichier produit ne respecte pas les règles de publication (constats : {}). "
    "Rien n’est écrit.",
    "Publication refused: the file produced breaks rules of publication (findings: {}). Nothing is written."};
constexpr Text obstacle{"  {} {} : {}", "  {} {}: {}"};
constexpr Text obstacleOfAll{"  {} : {}", "  {}: {}"};
constexpr Text notWritten{"Ce fichier ne peut pas être écrit : {}. Rien n’est publié.",
                          "This file cannot be written: {}. Nothing is published."};
constexpr Text noEdition{"L’édition n’est pas connue : sans elle, la date de publication manque. Ajoutez "
                         "--edition, par exemple --edition 2026-06. Rien n’est écrit.",
                         "The edition is not known: without it the date of publication is missing. Add "
                         "--edition, for example --edition 2026-06. Nothing is written."};
constexpr Text published{"Publié : {}", "Published: {}"};

void sayObstacles(const PublicationOutcome& outcome, Language language)
{
    const auto& found = outcome.inTheWay;
    std::cerr << say(refused, language, found.size()) << "\n";
    for (const Finding& finding : found) {
        const std::string project = projectOf(finding), message = messageOf(finding, language);
        std::cerr << (project.empty() ? say(obstacleOfAll, language, finding.rule->id, message)
                                      : say(obstacle, language, finding.rule->id, project, message))
                  << "\n";
    }
}

int conclude(const PublicationOutcome& outcome, const CommandLine& line)
{
    using Result = PublicationOutcome::Result;
    switch (outcome.result) {
    case Result::noEdition: std::cerr << noEdition.in(line.language) << "\n"; return 2;
    case Result::noProject: std::cerr << vocabulary::nothingToPublish.in(line.language) << "\n"; return 1;
    case Result::refused: sayObstacles(outcome, line.language); return 1;
    case Result::taken:
        std::cerr << say(vocabulary::publishedFileExists, line.language, outcome.file.string()) << "\n";
        return 2;
    case Result::notWritten:
        std::cerr << say(notWritten, line.language, outcome.file.string()) << "\n";
        return 2;
    case Result::done: break;
    }
    for (const auto& file : publicationFiles(*line.output))
        std::cerr << say(published, line.language, file.string()) << "\n";
    return 0;
}

} // namespace

int publishFile(Batch& batch, const RuleBook& book, const CommandLine& line)
{
    const auto reports = batch.run();
    const FileReport& report = reports.front();
    if (report.problem) {
        std::cerr << describe(*report.problem, report.file, line.language) << "\n";
        return 2;
    }
    if (report.previousProblem) {
        std::cerr << describe(*report.previousProblem, line.language) << "\n";
        return 2;
    }
    const CheckedWorkbook* previous = batch.previous();
    const auto outcome = publishTo({.source = *report.workbook->mainTable(),
                                    .book = book,
                                    .workbook = report.workbook.get(),
                                    .previous = previous ? previous->mainTable() : nullptr,
                                    .csv = *line.output,
                                    .language = line.language,
                                    .templates = book.templates(),
                                    .today = today()});
    if (!outcome.publication.rows.empty())
        std::cout << outcome.pressNote << "\n" << publicationNotes(outcome.publication, line.language);
    return conclude(outcome, line);
}

} // namespace panorama
