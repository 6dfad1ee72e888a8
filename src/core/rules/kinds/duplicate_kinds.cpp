// Kinds that find one thing twice: identifiers, projects.

#include "core/rules/check_kind.hpp"
#include "core/table/portfolio.hpp"
#include "core/table/project.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <unordered_map>

namespace panorama {

namespace {

class Unique : public Check
{
  public:
    static constexpr Cases cases{"duplicate"};
    static constexpr Slots slots{"other", "twin"};

    void run(Findings& findings) const override
    {
        const Table& table = findings.table();
        std::unordered_map<std::string, std::size_t> first;
        eachCell(findings, [&](Field field, std::size_t row, const Reading& reading) {
            std::string key = fold(table.textOf(reading));
            if (reading.isNumber()) key = fmt::format("{}", reading.number);
            if (key.empty()) return;
            const auto [found, fresh] = first.emplace(std::move(key), row);
            if (!fresh)
                findings.atCell(*this, cases["duplicate"], field, row,
                                {{slots["other"], a1(table.place(field, found->second))},
                                 {slots["twin"], trimmed(table.projectName(found->second))}});
        });
    }
};

const KindOf<Unique> unique{"unique"};

/// What tells a project listed twice.
struct Listed
{
    std::string name;     ///< folded
    std::string ministry; ///< folded
    std::optional<double> start, cost;
};

std::vector<Listed> listedProjects(const Table& table)
{
    std::vector<Listed> projects(table.rowCount());
    const auto ministry = table.firstOf(says::ministry);
    for (std::size_t row = 0; row < projects.size(); ++row) {
        projects[row].name = fold(table.projectName(row));
        const Project project(table, row);
        if (ministry) projects[row].ministry = fold(project.text(*ministry));
        if (const auto start = project.start()) projects[row].start = serialOf(start->date);
        projects[row].cost = valueOf(project.cost());
    }
    return projects;
}

class Duplicate : public Check
{
  public:
    static constexpr Cases cases{"same-name", "like-name", "same-figures", "parent"};
    static constexpr Slots slots{"other", "cell", "cost"};

    void run(Findings& findings) const override
    {
        const auto field = firstField(findings.table());
        if (!field) return;
        const auto projects = listedProjects(findings.table());
        std::unordered_map<std::string, std::size_t> byName, byFigures;
        for (std::size_t row = 0; row < projects.size(); ++row) {
            const Listed& project = projects[row];
            if (project.name.empty()) continue;
            const auto named = byName.emplace(project.name, row);
            if (!named.second) {
                report(findings, cases["same-name"], *field, row, named.first->second);
                continue;
            }
            if (project.ministry.empty() || !project.start || !project.cost || *project.cost == 0) continue;
            const auto figures = byFigures.emplace(
                fmt::format("{}|{}|{}", project.ministry, *project.start, *project.cost), row);
            if (!figures.second) report(findings, cases["same-figures"], *field, row, figures.first->second);
        }
        findLikeNames(findings, *field, projects);
        findParents(findings, *field, projects);
    }

  private:
    // Every name against every other: past this many rows nobody types them by hand.
    static constexpr std::size_t mostRows = 2000;

    void report(Findings& findings, Case found, Field field, std::size_t row, std::size_t other,
                std::optional<double> cost = {}) const
    {
        if (!looksAt(findings, row)) return;
        const Table& table = findings.table();
        findings.atCell(*this, found, field, row,
                        {{slots["other"], trimmed(table.projectName(other))},
                         {slots["cell"], a1(table.place(field, other))},
                         {slots["cost"], Argument::Cost{cost.value_or(0)}}});
    }

    /// Names a slip of the pen apart, of projects with the same start or the same cost.
    void findLikeNames(Findings& findings, Field field, const std::vector<Listed>& projects) const
    {
        if (projects.size() > mostRows) return;
        for (std::size_t row = 1; row < projects.size(); ++row)
            for (std::size_t other = 0; other < row; ++other) {
                const Listed &a = projects[row], &b = projects[other];
                const bool sameStart = a.start && a.start == b.start, sameCost = a.cost && a.cost == b.cost;
                if ((!sameStart && !sameCost) || a.name == b.name) continue;
                const bool marksDiffer = marksOf(a.name) != marksOf(b.name);
                const int limit = a.name.size() >= 12 ? 2 : a.name.size() >= 6 ? 1 : 0;
                if (limit > 0 && !marksDiffer && editDistance(a.name, b.name, limit) <= limit)
                    report(findings, cases["like-name"], field, row, other);
            }
    }

    /// What tells parts of one undertaking apart: figures and short words ("lot 1", "site A").
    static std::string marksOf(const std::string& name)
    {
        std::string marks;
        for (std::size_t start = 0; start < name.size();) {
            const std::size_t end = std::min(name.find(' ', start), name.size());
            const std::string word = name.substr(start, end - start);
            if (word.size() <= 2 || word.find_first_of("0123456789") != std::string::npos)
                marks += word + " ";
            start = end + 1;
        }
        return marks;
    }

    /// A project whose cost is the sum of others that carry its name: it is counted twice.
    void findParents(Findings& findings, Field field, const std::vector<Listed>& projects) const
    {
        if (projects.size() > mostRows) return;
        for (std::size_t row = 0; row < projects.size(); ++row) {
            const Listed& whole = projects[row];
            if (whole.name.size() < 3 || !whole.cost) continue;
            double sum = 0;
            std::vector<std::size_t> parts;
            for (std::size_t other = 0; other < projects.size(); ++other)
                if (other != row && projects[other].cost &&
                    projects[other].name.starts_with(whole.name + " ")) {
                    sum += *projects[other].cost;
                    parts.push_back(other);
                }
            if (parts.size() >= 2 && std::abs(sum - *whole.cost) < 0.005 * *whole.cost)
                report(findings, cases["parent"], field, row, parts.front(), sum);
        }
    }
};

const KindOf<Duplicate> duplicate{"duplicate"};

} // namespace

} // namespace panorama
