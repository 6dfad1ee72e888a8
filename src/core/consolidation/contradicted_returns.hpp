#pragma once

#include "core/consolidation/consolidation.hpp"

namespace panorama {

/// Ministries by whatever their files call them: a name of any time, an acronym, a known spelling.
class Ministries
{
  public:
    Ministries(const Columns& columns, const Nomenclatures& nomenclatures);

    /// One key for all names of a ministry; empty for an empty text.
    std::string keyOf(std::string_view text) const;
    /// The name in force; the text itself where no list has it.
    std::string nameOf(std::string_view text, std::optional<YearMonth> month) const;
    /// The first ministry that a sheet names near its top: a cell, or what stands on one side of its colon.
    /// Empty where none is.
    std::string namedIn(const Sheet& sheet, int rows) const;

  private:
    bool isMinistry(std::string_view text) const;

    const Nomenclature* list_;
};

/// Ministries that declare nothing in one row and have projects in others.
std::vector<Consolidation::ContradictedReturn> contradictedReturns(const Consolidation& portfolio,
                                                                   const Ministries& ministries);

} // namespace panorama
