#include "core/checking/edition_comparison.hpp"

#include "core/checking/checked_workbook.hpp"
#include "core/table/portfolio.hpp"
#include "core/text/fold.hpp"

namespace panorama {

namespace {

std::string nameAt(const Table& table, std::size_t row)
{
    return std::string(trimmed(table.projectName(row)));
}

std::vector<std::string> namesAt(const Table& table, const std::vector<std::size_t>& rows)
{
    std::vector<std::string> names;
    for (const std::size_t row : rows)
        if (std::string name = nameAt(table, row); !fold(name).empty()) names.push_back(std::move(name));
    return names;
}

std::vector<EditionForecast> withMatches(const std::vector<Forecast>& forecasts,
                                         const std::vector<std::optional<std::size_t>>& matches)
{
    std::vector<EditionForecast> both;
    for (std::size_t row = 0; row < forecasts.size(); ++row)
        both.push_back({forecasts[row], matches[row]});
    return both;
}

std::optional<SlippageBreakdown> breakdown(const std::vector<Forecast>& before,
                                           const std::vector<Forecast>& now, const TableMatch& match)
{
    const auto parts = slippageBreakdown(withMatches(before, match.earlierMatches()),
                                         withMatches(now, match.nowMatches()), SlippageMethod::mean);
    return parts ? std::optional(*parts) : std::nullopt;
}

std::optional<double> rateOf(const std::optional<PortfolioSlippage>& slippage)
{
    return slippage && slippage->rate ? std::optional(*slippage->rate) : std::nullopt;
}

void compareFigures(const EarlierEdition& earlier, const CheckedTable& main, EditionComparison& comparison)
{
    const PortfolioFigures &before = earlier.figures, &after = main.figures;
    comparison.onSeveralSheets = before.tables > 1 || after.tables > 1;
    comparison.projectsBefore = before.projects;
    comparison.projectsNow = after.projects;
    comparison.totalBefore = before.total;
    comparison.totalNow = after.total;
    comparison.budgetBefore = rateOf(before.budget);
    comparison.budgetNow = rateOf(after.budget);
    comparison.calendarBefore = rateOf(before.calendar);
    comparison.calendarNow = rateOf(after.calendar);
    if (comparison.onSeveralSheets) return;
    const Table& now = main.table;
    if (comparison.budgetBefore && comparison.budgetNow)
        comparison.budget = breakdown(budgetForecasts(earlier.table), budgetForecasts(now), earlier.match);
    if (comparison.calendarBefore && comparison.calendarNow)
        comparison.calendar =
            breakdown(calendarForecasts(earlier.table), calendarForecasts(now), earlier.match);
}

} // namespace

std::optional<EditionComparison> comparisonOf(const CheckedWorkbook& workbook, const EditionTable& editions)
{
    const CheckedTable* main = workbook.mainTable();
    if (!main || !main->earlier) return std::nullopt;
    const EarlierEdition& earlier = *main->earlier;
    const Table& now = main->table;
    const EditionContext& edition = main->edition;
    EditionComparison comparison;
    comparison.previousFile = main->earlierName;
    comparison.previousEdition = earlier.edition;
    comparison.sheet = now.sheet().name();
    comparison.entering = namesAt(now, earlier.match.entering());
    comparison.leaving = namesAt(earlier.table, earlier.match.leaving());
    const auto& matches = earlier.match.nowMatches();
    for (std::size_t row = 0; row < matches.size(); ++row)
        if (matches[row] && fold(now.projectName(row)) != fold(earlier.table.projectName(*matches[row])))
            comparison.confirmed.emplace_back(nameAt(earlier.table, *matches[row]), nameAt(now, row));
    for (const Proposal& proposal : earlier.match.proposals())
        comparison.candidates.push_back({proposal.kind, namesAt(earlier.table, proposal.before),
                                         namesAt(now, proposal.now), proposal.confidence, proposal.evidence});
    compareFigures(earlier, *main, comparison);
    if (edition.number && earlier.edition.number && *earlier.edition.number < *edition.number)
        comparison.breaks = editions.breaksBetween(*earlier.edition.number, *edition.number);
    return comparison;
}

} // namespace panorama
