#pragma once

#include "office/office.hpp"

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

namespace panorama {

/// A profile folder of our own below $TMPDIR, readable by nobody else, with the settings written that a
/// headless office needs. The folder goes with the object.
class OfficeProfile
{
  public:
    /// The error is a text for a log.
    static tl::expected<OfficeProfile, std::string> create(Language language);
    OfficeProfile(OfficeProfile&& other) noexcept;
    OfficeProfile& operator=(OfficeProfile&&) = delete;
    ~OfficeProfile();

    const std::filesystem::path& folder() const { return folder_; }
    /// What the office takes for the home of the user.
    std::filesystem::path home() const { return folder_ / "home"; }
    /// Where the office puts copies of what it loads; it leaves them when it is killed.
    std::filesystem::path temporary() const { return folder_ / "tmp"; }
    /// An empty folder, for an office without extensions.
    std::filesystem::path noExtensions() const { return folder_ / "extensions"; }

  private:
    explicit OfficeProfile(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::filesystem::path folder_;
};

} // namespace panorama
