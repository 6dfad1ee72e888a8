#pragma once

#include "core/rules/check.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace panorama {

/// A small sheet that proves a rule: what the rule must find in it, or that it finds nothing.
struct RuleExample
{
    int line = 0;
    std::optional<Severity> finds; ///< nothing: the rows conform
    std::string field;             ///< the column of the finding
    std::optional<std::string> fix;
    std::optional<YearMonth> edition;
    using Row = std::vector<std::pair<std::string, std::string>>; ///< field key, cell as written
    std::vector<Row> rows;
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
    std::vector<std::unique_ptr<Check>> checks;
    std::vector<RuleExample> examples;
};

/// The rules for one kind of sheet. A pack that extends another takes its rules, replaces those it writes
/// itself and leaves out those it silences.
struct Pack
{
    std::string id;
    std::string version;
    std::string date;
    std::string layout; ///< which sheets it is for; empty for a pack that others extend
    Bilingual title;
    std::vector<std::shared_ptr<const Rule>> rules; ///< in the order of their identifiers

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
    DataResult<Pack> read(const std::filesystem::path& path, int depth) const;

    const Columns& columns_;
    const Nomenclatures& nomenclatures_;
    std::filesystem::path standardPacks_;
};

} // namespace panorama
