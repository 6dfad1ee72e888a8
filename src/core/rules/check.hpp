#pragma once

#include "core/data/language.hpp"
#include "core/data/xml_file.hpp"
#include "core/editions/edition_table.hpp"
#include "core/rules/finding.hpp"
#include "core/rules/nomenclature.hpp"

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace panorama {

/// Which edition a sheet is for, and how we know: a guess is said.
struct EditionContext
{
    enum class Source : unsigned char { none, option, column, fileName };
    std::optional<int> number;
    std::optional<YearMonth> month;
    Source source = Source::none;
};

/// What checks may look at beside the table.
struct CheckContext
{
    const Nomenclatures& nomenclatures;
    const EditionTable& editions;
    EditionContext edition;
};

/// Where the checks of a rule put what they find: the first finding at a cell wins.
class Findings
{
  public:
    Findings(const Table& table, const CheckContext& context) : table_(table), context_(context) {}

    const Table& table() const { return table_; }
    const CheckContext& context() const { return context_; }

    void startRule(const Rule& rule);
    /// A finding at a project's cell of a field.
    void atCell(const Check& check, std::size_t messageCase, FieldId field, std::size_t row,
                std::vector<Argument> arguments = {}, std::optional<Fix> fix = {});
    /// A finding about the whole table, at the header of a column.
    void atHeader(const Check& check, std::size_t messageCase, FieldId field,
                  std::vector<Argument> arguments);
    /// A finding at another cell of the sheet, such as a line of totals.
    void atPlace(const Check& check, std::size_t messageCase, FieldId field, Place place,
                 std::vector<Argument> arguments);

    std::vector<Finding> take();

  private:
    void add(Finding finding);

    const Table& table_;
    const CheckContext& context_;
    const Rule* rule_ = nullptr;
    std::vector<Finding> findings_;
    std::unordered_set<std::uint64_t> spoken_; ///< cells a check of the current rule has spoken of
};

/// The rows a check looks at.
enum class RowsLookedAt : unsigned char {
    all,
    open,        ///< neither in cadrage nor withheld
    withheld,    ///< in cadrage or withheld
    pastCadrage, ///< not in cadrage
};

/// One thing a rule looks for. Its kind is C++, everything else stands in the pack.
class Check
{
  public:
    virtual ~Check() = default;
    Check() = default;
    Check(const Check&) = delete;
    Check& operator=(const Check&) = delete;

    virtual void run(Findings& findings) const = 0;
    /// Whether a case of the kind can occur with this check's attributes: only then does it need words.
    virtual bool canFind(std::size_t /*messageCase*/) const { return true; }

    Severity severity = Severity::error;
    std::vector<FieldId> fields;
    RowsLookedAt rows = RowsLookedAt::all;
    std::vector<Bilingual> messages; ///< by case, in the order of the kind's cases

  protected:
    bool looksAt(const Table& table, std::size_t row) const;
    /// Calls the function for every field of the check that the table has and every row the check looks at.
    template <typename Function>
    void eachCell(const Table& table, Function function) const
    {
        for (const FieldId field : fields) {
            const auto& readings = table.readings(field);
            for (std::size_t row = 0; row < readings.size(); ++row)
                if (looksAt(table, row)) function(field, row, readings[row]);
        }
    }
};

/// What a kind reads of its <check> element beside the common attributes.
class CheckSource
{
  public:
    CheckSource(XmlFile& file, XmlFile::Element element, const Columns& columns,
                const Nomenclatures& nomenclatures)
        : file_(file), element_(element), columns_(columns), nomenclatures_(nomenclatures)
    {
    }
    bool yes(const char* attribute);
    double number(const char* attribute);
    FieldId field(const char* attribute);
    const Nomenclature* list(const char* attribute);
    const Columns& columns() const { return columns_; }

  private:
    XmlFile& file_;
    XmlFile::Element element_;
    const Columns& columns_;
    const Nomenclatures& nomenclatures_;
};

/// A kind of check: its name in packs, the attributes it takes, the cases it can find and what their messages
/// may name.
struct CheckKind
{
    std::string_view name;
    std::vector<std::string_view> attributes;
    std::vector<std::string_view> cases;
    std::vector<std::string_view> placeholders; ///< beside field, value and project
    std::function<std::unique_ptr<Check>(CheckSource&)> make;
};

/// All kinds, from the files in rules/kinds.
const std::vector<CheckKind>& checkKinds();

// Each file of rules/kinds adds its own.
void addTextKinds(std::vector<CheckKind>& kinds);
void addNumberKinds(std::vector<CheckKind>& kinds);
void addDateKinds(std::vector<CheckKind>& kinds);
void addFigureKinds(std::vector<CheckKind>& kinds);
void addPortfolioKinds(std::vector<CheckKind>& kinds);

} // namespace panorama
