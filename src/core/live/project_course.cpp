#include "core/live/project_course.hpp"

#include "core/checking/renames.hpp"
#include "core/table/project.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>

namespace panorama {

namespace {

std::string identifierAt(const Table& table, std::size_t row)
{
    const Reading& said = Project(table, row).reading(Field::identifier);
    if (said.kind == Reading::Kind::withheld) return {};
    return said.isNumber() ? std::to_string(said.number) : fold(table.textOf(said));
}

/// The folded names of a cell that lists several.
std::vector<std::string> formerNamesAt(const Table& table, std::size_t row)
{
    std::vector<std::string> names;
    const auto text = Project(table, row).text(Field::formerNames);
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find_first_of(";\n/,", start), text.size());
        if (std::string name = fold(text.substr(start, end - start)); !name.empty())
            names.push_back(std::move(name));
        start = end + 1;
    }
    return names;
}

/// What a project is known by; it grows with every edition that it is found in.
class KnownAs
{
  public:
    explicit KnownAs(const EditionPair::Renames& renames)
    {
        for (const auto& [before, now] : renames)
            renames_.emplace_back(fold(before), fold(now));
    }

    void add(const Table& table, std::size_t row)
    {
        insert(identifiers_, identifierAt(table, row));
        insert(names_, fold(table.projectName(row)));
        for (auto& name : formerNamesAt(table, row))
            insert(otherNames_, std::move(name));
        for (const auto& [before, now] : renames_) {
            if (names_.contains(now)) insert(otherNames_, before);
            if (names_.contains(before)) insert(otherNames_, now);
        }
    }

    /// The row that is the project, by the strongest of what is known; the first of several.
    std::optional<std::size_t> findIn(const Table& table) const
    {
        std::array<std::optional<std::size_t>, 3> found; // by identifier, former name, name
        for (std::size_t row = 0; row < table.rowCount() && !found[0]; ++row) {
            if (!identifiers_.empty() && identifiers_.contains(identifierAt(table, row))) found[0] = row;
            const std::string name = fold(table.projectName(row));
            if (!found[1] && (otherNames_.contains(name) || wasCalledSo(table, row))) found[1] = row;
            if (!found[2] && names_.contains(name)) found[2] = row;
        }
        return found[0] ? found[0] : found[1] ? found[1] : found[2];
    }

  private:
    static void insert(std::set<std::string>& keys, std::string key)
    {
        if (!key.empty()) keys.insert(std::move(key));
    }

    bool wasCalledSo(const Table& table, std::size_t row) const
    {
        const auto former = formerNamesAt(table, row);
        return std::any_of(former.begin(), former.end(),
                           [&](const auto& name) { return names_.contains(name); });
    }

    std::vector<std::pair<std::string, std::string>> renames_;
    std::set<std::string> identifiers_, names_, otherNames_;
};

std::vector<ProjectPlace> tablesBeside(const ProjectPlace& project, const CheckedWorkbook* previous)
{
    std::vector<ProjectPlace> tables;
    for (const CheckedWorkbook* workbook : {previous, project.workbook})
        if (workbook)
            for (const CheckedTable& checked : workbook->tables())
                if (checked.table.isOfProjects() && &checked != project.table)
                    tables.push_back({.table = &checked, .workbook = workbook});
    return tables;
}

/// The tables whose comparison with the project's own is there already: it knows all that the user confirmed
/// and which of two projects of one name is which.
const std::vector<std::optional<std::size_t>>* matchesWith(const ProjectPlace& project,
                                                           const CheckedTable& other)
{
    const auto& before = project.table->earlier;
    if (before && &before->table == &other.table) return &before->match.nowMatches();
    if (other.earlier && &other.earlier->table == &project.table->table)
        return &other.earlier->match.earlierMatches();
    return nullptr;
}

class CourseFinder
{
  public:
    CourseFinder(const ProjectPlace& project, const CheckedWorkbook* previous)
        : project_(project), known_(confirmedRenames(project.workbook->sheets())), course_{project},
          open_(tablesBeside(project, previous))
    {
        known_.add(project.table->table, project.row);
    }

    std::vector<ProjectPlace> find()
    {
        takeCompared();
        // What was found may be known by another name, under which it stands elsewhere.
        while (takeKnown()) {
        }
        return std::move(course_);
    }

  private:
    void take(ProjectPlace place, std::size_t row)
    {
        place.row = row;
        known_.add(place.table->table, row);
        course_.push_back(place);
    }

    void takeCompared()
    {
        std::vector<ProjectPlace> open;
        for (const ProjectPlace& place : open_) {
            const auto* matches = matchesWith(project_, *place.table);
            if (!matches)
                open.push_back(place);
            else if (const auto row = (*matches)[project_.row])
                take(place, *row);
        }
        open_ = std::move(open);
    }

    bool takeKnown()
    {
        std::vector<ProjectPlace> open;
        for (const ProjectPlace& place : open_) {
            const auto row = known_.findIn(place.table->table);
            if (row)
                take(place, *row);
            else
                open.push_back(place);
        }
        const bool found = open.size() < open_.size();
        open_ = std::move(open);
        return found;
    }

    const ProjectPlace& project_;
    KnownAs known_;
    std::vector<ProjectPlace> course_;
    std::vector<ProjectPlace> open_; ///< tables in which it is not found yet
};

} // namespace

std::vector<ProjectPlace> courseOf(const ProjectPlace& project, const CheckedWorkbook* previous)
{
    auto course = CourseFinder(project, previous).find();
    const auto age = [&](const ProjectPlace& place) {
        const auto& month = place.table->edition.month;
        const int kind = month ? 1 : place.workbook == project.workbook ? 2 : 0;
        const bool other = place.workbook == project.workbook; // the other file first
        return std::tuple(kind, month.value_or(YearMonth()), other, place.table);
    };
    std::sort(course.begin(), course.end(),
              [&](const ProjectPlace& a, const ProjectPlace& b) { return age(a) < age(b); });
    return course;
}

} // namespace panorama
