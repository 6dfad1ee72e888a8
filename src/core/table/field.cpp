#include "core/table/field.hpp"

#include <algorithm>

namespace panorama {

std::optional<Field> fieldNamed(std::string_view key)
{
    const auto* found = std::find(fieldKeys.begin(), fieldKeys.end(), key);
    return found == fieldKeys.end() ? std::nullopt
                                    : std::optional(static_cast<Field>(found - fieldKeys.begin()));
}

} // namespace panorama
