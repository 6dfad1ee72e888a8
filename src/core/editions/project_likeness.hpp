#pragma once

#include "core/editions/table_match.hpp"

#include <optional>
#include <string>
#include <vector>

namespace panorama {

/// What a row says of a project that may help to know it again under another name.
struct ProjectProfile
{
    std::string name;                       ///< folded
    std::vector<std::string> nameWords;     ///< without marks of a version
    std::vector<std::string> versions;      ///< "ii", "v2", "phase"...
    std::vector<std::uint64_t> description; ///< hashes of its pairs of words, sorted, each once
    std::optional<double> start;            ///< months
    std::optional<double> cost;             ///< M€
    std::optional<double> years;
    std::string zone, programme, ministry; ///< folded
};

/// One for each row; those of rows to skip stay empty.
std::vector<ProjectProfile> profilesOf(const Table& table, const std::vector<bool>& skipped);

/// How alike two projects of different names are.
struct Likeness
{
    double score = 0; ///< from 0.5 on they may be one
    Evidence evidence = Evidence::none;
    bool successor = false; ///< alike, but with another start and another cost
};

Likeness likeness(const ProjectProfile& before, const ProjectProfile& now);

} // namespace panorama
