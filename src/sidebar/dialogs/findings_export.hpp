#pragma once

#include "sidebar/controls/panel_content.hpp"
#include "sidebar/watching/document_watch.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace panorama::sidebar {

/// What findings can be saved as.
enum class ExportForm : unsigned char { html, pdf, json, csv, sarif, sheet };
/// "html", "pdf", "json", "csv", "sarif", "sheet".
std::optional<ExportForm> exportForm(std::string_view name);

/// Saves the findings of a watched document at that URL, or beside its sheets. Gives the sentence to tell the
/// user.
std::string exportFindings(const PanelHost& host, const DocumentWatch& watch, ExportForm form,
                           const rtl::OUString& url);

/// Asks where to; nothing where the user abandoned.
std::optional<std::string> exportFindingsAsking(const PanelHost& host, std::shared_ptr<DocumentWatch> watch,
                                                ExportForm form);
/// Asks in a menu at a button what as, then where to.
std::optional<std::string> exportFindingsWithMenu(const PanelHost& host, std::shared_ptr<DocumentWatch> watch,
                                                  const Control& button);

} // namespace panorama::sidebar
