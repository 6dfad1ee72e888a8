#pragma once

#include "core/checking/checked_workbook.hpp"
#include "core/data/language.hpp"

#include <string>
#include <vector>

namespace panorama {

/// "Tableau de la feuille « 2021 », en-têtes ligne 1, 50 projets".
std::string tableHeading(const Table& table, Language language);

/// What was taken for granted about a table, one sentence each: the pack, the edition and how it is known,
/// columns not recognised or converted, rows left out. No guess is silent.
std::vector<std::string> tableNotes(const CheckedTable& checked, Language language);

/// "erreurs, avertissements": 3 erreurs, 12 avertissements, 1 information, 2 constats acceptés.
std::string shownCounts(const CheckedWorkbook& workbook, Language language);

} // namespace panorama
