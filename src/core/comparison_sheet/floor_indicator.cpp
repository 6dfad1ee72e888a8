#include "core/comparison_sheet/floor_indicator.hpp"

#include "core/comparison_sheet/comparison_labels.hpp"
#include "core/data/text.hpp"
#include "core/formulas/formula.hpp"
#include "core/table/cell_words.hpp"
#include "core/table/portfolio.hpp"
#include "core/table/project.hpp"
#include "core/text/fold.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace panorama {

namespace {

using namespace comparison_labels;

constexpr Text heading{"Indicateur plancher : les taux sans les projets qui doivent sortir",
                       "Floor indicator: the rates without the projects due to leave"};
constexpr Text whatToDo{
    "Répondez « Oui » dans la colonne « Doit sortir » : les taux plancher suivent. Les projets terminés ou "
    "qui ont un motif de sortie y sont déjà à « Oui ».",
    "Answer “Yes” in the column “Due to leave”: the floor rates follow. Projects that are finished or have a "
    "reason to leave already stand at “Yes”."};
constexpr Text floorRate{"Taux plancher", "Floor rate"};
constexpr Text change{"Évolution (points)", "Change (points)"};
constexpr Text counted{"méthode « {} », projets comptés : ", "method “{}”, projects counted: "};
constexpr Text leaving{", à sortir : ", ", due to leave: "};
constexpr Text answerAll{"Répondez « Oui » ou « Non » pour chaque projet.",
                         "Answer “Yes” or “No” for each project."};
constexpr Text noForecasts{"pas de prévisions initiale et actuelle côte à côte",
                           "no initial and present forecast side by side"};

// None of them is a header of a table of projects: the sheet is not to be taken for one.
constexpr Text listed{"Projet présent", "Project present"};
constexpr Text phaseOrReason{"Phase ou motif de non-publication", "Phase or why figures are withheld"};
constexpr Text initialCost{"Coût prévu au départ (M€)", "Cost planned at first (M€)"};
constexpr Text updatedCost{"Coût prévu à ce jour (M€)", "Cost planned today (M€)"};
constexpr Text initialDays{"Durée prévue au départ (jours)", "Duration planned at first (days)"};
constexpr Text updatedDays{"Durée prévue à ce jour (jours)", "Duration planned today (days)"};
constexpr Text initialYears{"Durée prévue au départ (années)", "Duration planned at first (years)"};
constexpr Text updatedYears{"Durée prévue à ce jour (années)", "Duration planned today (years)"};
constexpr Text initialDaysOrYears{"Durée prévue au départ (jours, ou années sans dates)",
                                  "Duration planned at first (days, or years without dates)"};
constexpr Text updatedDaysOrYears{"Durée prévue à ce jour (jours, ou années sans dates)",
                                  "Duration planned today (days, or years without dates)"};
constexpr Text dueToLeave{"Doit sortir", "Due to leave"};
constexpr Text help{
    "Oui : le projet va quitter le panorama, les taux plancher se calculent sans lui. Non : il y reste.",
    "Yes: the project will leave the panorama, the floor rates are computed without it. No: it stays."};
constexpr Text refused{"Choisissez Oui ou Non.", "Choose Yes or No."};
constexpr Text yes{"Oui", "Yes"};
constexpr Text no{"Non", "No"};

bool hasRate(const Forecast& forecast)
{
    return forecast.isUsed(SlippageMethod::mean);
}

/// Two columns of the list with the forecasts of one rate, as the rate is computed from them; no figure of a
/// project that has no rate.
struct ForecastColumns
{
    Text rate, initialLabel, updatedLabel;
    std::vector<Forecast> forecasts;
    std::vector<NumberForm> forms;  ///< of each project's
    std::optional<int> column = {}; ///< where the initial one stands, the updated one beside it

