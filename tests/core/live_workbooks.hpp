// Small workbooks with named sheets, judged by the standard rules.
#pragma once

#include "core/checking/checked_workbook.hpp"
#include "findings_of.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace panorama::test {

inline const RuleBook& ruleBook()
{
    static const std::unique_ptr<RuleBook> book = required(RuleBook::load(sourceFolder / "extension"));
    return *book;
}

inline Sheet namedSheet(const std::string& name, const Cells& rows)
{
    Sheet sheet(name, CellOrigin::document);
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column)
            rows[row][column].putInto(sheet, {static_cast<int>(row), static_cast<int>(column)});
    return sheet;
}

/// A sheet does not copy itself by mistake.
inline Sheet copyOf(const Sheet& sheet)
{
    std::vector<int> rows;
    for (int row = 0; row < sheet.rowCount(); ++row)
        rows.push_back(row);
    return sheet.onlyRows(rows);
}

template <typename... Sheets>
std::vector<Sheet> sheetsOf(Sheets... sheets)
{
    std::vector<Sheet> list;
    (list.push_back(std::move(sheets)), ...);
    return list;
}

inline CheckOptions optionsOfToday()
{
    CheckOptions options;
    options.today = Date(std::chrono::year(2021) / 12 / 1);
    return options;
}

inline std::unique_ptr<CheckedWorkbook> checkedWorkbook(std::vector<Sheet> sheets,
                                                        const CheckOptions& options = optionsOfToday(),
                                                        std::string fileName = "classeur.ods")
{
    return CheckedWorkbook::check(std::move(fileName), std::move(sheets), ruleBook(), options);
}

} // namespace panorama::test
