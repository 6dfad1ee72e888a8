#pragma once

#include "core/figures/figure_error.hpp"
#include "core/text/date.hpp"

#include <optional>
#include <string_view>

namespace panorama {

/// Who carries the project, which decides what DINUM's opinion (avis « article 3 ») is.
enum class OpinionKind : unsigned char {
    ministry,    ///< avis conforme
    supervised,  ///< body under tutelle: opinion with recommendations
    outsideScope ///< some defence and intelligence systems: hors champ
};

std::optional<OpinionKind> opinionKind(std::string_view utf8);

/// What the project owes, as a French text. Full cost in M€ TTC; `inCadrage`: the opinion comes before
/// contracting. `date` chooses the rule of its time (none before August 2014); without it, today's rule.
std::string_view opinionStatus(double fullCost, bool inCadrage, OpinionKind kind, std::optional<Date> date);

/// When the answer is due: one month after the file is received (the same day, or the last of a shorter
/// month), then the suspended days. outOfDomain below 0 or above ten years.
Figure<Date> opinionDue(Date received, int suspendedDays);

} // namespace panorama
