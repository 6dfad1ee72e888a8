#pragma once

#include "core/checking/rule_book.hpp"
#include "core/editions/edition_table.hpp"

#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <filesystem>

namespace panorama {

/// The published editions from the extension's own folder, read once for the whole office. Nothing where the
/// extension is damaged: the functions that need them then answer #N/A.
const EditionTable* publishedEditions(const css::uno::Reference<css::uno::XComponentContext>& context);

/// The folder of the extension's own files, asked for once, on the office's main thread; empty where the
/// office does not know it.
const std::filesystem::path& extensionFolder(const css::uno::Reference<css::uno::XComponentContext>& context);

/// The rules in that folder, read once for the whole office; nothing where one of the packs is damaged. Asks
/// the office for nothing, so that any thread may be the first.
const RuleBook* rules(const std::filesystem::path& folder);

} // namespace panorama
