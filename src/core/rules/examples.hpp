#pragma once

#include "core/rules/pack.hpp"

#include <functional>
#include <string>
#include <vector>

namespace panorama {

/// An example of a rule that does not hold: what it announced and what came out, for the author of the pack.
struct ExampleFailure
{
    std::string rule;
    int line = 0;
    std::string announced; ///< "error cost", "nothing"
    std::string found;     ///< the same form, one part a finding
};

/// Runs every example of a pack's rules: each on its own small sheet, each rule alone. An announced fix must
/// be the one proposed, and once it is applied the rule must find nothing more.
/// `seen` is shown every finding on the way.
std::vector<ExampleFailure> runExamples(const Pack& pack, const Columns& columns,
                                        const Nomenclatures& nomenclatures, const EditionTable& editions,
                                        const std::function<void(const Finding&)>& seen = {});

} // namespace panorama
