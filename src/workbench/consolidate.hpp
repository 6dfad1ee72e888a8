#pragma once

#include "workbench/file_reports.hpp"

#include <string>
#include <tl/expected.hpp>

namespace panorama::workbench {

/// The document made of the files, and what came of it in a sentence.
struct ConsolidatedDocument
{
    Document document;
    std::string summary;
};

/// Makes one portfolio of the files in a new document: its first sheet the portfolio, its second what has to
/// be looked at. Otherwise a sentence says why not. May throw UNO's exceptions.
tl::expected<ConsolidatedDocument, std::string>
consolidateFiles(const Context& context, std::span<const std::filesystem::path> files, bool hidden = false);
/// The same of the workbooks of a folder; the sentence says which folders within it were not read.
tl::expected<ConsolidatedDocument, std::string>
consolidateFilesIn(const Context& context, const std::filesystem::path& folder, bool hidden = false);

} // namespace panorama::workbench
