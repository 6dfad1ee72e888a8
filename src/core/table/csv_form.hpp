#pragma once

#include "core/reading/decoding.hpp"
#include "core/table/sheet.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace panorama {

/// A cell of which some bytes were damaged, or could be read otherwise: its first such place.
struct DamagedCell
{
    Place place;
    DamageKind kind = DamageKind::strayByte;
    TextPosition position; ///< in the file
    std::string bytes;     ///< as they stood there
    std::string read;      ///< what stands in the cell instead
    friend bool operator==(const DamagedCell&, const DamagedCell&) = default;
};

struct DamagedCells
{
    static constexpr std::size_t mostListed = 100;
    std::vector<DamagedCell> first;
    std::size_t total = 0;
    std::vector<std::size_t> byColumn; ///< how many in each; shorter than the sheet is wide
    friend bool operator==(const DamagedCells&, const DamagedCells&) = default;
};

/// A quote that opens a cell and never closes it, or closes it in the midst of another: read as a character.
struct StrayQuote
{
    Place place;
    TextPosition position;         ///< in the file
    std::size_t swallowedRows = 0; ///< rows that would have become part of the cell
    friend bool operator==(const StrayQuote&, const StrayQuote&) = default;
};

/// How a CSV file turned out to be written.
struct CsvForm
{
    DecodingEvidence decoding; ///< with the first of its damaged places
    DamagedCells damaged;
    char separator = ',';
    int lastRecord = -1; ///< the last row that has separators, whether or not anything stands between them
    bool separatorLine = false;          ///< "sep=;" above everything, which is no row
    std::vector<StrayQuote> strayQuotes; ///< the first ones
    friend bool operator==(const CsvForm&, const CsvForm&) = default;
};

} // namespace panorama
