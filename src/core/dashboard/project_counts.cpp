#include "core/dashboard/project_counts.hpp"

#include "core/text/fold.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace panorama {

namespace {

/// A criterion of COUNTIFS.
std::string condition(const std::string& range, std::string_view test)
{
    return range + ";" + literal(test).text;
}

std::string countIfs(const std::string& conditions)
{
    return "COUNTIFS(" + conditions + ")";
}

std::string rangeText(const Table& table, Field field)
{
    return table.has(field) ? quotedRange(table, field) : std::string();
}

std::string allProjects(const Table& table)
{
    return "COUNTA(" + rangeText(table, Field::name) + ")";
}

/// What is left of all projects when the others are taken away.
std::string remainder(const Table& table, const std::vector<CountedKind>& others)
{
    std::string formula = "=" + allProjects(table);
    for (const CountedKind& kind : others)
        formula += "-(" + kind.formula.substr(1) + ")";
    return formula;
}

} // namespace

std::vector<CountedKind> projectsByPhase(const Table& table, const Nomenclatures& nomenclatures,
                                         const std::string& others)
{
    const std::string phases = rangeText(table, Field::phase);
    const Nomenclature* list = nomenclatures.find("phases");
    if (phases.empty() || !list) return {};
    std::vector<CountedKind> kinds;
    for (const std::string& label : list->labels({}))
        kinds.push_back({label, "=" + countIfs(condition(phases, label))});
    kinds.push_back({others, remainder(table, kinds)});
    return kinds;
}

std::vector<CountedKind> projectsByText(const Table& table, Field field, std::size_t most,
                                        const std::string& others)
{
    const std::string range = rangeText(table, field);
    if (range.empty()) return {};
    std::map<std::string, std::size_t> counts;
    for (const Reading& reading : table.readings(field))
        if (const auto text = trimmed(table.textOf(reading)); !text.empty()) ++counts[std::string(text)];
    std::vector<std::pair<std::string, std::size_t>> ranked(counts.begin(), counts.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (ranked.size() > most) ranked.resize(most);
    std::vector<CountedKind> kinds;
    kinds.reserve(ranked.size() + 1);
    for (const auto& [text, count] : ranked)
        kinds.push_back({text, "=" + countIfs(condition(range, text))});
    kinds.push_back({others, remainder(table, kinds)});
    return kinds;
}

} // namespace panorama
