#pragma once

#include <com/sun/star/uno/XComponentContext.hpp>
#include <filesystem>
#include <optional>
#include <rtl/ustring.hxx>
#include <string_view>
#include <vector>

namespace panorama::workbench {

/// Asks for one or several workbooks, with the office's own dialog; none where the user thinks better of it.
std::vector<std::filesystem::path>
chooseWorkbooks(const css::uno::Reference<css::uno::XComponentContext>& context, std::string_view title,
                bool several);
/// Asks for a folder.
std::optional<std::filesystem::path>
chooseFolder(const css::uno::Reference<css::uno::XComponentContext>& context, std::string_view title);

/// Between the office's URLs and the paths of files; empty for what is no local file.
std::filesystem::path pathOf(const rtl::OUString& url);
rtl::OUString urlOf(const std::filesystem::path& path);

} // namespace panorama::workbench
