#include "core/checking/counted_tables.hpp"

#include "core/table/project.hpp"
#include "core/text/fold.hpp"
#include "core/text/words.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace panorama {

namespace {

// Of the smaller table's projects: above it the two are about the same ones.
constexpr double mostAreTheSame = 0.7;

std::map<std::string, std::size_t> rowsByName(const Table& table)
{
    std::map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        if (auto name = fold(table.projectName(row)); !name.empty()) rows.emplace(std::move(name), row);
    return rows;
}

bool sameFigures(const Project& a, const Project& b)
{
    const auto same = [](const auto& x, const auto& y) { return !x || !y || *x == *y; };
    return same(valueOf(a.cost()), valueOf(b.cost())) &&
           same(valueOf(a.initialCost()), valueOf(b.initialCost())) && same(dayOf(a.end()), dayOf(b.end()));
}

} // namespace

BesideMain besideMain(const Table& main, const Table& other)
{
    const auto mine = rowsByName(main), others = rowsByName(other);
    std::size_t shared = 0, alike = 0;
    for (const auto& [name, row] : others)
        if (const auto known = mine.find(name); known != mine.end()) {
            ++shared;
            if (sameFigures(Project(main, known->second), Project(other, row))) ++alike;
        }
    const auto smaller = static_cast<double>(std::min(mine.size(), others.size()));
    if (shared > 0 && static_cast<double>(shared) >= mostAreTheSame * smaller) {
        // A list of something about the same projects is no second portfolio.
        if (other.layout() != main.layout()) return BesideMain::extract;
        return alike == shared ? BesideMain::copy : BesideMain::rival;
    }
    const bool countable = shared == 0 && other.layout() && !saysOutside(other.sheet().name());
    return countable ? BesideMain::counted : BesideMain::apart;
}

bool saysOutside(const std::string& sheetName)
{
    const std::string key = fold(sheetName);
    static constexpr std::string_view words[] = {
        "sortis",   "sorties", "sortants", "sortie",    "abandonnes", "abandon",    "archive",
        "archives", "ancien",  "anciens",  "ancienne",  "precedent",  "precedente", "exemple",
        "exemples", "modele",  "hors",     "candidats", "historique", "brouillon",  "sauvegarde",
        "old",      "copie",   "n 1",      "termines",  "test"};
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return hasWord(key, word); });
}

} // namespace panorama
