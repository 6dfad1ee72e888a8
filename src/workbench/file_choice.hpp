#pragma once

#include <com/sun/star/uno/XComponentContext.hpp>
#include <optional>
#include <rtl/ustring.hxx>
#include <string_view>
#include <utility>
#include <vector>

namespace panorama::workbench {

/// Asks where a new file is to be saved with the office's own dialog; its URL, or nothing. Filters are names
/// and patterns
/// ("Page HTML", "*.html"), the first one is chosen.
struct FileChoice
{
    std::string_view title;
    std::vector<std::pair<std::string_view, std::string_view>> filters;
    rtl::OUString folder = {}; ///< where to begin; empty: where the office likes
    rtl::OUString name = {};   ///< proposed for a new file
};
std::optional<rtl::OUString> chooseFileToSave(const css::uno::Reference<css::uno::XComponentContext>& context,
                                              const FileChoice& choice);

} // namespace panorama::workbench
