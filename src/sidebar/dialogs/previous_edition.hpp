#pragma once

#include "sidebar/controls/panel_content.hpp"
#include "sidebar/watching/document_watch.hpp"

#include <memory>
#include <optional>
#include <string>

namespace panorama::sidebar {

/// Asks for the file of the edition before and has the document compared with it. A sentence where that
/// cannot be.
std::optional<std::string> choosePreviousEdition(const PanelHost& host, std::shared_ptr<DocumentWatch> watch);

} // namespace panorama::sidebar
