#include "core/fiche/fiche_layout.hpp"

#include <algorithm>

namespace panorama {

namespace {

/// Takes the rows one after the other.
class Placer
{
  public:
    explicit Placer(FicheLayout& layout) : layout_(layout) { layout_.rowCount = FicheLayout::headRows; }

    void place(const FicheSection& section)
    {
        FicheLayout::Section rows{.heading = layout_.rowCount++};
        for (const FichePart& part : section.parts)
            std::visit([this](const auto& known) { take(known); }, part);
        ++layout_.rowCount; // an empty row ends the section
        rows.last = layout_.rowCount - 1;
        layout_.sections.push_back(rows);
    }

  private:
    void take(const FicheLine& line)
    {
        layout_.lines.emplace(line.field, layout_.rowCount++);
        widen(FicheLayout::valueColumn);
    }

    void take(const FicheJournal& journal)
    {
        layout_.journals.emplace(journal.id, layout_.rowCount);
        layout_.rowCount += 2 + journal.rows; // the title, the headers and the rows
        widen(FicheLayout::labelColumn + static_cast<int>(journal.columns.size()) - 1);
    }

    void take(const FicheSchedule& schedule)
    {
        FicheLayout::Schedule rows{.title = layout_.rowCount, .years = schedule.years};
        rows.header = rows.title + 1;
        rows.firstNature = rows.header + 1;
        rows.total = rows.firstNature + static_cast<int>(schedule.natures.size());
        rows.mcoTotal = rows.total + 1;
        layout_.rowCount = rows.mcoTotal + 1;
        layout_.schedules.emplace(schedule.id, rows);
        widen(FicheLayout::yearColumn + schedule.years - 1);
    }

    void widen(int column) { layout_.columnCount = std::max(layout_.columnCount, column + 1); }

    FicheLayout& layout_;
};

} // namespace

std::optional<Place> FicheLayout::valueOf(Field field) const
{
    const auto row = lines.find(field);
    if (row == lines.end()) return std::nullopt;
    return Place{row->second, valueColumn};
}

CellBlock FicheLayout::cellsOf(const FicheJournal& journal) const
{
    const int first = journals.at(journal.id) + 2;
    return {first, labelColumn, first + journal.rows - 1,
            labelColumn + static_cast<int>(journal.columns.size()) - 1};
}

FicheLayout layOut(const FichePlan& plan)
{
    FicheLayout layout;
    Placer placer(layout);
    for (const FicheSection& section : plan.sections)
        placer.place(section);
    return layout;
}

} // namespace panorama
