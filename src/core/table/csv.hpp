#pragma once

#include "core/table/cell_edit.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace panorama {

/// How a CSV file turned out to be written.
struct CsvForm
{
    enum class Charset : unsigned char { utf8, utf8WithMark, utf16, windows1252 };
    Charset charset = Charset::utf8;
    char separator = ',';
    bool unclosedQuote = false; ///< the file ends within a quoted cell: it may be cut off
};

struct CsvSheet
{
    Sheet sheet;
    CsvForm form;
};

enum class CsvProblem {
    unreadable, ///< no such file, a folder, or no right to read it
    tooLarge,   ///< over the limits of csv.cpp
    binary      ///< not a text: it holds null characters
};

/// Whether a file is a CSV file by its name: .csv, .tsv or .txt, in any case.
bool isCsvName(const std::filesystem::path& file);

/// Reads a CSV file (RFC 4180): charset, separator and line ends are detected, every cell is text and stays
/// what it is: "0123" is no number and "=1+1" no formula.
tl::expected<CsvSheet, CsvProblem> readCsv(const std::filesystem::path& path);
/// The same from memory; `name` becomes the sheet's name.
tl::expected<CsvSheet, CsvProblem> parseCsv(std::string_view bytes, std::string name);

/// "UTF-8", "Windows-1252"...
std::string_view nameOf(CsvForm::Charset charset);

/// The file with some cells changed and every other byte as it was. A file that is not UTF-8 comes out in
/// UTF-8.
tl::expected<std::string, CsvProblem> editCsv(std::string_view bytes, std::span<const CellEdit> edits);

} // namespace panorama
