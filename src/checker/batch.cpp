#include "checker/batch.hpp"

#include "core/checking/sure_fixes.hpp"
#include "core/data/file_text.hpp"
#include "office/office.hpp"

#include <atomic>
#include <thread>

namespace panorama {

Batch::Batch(const RuleBook& book, const CommandLine& line, CheckOptions options,
             std::filesystem::path bundledExtensions)
    : line_(line), bundledExtensions_(std::move(bundledExtensions)), book_(book),
      check_(
          book, [this](const std::filesystem::path& file) { return office().open(file); }, std::move(options))
{
}

Batch::~Batch() = default;

std::vector<FileReport> Batch::run()
{
    takeLists();
    if (listProblem_) return {};
    if (line_.previous) check_.takePrevious(line_.previous->string());
    std::vector<FileReport> reports(line_.files.size());
    checkCsvFiles(reports);
    for (std::size_t i = 0; i < reports.size(); ++i)
        if (!isCsvName(line_.files[i])) reports[i] = check_.check(line_.files[i]);
    return reports;
}

/// CSV files share nothing, so each thread takes the next one.
void Batch::checkCsvFiles(std::vector<FileReport>& reports) const
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < reports.size(); i = next++)
            if (isCsvName(line_.files[i])) reports[i] = check_.check(line_.files[i]);
    };
    std::vector<std::jthread> helpers;
    for (int i = 1; i < line_.jobs && static_cast<std::size_t>(i) < reports.size(); ++i)
        helpers.emplace_back(work);
    work();
}

Office& Batch::office()
{
    if (!office_) {
        office_ = std::make_unique<Office>(
            OfficeSettings{.bundledExtensions = bundledExtensions_, .language = line_.language, .home = {}});
    }
    return *office_;
}

bool Batch::writeDrafts(std::span<const SheetDraft> drafts, const std::filesystem::path& output)
{
    FileInMaking made(output);
    return office().saveDrafts(drafts, made.file()).has_value() && made.keep(taken());
}

void Batch::takeLists()
{
    const auto note = [this](const std::filesystem::path& file, std::optional<FileProblem> problem) {
        if (problem) listProblem_ = {.file = file.string(), .problem = *problem};
    };
    if (line_.renames) note(*line_.renames, check_.takeRenames(line_.renames->string()));
    if (line_.columns) note(*line_.columns, check_.takeColumns(line_.columns->string()));
    if (line_.waivers) note(*line_.waivers, check_.takeWaivers(line_.waivers->string()));
}

namespace {

/// The edits of all sure fixes, one for each cell.
std::vector<CellEdit> sureEdits(const CheckedWorkbook& workbook)
{
    SureFixes fixes;
    for (const CheckedTable& checked : workbook.tables())
        fixes.add(checked.findings);
    return fixes.edits();
}

} // namespace

std::optional<FixedCells> Batch::writeFixed(const FileReport& report, const std::filesystem::path& output)
{
    const auto edits = sureEdits(*report.workbook);
    FileInMaking copy(output);
    const auto fixed = writeFixedTo(report, edits, copy);
    return fixed && copy.keep(taken()) ? fixed : std::nullopt;
}

std::optional<FixedCells> Batch::writeFixedTo(const FileReport& report, std::span<const CellEdit> edits,
                                              const FileInMaking& copy)
{
    if (!isCsvName(report.file)) {
        if (!office_) return std::nullopt;
        const auto fixed = office_->saveFixed(report.file, edits, copy.file());
        return fixed ? std::optional(*fixed) : std::nullopt;
    }
    const auto original = readText(report.file);
    if (!original) return std::nullopt;
    const auto edited = editCsv(*original, edits, book_.knownWords());
    if (!edited || !copy.write(*edited)) return std::nullopt;
    return FixedCells{.written = edits.size()};
}

} // namespace panorama
