#pragma once

#include <filesystem>

namespace panorama {

/// Whether a file is a report of ours, in any form and language, or empty: what may be replaced by a later
/// one without asking.
bool isOwnReport(const std::filesystem::path& file);

} // namespace panorama
