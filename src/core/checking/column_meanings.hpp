#pragma once

#include "core/table/cell_edit.hpp"
#include "core/table/columns.hpp"
#include "core/table/sheet.hpp"
#include "core/text/date.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace panorama {

/// What the user says of a table, kept in a sheet of its workbook or in a file of its own: under the headers
/// "En-tête" and "Champ" a header as it stands and the field it means ("aucun" for none); above them, where
/// wanted, "Édition" beside a month and "Règles" beside the name of a pack.
struct ColumnMeanings
{
    /// A field that nobody knows.
    struct Unknown
    {
        std::string sheet;
        Place place;
        std::string said;
    };
    Columns::Corrections headers = {};
    std::optional<YearMonth> edition = {};
    std::string pack = {};
    std::vector<Unknown> unknown = {};
    const Sheet* sheet = nullptr; ///< that says so; nothing where none does
};

/// From the first sheet with these headers near its top.
ColumnMeanings columnMeanings(std::span<const Sheet> sheets, const Columns& columns);

/// The cells of a sheet that says so, from its top; columnMeanings() reads the same from them.
std::vector<CellEdit> cellsOf(const ColumnMeanings& meanings, const Columns& columns,
                              const std::string& sheet);

} // namespace panorama
