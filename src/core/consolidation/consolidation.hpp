#pragma once

#include "core/checking/file_report.hpp"
#include "core/drafts/sheet_draft.hpp"
#include "core/rules/nomenclature.hpp"
#include "core/table/columns.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace panorama {

/// Many workbooks made one portfolio. Every row is kept as its file says it; what two files say of one
/// project is put side by side and never decided.
struct Consolidation
{
    struct Origin
    {
        std::string file; ///< as the user named it
        std::string sheet;
        int row = 0; ///< as the sheet counts: from 1
        friend bool operator==(const Origin&, const Origin&) = default;
    };
    struct Column
    {
        std::optional<Field> field; ///< nothing for a header that nobody understands
        std::string header;         ///< of such a column, as its file writes it
    };
    struct Row
    {
        Origin origin;
        std::string name;
        std::vector<DraftCell> cells; ///< one for each column; costs in M€, durations in years
        std::size_t part = 0;         ///< the table it comes from, in `parts`
        bool isNilReturn = false;     ///< a ministry's "rien à déclarer"
        std::string ministry = {};    ///< as its file writes it
    };
    /// Two rows of one project.
    struct Meeting
    {
        std::size_t first = 0, second = 0; ///< rows
        bool byIdentifier = false;         ///< else by name
        std::vector<std::size_t> columns;  ///< where they differ; none: the same row twice
    };
    /// A ministry that has nothing to declare in one file, and projects in others.
    struct ContradictedReturn
    {
        std::string ministry;              ///< its name in force, or as the return writes it
        std::size_t nilReturn = 0;         ///< a row
        std::vector<std::size_t> projects; ///< rows
    };
    /// Something taken for granted or left out.
    struct Note
    {
        enum class Kind : std::uint8_t {
            amountConverted, ///< of a column: to M€
            yearsConverted,  ///< of a column of durations: to years
            readFromText,    ///< numbers or dates held as text
            notUnderstood,   ///< texts in a column of numbers or dates, kept as they are
            errorKept,       ///< a cell in error, kept as the text it shows
            ownColumn,       ///< a header that nobody understands, carried over
            totalLeftOut,    ///< a line of sums
            remarkLeftOut,   ///< a remark below the table
            rowNotRead,      ///< a row that looks like a project, and has too little of one
            partNotRead,     ///< a sheet or a block that looks like projects, or is hidden
            tableLeftOut,    ///< a table that repeats the main one, or whose sheet says it does not count
            olderSheet,      ///< another edition of the same workbook
            listLeftOut,     ///< accepted findings, a register of opinions
            nothingFilledIn, ///< a fiche that nobody has begun
            ficheRest,       ///< lines of a fiche that are no label with one value
            givenTwice,      ///< the same file named twice
            otherEdition     ///< the files are not all of one edition: this one's
        };
        Kind kind = Kind::ownColumn;
        std::string file = {};
        std::string sheet = {};
        std::string subject = {}; ///< the header or the cell
        std::size_t count = 0;
    };
    struct Source
    {
        std::string file;
        std::size_t projects = 0, nilReturns = 0;
    };

    std::vector<Column> columns;          ///< the fields in the order of the vocabulary, then other headers
    std::vector<std::vector<bool>> parts; ///< of each table read: which of the columns it has
    std::vector<Row> rows;
    std::vector<Meeting> meetings;
    std::vector<ContradictedReturn> contradictions;
    std::vector<Source> sources; ///< the files read
    std::vector<UnusableFile> unread;
    std::vector<Note> notes;
    std::vector<std::string> foldersNotRead; ///< names of the folders within the one whose files were read
    std::optional<YearMonth> edition;        ///< of all the files that say one, where they agree

    std::size_t projects() const;
    std::size_t nilReturns() const { return rows.size() - projects(); }
    std::size_t conflicts() const;
    std::size_t duplicates() const;
};

/// One portfolio of the files read.
Consolidation consolidate(std::span<const FileReport> reports, const Columns& columns,
                          const Nomenclatures& nomenclatures);

} // namespace panorama
