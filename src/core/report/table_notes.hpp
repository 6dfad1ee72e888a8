#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/data/language.hpp"

#include <array>
#include <string>
#include <vector>

namespace panorama {

/// "Tableau de la feuille « 2021 », en-têtes ligne 1, 50 projets".
std::string tableHeading(const Table& table, Language language);

/// Where notes are read decides what the user can do about them.
enum class NotesFor : unsigned char { report, sidebar };

/// What was taken for granted about a table, one sentence each: the pack, the edition and how it is known,
/// columns not recognised or converted, rows left out. No guess is silent.
std::vector<std::string> tableNotes(const CheckedTable& checked, Language language,
                                    NotesFor where = NotesFor::report);

/// The same for somebody who has the sheet before their eyes: where the table is, by which rules and for
/// which edition it is judged; of columns and rows left out only which. Where the verdict says that there is
/// no date, it need not be said again.
std::vector<std::string> shortTableNotes(const CheckedTable& checked, Language language,
                                         bool saysNoDate = true);

/// "erreurs, avertissements": 3 erreurs, 12 avertissements, 1 information, 2 constats acceptés.
std::string shownCounts(const CheckedWorkbook& workbook, Language language);
/// The same from counts by severity.
std::string shownCounts(const std::array<std::size_t, 3>& counts, std::size_t accepted, Language language);
/// "3 erreurs".
std::string shownSeverity(Severity severity, std::size_t count, Language language);
/// "2 constats acceptés".
std::string shownAccepted(std::size_t count, Language language);

} // namespace panorama
