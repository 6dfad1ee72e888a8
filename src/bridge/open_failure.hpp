#pragma once

#include "core/report/file_report.hpp"

#include <string>

namespace panorama {

/// Why a file was not opened. The words for the user are the caller's.
struct OpenFailure
{
    enum Reason {
        missing,         ///< no such file
        folder,          ///< a folder where a file is expected
        unreadable,      ///< no right to read it, damaged, of no known kind
        password,        ///< encrypted
        notASpreadsheet, ///< a text, a picture, plain text under a workbook's name
        tooLarge,        ///< a sheet has more than maximumSheetCells
        timedOut,        ///< the office did not finish in time and was ended
        officeFailed,    ///< the office did not start, or crashed on this file
    };
    Reason reason = officeFailed;
    std::string detail; ///< for a log, in whatever language it came
};

/// What a report says of it.
FileProblem problemOf(OpenFailure::Reason reason);

} // namespace panorama
