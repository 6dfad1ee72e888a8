#pragma once

#include "core/data/data_error.hpp"
#include "core/data/text.hpp"
#include "core/rules/nomenclature.hpp"
#include "core/table/columns.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace panorama {

/// Of which projects something is asked: "à compléter" stands beside it while it is missing.
enum class Expectation : std::uint8_t {
    none,
    everyProject,
    pastCadrage, ///< of those whose figures are known
    drifting,    ///< of those with a rate that must be explained
    taxed        ///< of those whose schedule has amounts without VAT
};

/// Every project comes to have it, if only once its figures are known.
constexpr bool isOfAll(Expectation expected)
{
    return expected == Expectation::everyProject || expected == Expectation::pastCadrage;
}

/// One cell of the fiche with its label, for a field of columns.xml.
struct FicheLine
{
    Field field{};
    std::string formula = {}; ///< of a computed cell, with its {placeholders}; empty for one to be filled in
    Expectation expected = Expectation::none;
    bool carried = true; ///< taken over from the edition before
    bool strict = false; ///< nothing but the list is taken
    Bilingual help = {};
};

/// A small table within the fiche, filled in row by row.
struct FicheJournal
{
    struct Column
    {
        std::string id;
        FieldType type = FieldType::text;
        std::string list = {}; ///< a nomenclature
        Bilingual label = {};
    };
    std::string id;
    int rows = 0;
    int least = 0; ///< how many rows are expected
    Expectation expected = Expectation::none;
    Bilingual title = {};
    std::vector<Column> columns = {};
};

/// Costs by nature and year.
struct FicheSchedule
{
    enum class Kind : std::uint8_t {
        bought,    ///< construction, with or without VAT
        payroll,   ///< of the construction; it bears no VAT
        mco,       ///< maintenance, with or without VAT
        mcoPayroll ///< of the maintenance
    };
    struct Nature
    {
        Kind kind = Kind::bought;
        Bilingual label = {};
    };
    std::string id;
    int years = 0;
    Bilingual title = {};
    std::vector<Nature> natures = {}; ///< construction first, kinds together
};

using FichePart = std::variant<FicheLine, FicheJournal, FicheSchedule>;

struct FicheSection
{
    std::string id;
    bool folded = false; ///< shown as a heading that can be opened
    Bilingual title = {};
    std::vector<FichePart> parts = {};
};

/// What the fiche asks of a project (fiche.xml).
struct FichePlan
{
    Bilingual title;
    Bilingual guide;
    std::vector<FicheSection> sections;
    std::map<Expectation, std::string> conditions; ///< formulas that say of which projects

    /// The fields that every project comes to have.
    std::vector<Field> expectedFields() const;

    /// Columns and lists are only looked up.
    static DataResult<FichePlan> read(const std::filesystem::path& path, const Columns& columns,
                                      const Nomenclatures& nomenclatures);
};

} // namespace panorama
