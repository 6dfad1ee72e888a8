#include "core/consolidation/same_projects.hpp"

#include "core/table/csv_text.hpp"
#include "core/text/fold.hpp"

#include <map>

namespace panorama {

namespace {

/// What a cell says, whatever its case, accents and spaces.
std::string keyOf(const DraftCell& cell)
{
    if (cell.kind == DraftCell::Kind::number) return csvNumber(cell.number);
    const std::string key = fold(cell.text);
    return key.empty() ? cell.text : key; // "?!" folds to nothing and is something
}

std::optional<std::size_t> columnOf(const Consolidation& portfolio, Field field)
{
    for (std::size_t i = 0; i < portfolio.columns.size(); ++i)
        if (portfolio.columns[i].field == field) return i;
    return std::nullopt;
}

class Meetings
{
  public:
    explicit Meetings(const Consolidation& portfolio)
        : portfolio_(portfolio), identifiers_(columnOf(portfolio, Field::identifier))
    {
    }

    std::vector<Consolidation::Meeting> find()
    {
        for (std::size_t row = 0; row < portfolio_.rows.size(); ++row)
            if (!portfolio_.rows[row].isNilReturn) place(row);
        return std::move(meetings_);
    }

  private:
    void place(std::size_t row)
    {
        const std::string identifier =
            identifiers_ ? keyOf(portfolio_.rows[row].cells[*identifiers_]) : std::string();
        const std::string name = fold(portfolio_.rows[row].name);
        if (!identifier.empty()) {
            const auto [first, isNew] = byIdentifier_.emplace(identifier, row);
            if (!isNew) {
                if (!name.empty()) byName_.emplace(name, first->second);
                return meet(first->second, row, true);
            }
        }
        if (name.empty()) return;
        const auto [first, isNew] = byName_.emplace(name, row);
        if (!isNew) meet(first->second, row, false);
    }

    void meet(std::size_t first, std::size_t second, bool byIdentifier)
    {
        Consolidation::Meeting meeting{first, second, byIdentifier, {}};
        const auto &before = portfolio_.rows[first], &now = portfolio_.rows[second];
        const auto &partBefore = portfolio_.parts[before.part], &partNow = portfolio_.parts[now.part];
        for (std::size_t column = 0; column < portfolio_.columns.size(); ++column) {
            const bool inBoth = partBefore[column] && partNow[column];
            if (inBoth && keyOf(before.cells[column]) != keyOf(now.cells[column]))
                meeting.columns.push_back(column);
        }
        meetings_.push_back(std::move(meeting));
    }

    const Consolidation& portfolio_;
    std::optional<std::size_t> identifiers_;
    std::map<std::string, std::size_t> byIdentifier_, byName_; ///< the first row of each
    std::vector<Consolidation::Meeting> meetings_;
};

} // namespace

std::vector<Consolidation::Meeting> meetingsOf(const Consolidation& portfolio)
{
    return Meetings(portfolio).find();
}

} // namespace panorama
