#include "core/checking/near_headers.hpp"

#include "core/table/reading_limits.hpp"
#include "core/text/fold.hpp"

#include <algorithm>

namespace panorama {

namespace {

constexpr int lastRow = 30; // headers stand near the top
constexpr int mostColumns = 100;
constexpr std::ptrdiff_t fewest = 2;

NearHeaders headersIn(const Sheet& sheet, int row, const Columns& columns)
{
    NearHeaders near{sheet.name(), row, {}};
    for (int column = 0; column < std::min(sheet.columnCount(), mostColumns); ++column) {
        const auto text = trimmed(sheet.text({row, column}));
        if (text.empty() || text.size() > limits::longestHeader) continue;
        const auto meaning = columns.meaning(text);
        near.headers.push_back({std::string(text), meaning ? std::optional(meaning->field) : std::nullopt,
                                meaning ? std::nullopt : columns.nearest(text)});
    }
    return near;
}

std::ptrdiff_t knownIn(const NearHeaders& near)
{
    return std::count_if(near.headers.begin(), near.headers.end(),
                         [](const auto& header) { return header.meaning || header.nearest; });
}

} // namespace

std::optional<NearHeaders> nearHeaders(const CheckedWorkbook& workbook)
{
    std::optional<NearHeaders> best;
    for (const Sheet& sheet : workbook.sheets())
        for (int row = 0; row < std::min(sheet.rowCount(), lastRow); ++row)
            if (auto near = headersIn(sheet, row, workbook.columns());
                knownIn(near) >= fewest && (!best || knownIn(near) > knownIn(*best)))
                best = std::move(near);
    return best;
}

} // namespace panorama
