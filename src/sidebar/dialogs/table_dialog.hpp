#pragma once

#include "sidebar/controls/panel_content.hpp"
#include "sidebar/watching/document_watch.hpp"

#include <memory>
#include <string>

namespace panorama::sidebar {

/// Asks by which rules and for which edition the table of a sheet is judged, and what its columns mean; the
/// watch then checks anew.
void chooseTableMeaning(const PanelHost& host, const std::shared_ptr<DocumentWatch>& watch,
                        const std::shared_ptr<const CheckedWorkbook>& workbook, const std::string& sheet);

} // namespace panorama::sidebar
