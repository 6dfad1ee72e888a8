#include "checker/publishing.hpp"

#include "checker/terminal.hpp"
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
    complain(say(refused, language, found.size()));
    for (const Finding& finding : found) {
        const std::string project = projectOf(finding), message = messageOf(finding, language);
        complain(project.empty() ? say(obstacleOfAll, language, finding.rule->id, message)
                                 : say(obstacle, language, finding.rule->id, project, message));
    }
}

int conclude(const PublicationOutcome& outcome, const CommandLine& line)
{
    using Result = PublicationOutcome::Result;
    switch (outcome.result) {
    case Result::noEdition: complain(noEdition.in(line.language)); return 2;
    case Result::noProject: complain(vocabulary::nothingToPublish.in(line.language)); return 1;
    case Result::refused: sayObstacles(outcome, line.language); return 1;
    case Result::taken:
        complain(say(vocabulary::publishedFileExists, line.language, outcome.file.string()));
        return 2;
    case Result::notWritten: complain(say(notWritten, line.language, outcome.file.string())); return 2;
    case Result::done: break;
    }
    for (const auto& file : publicationFiles(*line.output))
        complain(say(published, line.language, file.string()));
    return 0;
}

} // namespace

int publishFile(Batch& batch, const RuleBook& book, const CommandLine& line)
{
    const auto reports = batch.run();
    const FileReport& report = reports.front();
    if (report.problem) {
        complain(describe(*report.problem, report.file, line.language));
        return 2;
    }
    if (report.previousProblem) {
        complain(describe(*report.previousProblem, line.language));
        return 2;
    }
    const CheckedWorkbook* previous = batch.previous();
    const auto outcome = publishTo({.source = *report.workbook->mainTable(),
                                    .book = book,
                                    .workbook = report.workbook.get(),
                                    .previous = previous ? previous->mainTable() : nullptr,
                                    .csv = *line.output,
                                    .replacing = line.force,
                                    .language = line.language,
                                    .templates = book.templates(),
                                    .today = today()});
    if (!outcome.publication.rows.empty())
        std::cout << outcome.pressNote << "\n" << publicationNotes(outcome.publication, line.language);
    return conclude(outcome, line);
}

} // namespace panorama
