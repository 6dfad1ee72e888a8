#pragma once

#include "core/editions/edition_table.hpp"
#include "core/rules/check.hpp"
#include "core/table/table.hpp"

#include <optional>
#include <string>

namespace panorama {

struct CheckOptions;

/// What a name like "14-2021-12" or "edition-03-2017-06" says; a guess that reports tell.
EditionContext editionFromName(const std::string& name);

/// The edition a table is for: what the user says, else its dates of publication, else the name of its sheet
/// or its file, else a title above it.
EditionContext editionOf(const Table& table, const std::string& fileName, const EditionTable& editions,
                         const CheckOptions& options);

/// The edition that a sheet filled at a day is most likely for: the next June or December, since the panorama
/// comes out twice a year. A proposal, never taken without being asked.
YearMonth proposedEdition(Date day);

/// The year of the edition that a file is checked for, or this one: columns of later years are not its own.
int latestYear(const std::string& fileName, const EditionTable& editions, const CheckOptions& options);

} // namespace panorama
