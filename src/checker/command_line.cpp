#include "checker/command_line.hpp"

#include "core/data/new_file.hpp"
#include "core/data/text.hpp"
#include "core/publication/publication_files.hpp"
#include "core/report/report_marks.hpp"
#include "core/text/fold.hpp"
#include "core/text/plain_text.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>

namespace panorama {

namespace {

constexpr Text help{
    R"(Contrôle les fichiers du panorama des grands projets numériques de l’État.

Usage : panorama-check [options] FICHIER...

  --pack NOM|FICHIER        règles à appliquer : open-data, dashboard, panorama, ou un fichier ;
                            par défaut, celles que les en-têtes du tableau désignent
  --edition N|AAAA-MM       édition contrôlée, par exemple 14 ou 2021-11
  --previous FICHIER        édition précédente à comparer
  --renames FICHIER         renommages confirmés (colonnes « Ancien nom » et « Nouveau nom »)
  --columns FICHIER         sens des colonnes (colonnes « En-tête » et « Champ »)
  --waivers FICHIER         constats acceptés (Règle, Nom du projet, Colonne, Motif, Accepté par, Jusqu’au)
  --fix                     écrit dans --output une copie du fichier avec les corrections sûres
  --consolidate             réunit les FICHIERS (ou les classeurs d’un DOSSIER) en un portefeuille, dans --output
                            (.ods .fods .xlsx .csv)
  --publish                 écrit dans --output le fichier CSV de données ouvertes, et à côté son schéma, son
                            résumé HTML et les chiffres du communiqué ; refuse tant qu’une règle de publication échoue
  --format {}   forme du rapport (text par défaut)
  --output FICHIER          écrit le rapport dans ce fichier, jamais dans un fichier lu
  --force                   remplace le fichier de --output, même s’il n’est pas un rapport précédent
  --severity error|warning|info   gravité la plus faible à montrer (info par défaut)
  --lang fr|en              langue du rapport
  --jobs N                  fichiers CSV contrôlés en même temps
  --test-pack FICHIER       vérifie les exemples d’un fichier de règles
  --help, --version

Fichiers lus : .csv (directement), .ods .fods .xlsx .xls (par LibreOffice, sans macro ni lien).
Code de sortie : 0 aucune erreur, 1 au moins une erreur, 2 mauvais usage ou fichier illisible.
)",
    R"(Checks the files of the panorama of the French State’s large digital projects.

Usage: panorama-check [options] FILE...

