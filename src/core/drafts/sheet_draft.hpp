#pragma once

#include "core/drafts/cell_block.hpp"
#include "core/drafts/cell_guidance.hpp"
#include "core/drafts/draft_chart.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace panorama {

/// What a cell of a draft is for the reader; a host gives each its form once.
enum class Look : std::uint8_t {
    plain,
    title,
    heading,
    label,
    note,
    error,
    warning,
    information,
    good,
    input,   ///< to be filled in: it stays open where the sheet is protected
    computed ///< a result that is not to be typed over
};

/// How a number of a draft is shown.
enum class NumberForm : std::uint8_t {
    general,
    count,
    amount,
    years,
    percent,
    points,       ///< of a rate, and years more or less: one decimal and a sign
    countChange,  ///< more or less, with a sign
    amountChange, ///< the same with two decimals
    date
};

/// A cell to be written. A text stays a text whatever it looks like: only `formula` becomes a formula.
struct DraftCell
{
    enum class Kind : std::uint8_t { empty, text, number, formula, link };
    Kind kind = Kind::empty;
    std::string text = {};   ///< the text, the words of a link, or a formula in the neutral form of files
    std::string target = {}; ///< of a link: "#'Feuille'.B12"
    double number = 0;       ///< a date: days since 1899-12-30
    Look look = Look::plain;
    NumberForm form = NumberForm::general;
    int rows = 1, columns = 1; ///< of an array formula
    bool wraps = false;        ///< a long text goes on in a further line of its cell
};

DraftCell textCell(std::string_view text, Look look = Look::plain);
/// A text of any length beside other cells.
DraftCell wrappedCell(std::string_view text, Look look = Look::plain);
DraftCell numberCell(double number, NumberForm form, Look look = Look::plain);
DraftCell formulaCell(std::string_view formula, NumberForm form = NumberForm::general,
                      Look look = Look::plain);
DraftCell linkCell(std::string_view words, std::string_view target, Look look = Look::plain);
/// An empty cell to be filled in.
DraftCell inputCell(NumberForm form = NumberForm::general);

/// Rows that can be folded away under the one above them.
struct FoldedRows
{
    int first = 0;
    int last = 0;
    bool folded = true;
};

/// A sheet to be written into a workbook: what stands in its cells and what it is, before any host.
struct SheetDraft
{
    std::string name; ///< the host makes it free where another sheet has it
    std::vector<std::vector<DraftCell>> rows;
    std::vector<double> widths = {}; ///< of the columns, in cm; further ones keep the host's width
    int frozenRows = 0;
    bool landscape = true; ///< printed as wide as one page
    std::vector<CellBlock> merged = {};
    std::vector<CellGuidance> guidance = {};
    std::vector<FoldedRows> sections = {};
    std::vector<DraftChart> charts = {};
    bool isProtected = false; ///< without a password; cells with the look `input` stay open
};

/// "#'Feuille'.B12": where a link to a cell leads.
std::string linkTarget(std::string_view sheet, std::string_view cell);

} // namespace panorama
