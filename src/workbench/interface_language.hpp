#pragma once

#include "core/data/language.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>

namespace panorama::workbench {

/// The language of the office's interface: French where it is French, otherwise English. Asked for once.
Language interfaceLanguage(const css::uno::Reference<css::uno::XComponentContext>& context);

} // namespace panorama::workbench