  --pack NAME|FILE          rules to apply: open-data, dashboard, panorama, or a file;
                            by default those the headers of the table call for
  --edition N|YYYY-MM       edition to check, for example 14 or 2021-11
  --previous FILE           previous edition to compare with
  --renames FILE            confirmed renamings (columns “Ancien nom” and “Nouveau nom”)
  --columns FILE            what columns mean (columns “En-tête” and “Champ”)
  --waivers FILE            accepted findings (Règle, Nom du projet, Colonne, Motif, Accepté par, Jusqu’au)
  --fix                     writes a copy of the file with the sure fixes to --output
  --consolidate             makes one portfolio of the FILES (or of the workbooks in a FOLDER), in --output
                            (.ods .fods .xlsx .csv)
  --publish                 writes the open-data CSV file to --output, and beside it its schema, its HTML summary
                            and the figures of the press note; refuses while a rule of publication fails
  --format {}   form of the report (text by default)
  --output FILE             writes the report to this file, never to one that is read
  --force                   replaces the file of --output, even if it is no earlier report
  --severity error|warning|info   lowest severity to show (info by default)
  --lang fr|en              language of the report
  --jobs N                  CSV files checked at the same time
  --test-pack FILE          proves the examples of a file of rules
  --help, --version

Files read: .csv (directly), .ods .fods .xlsx .xls (by LibreOffice, without macros or links).
Exit code: 0 ready, 1 at least one error or a check that is only partial, 2 bad usage or unreadable file.
)"};

constexpr Text seeHelp{"\nAide : panorama-check --help\n", "\nHelp: panorama-check --help\n"};
constexpr Text badOptionValue{"L’option {} n’admet pas « {} ». Attendu : {}.",
                              "The option {} does not allow “{}”. Expected: {}."};
constexpr Text noFileGiven{"Indiquez au moins un fichier à contrôler.", "Give at least one file to check."};
constexpr Text unknownOption{"L’option {} n’existe pas.", "The option {} does not exist."};
constexpr Text incompleteOption{"Une option est incomplète ou sa valeur n’est pas admise ({}).",
                                "An option is incomplete or its value is not allowed ({})."};
constexpr Text fixOneFile{"L’option --fix attend un seul fichier, et --output pour la copie corrigée.",
                          "The option --fix expects a single file, and --output for the corrected copy."};
constexpr Text outputIsRead{"Ce fichier est lu par ce contrôle et n’est jamais remplacé : {}",
                            "This file is read by this run and is never replaced: {}"};
constexpr Text folderMissing{"Le dossier de ce fichier n’existe pas et n’est pas créé : {}",
                             "The folder of this file does not exist and is not created: {}"};
constexpr Text oneAtATime{"Les options --fix, --consolidate et --publish s’emploient séparément.",
                          "The options --fix, --consolidate and --publish are used one at a time."};
constexpr Text formatNotUsed{
    "L’option --format ne s’emploie pas avec {} : le nom donné à --output décide du format.",
    "The option --format is not used with {}: the name given to --output decides the format."};
constexpr Text outputNeeded{"L’option {} attend --output.", "The option {} expects --output."};
constexpr Text publishOneFile{"L’option --publish attend un seul fichier.",
                              "The option --publish expects a single file."};
constexpr Text fileExists{"Ce fichier existe déjà et n’est pas remplacé : {} (--force pour le remplacer)",
                          "This file exists already and is not replaced: {} (--force to replace it)"};

/// The formats this program can write, joined.
std::string formatKeys(std::string_view separator)
{
    std::vector<std::string_view> keys;
    for (const ReportFormat& format : reportFormats)
        if (format.render) keys.push_back(format.key);
    return fmt::format("{}", fmt::join(keys, separator));
}

/// --lang decides the language of what is said about the other options, wherever it stands.
Language languageOf(int count, char** arguments)
{
    for (int i = 1; i < count; ++i) {
        std::string_view argument = arguments[i];
        if (argument == "--lang" && i + 1 < count)
            argument = arguments[i + 1];
        else if (argument.starts_with("--lang="))
            argument.remove_prefix(7);
        else
            continue;
        if (argument == "fr") return Language::french;
        if (argument == "en") return Language::english;
    }
    return environmentLanguage();
}

template <typename... Arguments>
Refusal refuse(Language language, const Text& why, const Arguments&... arguments)
{
    return {onOneLine(say(why, language, arguments...)) + say(seeHelp, language), 2};
}

Refusal badValue(Language language, const std::string& option, const std::string& value,
                 const std::string& expected)
{
    return refuse(language, badOptionValue, option, value, expected);
}

/// The library's complaint in the user's language: which option, or that there is no file.
Refusal parseRefusal(Language language, const CLI::ParseError& error, const CLI::App& app)
{
    if (dynamic_cast<const CLI::RequiredError*>(&error)) return refuse(language, noFileGiven);
    for (const std::string& extra : app.remaining())
        if (extra.starts_with('-')) return refuse(language, unknownOption, extra);
    // What is left: an option without its value, or with one that is no number. The library names it first.
    const std::string said = error.what();
    const std::string option = said.substr(0, said.find_first_of(": "));
    return refuse(language, incompleteOption, option);
}

template <typename Enum>
bool choose(const std::map<std::string, Enum>& names, const std::string& name, Enum& chosen)
{
    const auto found = names.find(name);
    if (found != names.end()) chosen = found->second;
    return found != names.end();
}

/// --fix writes one copy.
std::optional<Refusal> fixRefusal(const CommandLine& line)
{
    if (!line.fix || (line.files.size() == 1 && line.output)) return std::nullopt;
    return refuse(line.language, fixOneFile);
}

/// Said by us for every format: the office would make the folder without a word, and a slip of the pen with
/// it.
std::optional<Refusal> folderRefusal(const CommandLine& line)
{
    if (!line.output || !line.output->has_parent_path()) return std::nullopt;
    std::error_code problem;
    if (std::filesystem::is_directory(line.output->parent_path(), problem)) return std::nullopt;
    return refuse(line.language, folderMissing, line.output->string());
}

/// What --consolidate and --publish need.
std::optional<Refusal> newFileRefusal(const CommandLine& line, bool hasFormat)
{
    if (!line.consolidate && !line.publish) return std::nullopt;
    const std::string option = line.consolidate ? "--consolidate" : "--publish";
    if (line.fix || (line.consolidate && line.publish)) return refuse(line.language, oneAtATime);
    if (hasFormat) return refuse(line.language, formatNotUsed, option);
    if (!line.output) return refuse(line.language, outputNeeded, option);
    if (line.publish && line.files.size() != 1) return refuse(line.language, publishOneFile);
    const std::string ending = fold(line.output->extension().string());
    const bool fits =
        ending == "csv" || (line.consolidate && (ending == "ods" || ending == "fods" || ending == "xlsx"));
    if (!fits)
        return badValue(line.language, "--output", line.output->string(),
                        line.consolidate ? ".ods, .fods, .xlsx, .csv" : ".csv");
    return std::nullopt;
}

/// Every file that this run reads.
std::vector<std::filesystem::path> filesRead(const CommandLine& line)
{
    std::vector<std::filesystem::path> files(line.files.begin(), line.files.end());
    for (const auto& list : {line.previous, line.renames, line.columns, line.waivers})
        if (list) files.push_back(*list);
    if (line.pack) files.emplace_back(*line.pack); // a name of rules is no file, and none is like it
    return files;
}

/// Whether what is there may go without asking: an earlier report, or what is no file that could be lost.
bool mayBeReplaced(const std::filesystem::path& file, const CommandLine& line)
{
    std::error_code problem;
    if (line.force || !isTaken(file)) return true;
    const bool writesReport = !line.fix && !line.consolidate && !line.publish;
    return writesReport && (!std::filesystem::is_regular_file(file, problem) || isOwnReport(file));
}

/// What is wrong with the files to read and to write, before any of them is touched.
std::optional<Refusal> fileRefusal(const CommandLine& line, bool hasFormat)
{
    if (line.files.empty()) return refuse(line.language, noFileGiven);
    if (auto refusal = fixRefusal(line)) return refusal;
    if (auto refusal = newFileRefusal(line, hasFormat)) return refusal;
    return folderRefusal(line);
}

} // namespace

