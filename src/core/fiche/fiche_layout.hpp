#pragma once

#include "core/drafts/cell_block.hpp"
#include "core/fiche/fiche_plan.hpp"
#include "core/table/sheet.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// Where everything of the fiche stands on its sheet.
struct FicheLayout
{
    // A remark stands left of the label: what stands to the right of a value would be taken for it.
    static constexpr int markColumn = 0;
    static constexpr int labelColumn = 1;
    static constexpr int valueColumn = 2; ///< also the second column of journals, and the VAT of schedules
    static constexpr int yearColumn = 3;  ///< the first year of schedules
    static constexpr int titleRow = 0;
    static constexpr int guideRow = 1;
    static constexpr int stateRow = 2; ///< what is left to be done
    static constexpr int headRows = 4; ///< stay in sight

    struct Section
    {
        int heading = 0;
        int last = 0;
    };
    /// Rows of a schedule.
    struct Schedule
    {
        int title = 0, header = 0, firstNature = 0, total = 0, mcoTotal = 0;
        int years = 0;
        CellBlock row(int row) const { return {row, yearColumn, row, yearColumn + years - 1}; }
    };

    std::vector<Section> sections;       ///< in the plan's order
    std::map<Field, int> lines;          ///< the row of each line
    std::map<std::string, int> journals; ///< the row of each journal's title; its headers follow
    std::map<std::string, Schedule> schedules;
    int rowCount = 0;
    int columnCount = 0;

    std::optional<Place> valueOf(Field field) const;
    /// The cells of a journal that are filled in.
    CellBlock cellsOf(const FicheJournal& journal) const;
};

FicheLayout layOut(const FichePlan& plan);

} // namespace panorama
