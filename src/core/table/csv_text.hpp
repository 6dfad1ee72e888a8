#pragma once

#include <span>
#include <string>

namespace panorama {

/// One record after RFC 4180, with its line end: cells are quoted where they must be, and stay what they are.
std::string csvRecord(std::span<const std::string> cells);

/// A number as programs read it: a decimal point, no grouping, as many digits as it takes to read it back.
std::string csvNumber(double number);

/// Whether a spreadsheet that opens the file would take the cell for a formula.
bool looksLikeFormula(const std::string& cell);

/// The cell made harmless where it looks like a formula: with an apostrophe in front, as spreadsheets mark
/// texts, which our own reader passes over.
std::string withoutFormula(const std::string& cell);

} // namespace panorama
