#include "core/report/key_figures.hpp"

#include "core/data/text.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <fmt/format.h>

namespace panorama {

namespace {

class FigureList
{
  public:
    explicit FigureList(Language language) : language_(language) {}

    void add(const Text& label, std::string value, std::string basis = {})
    {
        figures_.push_back({say(label, language_), std::move(value), std::move(basis)});
    }
    void addCount(const Text& label, std::size_t count)
    {
        add(label, shownNumber(static_cast<double>(count), 0, 0, language_));
    }

    void addRate(const Text& label, const std::optional<PortfolioSlippage>& slippage)
    {
        if (!slippage) return; // the sheet has no columns for it: nothing to say
        const std::string basis =
            say(vocabulary::usedAndExcluded, language_, nameOf(slippage->method), slippage->used,
                shownProjects(slippage->used + slippage->excluded, language_), slippage->excluded);
        add(label, slippage->rate ? shownPercent(*slippage->rate, language_) : unknown(), basis);
    }

    std::string over(std::size_t projects) const
    {
        return say(vocabulary::overProjects, language_, shownProjects(projects, language_));
    }
    std::string unknown() const { return say(vocabulary::unknown, language_); }
    std::vector<ShownFigure> take() { return std::move(figures_); }

  private:
    Language language_;
    std::vector<ShownFigure> figures_;
};

} // namespace

std::vector<ShownFigure> shownFigures(const PortfolioFigures& figures, Language language)
{
    FigureList list(language);
    list.addCount(vocabulary::projects, figures.projects);
    if (figures.interministerial)
        list.addCount(vocabulary::interministerialProjects, *figures.interministerial);
    list.add(vocabulary::totalCost,
             figures.total ? shownNumber(*figures.total, 2, 2, language) : list.unknown(),
             list.over(figures.costsCounted));
    list.addCount(vocabulary::projectsWithheld, figures.withheld);
    if (figures.costsMissing > 0) list.addCount(vocabulary::projectsWithoutCost, figures.costsMissing);
    list.add(vocabulary::meanDuration,
             figures.meanDuration ? shownNumber(*figures.meanDuration, 1, 2, language) : list.unknown(),
             list.over(figures.durationsCounted));
    list.addRate(vocabulary::meanBudgetSlippage, figures.budget);
    list.addRate(vocabulary::meanCalendarSlippage, figures.calendar);
    return list.take();
}

} // namespace panorama
