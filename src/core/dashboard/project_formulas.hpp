#pragma once

#include "core/table/table.hpp"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace panorama {

/// The formulas that show one project of a table on another sheet, in the neutral form of files and without
/// "=": its name, band, cost, duration and rates. They take the project by its place among the table's rows,
/// so that they follow rows that are sorted, inserted or deleted. Empty where the table has no columns for
/// it; nothing is shown ("") of figures that are missing or kept back.
class ProjectFormulas
{
  public:
    /// Outlives it.
    explicit ProjectFormulas(const Table& table) : table_(table) {}

    std::string name(std::size_t project) const;
    std::string band(std::size_t project) const;
    std::string cost(std::size_t project) const;     ///< M€
    std::string duration(std::size_t project) const; ///< years
    std::string budgetRate(std::size_t project) const;
    std::string calendarRate(std::size_t project) const;

  private:
    using Said = std::string (ProjectFormulas::*)(Field, std::size_t) const;
    std::string cell(Field field, std::size_t project) const;
    std::string first(std::span<const Field> fields, std::size_t project, Said said) const;
    std::string withinReach(Field field, std::size_t project, std::string amount) const;
    std::string amount(Field field, std::size_t project) const;
    std::string plainNumber(Field field, std::size_t project) const;
    std::string date(Field field, std::size_t project) const;
    std::string mention(std::size_t project) const;
    std::string rowIsShown(std::size_t project) const;
    std::string costIsShown(std::size_t project) const;
    std::string goesOn(std::size_t project) const;

    const Table& table_;
};

/// "ORG.PANORAMACALC.ADDIN.SLIPPAGE(A;B)"; empty where an argument is.
std::string callInFiles(std::string_view function, std::initializer_list<std::string> arguments);

} // namespace panorama
