#pragma once

#include "core/data/text.hpp"
#include "core/data/xml_file.hpp"
#include "core/editions/edition_table.hpp"
#include "core/editions/table_match.hpp"
#include "core/rules/condition.hpp"
#include "core/rules/finding.hpp"
#include "core/rules/nomenclature.hpp"
#include "core/rules/row_figures.hpp"
#include "core/table/portfolio.hpp"
#include "core/table/workbook_facts.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace panorama {

struct JudgedWaiver;
struct SetAside;
class CheckProgress;

/// Which edition a sheet is for, and how we know: a guess is said.
struct EditionContext
{
    enum class Source : unsigned char { none, option, column, title, fileName };
    std::optional<int> number;
    std::optional<YearMonth> month;
    Source source = Source::none;
    struct Said
    {
        YearMonth month;
        Source source = Source::none;
    };
    std::vector<Said> otherwise = {}; ///< other months, of sources that count less: told
};

/// The edition before, and which of its projects is which.
struct EarlierEdition
{
    EarlierEdition(const Table& earlier, EditionContext when, TableMatch matched,
                   const PortfolioFigures& ofAll)
        : table(earlier), edition(std::move(when)), match(std::move(matched)), figures(ofAll)
    {
    }

    const Table& table;
    EditionContext edition;
    TableMatch match;
    PortfolioFigures figures; ///< of all its tables, where it stands on several sheets
};

/// What checks may look at beside the table. What is not there is not known: checks that need it say nothing.
struct CheckContext
{
    const Nomenclatures& nomenclatures;
    const EditionTable& editions;
    EditionContext edition = {};
    const EarlierEdition* earlier = nullptr;
    std::span<const Table* const> beside = {}; ///< the workbook's other tables
    const WorkbookFacts* facts = nullptr;
    EditionContext fileEdition = {};         ///< what the file's name says
    std::optional<Date> today = {};          ///< acceptances end at a day
    std::span<const Sheet> sheets = {};      ///< all of the workbook
    std::span<const SetAside> setAside = {}; ///< parts of it, for its main table
    const std::vector<JudgedWaiver>* waivers = nullptr;
    CheckProgress* progress = nullptr; ///< told of every rule; a cancelled check stops between two rules
};

/// Where the checks of a rule put what they find: the first finding at a cell wins.
class Findings
{
  public:
    Findings(const Table& table, const CheckContext& context)
        : table_(table), context_(context), figures_(table, context)
    {
    }

    const Table& table() const { return table_; }
    const CheckContext& context() const { return context_; }
    RowFigures& figures() { return figures_; }

    void startRule(const Rule& rule);
    /// A finding at a project's cell of a field.
    void atCell(const Check& check, Case messageCase, Field field, std::size_t row,
                std::vector<Argument> arguments = {}, std::optional<Repair> repair = {});
    /// A finding about the whole table, at the header of a column. Several may share the header where each
    /// has a subject of its own.
    void atHeader(const Check& check, Case messageCase, Field field, std::vector<Argument> arguments,
                  std::string subject = {});
    /// A finding at another cell of the sheet, such as a line of totals.
    void atPlace(const Check& check, Case messageCase, Field field, Place place,
                 std::vector<Argument> arguments, std::optional<Repair> repair = {},
                 std::string subject = {});

    std::vector<Finding> take();

  private:
    void add(Finding finding);
    void addFigures(Finding& finding);
    std::optional<Fix> fixAt(Place place, std::optional<Repair> repair) const;

    const Table& table_;
    const CheckContext& context_;
    RowFigures figures_;
    const Rule* rule_ = nullptr;
    std::vector<Finding> findings_;
    std::unordered_set<std::string> spoken_; ///< cells a check of the current rule has spoken of
};

/// The rows a check looks at.
enum class RowsLookedAt : unsigned char {
    all,
    open,        ///< neither in cadrage nor withheld
    withheld,    ///< in cadrage or withheld
    pastCadrage, ///< not in cadrage
};

/// What makes several findings of a check one defect, with one answer.
enum class Cause : unsigned char {
    own,    ///< each its own: different projects need different answers
    column, ///< the same defect in a column
    fix,    ///< the same repair in a column; those without one stay apart
    value,  ///< the same value in a column
    found   ///< the same thing found, such as the file that links point to
};

/// One thing a rule looks for. Its kind is C++, everything else stands in the pack.
class Check
{
  public:
    static constexpr Slots slots{}; ///< of a kind that declares none

    virtual ~Check() = default;
    Check() = default;
    Check(const Check&) = delete;
    Check& operator=(const Check&) = delete;

    virtual void run(Findings& findings) const = 0;
    /// Whether a case of the kind can occur with this check's attributes: only then does it need words.
    virtual bool canFind(Case /*found*/) const { return true; }
    /// Whether the check is about the list of accepted findings, and not about projects.
    virtual bool looksAtWaivers() const { return false; }
    /// Whether an acronym of a list's entry will do in the cells it looks at.
    virtual bool takesCodes() const { return false; }

    Severity severity = Severity::error;
    std::vector<Field> fields;
    RowsLookedAt rows = RowsLookedAt::all;
    bool leavesPartial = false; ///< what it finds was not understood: the sheet is not checked as a whole
    Cause cause = Cause::own;
    std::size_t togetherFrom = 0; ///< so many findings of one cause become one
    std::vector<Condition> conditions;
    std::vector<Bilingual> messages;       ///< by case, in the order of the kind's cases
    std::vector<RowFigure> figuresInWords; ///< that the messages name

  protected:
    bool looksAt(Findings& findings, std::size_t row) const;
    /// Whether the check is made at all: what its conditions say of columns holds for the table.
    bool admits(const Table& table) const;
    /// The first of the check's fields that the table has.
    std::optional<Field> firstField(const Table& table) const;
    /// Calls the function for every field of the check that the table has and every row the check looks at.
    template <typename Function>
    void eachCell(Findings& findings, Function function) const
    {
        for (const Field field : fields) {
            const auto& readings = findings.table().readings(field);
            for (std::size_t row = 0; row < readings.size(); ++row)
                if (looksAt(findings, row)) function(field, row, readings[row]);
        }
    }
};

} // namespace panorama
