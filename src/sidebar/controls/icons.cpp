#include "sidebar/controls/icons.hpp"

namespace panorama::sidebar {

std::string iconOf(Severity severity, bool accepted)
{
    const std::string folder = "vnd.sun.star.extension://org.panoramacalc.extension/icons/";
    if (accepted) return folder + "accepted.png";
    switch (severity) {
    case Severity::error: return folder + "error.png";
    case Severity::warning: return folder + "warning.png";
    case Severity::information: break;
    }
    return folder + "information.png";
}

} // namespace panorama::sidebar
