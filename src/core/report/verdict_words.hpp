#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/checking/file_report.hpp"
#include "core/checking/verdict.hpp"
#include "core/data/language.hpp"
#include "core/report/table_notes.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace panorama {

/// Something that was not understood or not checked, in words.
struct ShownNotChecked
{
    std::string what;     ///< what it is, and how to give it
    std::string_view why; ///< for programs: a rule's identifier, or a word such as "no-table" or "no-date"
    std::string cell;     ///< its address, or empty
};

/// "Prêt à soumettre", "Prêt à publier", "Contrôle partiel"...
std::string shownVerdict(const CheckedWorkbook& workbook, Language language);

/// Of a check that is not a whole one, in one sentence: what is missing, the errors found all the same, and
/// how to give it. Empty for a whole check.
std::string shownWhyPartial(const CheckedWorkbook& workbook, Language language);

/// Why a file could not be checked; of one without a table also what comes nearest to one.
std::string shownProblem(const FileReport& report, Language language);

/// How many files of a batch are ready, to correct, partial, unreadable.
std::string shownTally(std::span<const FileReport> reports, Language language);

/// What keeps the check from being a whole one.
std::vector<ShownNotChecked> shownNotChecked(const CheckedWorkbook& workbook, Language language,
                                             NotesFor where = NotesFor::report);

} // namespace panorama