    bool isListed() const { return column.has_value(); }
};

ForecastColumns budgetColumns(const Table& table)
{
    return {.rate = vocabulary::meanBudgetSlippage,
            .initialLabel = initialCost,
            .updatedLabel = updatedCost,
            .forecasts = budgetForecasts(table),
            .forms = std::vector(table.rowCount(), NumberForm::amount)};
}

/// Days where the dates are known, as the rate takes them: made years, they would differ from the durations
/// that other sheets count in whole months.
ForecastColumns calendarColumns(const Table& table)
{
    ForecastColumns columns{.rate = vocabulary::meanCalendarSlippage,
                            .initialLabel = initialDays,
                            .updatedLabel = updatedDays,
                            .forecasts = calendarForecasts(table),
                            .forms = {}};
    bool days = false, years = false;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const bool inDays = Project(table, row).isCalendarInDays();
        columns.forms.push_back(inDays ? NumberForm::count : NumberForm::years);
        if (hasRate(columns.forecasts[row])) (inDays ? days : years) = true;
    }
    if (!years) return columns;
    columns.initialLabel = days ? initialDaysOrYears : initialYears;
    columns.updatedLabel = days ? updatedDaysOrYears : updatedYears;
    return columns;
}

bool isLeaving(const Table& table, std::size_t row)
{
    const Project project(table, row);
    return project.isFinished() || !project.text(Field::exitReason).empty();
}

class FloorIndicator
{
  public:
    FloorIndicator(SectionedDraft& page, const Table& table)
        : page_(page), table_(table), language_(page.language()), budget_(budgetColumns(table)),
          calendar_(calendarColumns(table))
    {
        placeColumns();
    }

    void add()
    {
        page_.heading(heading);
        if (isListed()) page_.line(say(whatToDo, language_));
        page_.labels({rate,
                      {now, NumberForm::percent},
                      {floorRate, NumberForm::percent},
                      {change, NumberForm::points},
                      vocabulary::computedOn});
        firstProject_ = page_.nextRow() + 4; // below the two rates, an empty row and the labels of the list
        addRate(budget_);
        addRate(calendar_);
        if (isListed()) addList();
    }

  private:
    /// After the name and the phase, and before the answers.
    void placeColumns()
    {
        for (ForecastColumns* each : {&budget_, &calendar_}) {
            if (std::none_of(each->forecasts.begin(), each->forecasts.end(), hasRate)) continue;
            each->column = answerColumn_;
            answerColumn_ += 2;
        }
    }

    bool isListed() const { return budget_.isListed() || calendar_.isListed(); }
    std::string text(const Text& wording) const { return say(wording, language_); }
    std::string quoted(const Text& wording) const { return literal(wording.in(language_)).text; }
    int lastProject() const { return firstProject_ + static_cast<int>(table_.rowCount()) - 1; }

    std::string range(int column) const
    {
        return a1({firstProject_, column}) + ":" + a1({lastProject(), column});
    }

    void addRate(const ForecastColumns& columns)
    {
        if (!columns.isListed()) {
            const DraftCell none =
                SectionedDraft::insteadOf(NumberForm::percent, text(vocabulary::notComputable));
            return page_.row({page_.words(columns.rate), none, none, none, page_.words(noForecasts)});
        }
        const int row = page_.nextRow();
        page_.row({page_.words(columns.rate), formulaCell(rateNow(columns), NumberForm::percent),
                   formulaCell(rateAtFloor(columns), NumberForm::percent),
                   formulaCell(points(a1({row, 1}), a1({row, 2})), NumberForm::points),
                   formulaCell(countOf(columns))});
    }

    /// Only #N/A becomes words: without the extension the function has no name, and that must be seen.
    std::string known(const std::string& formula) const
    {
        return fmt::format("IFNA({};{})", formula, quoted(vocabulary::notComputable));
    }

    std::string rateNow(const ForecastColumns& columns) const
    {
        return known(fmt::format("{}({};{})", functionInFiles("meanSlippage"), range(*columns.column),
                                 range(*columns.column + 1)));
    }

