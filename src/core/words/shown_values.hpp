#pragma once

#include "core/data/data_error.hpp"
#include "core/data/text.hpp"
#include "core/text/date.hpp"
#include "core/text/withheld.hpp"

#include <string>

namespace panorama {

/// A data file's error: file, line, what is wrong, what is expected.
std::string describe(const DataError& error, Language language);

/// Numbers and dates as the language writes them: "2 511,86" or "2,511.86", at most so many decimals and at
/// least the fewest.
std::string shownNumber(double value, int fewestDecimals, int mostDecimals, Language language);
std::string shownDate(Date date, Language language);
std::string shownMonth(YearMonth month, Language language);
/// The singular or the plural, as the language counts.
const Text& numbered(double count, const Text& one, const Text& many, Language language);
std::string shownCount(std::size_t count, const Text& one, const Text& many, Language language);
/// "1 projet", "10 projets".
std::string shownProjects(std::size_t count, Language language);
std::string shownPercent(double fraction, Language language);
/// "en révision de trajectoire": why a figure is kept back.
std::string shownReason(Withheld reason, Language language);

} // namespace panorama
