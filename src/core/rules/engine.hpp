#pragma once

#include "core/rules/pack.hpp"

#include <vector>

namespace panorama {

/// Everything the rules of a pack find in a table, from its top to its bottom, then from left to right. The
/// findings point into the pack and the table, which must outlive them. Nothing where the check was
/// cancelled.
std::vector<Finding> findAll(const Table& table, const Pack& pack, const CheckContext& context);

} // namespace panorama