    std::string rateAtFloor(const ForecastColumns& columns) const
    {
        const std::string rate =
            known(fmt::format("{}({};{};{})", functionInFiles("floorSlippage"), range(*columns.column),
                              range(*columns.column + 1), range(answerColumn_)));
        return fmt::format("IF({};{};{})", areAnswered(), rate, quoted(vocabulary::notComputable));
    }

    std::string points(const std::string& rate, const std::string& floor) const
    {
        return fmt::format("IF(COUNT({0};{1})=2;({1}-{0})*100;{2})", rate, floor,
                           quoted(vocabulary::notComputable));
    }

    std::string countOf(const ForecastColumns& columns) const
    {
        const std::string answers = range(answerColumn_);
        const std::string method = say(counted, language_, panorama::nameOf(SlippageMethod::mean));
        const std::string used = fmt::format("COUNTIFS({};\">0\";{};{})", range(*columns.column), answers,
                                             literal("<>" + text(yes)).text);
        const std::string count =
            fmt::format("{}&{}&{}&ROWS({})&{}&COUNTIF({};{})", literal(method).text, used,
                        quoted(vocabulary::of), answers, quoted(leaving), answers, quoted(yes));
        return fmt::format("IF({};{};{})", areAnswered(), count, quoted(answerAll));
    }

    /// Another answer could still be pasted in, and then two formulas could read it differently.
    std::string areAnswered() const
    {
        const std::string answers = range(answerColumn_);
        return fmt::format("COUNTIF({0};{1})+COUNTIF({0};{2})+COUNTBLANK({0})=ROWS({0})", answers,
                           quoted(yes), quoted(no));
    }

    void addList()
    {
        page_.row({});
        std::vector<ColumnLabel> labels{listed, phaseOrReason};
        for (const ForecastColumns* each : {&budget_, &calendar_}) {
            if (!each->isListed()) continue;
            labels.emplace_back(each->initialLabel, NumberForm::amount);
            labels.emplace_back(each->updatedLabel, NumberForm::amount);
        }
        labels.emplace_back(dueToLeave);
        page_.labels(labels);
        for (std::size_t row = 0; row < table_.rowCount(); ++row)
            addProject(row);
        guideAnswers();
    }

    void addProject(std::size_t row)
    {
        std::vector<DraftCell> cells{wrappedCell(trimmed(table_.projectName(row))),
                                     wrappedCell(stateOf(row))};
        for (const ForecastColumns* each : {&budget_, &calendar_}) {
            if (!each->isListed()) continue;
            const Forecast& forecast = each->forecasts[row];
            const bool known = hasRate(forecast);
            for (const auto& figure : {forecast.initial, forecast.updated})
                cells.push_back(known ? numberCell(*figure, each->forms[row]) : DraftCell{});
        }
        cells.push_back(page_.words(isLeaving(table_, row) ? yes : no, Look::input));
        page_.row(std::move(cells));
    }

    /// Its phase, or why there are no figures.
    std::string stateOf(std::size_t row) const
    {
        const bool anyRate = hasRate(budget_.forecasts[row]) || hasRate(calendar_.forecasts[row]);
        if (!anyRate && isControlledKeyword(table_.reason(row)))
            return shownReason(table_.reason(row), language_);
        return std::string(Project(table_, row).text(Field::phase));
    }

    void guideAnswers()
    {
        CellGuidance guidance{.block = {firstProject_, answerColumn_, lastProject(), answerColumn_},
                              .kind = CellGuidance::Kind::list,
                              .strictness = CellGuidance::Strictness::refuse,
                              .choices = {text(yes), text(no)}};
        guidance.helpTitle = guidance.refusalTitle = text(dueToLeave);
        guidance.help = text(help);
        guidance.refusal = text(refused);
        page_.guide(std::move(guidance));
    }

    SectionedDraft& page_;
    const Table& table_;
    Language language_;
    ForecastColumns budget_, calendar_;
    int answerColumn_ = 2;
    int firstProject_ = 0;
};

} // namespace

void addFloorIndicator(SectionedDraft& page, const Table& table)
{
    FloorIndicator(page, table).add();
}

} // namespace panorama
