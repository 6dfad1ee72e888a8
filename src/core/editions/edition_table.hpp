#pragma once

#include "core/data/data_error.hpp"
#include "core/data/text.hpp"
#include "core/text/date.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace panorama {

/// What is known of the published editions: figures with their sources, contradictions kept, breaks and
/// targets. It is data (editions.xml); nothing in it is guessed, and what is missing is unknown.
class EditionTable
{
  public:
    enum class Unit : unsigned char { count, billion, years, rate };

    struct Source
    {
        std::string id;
        Bilingual name;
    };
    struct FigureKind
    {
        std::string id; ///< "projects", "total"...
        Bilingual name;
        Unit unit = Unit::count;
    };
    struct Published
    {
        std::size_t figure = 0; ///< index in figures()
        std::size_t source = 0; ///< index in sources()
        double value = 0;       ///< rates as fractions, totals in Md€
    };
    struct Note
    {
        std::size_t figure = 0;
        Bilingual text;
    };
    struct Edition
    {
        int number = 0;
        YearMonth date;
        std::vector<Published> values;
        std::vector<Note> notes;

        std::vector<Published> of(std::size_t figure) const;
        /// The value where the sources agree; nothing where there is none or where they contradict each
        /// other.
        std::optional<double> agreed(std::size_t figure) const;
    };
    struct Break
    {
        int after = 0;  ///< the last edition before it
        int before = 0; ///< the first one after it
        Bilingual reason;
        bool certain = false;
        std::vector<std::string> figures; ///< which do not compare across it: "projects", "total",
                                          ///< "duration", "budget", "calendar"
    };
    struct Target
    {
        YearMonth by;
        YearMonth announced;
        double rate = 0;
    };

    static DataResult<EditionTable> read(const std::filesystem::path& path);
    static DataResult<EditionTable> parse(std::string_view xml, const std::string& fileName);

    const std::string& date() const { return date_; }
    const std::vector<Edition>& editions() const { return editions_; }
    const std::vector<FigureKind>& figures() const { return figures_; }
    const std::vector<Source>& sources() const { return sources_; }

    const Edition* find(int number) const;
    /// The edition of a month, or the one a month away (an edition of November is published in December).
    const Edition* near(YearMonth month) const;
    /// By id, or by its French or English name as a user types it.
    std::optional<std::size_t> figure(std::string_view name) const;
    std::optional<std::size_t> source(std::string_view name) const;

    /// The breaks that lie between two editions, oldest first.
    std::vector<Break> breaksBetween(int earlier, int later) const;
    /// The target for the end of a year, as last announced.
    std::optional<double> target(std::chrono::year year) const;

  private:
    friend class EditionTableReader;
    std::string date_;
    std::vector<Source> sources_;
    std::vector<FigureKind> figures_;
    std::vector<Edition> editions_;
    std::vector<Break> breaks_;
    std::vector<Target> targets_;
};

} // namespace panorama
