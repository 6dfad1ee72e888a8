#pragma once

#include "core/table/text_pool.hpp"

#include <optional>
#include <vector>

namespace panorama {

/// What was worked out from the texts of a pool, once for each: lists and repeated texts cost nothing per
/// row.
template <typename Result>
class PerText
{
  public:
    template <typename Compute>
    const Result& get(TextId id, Compute compute)
    {
        if (id >= results_.size()) results_.resize(id + 1);
        auto& result = results_[id];
        if (!result) result = compute();
        return *result;
    }

  private:
    std::vector<std::optional<Result>> results_;
};

} // namespace panorama
