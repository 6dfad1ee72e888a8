#include "core/report/key_figures.hpp"

#include "core/report/phrases.hpp"

#include <fmt/format.h>

namespace panorama {

namespace {

class FigureList
{
  public:
    explicit FigureList(Language language) : language_(language) {}

    void add(Phrase label, std::string value, std::string basis = {})
    {
        figures_.push_back({std::string(phrase(label, language_)), std::move(value), std::move(basis)});
    }
    void addCount(Phrase label, std::size_t count)
    {
        add(label, shownNumber(static_cast<double>(count), 0, 0, language_));
    }

    void addRate(Phrase label, const std::optional<PortfolioSlippage>& slippage)
    {
        if (!slippage) return; // the sheet has no columns for it: nothing to say
        const std::string basis =
            say(Phrase::usedAndExcluded, language_, nameOf(slippage->method), slippage->used,
                shownProjects(slippage->used + slippage->excluded, language_), slippage->excluded);
        add(label, slippage->rate ? shownPercent(*slippage->rate, language_) : unknown(), basis);
    }

    std::string over(std::size_t projects) const
    {
        return say(Phrase::overProjects, language_, shownProjects(projects, language_));
    }
    std::string unknown() const { return std::string(phrase(Phrase::unknown, language_)); }
    std::vector<ShownFigure> take() { return std::move(figures_); }

  private:
    Language language_;
    std::vector<ShownFigure> figures_;
};

} // namespace

std::vector<ShownFigure> shownFigures(const PortfolioFigures& figures, Language language)
{
    FigureList list(language);
    list.addCount(Phrase::figureProjects, figures.projects);
    if (figures.interministerial) list.addCount(Phrase::figureInterministerial, *figures.interministerial);
    list.add(Phrase::figureTotal,
             figures.total ? shownNumber(*figures.total, 2, 2, language) : list.unknown(),
             list.over(figures.costsCounted));
    list.addCount(Phrase::figureWithheld, figures.withheld);
    if (figures.costsMissing > 0) list.addCount(Phrase::figureMissing, figures.costsMissing);
    list.add(Phrase::figureDuration,
             figures.meanDuration ? shownNumber(*figures.meanDuration, 1, 2, language) : list.unknown(),
             list.over(figures.durationsCounted));
    list.addRate(Phrase::figureBudget, figures.budget);
    list.addRate(Phrase::figureCalendar, figures.calendar);
    return list.take();
}

} // namespace panorama
