#pragma once

#include "core/rules/check.hpp"
#include "core/table/project.hpp"

#include <optional>
#include <vector>

namespace panorama {

/// One project in an edition and in the next.
struct ProjectChange
{
    Project before, now;

    /// Of the planned end; nothing where one is not known.
    std::optional<int> monthsLater() const;
    bool isRenamed() const;
};

/// The projects of both editions, in the order of the later one.
std::vector<ProjectChange> projectChanges(const EarlierEdition& earlier, const Table& now);

} // namespace panorama
