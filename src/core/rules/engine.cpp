#include "core/rules/engine.hpp"

#include "core/rules/check_progress.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace panorama {

namespace {

/// One problem, one finding: a rule gives way to the rules it yields to at the same cell.
std::vector<Finding> withoutYielding(std::vector<Finding> findings)
{
    std::set<std::tuple<int, int, std::string>> spoken;
    for (const Finding& finding : findings)
        spoken.emplace(finding.place.row, finding.place.column, finding.rule->id);
    std::erase_if(findings, [&](const Finding& finding) {
        return std::any_of(finding.rule->yieldsTo.begin(), finding.rule->yieldsTo.end(),
                           [&](const auto& rule) {
                               return spoken.contains({finding.place.row, finding.place.column, rule});
                           });
    });
    return findings;
}

} // namespace

std::vector<Finding> findAll(const Table& table, const Pack& pack, const CheckContext& context)
{
    Findings findings(table, context);
    const bool waivers = table.role() == LayoutRole::waivers;
    for (const auto& rule : pack.rules) {
        if (context.progress) {
            if (context.progress->isCancelled()) return {};
            context.progress->advance();
        }
        findings.startRule(*rule);
        for (const auto& check : rule->checks)
            if (check->looksAtWaivers() == waivers) check->run(findings);
    }
    auto all = withoutYielding(findings.take());
    std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.place.row, a.place.column) < std::tie(b.place.row, b.place.column);
    });
    return all;
}

} // namespace panorama
