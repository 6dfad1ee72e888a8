#include "core/fiche/fiche_content.hpp"

#include "core/drafts/carried_cell.hpp"
#include "core/fiche/fiche_layout.hpp"
#include "core/fiche/fiche_words.hpp"
#include "core/table/table.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <set>

namespace panorama {

namespace {

constexpr int longestJournal = 100;

bool isEmpty(const DraftCell& cell)
{
    return cell.kind == DraftCell::Kind::empty;
}

bool isEmpty(const std::vector<DraftCell>& row)
{
    return std::all_of(row.begin(), row.end(), [](const DraftCell& cell) { return isEmpty(cell); });
}

/// Reads the tables within a fiche by the words of their headers: rows may have been added above or within.
class FicheReader
{
  public:
    FicheReader(const Table& table, const FichePlan& plan) : table_(table), sheet_(table.sheet()), plan_(plan)
    {
        for (const FicheSection& section : plan.sections) {
            addWords(section.title);
            for (const FichePart& part : section.parts)
                if (const auto* journal = std::get_if<FicheJournal>(&part)) addWords(journal->title);
        }
    }

    FicheContent read()
    {
        FicheContent content;
        for (const FicheSection& section : plan_.sections)
            for (const FichePart& part : section.parts) {
                if (const auto* line = std::get_if<FicheLine>(&part)) readLine(*line, content);
                if (const auto* journal = std::get_if<FicheJournal>(&part)) readJournal(*journal, content);
                if (const auto* schedule = std::get_if<FicheSchedule>(&part))
                    readSchedule(*schedule, content);
            }
        return content;
    }

  private:
    void addWords(const Text& words)
    {
        endings_.insert(fold(words.french));
        endings_.insert(fold(words.english));
    }

    bool says(Place place, const Text& words) const
    {
        const std::string key = fold(sheet_.text(place));
        return !key.empty() && (key == fold(words.french) || key == fold(words.english));
    }

    void readLine(const FicheLine& line, FicheContent& content) const
    {
        if (!line.formula.empty() || !table_.has(line.field)) return;
        DraftCell cell = carriedCell(table_, line.field, 0);
        if (!isEmpty(cell)) content.lines.emplace(line.field, std::move(cell));
    }

    /// Where a row begins with these labels, side by side.
    std::optional<Place> findHeader(const Text& first, const Text& second) const
    {
        for (int row = 0; row < sheet_.rowCount(); ++row)
            for (int column = 0; column + 1 < sheet_.columnCount(); ++column)
                if (says({row, column}, first) && says({row, column + 1}, second)) return Place{row, column};
        return std::nullopt;
    }

    bool ends(Place place) const
    {
        const auto text = sheet_.text(place);
        return !text.empty() && (table_.columns().meaning(text) || endings_.contains(fold(text)));
    }

    std::vector<DraftCell> cells(Place first, int count) const
    {
        std::vector<DraftCell> cells;
        cells.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i)
            cells.push_back(rawCell(sheet_, {first.row, first.column + i}));
        return cells;
    }

    void readJournal(const FicheJournal& journal, FicheContent& content) const
    {
        const auto header = findHeader(journal.columns.at(0).label, journal.columns.at(1).label);
        if (!header) return;
        FicheContent::Rows rows;
        for (int row = header->row + 1; row <= header->row + longestJournal; ++row) {
            if (ends({row, header->column})) break;
            rows.push_back(cells({row, header->column}, static_cast<int>(journal.columns.size())));
        }
        while (!rows.empty() && isEmpty(rows.back()))
            rows.pop_back();
        if (!rows.empty()) content.journals.emplace(journal.id, std::move(rows));
    }

    void readSchedule(const FicheSchedule& schedule, FicheContent& content) const
    {
        const auto header = findHeader(fiche_words::nature, fiche_words::lineVat);
        if (!header) return;
        FicheContent::Rows rows;
        rows.push_back(cells({header->row, header->column + 2}, 1));
        for (const auto& nature : schedule.natures) {
            rows.emplace_back();
            for (int row = header->row + 1; row <= header->row + longestJournal; ++row)
                if (says({row, header->column}, nature.label)) {
                    rows.back() = cells({row, header->column + 1}, schedule.years + 1);
                    break;
                }
            if (nature.kind == FicheSchedule::Kind::payroll || nature.kind == FicheSchedule::Kind::mcoPayroll)
                if (!rows.back().empty()) rows.back().front() = {}; // says that there is no VAT
        }
        if (std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !isEmpty(row); }))
            content.schedules.emplace(schedule.id, std::move(rows));
    }

    const Table& table_;
    const Sheet& sheet_;
    const FichePlan& plan_;
    std::set<std::string> endings_; ///< folded titles below which another part begins
};

} // namespace

std::optional<FicheContent> readFiche(const std::vector<Sheet>& sheets, const FichePlan& plan,
                                      const Columns& columns)
{
    for (const Sheet& sheet : sheets)
        for (const Table& table : findTables(sheet, columns))
            if (table.role() == LayoutRole::fiche) return FicheReader(table, plan).read();
    return std::nullopt;
}

void clearForNewEdition(FicheContent& content, const FichePlan& plan)
{
    for (const FicheSection& section : plan.sections)
        for (const FichePart& part : section.parts)
            if (const auto* line = std::get_if<FicheLine>(&part))
                if (!line->carried) content.lines.erase(line->field);
}

} // namespace panorama
