#pragma once

#include "core/table/cell_edit.hpp"
#include "core/table/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace panorama {

struct Rule;
class Check;

enum class Severity : unsigned char { error, warning, information };

/// A part of a message: kept as data, put into words and the user's number format only when shown.
struct Argument
{
    enum class Kind : unsigned char {
        text,
        number,   ///< as many decimals as it has, up to 6
        cost,     ///< M€
        billion,  ///< Md€
        share,    ///< a fraction, shown in percent
        points,   ///< percentage points
        rough,    ///< a number of which one decimal is enough
        date,     ///< days since 1899-12-30
        month,    ///< months since year 0
        reason,   ///< a Withheld: "en cadrage"...
        projects, ///< how many: "3 projets"
        evidence  ///< a set of Evidence: "même début, même coût"
    };
    std::string_view name; ///< of the placeholder, without braces
    Kind kind = Kind::text;
    std::string text = {};
    double number = 0;
    std::string text2 = {}; ///< a text in English, where the data has both
};

Argument textArgument(std::string_view name, std::string_view text);
Argument numberArgument(std::string_view name, double number, Argument::Kind kind = Argument::Kind::number);
Argument dateArgument(std::string_view name, double serial);
Argument monthArgument(std::string_view name, YearMonth month);

/// How far a repair may be trusted.
enum class FixDegree : unsigned char {
    sure,      ///< nothing but the form changes
    toConfirm, ///< very likely: the user says yes
    indicative ///< a hint of where to look
};

/// What repairs a finding: cell edits that are made together, the finding's own cell first.
struct Fix
{
    FixDegree degree = FixDegree::toConfirm;
    std::vector<CellEdit> edits;
};

/// Fixes of the finding's own cell.
Fix textFix(FixDegree degree, std::string_view text);
Fix numberFix(FixDegree degree, double number);
Fix dateFix(FixDegree degree, double serial);

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
    std::size_t messageCase = 0; ///< which of the check's messages
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
};

} // namespace panorama
