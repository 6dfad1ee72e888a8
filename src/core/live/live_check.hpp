#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/checking/edition_comparison.hpp"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace panorama {

/// A reading of an open workbook that is to be judged. Shared: neither side changes it.
struct LiveRequest
{
    std::string fileName;
    std::vector<Sheet> sheets;
    WorkbookFacts facts;
    CheckOptions options;                            ///< whose `previous` is the one below
    std::shared_ptr<const CheckedWorkbook> previous; ///< another edition to compare with
};

/// What a judgement brought.
struct LiveResult
{
    std::shared_ptr<const CheckedWorkbook> workbook; ///< of the whole
    /// The main table beside its edition before; nothing where there is none.
    std::shared_ptr<const EditionComparison> comparison;
    /// While the whole is not yet judged: the rows that changed, judged alone, with their places. Its
    /// findings of projects replace those of the same rows in `workbook`, which is the one before.
    std::shared_ptr<const CheckedWorkbook> changed;
    std::vector<std::pair<std::string, int>> changedRows; ///< sheet and row
};

/// Judges one reading of a workbook after the other, on one thread. Nothing is judged twice: a reading that
/// says what the one before said gives its result again.
class LiveCheck
{
  public:
    /// Gives the rules when they are first needed; nothing where they are damaged. Other rules than before
    /// make everything be judged anew; rules outlive what was judged by them.
    using Rules = std::function<const RuleBook*()>;
    explicit LiveCheck(Rules rules) : rules_(std::move(rules)) {}

    void judge(LiveRequest request, CheckProgress& progress, const std::function<void(LiveResult)>& deliver);

  private:
    /// The last judgement of a whole, and all that it was made of.
    struct Judged
    {
        LiveResult result;
        std::string fileName;
        WorkbookFacts facts;
        CheckOptions options;
        const RuleBook* rules = nullptr;
    };
    bool isOfSameTerms(const LiveRequest& request, const RuleBook& book) const;
    bool saysTheSame(const LiveRequest& request, const RuleBook& book) const;
    void judgeChangedRows(const LiveRequest& request, const RuleBook& book,
                          const std::function<void(LiveResult)>& deliver) const;
    void judgeWhole(LiveRequest request, const RuleBook& book, CheckProgress& progress,
                    const std::function<void(LiveResult)>& deliver);

    Rules rules_;
    Judged last_;
};

} // namespace panorama
