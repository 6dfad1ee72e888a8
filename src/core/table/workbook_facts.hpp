#pragma once

#include "core/table/csv_form.hpp"
#include "core/table/sheet.hpp"

#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// What a workbook carries beside its cells, for the rules on files to be published. Unknown parts are empty.
struct WorkbookFacts
{
    struct Note
    {
        std::string sheet;
        Place place;
        friend bool operator==(const Note&, const Note&) = default;
    };
    struct Link
    {
        std::string sheet;
        std::optional<Place> place; ///< of the formula; nothing for a link of the whole document
        std::string target;
        friend bool operator==(const Link&, const Link&) = default;
    };
    struct Chart
    {
        std::string sheet;
        std::string title;
        std::vector<std::string> categories;
        friend bool operator==(const Chart&, const Chart&) = default;
    };
    friend bool operator==(const WorkbookFacts&, const WorkbookFacts&) = default;

    std::vector<std::string> hiddenSheets;
    std::vector<Note> comments;
    std::vector<Link> links;
    std::string author;
    std::vector<Chart> charts;
    std::string charset;        ///< of a CSV file
    std::optional<CsvForm> csv; ///< how a CSV file was read
};

/// What was read of a workbook at one time.
struct WorkbookSnapshot
{
    std::vector<Sheet> sheets;
    WorkbookFacts facts = {};
};

} // namespace panorama
