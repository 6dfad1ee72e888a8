#include "core/comparison_sheet/doubled_projects.hpp"

#include "core/table/project.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <map>

namespace panorama {

namespace {

std::string identifierOf(const Table& table, std::size_t row)
{
    return std::string(Project(table, row).text(Field::identifier));
}

std::string nameOf(const Table& table, std::size_t row)
{
    return std::string(trimmed(table.projectName(row)));
}

/// Rows of one key, the first row first.
using Groups = std::map<std::string, std::vector<std::size_t>>;

class Doubles
{
  public:
    explicit Doubles(const Table& table) : table_(table)
    {
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            put(byIdentifier_, identifierOf(table, row), row);
            put(byName_, nameOf(table, row), row);
        }
    }

    std::vector<DoubledProject> find() const
    {
        std::vector<std::pair<std::size_t, DoubledProject>> found;
        for (const auto& [key, rows] : byIdentifier_)
            if (rows.size() > 1)
                found.emplace_back(rows.front(), project(rows, identifierOf(table_, rows[0])));
        for (const auto& [key, rows] : byName_)
            if (rows.size() > 1 && !shareIdentifier(rows)) {
                DoubledProject doubled = project(rows, {});
                doubled.names.resize(1); // one name, in whatever spelling
                found.emplace_back(rows.front(), std::move(doubled));
            }
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<DoubledProject> doubles;
        doubles.reserve(found.size());
        for (auto& each : found)
            doubles.push_back(std::move(each.second));
        return doubles;
    }

  private:
    static void put(Groups& groups, const std::string& text, std::size_t row)
    {
        const std::string key = fold(text);
        if (!key.empty()) groups[key].push_back(row);
    }

    /// Then they are told as such already.
    bool shareIdentifier(const std::vector<std::size_t>& rows) const
    {
        const std::string first = fold(identifierOf(table_, rows.front()));
        return !first.empty() && std::all_of(rows.begin(), rows.end(), [&](std::size_t row) {
            return fold(identifierOf(table_, row)) == first;
        });
    }

    DoubledProject project(const std::vector<std::size_t>& rows, std::string identifier) const
    {
        DoubledProject doubled{.identifier = std::move(identifier), .names = {}, .rows = rows.size()};
        for (const std::size_t row : rows) {
            const std::string name = nameOf(table_, row);
            const bool isNew =
                std::find(doubled.names.begin(), doubled.names.end(), name) == doubled.names.end();
            if (isNew) doubled.names.push_back(name);
        }
        return doubled;
    }

    const Table& table_;
    Groups byIdentifier_, byName_;
};

} // namespace

std::vector<DoubledProject> doubledProjects(const Table& table)
{
    return Doubles(table).find();
}

} // namespace panorama
