#pragma once

#include "core/data/language.hpp"
#include "core/table/cell_edit.hpp"
#include "core/table/sheet.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace panorama::sidebar {

/// Why a change was not made; nothing was changed then.
struct ChangeRefusal
{
    enum Why : unsigned char { readOnly, protectedSheet, formula, changedSince, sheetGone, failed };
    Why why = failed;
    std::string sheet = {};
    Place place = {};
};
std::string describe(const ChangeRefusal& refusal, Language language);

/// What became of many changes.
struct ChangeCount
{
    std::size_t made = 0;
    std::size_t protectedSheet = 0, formula = 0, changedSince = 0; ///< left as they were
};
std::string describe(const ChangeCount& count, Language language);

using Document = css::uno::Reference<css::sheet::XSpreadsheetDocument>;

/// Whether the user may change the document at all.
bool isReadOnly(const Document& document);

/// Does something as one step of the Undo list, with that name. False where it failed.
bool asOneStep(const Document& document, std::string_view name, const std::function<void()>& change);

/// Makes edits that belong together, or none of them. `seen` are the sheets the edits were proposed for: a
/// cell that holds something else by now is not touched, nor is one with a formula.
tl::expected<void, ChangeRefusal> makeEdits(const Document& document, std::string_view name,
                                            std::span<const CellEdit> edits, const std::vector<Sheet>& seen);

/// Makes all groups of edits that may be made, as one step; a group is made as a whole or left.
tl::expected<ChangeCount, ChangeRefusal> makeAllEdits(const Document& document, std::string_view name,
                                                      std::span<const std::vector<CellEdit>> groups,
                                                      const std::vector<Sheet>& seen);

} // namespace panorama::sidebar
