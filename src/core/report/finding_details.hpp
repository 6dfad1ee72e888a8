#pragma once

#include "core/data/language.hpp"
#include "core/rules/finding.hpp"

#include <string>

namespace panorama {

/// Everything there is to say about one finding, in paragraphs: what was found where, what is expected, how
/// to repair it and what is proposed, why it matters, and where the rule comes from.
std::string detailsOf(const Finding& finding, Language language);

} // namespace panorama
