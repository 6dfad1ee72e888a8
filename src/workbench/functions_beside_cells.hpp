#pragma once

#include "workbench/file_reports.hpp"

namespace panorama::workbench {

/// Whether a formula of the API or of a file uses one of our functions.
bool usesOurs(const rtl::OUString& formula);

/// How many defined names, conditional formats and validities use our functions: what is no cell has no value
/// that could take its place.
std::size_t countBesideCells(const Document& document);

} // namespace panorama::workbench
