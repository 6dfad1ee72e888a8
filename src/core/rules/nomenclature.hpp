#pragma once

#include "core/data/data_error.hpp"
#include "core/reading/known_words.hpp"
#include "core/text/date.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace panorama {

/// A list of allowed values. A label may hold for a time only (ministries change names), several spellings
/// may be accepted, and others are known but not right.
class Nomenclature
{
  public:
    enum class Match : unsigned char {
        allowed,  ///< a label, or an accepted spelling, in force
        code,     ///< an acronym of an entry
        outdated, ///< a label of another time
        alias,    ///< a known wrong spelling
        unknown
    };
    struct Answer
    {
        Match match = Match::unknown;
        std::string expected; ///< the label in force; for an unknown text the nearest label, or empty
    };

    /// What the list says of a text, at a month (any time where it is not known).
    Answer look(std::string_view text, std::optional<YearMonth> month) const;
    /// The labels in force, for messages.
    std::vector<std::string> labels(std::optional<YearMonth> month) const;
    /// The acronyms of the entries in force; entries without one are left out.
    std::vector<std::string> codes(std::optional<YearMonth> month) const;
    /// Which entry a text means, whatever its time and spelling; the entries' order is the list's.
    std::optional<std::size_t> entryOf(std::string_view text) const;
    /// The acronym of an entry; empty where it has none.
    const std::string& codeOf(std::size_t entry) const { return entries_[entry].code; }
    /// The label of an entry in force at the month, or the nearest one.
    const std::string& labelOf(std::size_t entry, std::optional<YearMonth> month) const
    {
        return entries_[entry].inForce(month);
    }
    /// Whether an entry has a label in force at the month.
    bool isInForce(std::size_t entry, std::optional<YearMonth> month) const;
    const std::string& id() const { return id_; }

  private:
    friend class NomenclatureReader;
    friend class Nomenclatures;
    struct Period
    {
        std::optional<YearMonth> from;
        std::optional<YearMonth> to;
        /// The month lies in the period, or shortly after it: files are prepared months before they appear.
        bool holds(std::optional<YearMonth> month) const;
    };
    struct Label
    {
        std::string text;
        Period period;
    };
    struct Entry
    {
        std::string code = {};
        std::vector<Label> labels; ///< newest first
        const std::string& inForce(std::optional<YearMonth> month) const;
    };
    struct Spelling
    {
        std::size_t entry = 0;
        Match match = Match::allowed;
        Period period;
    };
    std::string nearest(const std::string& key, std::optional<YearMonth> month) const;

    std::string id_;
    std::vector<Entry> entries_;
    std::unordered_multimap<std::string, Spelling> spellings_; ///< by folded text
};

/// All lists of nomenclatures.xml.
class Nomenclatures
{
  public:
    static DataResult<Nomenclatures> read(const std::filesystem::path& path);
    static DataResult<Nomenclatures> parse(std::string_view xml, const std::string& fileName);

    const Nomenclature* find(std::string_view id) const;
    /// Adds the words of all spellings.
    void addWordsTo(KnownWords& words) const;
    const std::string& version() const { return version_; }

  private:
    friend class NomenclatureReader;
    std::string version_;
    std::vector<Nomenclature> lists_;
};

} // namespace panorama
