#pragma once

#include "sidebar/controls/panel_content.hpp"
#include "sidebar/watching/document_watch.hpp"

#include <memory>
#include <optional>
#include <string>

namespace panorama::sidebar {

/// Asks why, by whom and until when a finding of a result is accepted, and adds the line to the workbook's
/// list. What there is to tell the user afterwards; nothing where they abandoned.
std::optional<std::string> acceptFinding(const PanelHost& host, std::shared_ptr<DocumentWatch> watch,
                                         LiveResult result, const Finding& finding);

} // namespace panorama::sidebar
