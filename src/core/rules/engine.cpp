#include "core/rules/engine.hpp"

#include <algorithm>
#include <tuple>

namespace panorama {

std::vector<Finding> findAll(const Table& table, const Pack& pack, const CheckContext& context)
{
    Findings findings(table, context);
    for (const auto& rule : pack.rules) {
        findings.startRule(*rule);
        for (const auto& check : rule->checks)
            check->run(findings);
    }
    auto all = findings.take();
    std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.place.row, a.place.column) < std::tie(b.place.row, b.place.column);
    });
    return all;
}

} // namespace panorama
