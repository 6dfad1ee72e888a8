// What the rules of a pack find in a small sheet, as texts like "R02 error C4" that a table of cases can
// hold.
#pragma once

#include "core/rules/engine.hpp"
#include "core/table/csv.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace panorama {

inline std::ostream& boost_test_print_type(std::ostream& stream, Date date)
{
    return stream << isoDate(date);
}

namespace test {

inline const std::filesystem::path sourceFolder = PANORAMA_SOURCE_DIR;

/// A file of the data that is not part of the project.
inline std::filesystem::path sharedFile(const std::string& name)
{
    const char* folder = std::getenv("PANORAMA_SHARED");
    return (folder ? std::filesystem::path(folder) : sourceFolder / ".." / "shared") / "data" / name;
}

/// Before a test of that data: * boost::unit_test::precondition(test::sharedDataIsThere). Without it the test
/// is skipped.
inline boost::test_tools::assertion_result sharedDataIsThere(boost::unit_test::test_unit_id)
{
    boost::test_tools::assertion_result there = std::filesystem::is_directory(sharedFile(""));
    if (!there)
        there.message() << "the shared data are not there (PANORAMA_SHARED names the folder that holds them)";
    return there;
}

template <typename T>
T required(DataResult<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().file + ":" + std::to_string(result.error().line) + ": " +
                                 result.error().subject);
    return std::move(*result);
}

/// The data files of the extension and its four packs.
struct Library
{
    Columns columns = required(Columns::read(sourceFolder / "extension/data/columns.xml"));
    Nomenclatures nomenclatures =
        required(Nomenclatures::read(sourceFolder / "extension/data/nomenclatures.xml"));
    EditionTable editions = required(EditionTable::read(sourceFolder / "extension/data/editions.xml"));
    PackReader packs{columns, nomenclatures, sourceFolder / "extension/packs"};

    const Pack& pack(const std::string& name) const
    {
        auto found = read_.find(name);
        if (found == read_.end()) found = read_.emplace(name, required(packs.readStandard(name))).first;
        return found->second;
    }

  private:
    mutable std::map<std::string, Pack> read_;
};

inline const Library& library()
{
    static const Library library;
    return library;
}

/// A cell of a sheet as a spreadsheet would hold it: a text, a number, a date, an error or nothing.
class Cell
{
  public:
    Cell() = default;
    Cell(const char* text) : kind_(CellKind::text), text_(text) {}
    Cell(double number) : kind_(CellKind::number), number_(number) {}
    static Cell date(std::string_view iso)
    {
        return Cell(CellKind::date, serialOf(parseDate(iso).value().date));
    }
    static Cell logical(bool value) { return Cell(CellKind::logical, value ? 1 : 0); }
    static Cell error(const char* shown)
    {
        Cell cell(shown);
        cell.kind_ = CellKind::error;
        return cell;
    }

    void putInto(Sheet& sheet, Place place) const
    {
        if (kind_ == CellKind::text || kind_ == CellKind::error)
            sheet.addText(place, text_, kind_);
        else if (kind_ != CellKind::empty)
            sheet.addNumber(place, number_, kind_);
    }

  private:
    Cell(CellKind kind, double number) : kind_(kind), number_(number) {}

    CellKind kind_ = CellKind::empty;
    std::string text_;
    double number_ = 0;
};

using Cells = std::vector<std::vector<Cell>>;

/// A sheet of a spreadsheet, from A1.
inline Sheet sheetOf(const Cells& rows)
{
    Sheet sheet("feuille", CellOrigin::document);
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column)
            rows[row][column].putInto(sheet, {static_cast<int>(row), static_cast<int>(column)});
    return sheet;
}

inline Sheet csvSheet(std::string_view text)
{
    auto csv = parseCsv(text, "fichier");
    if (!csv) throw std::runtime_error("the text is no CSV");
    return std::move(csv->sheet);
}

inline std::string_view nameOf(Severity severity)
{
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "info";
}

inline EditionContext edition(std::string_view month)
{
    EditionContext context;
    if (month.empty()) return context;
    context.month = parseYearMonth(month).value();
    context.source = EditionContext::Source::option;
    if (const auto* found = library().editions.near(*context.month)) context.number = found->number;
    return context;
}

/// "R02 error C4" for each finding of a rule, or of all ("").
inline std::vector<std::string> findingsOf(const Sheet& sheet, const std::string& pack, std::string_view rule,
                                           std::string_view editionMonth = "")
{
    std::vector<std::string> found;
    const CheckContext context{library().nomenclatures, library().editions, edition(editionMonth)};
    for (const Table& table : findTables(sheet, library().columns))
        for (const Finding& finding : findAll(table, library().pack(pack), context))
            if (rule.empty() || finding.rule->id == rule)
                found.push_back(finding.rule->id + " " + std::string(nameOf(finding.severity)) + " " +
                                a1(finding.place));
    return found;
}

} // namespace test
} // namespace panorama
