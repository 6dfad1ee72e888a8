#pragma once

#include "core/editions/edition_pair.hpp"
#include "core/table/sheet.hpp"

#include <span>

namespace panorama {

/// The renamings the user confirmed: rows under the headers "Ancien nom" and "Nouveau nom", on any sheet.
EditionPair::Renames confirmedRenames(std::span<const Sheet> sheets);

} // namespace panorama
