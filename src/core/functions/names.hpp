#pragma once

#include "core/editions/edition_pair.hpp"
#include "core/functions/arguments.hpp"

#include <string>
#include <vector>

namespace panorama::functions {

/// The project names of a range, in its order; cells without a letter or digit are no names.
std::vector<std::string> projectNames(const Arguments& arguments, std::size_t index);

/// The user's confirmed renamings: two columns, old and new; another shape is Err:502.
EditionPair::Renames confirmedRenames(Arguments& arguments, std::size_t index);

} // namespace panorama::functions
