// The words of a project's view.

#include "core/live/project_view.hpp"
#include "core/report/phrases.hpp"
#include "core/table/portfolio.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace panorama {

namespace {

std::string shownCost(double cost, Language language)
{
    return say(Phrase::costAmount, language, shownNumber(cost, 0, 2, language));
}

std::string shownYears(double years, Language language)
{
    // French counts below 2 in the singular, English all but 1 in the plural.
    const bool one = language == Language::french ? years < 2 : years == 1;
    return say(one ? Phrase::yearAmount : Phrase::yearsAmount, language, shownNumber(years, 0, 1, language));
}

/// "03/2024": a day would say more than is known.
std::string shownShortMonth(YearMonth month, Language language)
{
    if (language != Language::french) return shownMonth(month, language);
    return fmt::format("{:02}/{:04}", static_cast<unsigned>(month.month()), static_cast<int>(month.year()));
}

class ProjectWords
{
  public:
    ProjectWords(const ProjectView& view, Language language)
        : view_(view), table_(view.table->table), language_(language)
    {
    }

    std::vector<ShownFigure> figures()
    {
        if (!view_.now.phase.empty()) add(Phrase::projectPhase, view_.now.phase);
        if (table_.has(Field::initialCost)) addAmount(Phrase::initialCost, view_.initialCost);
        if (costField(table_)) addAmount(Phrase::currentCost, view_.now.cost);
        if (view_.band) add(Phrase::costBand, std::string(nameOf(*view_.band)));
        if (table_.has(Field::initialCost) && costField(table_))
            addRate(Phrase::changeBudget, view_.now.budgetRate);
        if (table_.has(Field::initialEnd) || table_.has(Field::initialDuration))
            addRate(Phrase::changeCalendar, view_.calendarRate);
        if (view_.now.years) add(Phrase::plannedYears, shownYears(*view_.now.years, language_));
        addEnd();
        addSpent();
        addOpinion();
        return std::move(figures_);
    }

  private:
    void add(Phrase label, std::string value, std::string basis = {})
    {
        figures_.push_back({std::string(phrase(label, language_)), std::move(value), std::move(basis)});
    }

    bool isWithheld() const { return view_.now.withheld != Withheld::no; }
    std::string reasonOrUnknown() const
    {
        return isWithheld() ? shownReason(view_.now.withheld, language_)
                            : std::string(phrase(Phrase::unknown, language_));
    }

    /// What is kept back is not for publication, though it may stand in the sheet.
    void addAmount(Phrase label, const std::optional<double>& amount)
    {
        if (amount && !isWithheld()) return add(label, shownCost(*amount, language_));
        add(label, reasonOrUnknown(),
            amount ? say(Phrase::keptInSheet, language_, shownCost(*amount, language_)) : std::string());
    }

    void addRate(Phrase label, const std::optional<double>& rate)
    {
        add(label, rate ? shownPercent(*rate, language_) : reasonOrUnknown());
    }

    void addEnd()
    {
        if (!view_.now.end) return;
        const FieldType said = table_.columns().field(view_.now.end->field).type;
        add(Phrase::plannedEnd, shownMonth(monthOf(view_.now.end->date), language_),
            said == FieldType::years ? std::string(phrase(Phrase::startPlusDuration, language_))
                                     : std::string());
    }

    void addSpent()
    {
        if (!table_.has(Field::spent)) return;
        const auto& cost = view_.now.cost;
        const bool share = view_.spent && cost && *cost > 0 && !isWithheld();
        addAmount(Phrase::spent, view_.spent);
        if (share)
            figures_.back().basis =
                say(Phrase::shareOfCost, language_, shownPercent(*view_.spent / *cost, language_));
    }

    void addOpinion()
    {
        const ProjectOpinion& opinion = view_.opinion;
        if (!opinion.status.empty()) add(Phrase::opinion, opinion.status);
        if (opinion.given)
            add(Phrase::opinionGiven, shownDate(*opinion.given, language_));
        else if (table_.has(Field::opinionDate))
            add(Phrase::opinionGiven, std::string(phrase(Phrase::notGiven, language_)));
        if (opinion.due) add(Phrase::opinionDue, shownDate(*opinion.due, language_));
    }

    const ProjectView& view_;
    const Table& table_;
    Language language_;
    std::vector<ShownFigure> figures_;
};

std::string sourceOf(const ProjectEdition& edition, Language language)
{
    const std::string source =
        say(edition.otherFile ? Phrase::inFile : Phrase::inSheet, language, edition.source);
    return edition.month ? say(Phrase::editionIn, language, shownMonth(*edition.month, language), source)
                         : say(Phrase::undatedIn, language, source);
}

std::vector<std::string> partsOf(const ProjectEdition& edition, const std::string& nameNow, Language language)
{
    std::vector<std::string> parts;
    if (edition.withheld != Withheld::no)
        parts.push_back(shownReason(edition.withheld, language));
    else
        parts.push_back(edition.cost ? shownCost(*edition.cost, language)
                                     : std::string(phrase(Phrase::costUnknown, language)));
    if (edition.end)
        parts.push_back(say(Phrase::endIn, language, shownShortMonth(monthOf(edition.end->date), language)));
    else if (edition.years)
        parts.push_back(shownYears(*edition.years, language));
    if (!edition.phase.empty() && edition.withheld != Withheld::cadrage) parts.push_back(edition.phase);
    if (edition.budgetRate)
        parts.push_back(say(Phrase::budgetRateIs, language, shownPercent(*edition.budgetRate, language)));
    if (fold(edition.name) != fold(nameNow)) parts.push_back(say(Phrase::calledThen, language, edition.name));
    return parts;
}

} // namespace

std::vector<ShownFigure> shownProject(const ProjectView& view, Language language)
{
    return ProjectWords(view, language).figures();
}

std::vector<std::string> shownCourse(const ProjectView& view, Language language)
{
    std::vector<std::string> lines;
    for (const ProjectEdition& edition : view.course) {
        std::string parts;
        for (const auto& part : partsOf(edition, view.now.name, language))
            parts += (parts.empty() ? "" : ", ") + part;
        lines.push_back(say(Phrase::courseLine, language, sourceOf(edition, language), parts));
    }
    return lines;
}

} // namespace panorama
