#pragma once

#include "core/table/columns.hpp"
#include "core/table/per_text.hpp"
#include "core/table/reading_limits.hpp"
#include "core/table/sheet.hpp"

#include <algorithm>
#include <optional>

namespace panorama {

/// What the cells of a sheet mean as headers or labels, worked out once for each text.
class CellMeanings
{
  public:
    CellMeanings(const Sheet& sheet, const Columns& vocabulary) : sheet_(sheet), vocabulary_(vocabulary) {}

    const Sheet& sheet() const { return sheet_; }
    const Columns& vocabulary() const { return vocabulary_; }
    int columnCount() const { return std::min(sheet_.columnCount(), limits::mostColumnsScanned); }

    /// Nothing where the cell holds no text, or none that means a field.
    const std::optional<HeaderMeaning>& at(Place place)
    {
        static const std::optional<HeaderMeaning> none;
        if (sheet_.kind(place) != CellKind::text) return none;
        const TextId id = sheet_.textId(place);
        return meanings_.get(id, [&]() -> std::optional<HeaderMeaning> {
            const auto text = sheet_.texts().view(id);
            return text.size() <= limits::longestHeader ? vocabulary_.meaning(text) : std::nullopt;
        });
    }

  private:
    const Sheet& sheet_;
    const Columns& vocabulary_;
    PerText<std::optional<HeaderMeaning>> meanings_;
};

} // namespace panorama
