#pragma once

#include "core/rules/finding.hpp"

#include <string>

namespace panorama::sidebar {

/// The URL of the icon of a finding: a form of its own for each severity, whatever its colour.
std::string iconOf(Severity severity, bool accepted);

} // namespace panorama::sidebar
