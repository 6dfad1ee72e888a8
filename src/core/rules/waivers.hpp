#pragma once

#include "core/rules/pack.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace panorama {

/// A line of the list of accepted findings, and what has become of it.
struct JudgedWaiver
{
    enum class State : std::uint8_t {
        valid,     ///< it accepts at least one finding
        expired,   ///< its day has passed: its findings count again
        unmatched, ///< no such rule or no such project
        useless    ///< rule and project exist, but nothing is found any more
    };
    const Table* table = nullptr;
    std::size_t row = 0;
    State state = State::useless;
    std::string rule;
    std::string project; ///< empty: every project
    Acceptance acceptance;
};

/// Marks the findings that the lists accept, and tells of each line what has become of it. A line names the
/// rule, the project (or nothing, for all of them), perhaps the column, who accepts, why and until when. A
/// line without who or why, or with a limit that is no date, accepts nothing.
std::vector<JudgedWaiver> applyWaivers(std::span<const Table* const> lists,
                                       std::span<const Table* const> tables,
                                       const std::vector<Finding*>& findings, const Pack& pack, Date today);

} // namespace panorama
