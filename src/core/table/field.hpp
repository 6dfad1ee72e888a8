#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace panorama {

/// What a column or a label may hold: one name for each field of columns.xml, from which these are generated
/// ("updated_cost" there is Field::updatedCost here).
enum class Field : std::uint16_t {
#define PANORAMA_FIELD(name, key) name,
#include "fields.inc"
#undef PANORAMA_FIELD
};

/// What packs, reports and columns.xml call each field.
inline constexpr std::array fieldKeys{
#define PANORAMA_FIELD(name, key) std::string_view(key),
#include "fields.inc"
#undef PANORAMA_FIELD
};

inline constexpr std::size_t fieldCount = fieldKeys.size();

constexpr std::size_t indexOf(Field field)
{
    return static_cast<std::size_t>(field);
}

constexpr std::string_view keyOf(Field field)
{
    return fieldKeys[indexOf(field)];
}

/// Every field, at its index.
inline constexpr auto allFields = [] {
    std::array<Field, fieldCount> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<Field>(i);
    return all;
}();

/// The field of that key; nothing where there is none.
std::optional<Field> fieldNamed(std::string_view key);

} // namespace panorama
