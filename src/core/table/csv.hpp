#pragma once

#include "core/reading/known_words.hpp"
#include "core/table/cell_edit.hpp"
#include "core/table/csv_form.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace panorama {

struct CsvSheet
{
    Sheet sheet;
    CsvForm form;
};

enum class CsvProblem {
    unreadable, ///< no such file, a folder, or no right to read it
    tooLarge,   ///< over the limits of csv.cpp
    binary,     ///< not a text
    utf32       ///< a text of four bytes a character
};

/// Whether a file is a CSV file by its name: .csv, .tsv or .txt, in any case.
bool isCsvName(const std::filesystem::path& file);

/// Reads a CSV file (RFC 4180): charset, separator and line ends are detected, every cell is text and stays
/// what it is: "0123" is no number and "=1+1" no formula. The words tell charsets apart.
tl::expected<CsvSheet, CsvProblem> readCsv(const std::filesystem::path& path,
                                           const KnownWords& words = KnownWords::french());
/// The same from memory; `name` becomes the sheet's name.
tl::expected<CsvSheet, CsvProblem> parseCsv(std::string_view bytes, std::string name,
                                            const KnownWords& words = KnownWords::french());

/// The file with some cells changed and everything else as it was read. A file that is not UTF-8 comes out in
/// UTF-8.
tl::expected<std::string, CsvProblem> editCsv(std::string_view bytes, std::span<const CellEdit> edits,
                                              const KnownWords& words = KnownWords::french());

} // namespace panorama
