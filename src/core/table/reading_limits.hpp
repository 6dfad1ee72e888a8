#pragma once

#include <cstddef>

namespace panorama::limits {

// Every threshold by which a sheet is understood, with its reason. They are about what people type, not about
// what the panorama says: those are parameters of the packs.

/// Longer texts are descriptions, not headers or labels; folding them all would cost more than the rest of
/// the reading.
inline constexpr std::size_t longestHeader = 120;
/// Our own columns could be a hundred; past these a sheet is no project table.
inline constexpr int mostColumnsScanned = 2048;

/// A table names the project and two things more: two words alone stand in any text.
inline constexpr std::size_t fewestFields = 3;
/// Of which so many stand there in full: words cut short alone may be anything.
inline constexpr std::size_t fewestExact = 2;
/// "Coûts" over "Dépenses" over "2025": no form stacks more.
inline constexpr int mostHeaderRows = 3;
inline constexpr std::size_t longestAbbreviation = 40;
/// A row with one known word may be a header together with the rows around it, near the top of a sheet.
inline constexpr int lastRowOfLoneHeader = 50;

/// A fiche names the project and describes it; fewer labels may stand in any text.
inline constexpr std::size_t fewestLabels = 4;
/// And they stand below each other: its name's label is no header of a list whose lines name other labels.
inline constexpr std::ptrdiff_t fewestInColumn = 3;
inline constexpr int longestFiche = 1000;
/// Where the values of so many labels stand in one column, that is the column of values.
inline constexpr int fewestAligned = 3;
/// Merged cells and a column for units lie between a label and its value.
inline constexpr int farthestValue = 6;

/// A title with the unit of a table stands near its headers.
inline constexpr int rowsOfTitle = 10;
/// "en milliers d’euros", "MF CFP"; longer texts speak of money and name no unit.
inline constexpr std::size_t longestUnit = 30;

/// Longer texts are remarks, not the label of a line of sums.
inline constexpr std::size_t longestTotalLabel = 60;
/// A row that says again what so many headers say is the header row again.
inline constexpr int fewestRepeatedHeaders = 3;
/// Or so many, where nothing else stands in the row: one alone may be a project's name.
inline constexpr int fewestLoneHeaders = 2;
/// A shorter text in every cell of a row ("ND", "oui") is an answer, no title.
inline constexpr std::size_t shortestSpreadTitle = 5;
/// Columns numbered 1, 2, 3: fewer may be anything.
inline constexpr int fewestNumbers = 3;
/// Units, column numbers and "obligatoire" stand right below the headers.
inline constexpr int rowsOfForm = 3;
/// A project without a name is one where so many things of its own are known; it then lacks its name.
inline constexpr int enoughWithoutName = 2;
/// Short texts alone, three of them or more, below a gap: the headers of something else.
inline constexpr int fewestOtherHeaders = 3;
/// A whole row in one cell: so many separators of other programs part no sentence.
inline constexpr int fewestSeparators = 2;

/// Two blocks of one sheet are two parts of a table where at most this share of the smaller one stands in the
/// other too; more, and one is a copy or another edition of the other.
inline constexpr double mostShared = 0.3;

/// Rows alike below each other, with names, figures and words: fewer may be a list of anything.
inline constexpr int fewestLikelyRows = 2;

/// Where most amounts of costs lie outside of these, M€, the unit of the column is another: 9 M€ typed in k€
/// are 9000, in Md€ 0.009. A whole edition has cost 3 600 M€ in one line.
inline constexpr double highestUsualAmount = 5000, lowestUsualAmount = 0.1;
/// The longest project ever published was planned for 17 years: 24, 36 or 48 are months.
inline constexpr double mostUsualYears = 20;

/// A spreadsheet may merge thousands of cells for looks; past these no merge tells anything.
inline constexpr int mostMergedAreas = 1000;
/// Likewise runs of cells in a format: a column may be one, or change with each row.
inline constexpr std::size_t mostFormatAreas = 2000;

} // namespace panorama::limits
