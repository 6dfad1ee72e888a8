#pragma once

#include "core/data/text.hpp"
#include "core/rules/check.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace panorama {

/// A small workbook that proves a rule: what the rule must find in it, or that it finds nothing.
struct RuleExample
{
    int line = 0;
    std::optional<Severity> finds; ///< nothing: the rows conform
    std::string field;             ///< the column of the finding
    std::optional<std::string> fix;
    std::optional<YearMonth> edition;
    std::optional<YearMonth> previousEdition;
    bool fromCsv = false;                                         ///< the rows stand in a CSV file
    using Row = std::vector<std::pair<std::string, std::string>>; ///< field key, cell as written
    std::vector<Row> rows;
    std::string csv;                      ///< the sheet as a CSV text, where rows of fields cannot say it
    std::vector<Row> previous;            ///< the same projects in the edition before
    std::vector<std::vector<Row>> beside; ///< other tables of the workbook
    std::vector<std::pair<std::string, std::string>> facts; ///< about the workbook: kind, value
};

/// One rule of the catalogue: its words in both languages, its checks, and the examples that prove it.
struct Rule
{
    std::string id;   ///< "F04"
    std::string slug; ///< names the defect
    Bilingual title;
    Bilingual why;
    Bilingual expected;
    Bilingual repair;
    Bilingual source;
    std::vector<std::string> yieldsTo; ///< rules whose findings at the same cell make this one's needless
    std::vector<std::unique_ptr<Check>> checks;
    std::vector<RuleExample> examples;
};

/// The rules for one kind of sheet. A pack that extends others takes their rules, replaces those it writes
/// itself, leaves out those it silences and may set their parameters anew. Checks that hold only in some
/// packs name them.
struct Pack
{
    std::string id;
    std::string version;
    std::string date;
    std::string layout; ///< which sheets it is for; empty for a pack that others extend
    std::optional<int> firstEdition, lastEdition; ///< the editions it was written for
    Bilingual title;
    std::vector<std::shared_ptr<const Rule>> rules; ///< in the order of their identifiers
    Columns::Corrections headers = {};              ///< that it adds to the vocabulary
    std::set<std::string> parametersUsed;           ///< that packs which extend it may set

    const Rule* find(std::string_view ruleId) const;
};

/// Reads packs strictly: an unknown element, attribute, field, kind, case or placeholder is an error with its
/// line, and nothing is half loaded. Columns and nomenclatures must outlive the packs.
class PackReader
{
  public:
    /// `standardPacks` is the folder of the packs that others may extend.
    PackReader(const Columns& columns, const Nomenclatures& nomenclatures,
               std::filesystem::path standardPacks);

    /// A pack by its name ("open-data") in the standard folder.
    DataResult<Pack> readStandard(const std::string& name) const;
    DataResult<Pack> read(const std::filesystem::path& path) const;

  private:
    friend class PackFileReader;
    struct Descent;
    DataResult<Pack> read(const std::filesystem::path& path, const Descent& descent) const;

    const Columns& columns_;
    const Nomenclatures& nomenclatures_;
    std::filesystem::path standardPacks_;
};

} // namespace panorama
