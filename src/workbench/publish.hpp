#pragma once

#include "workbench/file_reports.hpp"

#include <functional>
#include <string>
#include <tl/expected.hpp>

namespace panorama::workbench {

/// Publishes the table of a document into a folder: CSV, Table Schema, HTML summary, figures of the press
/// note, and an .ods with the published table and nothing else. A sentence says what was done, or why nothing
/// was. May throw UNO's exceptions.
/// `agrees` answers a question by yes or no.
tl::expected<std::string, std::string>
publishDocument(const Context& context, const Document& document, const std::filesystem::path& folder,
                const std::function<bool(const std::string& question)>& agrees);

} // namespace panorama::workbench
