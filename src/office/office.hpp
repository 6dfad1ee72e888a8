#pragma once

#include "core/checking/file_problem.hpp"
#include "core/data/language.hpp"
#include "core/drafts/sheet_draft.hpp"
#include "core/table/cell_edit.hpp"
#include "core/table/workbook_facts.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <span>
#include <tl/expected.hpp>
#include <vector>

namespace panorama {

struct OfficeSettings
{
    /// Holds org.panoramacalc.extension/ unpacked, so that our functions compute in the files. Empty: no
    /// extension.
    std::filesystem::path bundledExtensions;
    Language language = Language::french;
    /// The installation; empty: the one of the build.
    std::filesystem::path home;
};

/// One private, headless office: its own profile, no macros, no update of links, nothing of the user's. It is
/// started by the first open(), serves many files and ends with the object. If our process dies first,
/// however it dies, the office ends and its profile goes. One thread at a time.
class Office
{
  public:
    explicit Office(OfficeSettings settings = {});
    ~Office();
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    /// All of a workbook that is there and not empty, read-only. After a crash or a time-out the next call
    /// starts a fresh office. The time to start the office does not count against the limit.
    tl::expected<WorkbookSnapshot, OpenFailure>
    open(const std::filesystem::path& file, std::chrono::milliseconds limit = std::chrono::seconds(120));

    /// Stores a copy of a workbook with some cells changed, in the format of the copy's extension; the
    /// original is never written.
    tl::expected<FixedCells, OpenFailure>
    saveFixed(const std::filesystem::path& file, std::span<const CellEdit> edits,
              const std::filesystem::path& output,
              std::chrono::milliseconds limit = std::chrono::seconds(120));

    /// Stores a new workbook made of the drafts, in the format of the output's extension.
    tl::expected<void, OpenFailure> saveDrafts(std::span<const SheetDraft> drafts,
                                               const std::filesystem::path& output,
                                               std::chrono::milliseconds limit = std::chrono::seconds(120));

  private:
    class Session;
    tl::expected<void, OpenFailure> ensureSession();
    /// Works in the office, within the limit.
    template <typename Result, typename Work>
    tl::expected<Result, OpenFailure> within(std::chrono::milliseconds limit, Work work);

    OfficeSettings settings_;
    std::unique_ptr<Session> session_;
    std::uint64_t generation_ = 0;
};

} // namespace panorama
