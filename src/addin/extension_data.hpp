#pragma once

#include "core/checking/rule_book.hpp"
#include "core/editions/edition_table.hpp"

#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace panorama {

/// The published editions from the extension's own folder, read once for the whole office. Nothing where the
/// extension is damaged: the functions that need them then answer #N/A.
const EditionTable* publishedEditions(const css::uno::Reference<css::uno::XComponentContext>& context);

/// The rules, likewise; nothing where one of the packs is damaged.
const RuleBook* rules(const css::uno::Reference<css::uno::XComponentContext>& context);

} // namespace panorama
