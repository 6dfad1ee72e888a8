#pragma once

#include "core/checking/column_meanings.hpp"
#include "core/checking/rule_book.hpp"
#include "core/checking/verdict.hpp"
#include "core/editions/edition_pair.hpp"
#include "core/rules/check_progress.hpp"
#include "core/rules/engine.hpp"
#include "core/table/portfolio.hpp"
#include "core/table/set_aside.hpp"
#include "core/table/table.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace panorama {

class CheckedWorkbook;

/// What the user says about the files to check.
struct CheckOptions
{
    const Pack* pack = nullptr;            ///< for every table; otherwise the one that goes with its layout
    std::optional<int> editionNumber;      ///< --edition 14
    std::optional<YearMonth> editionMonth; ///< --edition 2021-11
    const CheckedWorkbook* previous = nullptr; ///< the edition before; otherwise a sheet of the same workbook
    bool previousUnreadable = false;           ///< the user names one, and it could not be read
    EditionPair::Renames renames = {};         ///< confirmed by the user, old and new
    std::vector<const Table*> waivers = {};    ///< lists of accepted findings from other files
    std::optional<Date> today = {};    ///< for what ends at a day; the system's day where it is not said
    Columns::Corrections headers = {}; ///< what the user says of headers, against the vocabulary
    CheckProgress* progress = nullptr; ///< of a check that may be cancelled: its result is then incomplete
};

/// What became of the edition that the user named as the one before.
enum class EarlierUse : unsigned char {
    asWanted,
    later,  ///< it is not earlier than the table: compared with nothing
    noTable ///< no table of projects was recognised in it
};

/// One project table of a workbook with all that was found in it.
struct CheckedTable
{
    Table table;
    const Pack* pack = nullptr; ///< nothing where the headers fit no layout: nothing was checked
    EditionContext edition;
    PortfolioFigures figures;
    std::vector<Finding> findings; ///< one for each cause
    std::unique_ptr<EarlierEdition> earlier = {};
    std::string earlierName = {}; ///< the file or the sheet it stands in
    EarlierUse earlierUse = EarlierUse::asWanted;
    bool untouched = false; ///< a fiche that nobody has begun to fill in
};

/// The findings of a table as people meet them: what keeps it from being ready, what is doubtful, habits, and
/// last those that somebody accepted.
std::vector<const Finding*> gravestFirst(const CheckedTable& checked);
/// Those of all its tables together, likewise.
std::vector<const Finding*> gravestFirst(const CheckedWorkbook& workbook);

/// A file's sheets, the tables in them and the findings. Findings point to tables, tables to sheets: it does
/// not move.
class CheckedWorkbook
{
  public:
    /// Recognises and checks every table. The rule book must outlive the result.
    static std::unique_ptr<CheckedWorkbook> check(std::string fileName, std::vector<Sheet> sheets,
                                                  const RuleBook& book, const CheckOptions& options,
                                                  WorkbookFacts facts = {});

    const std::string& fileName() const { return fileName_; }
    const std::vector<Sheet>& sheets() const { return sheets_; }
    const std::vector<CheckedTable>& tables() const { return tables_; }
    /// The table that key figures and comparisons are about: the largest one. Nothing where there is no
    /// table.
    const CheckedTable* mainTable() const;
    /// What a sheet of the workbook says of its columns.
    const ColumnMeanings& meanings() const { return meanings_; }
    /// The vocabulary by which it was read: with what the user says of headers.
    const Columns& columns() const { return *columns_; }
    /// Whether there is no table of projects, and a ministry says that it has nothing to declare.
    bool declaresNothing() const { return declaresNothing_; }
    /// Parts that are in no figure, or that are although they stand elsewhere than the main table.
    const std::vector<SetAside>& setAside() const { return setAside_; }
    /// Findings that nobody accepted.
    std::size_t count(Severity severity) const;
    std::size_t countAccepted() const;
    const Verdict& verdict() const { return verdict_; }
    /// Whether it may be submitted: all that is needed was understood and checked, and no error was found.
    bool conforms() const;
    /// The rules with findings of at least this severity, by identifier.
    std::map<std::string, const Rule*> rulesFound(Severity lowest) const;

    CheckedWorkbook(const CheckedWorkbook&) = delete;
    CheckedWorkbook& operator=(const CheckedWorkbook&) = delete;

  private:
    CheckedWorkbook() = default;
    void chooseColumns(const RuleBook& book, const CheckOptions& options);
    CheckOptions withKept(const CheckOptions& options, const RuleBook& book) const;
    void recognise(std::optional<int> latestYear);
    bool saysNothingToDeclareAlone(const RuleBook& book) const;
    void leaveGuides();
    void leaveHidden();
    void settleParts();
    std::vector<const CheckedTable*> besideInEdition(const CheckedTable& checked) const;
    PortfolioFigures figuresWith(const CheckedTable& checked) const;
    void findLikely();
    void chooseEarlier(const CheckOptions& options);
    void judge(const RuleBook& book, const CheckOptions& options);
    void judgeWaivers(const RuleBook& book, const CheckOptions& options);
    CheckContext contextOf(const CheckedTable& checked, const RuleBook& book,
                           const std::vector<const Table*>& beside, const CheckOptions& options) const;

    std::string fileName_;
    std::optional<Columns> corrected_; ///< the vocabulary with what the user says of headers
    std::vector<Sheet> sheets_;
    WorkbookFacts facts_;
    std::vector<CheckedTable> tables_;
    std::vector<SetAside> setAside_;
    ColumnMeanings meanings_;
    const Columns* columns_ = nullptr;
    bool declaresNothing_ = false;
    Verdict verdict_;
};

} // namespace panorama
