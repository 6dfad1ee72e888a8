// The words of a project's view.

#include "core/data/text.hpp"
#include "core/live/project_view.hpp"
#include "core/table/portfolio.hpp"
#include "core/text/fold.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace panorama {

namespace {

constexpr Text shortMonth{"{0:02}/{1:04}", "{2}"};
constexpr Text oneYear{"{} an", "{} year"};
constexpr Text manyYears{"{} ans", "{} years"};
constexpr Text projectPhase{"Phase", "Phase"};
constexpr Text initialCost{"Coût initial", "Initial cost"};
constexpr Text currentCost{"Coût complet actuel", "Full cost now"};
constexpr Text plannedYears{"Durée prévue", "Planned duration"};
constexpr Text plannedEnd{"Fin prévue", "Planned end"};
constexpr Text startPlusDuration{"d’après le début et la durée", "from start and duration"};
constexpr Text spent{"Dépensé", "Spent"};
constexpr Text shareOfCost{"{} du coût actuel", "{} of the cost now"};
constexpr Text keptInSheet{"dans la feuille : {}", "in the sheet: {}"};
constexpr Text opinionStatus{"Avis « article 3 »", "Opinion “article 3”"};
constexpr Text opinionGiven{"Avis rendu le", "Opinion given on"};
constexpr Text opinionDue{"Réponse attendue avant le", "Answer due by"};
constexpr Text notGiven{"pas encore", "not yet"};
constexpr Text inSheet{"feuille « {} »", "sheet “{}”"};
constexpr Text inFile{"fichier « {} »", "file “{}”"};
constexpr Text undatedIn{"édition sans date ({})", "edition without a date ({})"};
constexpr Text costUnknown{"coût non connu", "cost not known"};
constexpr Text endIn{"fin {}", "end {}"};
constexpr Text budgetRateIs{"glissement budgétaire {}", "budget slippage {}"};
constexpr Text calledThen{"sous le nom « {} »", "under the name “{}”"};

std::string shownCost(double cost, Language language)
{
    return say(vocabulary::millions, language, shownNumber(cost, 0, 2, language));
}

std::string shownYears(double years, Language language)
{
    return say(numbered(years, oneYear, manyYears, language), language, shownNumber(years, 0, 1, language));
}

/// "03/2024": a day would say more than is known.
std::string shownShortMonth(YearMonth month, Language language)
{
    const std::string inWords = shownMonth(month, language);
    return say(shortMonth, language, static_cast<unsigned>(month.month()), static_cast<int>(month.year()),
               inWords);
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
        if (!view_.now.phase.empty()) add(projectPhase, view_.now.phase);
        if (table_.has(Field::initialCost)) addAmount(initialCost, view_.initialCost);
        if (costField(table_)) addAmount(currentCost, view_.now.cost);
        if (view_.band) add(vocabulary::costBand, std::string(nameOf(*view_.band)));
        if (table_.has(Field::initialCost) && costField(table_))
            addRate(vocabulary::budgetSlippage, view_.now.budgetRate);
        if (table_.has(Field::initialEnd) || table_.has(Field::initialDuration))
            addRate(vocabulary::calendarSlippage, view_.calendarRate);
        if (view_.now.years) add(plannedYears, shownYears(*view_.now.years, language_));
        addEnd();
        addSpent();
        addOpinion();
        return std::move(figures_);
    }

  private:
    void add(const Text& label, std::string value, std::string basis = {})
    {
        figures_.push_back({say(label, language_), std::move(value), std::move(basis)});
    }

    bool isWithheld() const { return view_.now.withheld != Withheld::no; }
    std::string reasonOrUnknown() const
    {
        return isWithheld() ? shownReason(view_.now.withheld, language_)
                            : say(vocabulary::unknown, language_);
    }

    /// What is kept back is not for publication, though it may stand in the sheet.
    void addAmount(const Text& label, const std::optional<double>& amount)
    {
        if (amount && !isWithheld()) return add(label, shownCost(*amount, language_));
        add(label, reasonOrUnknown(),
            amount ? say(keptInSheet, language_, shownCost(*amount, language_)) : std::string());
    }

    void addRate(const Text& label, const std::optional<double>& rate)
    {
        add(label, rate ? shownPercent(*rate, language_) : reasonOrUnknown());
    }

    void addEnd()
    {
        if (!view_.now.end) return;
        const FieldType said = table_.columns().field(view_.now.end->field).type;
        add(plannedEnd, shownMonth(monthOf(view_.now.end->date), language_),
            said == FieldType::years ? say(startPlusDuration, language_) : std::string());
    }

    void addSpent()
    {
        if (!table_.has(Field::spent)) return;
        const auto& cost = view_.now.cost;
        const bool share = view_.spent && cost && *cost > 0 && !isWithheld();
        addAmount(spent, view_.spent);
        if (share)
            figures_.back().basis =
                say(shareOfCost, language_, shownPercent(*view_.spent / *cost, language_));
    }

    void addOpinion()
    {
        const ProjectOpinion& opinion = view_.opinion;
        if (!opinion.status.empty()) add(opinionStatus, opinion.status);
        if (opinion.given)
            add(opinionGiven, shownDate(*opinion.given, language_));
        else if (table_.has(Field::opinionDate))
            add(opinionGiven, say(notGiven, language_));
        if (opinion.due) add(opinionDue, shownDate(*opinion.due, language_));
    }

    const ProjectView& view_;
    const Table& table_;
    Language language_;
    std::vector<ShownFigure> figures_;
};

std::string sourceOf(const ProjectEdition& edition, Language language)
{
    const std::string source = say(edition.otherFile ? inFile : inSheet, language, edition.source);
    return edition.month ? say(vocabulary::inBrackets, language, shownMonth(*edition.month, language), source)
                         : say(undatedIn, language, source);
}

std::vector<std::string> partsOf(const ProjectEdition& edition, const std::string& nameNow, Language language)
{
    std::vector<std::string> parts;
    if (edition.withheld != Withheld::no)
        parts.push_back(shownReason(edition.withheld, language));
    else
        parts.push_back(edition.cost ? shownCost(*edition.cost, language) : say(costUnknown, language));
    if (edition.end)
        parts.push_back(say(endIn, language, shownShortMonth(monthOf(edition.end->date), language)));
    else if (edition.years)
        parts.push_back(shownYears(*edition.years, language));
    if (!edition.phase.empty() && edition.withheld != Withheld::cadrage) parts.push_back(edition.phase);
    if (edition.budgetRate)
        parts.push_back(say(budgetRateIs, language, shownPercent(*edition.budgetRate, language)));
    if (fold(edition.name) != fold(nameNow)) parts.push_back(say(calledThen, language, edition.name));
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
        lines.push_back(say(vocabulary::labelled, language, sourceOf(edition, language), parts));
    }
    return lines;
}

} // namespace panorama
