#include "core/rules/causes.hpp"

#include "core/rules/check.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace panorama {

namespace {

/// What findings of one cause have in common.
using Key = std::tuple<const Check*, std::size_t, const Table*, Field, int, std::string, std::string>;

std::string acceptanceOf(const Finding& finding)
{
    if (!finding.accepted) return {};
    return finding.accepted->by + "\n" + finding.accepted->why + "\n" +
           (finding.accepted->until ? isoDate(*finding.accepted->until) : std::string());
}

std::string argumentCalled(const Finding& finding, std::string_view slot)
{
    for (const Argument& argument : finding.arguments)
        if (argument.slot.name == slot)
            if (const auto* text = std::get_if<std::string>(&argument.value)) return *text;
    return {};
}

/// Nothing where the finding has a cause of its own.
std::optional<Key> causeOf(const Finding& finding)
{
    std::string what;
    switch (finding.check->cause) {
    case Cause::own: return std::nullopt;
    case Cause::column: break;
    case Cause::fix:
        if (!finding.fix) return std::nullopt;
        break;
    case Cause::value:
        what = finding.number ? std::to_string(*finding.number) : finding.value;
        if (what.empty()) return std::nullopt;
        break;
    case Cause::found:
        what = argumentCalled(finding, "found");
        if (what.empty()) return std::nullopt;
        break;
    }
    const int degree = finding.fix ? static_cast<int>(finding.fix->degree) : -1;
    return Key(finding.check, finding.messageCase.index, finding.table, finding.field, degree,
               std::move(what), acceptanceOf(finding));
}

} // namespace

std::vector<Finding> groupedByCause(std::vector<Finding> findings)
{
    std::map<Key, std::vector<std::size_t>> causes;
    for (std::size_t at = 0; at < findings.size(); ++at)
        if (auto cause = causeOf(findings[at])) causes[std::move(*cause)].push_back(at);
    std::vector<bool> told(findings.size(), false);
    for (const auto& [cause, members] : causes) {
        if (members.size() < std::get<0>(cause)->togetherFrom) continue;
        Finding& first = findings[members.front()];
        for (auto member = members.begin() + 1; member != members.end(); ++member) {
            first.others.push_back(std::move(findings[*member]));
            told[*member] = true;
        }
    }
    std::vector<Finding> grouped;
    for (std::size_t at = 0; at < findings.size(); ++at)
        if (!told[at]) grouped.push_back(std::move(findings[at]));
    return grouped;
}

std::optional<Fix> wholeFix(const Finding& finding)
{
    std::optional<Fix> whole = finding.fix;
    if (!whole) return whole;
    for (const Finding& other : finding.others)
        if (other.fix)
            whole->edits.insert(whole->edits.end(), other.fix->edits.begin(), other.fix->edits.end());
    return whole;
}

} // namespace panorama
