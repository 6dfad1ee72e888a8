#pragma once

#include "core/fiche/fiche_plan.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>

namespace panorama::workbench {

/// The plan of the fiche from the extension's folder, read once; nothing where the extension is damaged.
const FichePlan* fichePlan(const css::uno::Reference<css::uno::XComponentContext>& context);

/// The month whose labels the lists of new cells offer.
YearMonth thisMonth();

} // namespace panorama::workbench
