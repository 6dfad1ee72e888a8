// What the rules find in a range of cells.

#include "core/checking/checked_workbook.hpp"
#include "core/checking/edition_choice.hpp"
#include "core/editions/table_match.hpp"
#include "core/functions/arguments.hpp"
#include "core/functions/names.hpp"
#include "core/report/finding_words.hpp"
#include "core/rules/causes.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cmath>

namespace panorama::functions {

namespace {

constexpr Language dataLanguage = Language::french; // results are data, whoever opens the sheet

/// The lowest severity to count, as a user types it.
Severity lowestSeverity(Arguments& arguments, std::size_t index)
{
    const std::string name = arguments.isGiven(index) ? fold(arguments.text(index)) : "information";
    if (name == "erreur" || name == "erreurs" || name == "error") return Severity::error;
    if (name == "avertissement" || name == "avertissements" || name == "warning") return Severity::warning;
    if (name != "information" && name != "informations" && name != "info")
        arguments.fail(CellError::illegalArgument);
    return Severity::information;
}

/// The pack an argument names, else the one the headers call for.
const Pack* packFor(Arguments& arguments, std::size_t index, const RuleBook& rules, const Table& table)
{
    if (!arguments.isGiven(index)) return rules.packFor(table.layout());
    const auto found = rules.packs().find(std::string(trimmed(arguments.text(index))));
    if (found == rules.packs().end()) arguments.fail(CellError::illegalArgument);
    return found == rules.packs().end() ? nullptr : &found->second;
}

/// A table of projects in a range, with what was found in it.
struct CheckedRange
{
    std::vector<Table> tables;
    std::vector<Finding> findings;
};

/// Without a table of projects #N/A, never "nothing found".
CheckedRange checkedRange(Arguments& arguments)
{
    CheckedRange checked;
    const RuleBook* rules = arguments.host().rules;
    const Severity lowest = lowestSeverity(arguments, 1);
    if (!rules) {
        arguments.fail(CellError::notAvailable);
        return checked;
    }
    checked.tables = findTables(arguments.cells(0), rules->columns());
    if (checked.tables.empty()) arguments.fail(CellError::notAvailable);
    if (arguments.failed()) return checked;
    const Table& table = checked.tables.front();
    const Pack* pack = packFor(arguments, 2, *rules, table);
    if (!pack) {
        arguments.fail(CellError::notAvailable);
        return checked;
    }
    if (arguments.failed()) return checked;
    CheckContext context{.nomenclatures = rules->nomenclatures(), .editions = rules->editions()};
    context.edition = editionOf(table, {}, rules->editions(), {});
    checked.findings = groupedByCause(findAll(table, *pack, context));
    std::erase_if(checked.findings, [&](const Finding& finding) { return finding.severity > lowest; });
    return checked;
}

std::optional<Table> onlyTable(Arguments& arguments, std::size_t index)
{
    const RuleBook* rules = arguments.host().rules;
    auto tables = rules ? findTables(arguments.cells(index), rules->columns()) : std::vector<Table>();
    if (!tables.empty()) return std::move(tables.front());
    arguments.fail(CellError::notAvailable);
    return std::nullopt;
}

/// Rows of so many columns; without any, one empty cell.
Value rowsOf(std::vector<Value> cells, std::size_t columns)
{
    if (cells.empty()) return columnOf({});
    const std::size_t rows = cells.size() / columns;
    return Array(rows, columns, std::move(cells));
}

} // namespace

Value checkCount(Arguments& arguments)
{
    const CheckedRange checked = checkedRange(arguments);
    return static_cast<double>(checked.findings.size());
}

Value checkFindings(Arguments& arguments)
{
    const CheckedRange checked = checkedRange(arguments);
    std::vector<Value> cells;
    for (const Finding& finding : checked.findings) {
        cells.emplace_back(std::string(nameOf(finding.severity, dataLanguage)));
        cells.emplace_back(a1(finding.place));
        cells.emplace_back(finding.rule->id);
        cells.emplace_back(projectOf(finding));
        cells.emplace_back(messageOf(finding, dataLanguage));
    }
    return rowsOf(std::move(cells), 5);
}

Value editionRenamed(Arguments& arguments)
{
    const auto earlier = onlyTable(arguments, 0), now = onlyTable(arguments, 1);
    if (!earlier || !now) return arguments.error();
    std::vector<Value> cells;
    for (const ProposedRename& rename : proposedRenames(*earlier, *now)) {
        cells.emplace_back(rename.before);
        cells.emplace_back(rename.after);
        cells.emplace_back(std::round(rename.confidence * 100) / 100);
    }
    return rowsOf(std::move(cells), 3);
}

} // namespace panorama::functions
