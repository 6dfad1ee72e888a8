#pragma once

#include "core/data/language.hpp"
#include "core/fiche/fiche_layout.hpp"

#include <string>
#include <string_view>

namespace panorama {

/// "$C$12".
std::string fixedAddress(Place place);
std::string fixedAddress(const CellBlock& block);

/// The formulas of fiche.xml with the cells they speak of. What a placeholder names must be there: the tests
/// of the plan see to it; an unknown one stays as it is.
class FicheFormulas
{
  public:
    FicheFormulas(const FichePlan& plan, const FicheLayout& layout) : plan_(plan), layout_(layout) {}

    /// In the neutral form of files.
    std::string resolve(std::string_view formula) const;

  private:
    std::string cellsOf(std::string_view name) const;
    std::string journalCells(const FicheJournal& journal, std::string_view columns) const;
    std::string datedRows(const FicheJournal& journal, std::string_view dates, std::string_view text) const;
    std::string scheduleCells(const FicheSchedule& schedule, std::string_view line) const;

    const FichePlan& plan_;
    const FicheLayout& layout_;
};

} // namespace panorama
