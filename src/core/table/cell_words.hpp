#pragma once

#include "core/table/table.hpp"

#include <string_view>

namespace panorama {

/// Whether the text of a flag cell says yes: Oui, O, X...
bool saysYes(std::string_view text);
/// Whether a flag cell says yes, in words or as a number or logical value.
bool isTicked(const Table& table, const Reading& flag);

/// Whether a phase says that the project is over: Terminé and its likes.
bool saysFinished(std::string_view phase);

} // namespace panorama
