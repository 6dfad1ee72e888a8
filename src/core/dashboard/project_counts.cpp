#include "core/dashboard/project_counts.hpp"

#include "core/figures/cost_band.hpp"
#include "core/table/portfolio.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace panorama {

namespace {

/// The lower bounds of the published bands, in M€, and whether the bound itself belongs to the band.
struct Bound
{
    double from;
    const char* includes;
};
constexpr Bound bounds[] = {{0, ">="}, {5, ">="}, {9, ">="}, {20, ">="}, {100, ">"}};

/// A criterion of COUNTIFS.
std::string condition(const std::string& range, std::string_view test)
{
    return range + ";" + literal(test).text;
}

std::string countIfs(const std::string& conditions)
{
    return "COUNTIFS(" + conditions + ")";
}

std::string rangeText(const Table& table, std::string_view key)
{
    const auto field = table.columns().find(key);
    return field ? quotedRange(table, *field) : std::string();
}

std::string allProjects(const Table& table)
{
    return "COUNTA(" + rangeText(table, "name") + ")";
}

/// What is left of all projects when the others are taken away.
std::string remainder(const Table& table, const std::vector<CountedKind>& others)
{
    std::string formula = "=" + allProjects(table);
    for (const CountedKind& kind : others)
        formula += "-(" + kind.formula.substr(1) + ")";
    return formula;
}

/// Counts projects whose figures may be shown, as the published bands want it.
class OpenProjects
{
  public:
    OpenProjects(const Table& table, const Nomenclatures& nomenclatures)
        : phase_(rangeText(table, "phase")), diffusion_(rangeText(table, "diffusion"))
    {
        // The first label of the list says that the figures are shown.
        const Nomenclature* list = nomenclatures.find("diffusion");
        if (list && !diffusion_.empty()) withheld_ = list->labels({});
        if (!withheld_.empty()) withheld_.erase(withheld_.begin());
    }

    std::string count(std::string conditions) const
    {
        if (!phase_.empty())
            for (const char* said : {"<>Cadrage", "<>En cadrage"})
                conditions += ";" + condition(phase_, said);
        std::string formula = countIfs(conditions);
        for (const std::string& label : withheld_)
            formula += "-" + countIfs(conditions + ";" + condition(diffusion_, label));
        return formula;
    }

    std::string inCadrage() const
    {
        std::vector<std::string> terms;
        if (!phase_.empty())
            for (const char* said : {"Cadrage", "En cadrage"})
                terms.push_back(countIfs(condition(phase_, said)));
        if (!diffusion_.empty()) {
            std::string conditions = condition(diffusion_, "En cadrage");
            if (!phase_.empty())
                for (const char* said : {"<>Cadrage", "<>En cadrage"})
                    conditions += ";" + condition(phase_, said);
            terms.push_back(countIfs(conditions));
        }
        std::string formula;
        for (const std::string& term : terms)
            formula += (formula.empty() ? "" : "+") + term;
        return formula.empty() ? "0" : formula;
    }

  private:
    std::string phase_, diffusion_;
    std::vector<std::string> withheld_;
};

} // namespace

std::vector<CountedKind> projectsByBand(const Table& table, const Nomenclatures& nomenclatures)
{
    const auto field = costField(table);
    const Nomenclature* bands = nomenclatures.find("bands");
    const std::string costs = field ? quotedRange(table, *field) : std::string();
    if (costs.empty() || !bands) return {};
    const auto labels = bands->labels({});
    if (labels.size() < std::size(bounds) + 2) return {};
    const OpenProjects open(table, nomenclatures);
    const double divisor = table.divisor(*field);
    std::vector<CountedKind> kinds;
    for (std::size_t i = 0; i < std::size(bounds); ++i) {
        std::string conditions =
            condition(costs, fmt::format("{}{}", bounds[i].includes, bounds[i].from * divisor));
        if (i + 1 < std::size(bounds)) {
            const bool nextIncludes = std::string_view(bounds[i + 1].includes) == ">=";
            conditions +=
                ";" + condition(costs,
                                fmt::format("{}{}", nextIncludes ? "<" : "<=", bounds[i + 1].from * divisor));
        }
        kinds.push_back({labels[i], "=" + open.count(conditions)});
    }
    kinds.push_back({labels[std::size(bounds)], "=" + open.inCadrage()});
    kinds.push_back({labels[std::size(bounds) + 1], remainder(table, kinds)});
    return kinds;
}

std::vector<CountedKind> projectsByPhase(const Table& table, const Nomenclatures& nomenclatures,
                                         const std::string& others)
{
    const std::string phases = rangeText(table, "phase");
    const Nomenclature* list = nomenclatures.find("phases");
    if (phases.empty() || !list) return {};
    std::vector<CountedKind> kinds;
    for (const std::string& label : list->labels({}))
        kinds.push_back({label, "=" + countIfs(condition(phases, label))});
    kinds.push_back({others, remainder(table, kinds)});
    return kinds;
}

std::vector<CountedKind> projectsByText(const Table& table, std::string_view key, std::size_t most,
                                        const std::string& others)
{
    const std::string range = rangeText(table, key);
    if (range.empty()) return {};
    std::map<std::string, std::size_t> counts;
    for (const Reading& reading : table.readings(key))
        if (const auto text = trimmed(table.textOf(reading)); !text.empty()) ++counts[std::string(text)];
    std::vector<std::pair<std::string, std::size_t>> ranked(counts.begin(), counts.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (ranked.size() > most) ranked.resize(most);
    std::vector<CountedKind> kinds;
    for (const auto& [text, count] : ranked)
        kinds.push_back({text, "=" + countIfs(condition(range, text))});
    kinds.push_back({others, remainder(table, kinds)});
    return kinds;
}

} // namespace panorama
