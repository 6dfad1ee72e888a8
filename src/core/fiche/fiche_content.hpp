#pragma once

#include "core/drafts/sheet_draft.hpp"
#include "core/fiche/fiche_plan.hpp"
#include "core/table/sheet.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// What somebody has filled into a fiche. Computed cells are no part of it.
struct FicheContent
{
    using Rows = std::vector<std::vector<DraftCell>>;
    std::map<Field, DraftCell> lines;
    std::map<std::string, Rows> journals; ///< every row as it stands, without empty ones at the end
    /// First the row of the first period's start, then one for each nature: its VAT and its years.
    std::map<std::string, Rows> schedules;
};

/// The content of a fiche, ours or another one with labels beside values, in either language; nothing where
/// none of the sheets is a fiche. With several the first counts.
std::optional<FicheContent> readFiche(const std::vector<Sheet>& sheets, const FichePlan& plan,
                                      const Columns& columns);

/// Takes out what every edition must say anew.
void clearForNewEdition(FicheContent& content, const FichePlan& plan);

} // namespace panorama
