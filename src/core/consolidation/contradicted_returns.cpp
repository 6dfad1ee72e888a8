#include "core/consolidation/contradicted_returns.hpp"

#include "core/text/fold.hpp"

#include <algorithm>
#include <map>

namespace panorama {

Ministries::Ministries(const Columns& columns, const Nomenclatures& nomenclatures)
{
    list_ = nomenclatures.find(columns.field(Field::ministry).list);
}

std::string Ministries::keyOf(std::string_view text) const
{
    const auto entry = list_ ? list_->entryOf(text) : std::nullopt;
    return entry ? "#" + std::to_string(*entry) : fold(text);
}

std::string Ministries::nameOf(std::string_view text, std::optional<YearMonth> month) const
{
    const auto entry = list_ ? list_->entryOf(text) : std::nullopt;
    return entry ? list_->labelOf(*entry, month) : std::string(text);
}

bool Ministries::isMinistry(std::string_view text) const
{
    return (!text.empty() && list_ && list_->entryOf(text)) || fold(text).starts_with("ministere d");
}

std::string Ministries::namedIn(const Sheet& sheet, int rows) const
{
    for (int row = 0; row < std::min(sheet.rowCount(), rows); ++row)
        for (int column = 0; column < sheet.columnCount(); ++column) {
            const std::string_view text = sheet.text({row, column});
            const std::size_t colon = std::min(text.find(':'), text.size());
            for (const auto part : {text.substr(0, colon), text.substr(std::min(colon + 1, text.size()))})
                if (isMinistry(trimmed(part))) return std::string(trimmed(part));
        }
    return {};
}

std::vector<Consolidation::ContradictedReturn> contradictedReturns(const Consolidation& portfolio,
                                                                   const Ministries& ministries)
{
    std::map<std::string, std::vector<std::size_t>> projects; // rows by ministry
    for (std::size_t row = 0; row < portfolio.rows.size(); ++row)
        if (!portfolio.rows[row].isNilReturn)
            projects[ministries.keyOf(portfolio.rows[row].ministry)].push_back(row);
    std::vector<Consolidation::ContradictedReturn> found;
    for (std::size_t row = 0; row < portfolio.rows.size(); ++row) {
        const Consolidation::Row& each = portfolio.rows[row];
        const auto declared = projects.find(ministries.keyOf(each.ministry));
        if (!each.isNilReturn || each.ministry.empty() || declared == projects.end()) continue;
        found.push_back({ministries.nameOf(each.ministry, portfolio.edition), row, declared->second});
    }
    return found;
}

} // namespace panorama
