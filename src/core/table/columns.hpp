#pragma once

#include "core/data/data_error.hpp"
#include "core/data/text.hpp"
#include "core/reading/known_words.hpp"
#include "core/table/field.hpp"
#include "core/table/said_unit.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace panorama {

enum class FieldType : unsigned char { text, money, years, date, list, flag, rate, url, number };
/// The type that our data files call so.
std::optional<FieldType> fieldTypeNamed(std::string_view name);

/// What the rows of a table are.
enum class LayoutRole : unsigned char {
    projects,
    fiche,    ///< one project, its labels beside the values
    waivers,  ///< accepted findings
    opinions, ///< a register of opinions given
};

/// Whether the cells of a field are amounts, durations, rates or other numbers.
bool isFigure(FieldType type);

struct HeaderKeys;

/// A header understood: its field, and what a number below it must be divided by to be in M€ or in years.
struct HeaderMeaning
{
    Field field;
    double divisor = 1;
    bool unitConverted = false;   ///< the header names another unit ("k€", "mois"): to be told to the user
    bool unitSaid = false;        ///< the header names its unit
    bool foreignCurrency = false; ///< and it is not the euro
    std::optional<int> year = {}; ///< the header names a year: columns of one field are told apart by it
    friend bool operator==(const HeaderMeaning&, const HeaderMeaning&) = default;
};

/// The fields a panorama sheet can have, the headers that mean them, and how a layout is recognised
/// (columns.xml).
class Columns
{
  public:
    /// What the vocabulary says of a field.
    struct Description
    {
        FieldType type = FieldType::text;
        Bilingual label;
        std::string list; ///< the nomenclature its values come from; empty for none
    };
    struct Layout
    {
        std::string id;   ///< "open-data", "internal", "dashboard"
        std::string pack; ///< the rule pack that goes with it; empty for lists that are no projects
        LayoutRole role = LayoutRole::projects;
        /// A published table: a duration that stands in it is shown, whatever its phase keeps back.
        bool showsAllDurations = false;
        std::vector<Field> needed;
        std::vector<Field> lacking;                           ///< fields that it may not have
        std::vector<std::pair<Field, std::string>> published; ///< the published headers, in order
        std::vector<Field> any;
        std::size_t anyCount = 0;
    };

    static DataResult<Columns> read(const std::filesystem::path& path);
    static DataResult<Columns> parse(std::string_view xml, const std::string& fileName);

    /// The fields it describes, in its order.
    const std::vector<Field>& fields() const { return fields_; }
    const Description& field(Field field) const { return descriptions_[indexOf(field)]; }
    const std::vector<Layout>& layouts() const { return layouts_; }

    /// What the user says headers mean: the header as it stands in the sheet, and its field; nothing where it
    /// means none.
    using Corrections = std::vector<std::pair<std::string, std::optional<Field>>>;
    Columns corrected(const Corrections& corrections) const;

    /// What a header says, whatever its case, accents, spaces, parentheses, unit, number, year and marks.
    std::optional<HeaderMeaning> meaning(std::string_view header) const;
    /// The fields that a header may mean whose words are cut short: "Coût init.", "Fin act.".
    std::vector<Field> abbreviated(std::string_view header) const;

    /// The field of the known header that one resembles which means none: misspelt, or with half of its
    /// words.
    std::optional<Field> nearest(std::string_view header) const;

    /// Adds the words of the headers.
    void addWordsTo(KnownWords& words) const;

  private:
    friend class ColumnsReader;
    std::vector<Field> fields_;
    std::array<Description, fieldCount> descriptions_;
    std::vector<Layout> layouts_;
    std::pair<std::unordered_map<std::string, Field>::iterator, bool> addHeader(const std::string& header,
                                                                                Field field);
    std::optional<Field> named(const HeaderKeys& header) const;
    /// Whether a known header begins with the same word: most cells of a sheet do not, and are no headers.
    bool mayMean(std::string_view header) const;

    std::unordered_map<std::string, Field> headers_;  ///< by folded header
    std::unordered_map<std::string, Field> singular_; ///< by folded header, its words in the singular
    std::unordered_set<std::string> firstWords_;      ///< of the folded headers
    std::unordered_set<std::string> meaningless_;     ///< folded headers that the user says mean nothing
};

} // namespace panorama
