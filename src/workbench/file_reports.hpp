#pragma once

#include "core/checking/rule_book.hpp"
#include "core/report/file_report.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace panorama::workbench {

using Context = css::uno::Reference<css::uno::XComponentContext>;
using Document = css::uno::Reference<css::sheet::XSpreadsheetDocument>;

/// A file read and checked: CSV by the core, everything else opened unseen by the office we are in.
FileReport readReport(const Context& context, const RuleBook& book, const std::filesystem::path& file);
std::vector<FileReport> readReports(const Context& context, const RuleBook& book,
                                    std::span<const std::filesystem::path> files);

/// An open document as it stands now, checked.
FileReport documentReport(const Document& document, const RuleBook& book, const CheckOptions& options = {});

/// The workbooks and CSV files of a folder, by name; not those of the folders in it.
std::vector<std::filesystem::path> workbooksIn(const std::filesystem::path& folder);

/// The document in a window; nothing where it is no spreadsheet.
Document documentIn(const css::uno::Reference<css::frame::XFrame>& frame);

} // namespace panorama::workbench
