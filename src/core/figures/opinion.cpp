#include "core/figures/opinion.hpp"

#include "core/figures/cost_band.hpp"
#include "core/text/fold.hpp"

namespace panorama {

namespace {
using namespace std::chrono;
// Décret 2014-879 of 1 August 2014 brought in the opinion on large projects.
constexpr sys_days firstDecree = sys_days(2014y / August / 1);
constexpr int longestSuspension = 3660;
} // namespace

std::optional<OpinionKind> opinionKind(std::string_view utf8)
{
    const std::string key = fold(utf8);
    if (key == "ministere" || key == "ministry") return OpinionKind::ministry;
    if (key == "tutelle" || key == "sous tutelle" || key == "organisme sous tutelle" || key == "supervised")
        return OpinionKind::supervised;
    if (key == "hors champ" || key == "out of scope") return OpinionKind::outsideScope;
    return std::nullopt;
}

std::string_view opinionStatus(double fullCost, bool inCadrage, OpinionKind kind, std::optional<Date> date)
{
    if (kind == OpinionKind::outsideScope) return "hors champ";
    if (fullCost < opinionThreshold) return "non requis";
    if (date && sys_days(*date) < firstDecree) return "non requis avant août 2014";
    if (kind == OpinionKind::supervised)
        return inCadrage ? "avis avec recommandations requis avant contractualisation"
                         : "avis avec recommandations attendu au dossier";
    return inCadrage ? "avis conforme requis avant contractualisation" : "avis conforme attendu au dossier";
}

Figure<Date> opinionDue(Date received, int suspendedDays)
{
    if (suspendedDays < 0 || suspendedDays > longestSuspension)
        return tl::unexpected(FigureError::outOfDomain);
    return Date(sys_days(addMonths(received, 1)) + days(suspendedDays));
}

} // namespace panorama
