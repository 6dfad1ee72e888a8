#pragma once

#include "core/data/language.hpp"
#include "core/drafts/sheet_draft.hpp"

#include <string>

namespace panorama {

/// A draft as a CSV file (RFC 4180, UTF-8): a decimal point, ISO dates, texts as they are.
std::string csvOf(const SheetDraft& draft);

/// A draft for a terminal: the cells of each row side by side, numbers as the language writes them.
std::string plainTextOf(const SheetDraft& draft, Language language);

} // namespace panorama
