#pragma once

#include "core/table/cell_meanings.hpp"
#include "core/table/table.hpp"

#include <vector>

namespace panorama {

/// Finds projects whose labels stand before their values: fiches, one or several in a sheet, and projects in
/// columns, as other countries publish them.
class LabelledSheet
{
  public:
    explicit LabelledSheet(CellMeanings& meanings)
        : meanings_(meanings), sheet_(meanings.sheet()), vocabulary_(meanings.vocabulary()),
          columnCount_(meanings.columnCount())
    {
    }

    std::vector<Table> find();

  private:
    /// A label and where its value stands.
    struct Label
    {
        HeaderMeaning meaning;
        Place label, value;
    };
    using Labels = std::vector<Label>;

    bool isValueOfLabel(Place place);
    Place valueBeside(Place label);
    std::vector<Labels> parts();
    static void alignValues(Labels& labels, const Sheet& sheet);
    static bool isFiche(const Labels& labels);
    std::vector<int> projectColumns(const Labels& labels) const;
    bool countsProjects(const Labels& labels) const;
    std::size_t figuresIn(const Labels& labels, int column) const;
    Table turned(const Labels& labels, std::vector<int> columns) const;
    Table fiches(const std::vector<Labels>& fiches) const;
    void addUnknownLabels(Table& table, int firstRow, int lastRow, int labelColumn) const;

    CellMeanings& meanings_;
    const Sheet& sheet_;
    const Columns& vocabulary_;
    int columnCount_;
};

} // namespace panorama
