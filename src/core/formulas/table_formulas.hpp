#pragma once

#include "core/figures/slippage.hpp"
#include "core/formulas/formula.hpp"
#include "core/table/portfolio.hpp"

#include <array>
#include <map>
#include <optional>

namespace panorama {

/// Which of the two slippages of a portfolio.
enum class Slippage : unsigned char { budget, calendar };

/// The formulas for the key figures of a table. Each gives the very figure that portfolioFigures() or
/// portfolioSlippage() gives; where none does, there is none: rows kept back in two columns, totals between
/// the projects, durations that only dates tell.
class TableFormulas
{
  public:
    /// Both outlive it.
    TableFormulas(const Table& table, const EditionTable& editions);

    const Table& table() const { return table_; }
    const PortfolioFigures& figures() const { return figures_; }
    /// Nothing where the table has no columns for it.
    const std::optional<PortfolioSlippage>& slippage(Slippage which, SlippageMethod method) const
    {
        return slippages_[index(which, method)];
    }

    std::optional<Formula> projects() const;
    std::optional<Formula> interministerial() const;
    std::optional<Formula> total() const;        ///< M€
    std::optional<Formula> meanDuration() const; ///< years
    std::optional<Formula> rate(Slippage which, SlippageMethod method) const;
    /// Of the two mean rates.
    std::optional<Formula> globalRate() const;
    /// The change of a mean rate since an earlier table of the same workbook, split as these parts are.
    std::optional<Formula> breakdownSince(const TableFormulas& earlier, Slippage which,
                                          const SlippageBreakdown& parts) const;
    /// The share of projects that have entered since.
    std::optional<Formula> renewalSince(const TableFormulas& earlier, double share) const;

  private:
    static std::size_t index(Slippage which, SlippageMethod method)
    {
        return (which == Slippage::budget ? 0U : 2U) + (method == SlippageMethod::mean ? 0U : 1U);
    }
    void addSlippages(Slippage which, const std::vector<Forecast>& forecasts);
    std::optional<Formula> range(std::optional<Field> field) const;
    std::optional<Formula> initials(Slippage which) const;
    std::optional<Formula> updateds(Slippage which) const;
    std::optional<Formula> rateWith(Slippage which, SlippageMethod method,
                                    const std::optional<Formula>& phases) const;
    /// The columns that may keep figures back, the likelier first, and none.
    std::vector<std::optional<Formula>> phaseColumns() const;

    const Table& table_;
    const EditionTable& editions_;
    PortfolioFigures figures_;
    std::array<std::optional<PortfolioSlippage>, 4> slippages_;
    mutable std::map<Field, std::optional<Formula>> ranges_; ///< each column read once
};

} // namespace panorama
