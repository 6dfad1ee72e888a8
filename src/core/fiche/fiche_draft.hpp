#pragma once

#include "core/checking/rule_book.hpp"
#include "core/fiche/fiche_content.hpp"
#include "core/fiche/fiche_plan.hpp"

#include <optional>

namespace panorama {

/// How a fiche is written.
struct FicheOptions
{
    Language language = Language::french;
    std::optional<YearMonth> month = {}; ///< whose labels the lists offer
};

/// The sheet of a fiche, empty or with a content. Where the content has more rows than a journal of the plan,
/// the journal grows.
SheetDraft ficheDraft(FichePlan plan, const RuleBook& book, const FicheOptions& options,
                      const FicheContent& content = {});

} // namespace panorama
