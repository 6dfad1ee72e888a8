#pragma once

#include "core/checking/rule_book.hpp"
#include "core/rules/engine.hpp"
#include "core/table/portfolio.hpp"
#include "core/table/table.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// What the user says about the files to check.
struct CheckOptions
{
    const Pack* pack = nullptr;            ///< for every table; otherwise the one that goes with its layout
    std::optional<int> editionNumber;      ///< --edition 14
    std::optional<YearMonth> editionMonth; ///< --edition 2021-11
};

/// One project table of a workbook with all that was found in it.
struct CheckedTable
{
    Table table;
    const Pack* pack = nullptr; ///< nothing where the headers fit no layout: nothing was checked
    EditionContext edition;
    PortfolioFigures figures;
    std::vector<Finding> findings;
};

/// A file's sheets, the tables in them and the findings. Findings point to tables, tables to sheets: it does
/// not move.
class CheckedWorkbook
{
  public:
    /// Recognises and checks every table. The rule book must outlive the result.
    static std::unique_ptr<CheckedWorkbook> check(std::string fileName, std::vector<Sheet> sheets,
                                                  const RuleBook& book, const CheckOptions& options);

    const std::string& fileName() const { return fileName_; }
    const std::vector<Sheet>& sheets() const { return sheets_; }
    const std::vector<CheckedTable>& tables() const { return tables_; }
    /// The table that key figures and comparisons are about: the largest one. Nothing where there is no
    /// table.
    const CheckedTable* mainTable() const;
    std::size_t count(Severity severity) const;
    /// The rules with findings of at least this severity, by identifier.
    std::map<std::string, const Rule*> rulesFound(Severity lowest) const;

    CheckedWorkbook(const CheckedWorkbook&) = delete;
    CheckedWorkbook& operator=(const CheckedWorkbook&) = delete;

  private:
    CheckedWorkbook() = default;

    std::string fileName_;
    std::vector<Sheet> sheets_;
    std::vector<CheckedTable> tables_;
};

/// Two editions face to face, by folded name.
struct Comparison
{
    std::string previousFile;
    std::vector<std::string> entering;
    std::vector<std::string> leaving;
    std::vector<std::pair<std::string, std::string>>
        renamed; ///< names that differ after folding, old and new
};

Comparison compare(const CheckedTable& previous, const CheckedTable& now, std::string previousFile);

} // namespace panorama
