#pragma once

#include "sidebar/controls/panel_content.hpp"
#include "sidebar/watching/document_watch.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace panorama::sidebar {

/// Exports the findings of a watched document as `form`: the key of a report format, to a file that is asked
/// for, or "sheet", beside its sheets. Gives the sentence to tell the user; nothing where the user abandoned.
std::optional<std::string> exportFindings(const PanelHost& host, std::shared_ptr<DocumentWatch> watch,
                                          std::string_view form);
/// Asks in a menu at a button what as, then where to.
std::optional<std::string> exportFindingsWithMenu(const PanelHost& host, std::shared_ptr<DocumentWatch> watch,
                                                  const Control& button);

} // namespace panorama::sidebar
