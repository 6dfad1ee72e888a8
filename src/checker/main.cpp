// panorama-check: the checker for batches. It never talks to a network, never runs a macro, never writes but
// where told.

#include "checker/batch.hpp"
#include "checker/command_line.hpp"
#include "checker/consolidating.hpp"
#include "checker/publishing.hpp"
#include "checker/terminal.hpp"
#include "core/data/new_file.hpp"
#include "core/data/text.hpp"
#include "core/report/problem_words.hpp"
#include "core/rules/examples.hpp"
#include "core/text/number.hpp"
#include "core/words/shown_values.hpp"

#include <cstdio>
#include <iostream>

namespace panorama {

namespace {

constexpr Text badEdition{
    "L’édition « {} » n’est pas admise. Attendu : un numéro ou un mois, par exemple 14 ou "
    "2021-11.",
    "The edition “{}” is not allowed. Expected: a number or a month, for example 14 or 2021-11."};
constexpr Text copyNotWritten{"La copie corrigée ne peut pas être écrite : {}",
                              "The corrected copy cannot be written: {}"};
constexpr Text reportNotWritten{"Le rapport ne peut pas être écrit : {}", "The report cannot be written: {}"};
constexpr Text exampleFailed{"{}, ligne {} : attendu « {} », trouvé « {} »\n",
                             "{}, line {}: expected “{}”, found “{}”\n"};
constexpr Text examplesRun{"{} : {} règles, {} exemples, {} en échec\n",
                           "{}: {} rules, {} examples, {} failing\n"};
constexpr Text copyWritten{"Copie corrigée : {} ({} cellules modifiées, original intact)",
                           "Corrected copy: {} ({} cells changed, original untouched)"};

constexpr Text formulasLeft{"Cellules laissées, car elles contiennent une formule : {}\n",
                            "Cells left because they hold a formula: {}"};

/// Where the extension's data lies: beside the program in the build folder, or beside it where it was put.
std::filesystem::path bundleFolder()
{
    std::error_code problem;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
    return (problem ? std::filesystem::current_path() : program.parent_path()) / "bundle";
}

/// --edition: a number or a month.
tl::expected<CheckOptions, std::string> checkOptions(const CommandLine& line, RuleBook& book)
{
    CheckOptions options;
    if (line.edition) {
        options.editionMonth = parseYearMonth(*line.edition);
        const auto number = parseNumber(*line.edition);
        const bool isNumber = number && line.edition->find_first_not_of("0123456789") == std::string::npos &&
                              number->value < 1000;
        if (isNumber) options.editionNumber = static_cast<int>(number->value);
        if (!options.editionMonth && !isNumber)
            return tl::unexpected(say(badEdition, line.language, *line.edition));
    }
    if (line.pack) {
        const auto pack = book.pack(*line.pack);
        if (!pack) return tl::unexpected(describe(pack.error(), line.language));
        options.pack = *pack;
    }
    return options;
}

std::string rendered(const std::vector<FileReport>& reports, const CommandLine& line, const RuleBook& book)
{
    return line.format->render(reports, {.language = line.language,
                                         .lowestShown = line.lowestShown,
                                         .today = today(),
                                         .templates = book.templates()});
}

/// 2 where a file was not checked, 1 where one has errors or was checked only in part.
int exitCode(const std::vector<FileReport>& reports)
{
    int code = 0;
    for (const FileReport& report : reports) {
        if (report.problem || report.previousProblem) return 2;
        if (!report.workbook->conforms()) code = 1;
    }
    return code;
}

bool write(const std::string& text, const CommandLine& line)
{
    if (!line.output) {
        std::cout << text << std::flush;
        return static_cast<bool>(std::cout);
    }
    return writeFile(*line.output, text);
}

/// The examples of a pack, for authors who do not compile.
int testPack(const CommandLine& line, RuleBook& book)
{
    const auto pack = book.pack(line.testPack->string());
    if (!pack) {
        complain(describe(pack.error(), line.language));
        return 2;
    }
    const auto failures = runExamples(**pack, book.columns(), book.nomenclatures(), book.editions());
    std::size_t examples = 0;
    for (const auto& rule : (*pack)->rules)
        examples += rule->examples.size();
    for (const ExampleFailure& failure : failures)
        std::cout << say(exampleFailed, line.language, failure.rule, failure.line, failure.announced,
                         failure.found);
    std::cout << say(examplesRun, line.language, (*pack)->id, (*pack)->rules.size(), examples,
                     failures.size());
    return failures.empty() ? 0 : 1;
}

bool writeFixedCopy(Batch& batch, const FileReport& report, const CommandLine& line)
{
    const auto changed = batch.writeFixed(report, *line.output);
    const std::string output = line.output->string();
    if (!changed)
        complain(say(copyNotWritten, line.language, output));
    else
        complain(say(copyWritten, line.language, output, changed->written));
    if (changed && changed->formulas > 0) complain(say(formulasLeft, line.language, changed->formulas));
    return changed.has_value();
}

int run(int argumentCount, char** arguments)
{
    auto line = readCommandLine(argumentCount, arguments);
    if (!line) {
        (line.error().exitCode == 0 ? std::cout : std::cerr) << line.error().text;
        return line.error().exitCode;
    }
    const auto bundle = bundleFolder();
    auto book = RuleBook::load(bundle / "org.panoramacalc.extension");
    if (!book) {
        complain(describe(book.error(), line->language));
        return 2;
    }
    if (line->testPack) return testPack(*line, **book);
    const auto given = line->files;
    if (line->consolidate) line->files = withFolders(given);
    if (const auto refusal = outputRefusal(*line)) {
        std::cerr << refusal->text;
        return refusal->exitCode;
    }
    const auto options = checkOptions(*line, **book);
    if (!options) {
        complain(options.error());
        return 2;
    }
    Batch batch(**book, *line, *options, bundle);
    if (line->consolidate) return consolidateFiles(batch, **book, *line, foldersNotRead(given));
    if (line->publish) return publishFile(batch, **book, *line);
    const auto reports = batch.run();
    if (const auto& problem = batch.listProblem()) {
        complain(describe(*problem, line->language));
        return 2;
    }
    // A problem is the report of its file, but a caller who keeps the report in a file must see it too.
    if (line->output || !line->format->ending.empty())
        for (const FileReport& report : reports)
            if (report.problem) complain(describe(*report.problem, report.file, line->language));
    if (line->fix) {
        if (reports.front().problem || !writeFixedCopy(batch, reports.front(), *line)) return 2;
        std::cout << rendered(reports, *line, **book);
        return exitCode(reports);
    }
    if (!write(rendered(reports, *line, **book), *line)) {
        complain(say(reportNotWritten, line->language, line->output ? line->output->string() : "-"));
        return 2;
    }
    return exitCode(reports);
}

} // namespace

} // namespace panorama

int main(int argumentCount, char** arguments)
{
    try {
        return panorama::run(argumentCount, arguments);
    } catch (const std::exception&)
    { // out of memory, or a mistake of ours: said in both languages, without its inner words
        std::cerr << "panorama-check : arrêt imprévu, aucun fichier contrôlé n’a été modifié / stopped "
                     "unexpectedly, no checked file was changed.\n";
        return 2;
    }
}
