#pragma once

#include "checker/batch.hpp"

namespace panorama {

/// Publishes the table of the file of the command line: the open-data CSV to --output, and beside it its
/// Table Schema, its HTML summary and the figures of the press note. Nothing is written while a rule of
/// publication fails. The exit code: 0 published, 1 refused, 2 unreadable or not written.
int publishFile(Batch& batch, const RuleBook& book, const CommandLine& line);

} // namespace panorama
