#include "core/checking/renames.hpp"

#include "core/text/fold.hpp"

#include <algorithm>
#include <optional>

namespace panorama {

namespace {

// A list of renamings starts at the top of its sheet.
constexpr int lastHeaderRow = 20;
constexpr int mostColumns = 50;

bool meansOld(const std::string& key)
{
    return key == "ancien nom" || key == "old name" || key == "nom precedent" || key == "ancien";
}

bool meansNew(const std::string& key)
{
    return key == "nouveau nom" || key == "new name" || key == "nom actuel" || key == "nouveau";
}

void addFrom(const Sheet& sheet, int row, int before, int after, EditionPair::Renames& renames)
{
    for (int line = row + 1; line < sheet.rowCount(); ++line) {
        const auto oldName = trimmed(sheet.text({line, before})),
                   newName = trimmed(sheet.text({line, after}));
        if (!oldName.empty() && !newName.empty()) renames.emplace_back(oldName, newName);
    }
}

} // namespace

EditionPair::Renames confirmedRenames(std::span<const Sheet> sheets)
{
    EditionPair::Renames renames;
    for (const Sheet& sheet : sheets)
        for (int row = 0; row < std::min(sheet.rowCount(), lastHeaderRow); ++row) {
            std::optional<int> before, after;
            for (int column = 0; column < std::min(sheet.columnCount(), mostColumns); ++column) {
                const auto text = sheet.text({row, column});
                if (text.empty() || text.size() > 40) continue;
                const std::string key = fold(text);
                if (meansOld(key)) before = column;
                if (meansNew(key)) after = column;
            }
            if (!before || !after) continue;
            addFrom(sheet, row, *before, *after, renames);
            break;
        }
    return renames;
}

} // namespace panorama
