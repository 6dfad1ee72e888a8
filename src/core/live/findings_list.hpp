#pragma once

#include "core/data/language.hpp"
#include "core/live/live_check.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace panorama {

/// What the user wants to see of the findings.
struct FindingsFilter
{
    Severity lowest = Severity::information;
    bool byProject = false; ///< otherwise by rule
    std::string text;       ///< words, each of which the message, the project, the rule or the cell must hold
    Language language = Language::french;
    friend bool operator==(const FindingsFilter&, const FindingsFilter&) = default;
};

/// Findings under one heading, the gravest kind first.
struct FindingsGroup
{
    std::string key;     ///< the same for the same group of another check
    std::string heading; ///< without the number of findings
    Severity worst = Severity::information;
    std::vector<const Finding*> findings;
};

/// The findings of the sheet at hand, in groups. It keeps what they point into.
struct FindingsList
{
    std::vector<FindingsGroup> groups;
    std::size_t shown = 0;
    std::size_t hidden = 0; ///< by the filter
    LiveResult source;
};

/// Groups by gravity, then by rule in the order of its identifier or by project in the order of the rows; in
/// a group in the order of the cells. Cancelled, it gives an incomplete list.
FindingsList listFindings(const LiveResult& source, const std::string& activeSheet,
                          const FindingsFilter& filter, const std::function<bool()>& cancelled = {});

/// The same for the same problem found by another check.
std::string identityOf(const Finding& finding);

} // namespace panorama
