#include "core/publication/publication_files.hpp"

#include "core/checking/file_check.hpp"
#include "core/data/new_file.hpp"
#include "core/publication/press_note.hpp"
#include "core/publication/table_schema.hpp"
#include "core/report/report_formats.hpp"

#include <algorithm>
#include <deque>

namespace panorama {

namespace {

/// Whether a table of the workbook is one more of the same edition: not an older one kept for comparison, and
/// not a list about projects.
bool isBeside(const CheckedTable& source, const CheckedTable& other)
{
    const bool hasProjects = other.table.isOfProjects() && other.table.rowCount() > 0;
    const bool isEarlier = source.earlier && &source.earlier->table == &other.table;
    const auto &mine = source.edition.month, &its = other.edition.month;
    const bool isOtherEdition = mine && its && *mine != *its;
    return &other != &source && hasProjects && !isEarlier && !isOtherEdition;
}

std::size_t tablesBeside(const PublicationRequest& request)
{
    if (!request.workbook) return 0;
    const auto& tables = request.workbook->tables();
    return static_cast<std::size_t>(
        std::count_if(tables.begin(), tables.end(),
                      [&](const CheckedTable& each) { return isBeside(request.source, each); }));
}

/// `csv` is the file as it was just written.
std::string htmlOf(const PublicationRequest& request, const PublicationOutcome& outcome,
                   const std::filesystem::path& csv)
{
    // Checked by its bare name: where it lay on whose computer is nobody's business.
    FileReport report = reportOn(outcome.published, request.book);
    report.digest = digestOf(csv);
    return htmlReport({&report, 1}, {.language = request.language,
                                     .today = request.today,
                                     .templates = request.templates,
                                     .foreword = outcome.pressNote + "\n" +
                                                 publicationNotes(outcome.publication, request.language)});
}

/// Writes all of the files or none: each takes its name when all are whole.
void write(const PublicationRequest& request, PublicationOutcome& outcome)
{
    std::deque<FileInMaking> made;
    for (const auto& file : publicationFiles(request.csv))
        made.emplace_back(file);
    const auto files = publicationFiles(request.csv);
    const auto fail = [&](std::size_t which) {
        outcome.result = PublicationOutcome::Result::notWritten;
        outcome.file = files[which];
    };
    std::size_t written = 0;
    const auto add = [&](const std::string& content) {
        if (outcome.result != PublicationOutcome::Result::done) return;
        if (!made[written].write(content)) return fail(written);
        ++written;
    };
    add(outcome.publication.csv());
    add(publishedTableSchema(request.book.columns(), request.book.nomenclatures(),
                             outcome.publication.edition.month));
    add(htmlOf(request, outcome, made.front().file()));
    add(outcome.pressNote + "\n" + publicationNotes(outcome.publication, request.language));
    const auto taken = request.replacing ? FileInMaking::Taken::replace : FileInMaking::Taken::refuse;
    for (std::size_t kept = 0; kept < written && outcome.result == PublicationOutcome::Result::done; ++kept) {
        if (made[kept].keep(taken)) continue;
        fail(kept);
        std::error_code problem;
        for (std::size_t i = 0; i < kept && !request.replacing; ++i)
            std::filesystem::remove(files[i], problem);
    }
}

} // namespace

std::vector<std::filesystem::path> publicationFiles(const std::filesystem::path& csv)
{
    std::vector<std::filesystem::path> files{csv};
    for (const char* ending : {".schema.json", ".html", ".communique.txt"}) {
        files.push_back(csv);
        files.back().replace_extension(ending);
    }
    return files;
}

PublicationOutcome publishTo(const PublicationRequest& request)
{
    PublicationOutcome outcome{.publication = publish(request.source, request.book), .pressNote = {}};
    if (const std::size_t count = tablesBeside(request))
        outcome.publication.notes.push_back({Publication::Note::Kind::tablesLeftOut, count});
    outcome.published = checkPublication(outcome.publication, request.csv.filename().string(), request.book);
    outcome.inTheWay = obstacles(request.source, *outcome.published);
    outcome.pressNote = pressNote({.source = request.source,
                                   .publication = outcome.publication,
                                   .published = *outcome.published,
                                   .editions = request.book.editions(),
                                   .previous = request.previous},
                                  request.language);
    const auto files = publicationFiles(request.csv);
    const auto taken = std::find_if(files.begin(), files.end(), isTaken);
    const bool isDated = request.source.edition.month || request.source.table.has(Field::publicationDate);
    if (!isDated) {
        outcome.result = PublicationOutcome::Result::noEdition;
    } else if (outcome.publication.rows.empty() || !outcome.published->mainTable()) {
        outcome.result = PublicationOutcome::Result::noProject;
    } else if (!outcome.inTheWay.empty()) {
        outcome.result = PublicationOutcome::Result::refused;
    } else if (taken != files.end() && !request.replacing) {
        outcome.result = PublicationOutcome::Result::taken;
        outcome.file = *taken;
    } else
        write(request, outcome);
    return outcome;
}

} // namespace panorama
