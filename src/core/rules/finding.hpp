#pragma once

#include "core/data/text.hpp"
#include "core/editions/table_match.hpp"
#include "core/rules/kind_names.hpp"
#include "core/table/cell_edit.hpp"
#include "core/table/table.hpp"
#include "core/text/date.hpp"
#include "core/text/withheld.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace panorama {

struct Rule;
class Check;

enum class Severity : unsigned char { error, warning, information };

/// A part of a message: kept as data, put into words and the user's number format only when shown.
struct Argument
{
    struct Cost
    {
        double value; ///< M€
    };
    struct Billions
    {
        double value; ///< Md€
    };
    struct Share
    {
        double fraction; ///< shown in percent
    };
    struct Points
    {
        double value; ///< percentage points
    };
    struct Rough
    {
        double value; ///< one decimal is enough
    };
    struct Projects
    {
        std::size_t count; ///< "3 projets"
    };

    /// A number has as many decimals as it has, up to 6.
    using Value = std::variant<std::string, Bilingual, double, Cost, Billions, Share, Points, Rough, Projects,
                               Date, YearMonth, Withheld, Evidence>;

    template <typename Content>
    Argument(Slot filled, const Content& content) : slot(filled), value(valueOf(content))
    {
    }

    Slot slot;
    Value value;

  private:
    template <typename Content>
    static Value valueOf(const Content& content)
    {
        if constexpr (std::is_arithmetic_v<Content>)
            return static_cast<double>(content);
        else if constexpr (std::convertible_to<const Content&, std::string_view>)
            return std::string(std::string_view(content));
        else
            return content;
    }
};

/// A day as an argument; an empty text where the serial is no day.
Argument::Value dayOf(double serial);

/// How far a repair may be trusted.
enum class FixDegree : unsigned char {
    sure,      ///< nothing but the form changes
    toConfirm, ///< very likely: the user says yes
    indicative ///< a hint of where to look
};

/// What a check proposes for the cell it speaks of.
struct Repair
{
    FixDegree degree = FixDegree::toConfirm;
    CellEdit::Kind kind = CellEdit::Kind::text;
    std::string text = {};
    double number = 0;
};

Repair textFix(FixDegree degree, std::string_view text);
Repair numberFix(FixDegree degree, double number);
Repair dateFix(FixDegree degree, double serial);

/// What repairs a finding: cell edits that are made together, the finding's own cell first.
struct Fix
{
    FixDegree degree = FixDegree::toConfirm;
    std::vector<CellEdit> edits;
};

/// How an accepted finding was accepted (a line of the list of acceptances).
struct Acceptance
{
    std::string by;
    std::string why;
    std::optional<Date> until;
};

/// One thing found at one cell. Words come last, from the check's messages and the arguments.
struct Finding
{
    const Rule* rule = nullptr;
    const Check* check = nullptr;
    Case messageCase; ///< which of the check's messages
    Severity severity = Severity::error;
    const Table* table = nullptr;
    Place place;
    std::optional<std::size_t>
        project; ///< row among the table's projects; nothing for the portfolio as a whole
    Field field{};
    std::string value;            ///< what the cell holds, where it is a text
    std::optional<double> number; ///< what it holds, where it is a number or a date
    bool numberIsDate = false;
    std::vector<Argument> arguments;
    std::optional<Fix> fix;
    std::string subject = {};                ///< what it speaks of where several findings share a cell
    std::optional<Acceptance> accepted = {}; ///< somebody accepted it: shown, no longer counted
    /// Of further cells with the same cause, which this one stands for (groupedByCause).
    std::vector<Finding> others = {};
};

/// Calls the function for a finding and for those that it stands for, each with its own cell.
template <typename Function>
void forEachOf(const Finding& finding, Function&& function)
{
    function(finding);
    for (const Finding& other : finding.others)
        function(other);
}

} // namespace panorama
