#pragma once

#include <cstdint>
#include <string>

namespace panorama {

/// Why a file could not be checked.
enum class FileProblem : std::uint8_t {
    missing,
    folder,          ///< a folder where a file is expected
    unreadable,      ///< no right to read it, damaged, of no known kind
    password,        ///< encrypted
    notASpreadsheet, ///< a text, a picture, plain text under a workbook's name
    utf32,           ///< a text of four bytes a character
    tooLarge,        ///< a sheet has more cells than are read
    timedOut,        ///< the office did not finish in time and was ended
    officeFailed,    ///< the office did not start, or crashed on this file
    empty,           ///< no cell holds anything
    noMeanings,      ///< a list of column meanings without its headers, or with fields that nobody knows
    noTable          ///< no row of headers was recognised
};

/// Why a file was not opened. The words for the user are the caller's.
struct OpenFailure
{
    FileProblem reason = FileProblem::officeFailed;
    std::string detail; ///< for a log, in whatever language it came
};

/// A file, as the user named it, that could not be used.
struct UnusableFile
{
    std::string file;
    FileProblem problem = FileProblem::unreadable;
};

} // namespace panorama
