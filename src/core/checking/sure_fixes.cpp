#include "core/checking/sure_fixes.hpp"

#include <algorithm>

namespace panorama {

void SureFixes::add(std::span<const Finding> findings)
{
    const auto key = [](const CellEdit& edit) {
        return std::tuple(edit.sheet, edit.place.row, edit.place.column);
    };
    const auto addOne = [&](const Finding& finding) {
        if (!finding.fix || finding.fix->degree != FixDegree::sure || finding.accepted) return;
        const auto& edits = finding.fix->edits;
        if (std::any_of(edits.begin(), edits.end(),
                        [&](const CellEdit& edit) { return taken_.contains(key(edit)); }))
            return;
        for (const CellEdit& edit : edits)
            taken_.insert(key(edit));
        groups_.push_back(edits);
    };
    for (const Finding& finding : findings)
        forEachOf(finding, addOne);
}

std::vector<CellEdit> SureFixes::edits() const
{
    std::vector<CellEdit> all;
    for (const auto& group : groups_)
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace panorama