std::optional<Refusal> outputRefusal(const CommandLine& line)
{
    if (!line.output) return std::nullopt;
    const auto read = filesRead(line);
    const auto written = line.publish ? publicationFiles(*line.output) : std::vector{*line.output};
    for (const auto& file : written) {
        if (std::any_of(read.begin(), read.end(), [&](const auto& each) { return isSameFile(each, file); }))
            return refuse(line.language, outputIsRead, file.string());
        if (!mayBeReplaced(file, line)) return refuse(line.language, fileExists, file.string());
    }
    return std::nullopt;
}

Language environmentLanguage()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value)
            return std::string_view(value).starts_with("en") ? Language::english : Language::french;
    return Language::french;
}

tl::expected<CommandLine, Refusal> readCommandLine(int argumentCount, char** arguments)
{
    CommandLine line;
    line.language = languageOf(argumentCount, arguments);
    bool helpWanted = false, version = false;
    std::string format(line.format->key), severity = "info", language;
    CLI::App app;
    app.set_help_flag();
    app.allow_extras(false);
    app.add_flag("--help,-h", helpWanted);
    app.add_flag("--version", version);
    app.add_option("--pack", line.pack);
    app.add_option("--edition", line.edition);
    app.add_option("--previous", line.previous);
    app.add_option("--renames", line.renames);
    app.add_option("--columns", line.columns);
    app.add_option("--waivers", line.waivers);
    app.add_option("--test-pack", line.testPack);
    app.add_flag("--force", line.force);
    app.add_flag("--fix", line.fix);
    app.add_flag("--consolidate", line.consolidate);
    app.add_flag("--publish", line.publish);
    app.add_option("--format", format);
    app.add_option("--output,-o", line.output);
    app.add_option("--severity", severity);
    app.add_option("--lang", language);
    app.add_option("--jobs,-j", line.jobs);
    app.add_option("files", line.files);
    try {
        app.parse(argumentCount, arguments);
    } catch (const CLI::ParseError& error) {
        return tl::unexpected(parseRefusal(line.language, error, app));
    }
    if (helpWanted) return tl::unexpected(Refusal{say(help, line.language, formatKeys("|")), 0});
    if (version) return tl::unexpected(Refusal{"panorama-check " PANORAMA_VERSION "\n", 0});
    const std::map<std::string, Severity> severities{
        {"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::information}};
    line.format = reportFormat(format);
    if (!line.format || !line.format->render)
        return tl::unexpected(badValue(line.language, "--format", format, formatKeys(", ")));
    if (!choose(severities, severity, line.lowestShown))
        return tl::unexpected(badValue(line.language, "--severity", severity, "error, warning, info"));
    if (!language.empty() && language != "fr" && language != "en")
        return tl::unexpected(badValue(line.language, "--lang", language, "fr, en"));
    if (line.jobs < 1 || line.jobs > 256)
        return tl::unexpected(badValue(line.language, "--jobs", std::to_string(line.jobs), "1 - 256"));
    if (line.testPack) return line;
    if (const auto refusal = fileRefusal(line, app.count("--format") > 0)) return tl::unexpected(*refusal);
    return line;
}

} // namespace panorama
