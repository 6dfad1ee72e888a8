#include "bridge/open_failure.hpp"

namespace panorama {

FileProblem problemOf(OpenFailure::Reason reason)
{
    switch (reason) {
    case OpenFailure::missing: return FileProblem::missing;
    case OpenFailure::folder: return FileProblem::folder;
    case OpenFailure::unreadable: return FileProblem::unreadable;
    case OpenFailure::password: return FileProblem::password;
    case OpenFailure::notASpreadsheet: return FileProblem::notASpreadsheet;
    case OpenFailure::tooLarge: return FileProblem::tooLarge;
    case OpenFailure::timedOut: return FileProblem::timedOut;
    case OpenFailure::officeFailed: break;
    }
    return FileProblem::officeFailed;
}

} // namespace panorama
