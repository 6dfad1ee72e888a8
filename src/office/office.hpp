#pragma once

#include "core/table/sheet.hpp"
#include "office/open_failure.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <tl/expected.hpp>
#include <vector>

namespace panorama {

enum class OfficeLanguage { french, english };

struct OfficeSettings
{
    /// Holds org.panoramacalc.extension/ unpacked, so that our functions compute in the files. Empty: no
    /// extension.
    std::filesystem::path bundledExtensions;
    OfficeLanguage language = OfficeLanguage::french;
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

    /// All sheets of a workbook, read-only. After a crash or a time-out the next call starts a fresh office.
    /// The time to start the office does not count against the limit.
    tl::expected<std::vector<Sheet>, OpenFailure>
    open(const std::filesystem::path& file, std::chrono::milliseconds limit = std::chrono::seconds(120));

  private:
    class Session;
    tl::expected<void, OpenFailure> ensureSession();

    OfficeSettings settings_;
    std::unique_ptr<Session> session_;
    std::uint64_t generation_ = 0;
};

} // namespace panorama
