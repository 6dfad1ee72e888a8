#pragma once

#include "sidebar/controls/panel_content.hpp"
#include "sidebar/watching/document_watch.hpp"

#include <memory>
#include <optional>
#include <string>

namespace panorama::sidebar {

/// Asks by which rules and for which edition the table of a sheet is judged, and what its columns mean; the
/// watch then checks anew. Where the user wishes, the workbook keeps the choices; what keeps it from that.
/// Both live as long as the dialog, whatever becomes of the panel.
std::optional<std::string> chooseTableMeaning(const PanelHost& host, std::shared_ptr<DocumentWatch> watch,
                                              std::shared_ptr<const CheckedWorkbook> workbook,
                                              const std::string& sheet);

} // namespace panorama::sidebar
