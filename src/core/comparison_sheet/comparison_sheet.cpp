#include "core/comparison_sheet/comparison_sheet.hpp"

#include "core/comparison_sheet/comparison_labels.hpp"
#include "core/comparison_sheet/doubled_projects.hpp"
#include "core/comparison_sheet/floor_indicator.hpp"
#include "core/comparison_sheet/watch_suggestions.hpp"
#include "core/data/text.hpp"
#include "core/drafts/sectioned_draft.hpp"
#include "core/report/finding_words.hpp"
#include "core/table/cell_words.hpp"
#include "core/table/portfolio.hpp"
#include "core/text/fold.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/ranges.h>

namespace panorama {

namespace {

using namespace comparison_labels;

constexpr Text sheetName{"Comparaison des éditions", "Comparison of editions"};
constexpr Text compared{"{}, comparée à {}", "{}, compared with {}"};
constexpr Text thisEdition{"Édition en cours", "Edition at hand"};
constexpr Text ofMonth{"Édition de {}", "Edition of {}"};
constexpr Text ofMonthFrom{"l’édition de {} ({})", "the edition of {} ({})"};
constexpr Text oneIdentifier{
    "{} : {} lignes portent l’identifiant « {} » ({}). Chacune compte dans les nombres, les coûts et les "
    "taux.",
    "{}: {} rows have the identifier “{}” ({}). Each of them counts in the numbers, costs and rates."};
constexpr Text oneName{
    "{} : {} lignes portent le nom « {} ». Chacune compte dans les nombres, les coûts et les taux.",
    "{}: {} rows have the name “{}”. Each of them counts in the numbers, costs and rates."};

constexpr Text figuresHeading{"Chiffres", "Figures"};
constexpr Text figure{"Chiffre", "Figure"};
constexpr Text before{"Avant", "Before"};
constexpr Text change{"Évolution", "Change"};

constexpr Text partsHeading{"Décomposition de l’évolution des taux, en points",
                            "What the change of the rates is made of, in points"};
constexpr Text common{"Projets communs", "Projects of both"};
constexpr Text sum{"Ensemble", "Together"};
constexpr Text noParts{"Pas de taux dans les deux éditions : rien à décomposer.",
                       "No rate in both editions: nothing to take apart."};
constexpr Text noPartsOfSeveral{"Édition répartie sur plusieurs feuilles : l’évolution n’est pas décomposée.",
                                "Edition on several sheets: the change is not taken apart."};

constexpr Text entering{"Projet entrant", "Entering project"};
constexpr Text leaving{"Projet sortant", "Leaving project"};
constexpr Text ministry{"Porté par", "Carried by"};
constexpr Text noCost{"non renseigné", "not filled in"};
constexpr Text phaseSaid{"Phase indiquée", "Phase stated"};
constexpr Text why{"Motif", "Reason"};
constexpr Text finished{"projet terminé", "finished project"};
constexpr Text unknownReason{"motif non connu", "reason not known"};

constexpr Text renamedHeading{"Renommés", "Renamed"};
constexpr Text formerName{"Nom d’avant", "Name before"};
constexpr Text presentName{"Nom de maintenant", "Name now"};
constexpr Text state{"Statut", "Status"};
constexpr Text confidence{"Confiance", "Confidence"};
constexpr Text reasons{"Raisons", "Reasons"};
constexpr Text confirmed{"confirmé", "confirmed"};
constexpr Text kinds[] = {{"renommage proposé", "renaming proposed"},
                          {"succession proposée", "succession proposed"},
                          {"scission proposée", "split proposed"},
                          {"fusion proposée", "merger proposed"}};

constexpr Text changesHeading{"Évolution de chaque projet", "Change of each project"};
constexpr Text costBefore{"Coût avant (M€)", "Cost before (M€)"};
constexpr Text costNow{"Coût maintenant (M€)", "Cost now (M€)"};
constexpr Text costChange{"Évolution du coût", "Change of the cost"};
constexpr Text endBefore{"Fin avant", "End before"};
constexpr Text endNow{"Fin maintenant", "End now"};
constexpr Text months{"Mois de décalage", "Months later"};
constexpr Text phaseBefore{"Phase avant", "Phase before"};
constexpr Text phaseNow{"Phase maintenant", "Phase now"};
constexpr Text budgetBefore{"Taux budgétaire avant", "Budget rate before"};
constexpr Text budgetNow{"Taux budgétaire maintenant", "Budget rate now"};
constexpr Text budgetPoints{"Points de taux budgétaire", "Points of budget rate"};
constexpr Text calendarBefore{"Taux calendaire avant", "Calendar rate before"};
constexpr Text calendarNow{"Taux calendaire maintenant", "Calendar rate now"};
constexpr Text calendarPoints{"Points de taux calendaire", "Points of calendar rate"};

constexpr Text findingsHeading{"Constats entre éditions (règles D)", "Findings between editions (rules D)"};
constexpr Text concerned{"Projet concerné", "Project concerned"};

constexpr Text watchHeading{"Vigilance : propositions, à décider", "Watch list: suggestions, to be decided"};
constexpr Text suggested{"Projet à suivre", "Project to watch"};
constexpr Text listed{"Déjà suivi", "Already watched"};
constexpr Text yes{"oui", "yes"};
constexpr Text no{"non", "no"};
constexpr Text recurring{"dérive récurrente : le taux passe de {} à {}",
                         "recurring drift: the rate goes from {} to {}"};
constexpr Text vigilance{"vigilance accrue : taux de {}", "heightened vigilance: rate of {}"};
constexpr Text moved{"vigilance accrue : fin repoussée de {} mois",
                     "heightened vigilance: end moved by {} months"};
constexpr Text dearer{"vigilance accrue : coût en hausse de {}", "heightened vigilance: cost up by {}"};
constexpr Text trajectory{"nouvelle trajectoire", "new trajectory"};
constexpr Text closing{"clôture : fin dans {} mois", "closing: ends in {} months"};
constexpr Text isNew{"nouveau dans le panorama", "new in the panorama"};

template <typename Value>
DraftCell optionalNumber(const std::optional<Value>& value, NumberForm form, Look look = Look::plain)
{
    return value ? numberCell(static_cast<double>(*value), form, look) : DraftCell{};
}

DraftCell optionalDate(const std::optional<Date>& date)
{
    return date ? numberCell(serialOf(*date), NumberForm::date) : DraftCell{};
}

std::optional<double> pointsOf(const std::optional<double>& was, const std::optional<double>& is)
{
    return was && is ? std::optional(pointsBetween(*was, *is)) : std::nullopt;
}

std::optional<double> shareOf(const std::optional<double>& was, const std::optional<double>& is)
{
    return was && is && *was != 0 ? std::optional(*is / *was - 1) : std::nullopt;
}

std::string ministryOf(const Project& project)
{
    const auto field = project.firstFilled(says::ministry);
    return field ? std::string(project.text(*field)) : std::string();
}

std::string nameOf(const Table& table, std::size_t row)
{
    return std::string(trimmed(table.projectName(row)));
}

class ComparisonSheet
{
  public:
    ComparisonSheet(const CheckedTable& checked, const EditionComparison& comparison, Language language)
        : checked_(checked), comparison_(comparison), language_(language), table_(checked.table),
          earlier_(*checked.earlier), changes_(projectChanges(earlier_, table_)),
          page_(sheetName, language,
                {6.5, 5.5, 6, 4.5, 4.5, 4.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5})
    {
    }

    SheetDraft draft()
    {
        addEditions();
        addFigures();
        addParts();
        addEntering();
        addLeaving();
        addRenamed();
        addChanges();
        addFindings();
        addFloorIndicator(page_, table_);
        addWatch();
        return page_.take();
    }

  private:
    /// Published files have a whole sentence in place of the phase of a project whose figures are withheld.
    std::string shownPhase(const std::string& said) const
    {
        const Withheld reason = withheldBy(said);
        const bool isSentence = isControlledKeyword(reason) && reason != Withheld::cadrage;
        return isSentence ? shownReason(reason, language_) : said;
    }

    std::string percent(double fraction) const { return shownPercent(fraction, language_); }

    std::string editionOf(const std::optional<YearMonth>& month, const Text& unknown) const
    {
        return month ? say(ofMonth, language_, shownMonth(*month, language_)) : say(unknown, language_);
    }

    void addEditions()
    {
        const auto& old = comparison_.previousEdition.month;
        const std::string mine = editionOf(checked_.edition.month, thisEdition);
        // The sheet travels; where the file lay on whose computer does not.
        const std::string file = std::filesystem::path(comparison_.previousFile).filename().string();
        page_.line(say(compared, language_, mine,
                       old ? say(ofMonthFrom, language_, shownMonth(*old, language_), file) : file));
        for (const auto& found : comparison_.breaks)
            page_.line(say(vocabulary::acrossBreak, language_, found.reason.in(language_)), Look::warning);
        if (comparison_.onSeveralSheets)
            page_.line(say(vocabulary::severalSheets, language_, comparison_.sheet), Look::warning);
        addDoubles(mine, table_);
        addDoubles(editionOf(old, vocabulary::previousEdition), earlier_.table);
    }

    void addDoubles(const std::string& edition, const Table& table)
    {
        for (const DoubledProject& each : doubledProjects(table)) {
            const std::string names = fmt::format("{}", fmt::join(each.names, ", "));
            page_.line(each.identifier.empty()
                           ? say(oneName, language_, edition, each.rows, names)
                           : say(oneIdentifier, language_, edition, each.rows, each.identifier, names),
                       Look::warning);
        }
    }

    void addFigures()
    {
        page_.heading(figuresHeading);
        page_.labels(
            {figure, {before, NumberForm::amount}, {now, NumberForm::amount}, {change, NumberForm::amount}});
        const double was = static_cast<double>(comparison_.projectsBefore),
                     is = static_cast<double>(comparison_.projectsNow);
        page_.row({page_.words(vocabulary::projects), numberCell(was, NumberForm::count),
                   numberCell(is, NumberForm::count), numberCell(is - was, NumberForm::count)});
        const auto &totalBefore = comparison_.totalBefore, &totalNow = comparison_.totalNow;
        page_.row({page_.words(vocabulary::totalCost), known(totalBefore, NumberForm::amount),
                   known(totalNow, NumberForm::amount),
                   known(shareOf(totalBefore, totalNow), NumberForm::percent)});
        addRate(vocabulary::meanBudgetSlippage, comparison_.budgetBefore, comparison_.budgetNow);
        addRate(vocabulary::meanCalendarSlippage, comparison_.calendarBefore, comparison_.calendarNow);
    }

    void addRate(const Text& label, const std::optional<double>& was, const std::optional<double>& is)
    {
        page_.row({page_.words(label), known(was, NumberForm::percent), known(is, NumberForm::percent),
                   known(pointsOf(was, is), NumberForm::points)});
    }

    /// A figure of the whole edition: an empty cell would leave open whether anybody looked.
    DraftCell known(const std::optional<double>& figure, NumberForm form) const
    {
        return figure ? numberCell(*figure, form)
                      : SectionedDraft::insteadOf(form, vocabulary::notComputable.in(language_));
    }

    void addParts()
    {
        page_.heading(partsHeading);
        if (!comparison_.budget && !comparison_.calendar)
            return page_.line(say(comparison_.onSeveralSheets ? noPartsOfSeveral : noParts, language_));
        page_.labels({rate,
                      {common, NumberForm::points},
                      {vocabulary::leaving, NumberForm::points},
                      {vocabulary::entering, NumberForm::points},
                      {sum, NumberForm::points}});
        for (const auto& [label, parts] : {std::pair(vocabulary::meanBudgetSlippage, comparison_.budget),
                                           {vocabulary::meanCalendarSlippage, comparison_.calendar}})
            if (parts)
                page_.row({page_.words(label), numberCell(parts->common, NumberForm::points),
                           numberCell(parts->leaving, NumberForm::points),
                           numberCell(parts->entering, NumberForm::points),
                           numberCell(parts->total, NumberForm::points)});
    }

    /// Its texts: numbers stand last, since a text right of a number runs into it.
    std::vector<DraftCell> projectRow(const Project& project) const
    {
        return {wrappedCell(std::string(project.name())), wrappedCell(ministryOf(project)),
                wrappedCell(shownPhase(std::string(project.text(Field::phase))))};
    }

    /// The cost, or why there is none: an empty cell would leave open whether anybody looked.
    DraftCell costCell(const Project& project) const
    {
        if (const auto known = project.cost()) return numberCell(known->value, NumberForm::amount);
        if (!costField(project.table())) return {};
        const Withheld reason = project.withheld();
        return SectionedDraft::insteadOf(NumberForm::amount, isControlledKeyword(reason)
                                                                 ? shownReason(reason, language_)
                                                                 : say(noCost, language_));
    }

    void addEntering()
    {
        page_.heading(vocabulary::entering);
        const auto rows = earlier_.match.entering();
        if (rows.empty()) return page_.none();
        page_.labels({entering, ministry, phaseSaid, {vocabulary::costMillions, NumberForm::amount}});
        for (const std::size_t row : rows) {
            const Project project(table_, row);
            auto cells = projectRow(project);
            cells.push_back(costCell(project));
            page_.row(std::move(cells));
        }
    }

    void addLeaving()
    {
        page_.heading(vocabulary::leaving);
        const auto rows = earlier_.match.leaving();
        if (rows.empty()) return page_.none();
        page_.labels({leaving, ministry, phaseSaid, why, {vocabulary::costMillions, NumberForm::amount}});
        for (const std::size_t row : rows) {
            const Project project(earlier_.table, row);
            auto cells = projectRow(project);
            const std::string reason(project.text(Field::exitReason));
            if (!reason.empty())
                cells.push_back(wrappedCell(reason));
            else if (project.isFinished())
                cells.push_back(page_.words(finished));
            else
                cells.push_back(page_.words(unknownReason, Look::warning));
            cells.push_back(costCell(project));
            page_.row(std::move(cells));
        }
    }

    void addRenamed()
    {
        page_.heading(renamedHeading);
        if (comparison_.confirmed.empty() && comparison_.candidates.empty()) return page_.none();
        page_.labels({formerName, presentName, state, {confidence, NumberForm::percent}, reasons});
        for (const auto& [old, present] : comparison_.confirmed)
            page_.row({wrappedCell(old), wrappedCell(present), page_.words(confirmed, Look::good)});
        for (const auto& candidate : comparison_.candidates)
            page_.row({wrappedCell(fmt::format("{}", fmt::join(candidate.before, ", "))),
                       wrappedCell(fmt::format("{}", fmt::join(candidate.now, ", "))),
                       page_.words(kinds[static_cast<std::size_t>(candidate.kind)], Look::warning),
                       numberCell(candidate.confidence, NumberForm::percent),
                       textCell(shownEvidence(candidate.evidence, language_))});
    }

    void addChanges()
    {
        page_.heading(changesHeading);
        if (changes_.empty()) return page_.none();
        std::vector<ColumnLabel> labels{vocabulary::projectFollowed, phaseBefore, phaseNow};
        for (const Text& numbers : {costBefore, costNow, costChange, endBefore, endNow, months, budgetBefore,
                                    budgetNow, budgetPoints, calendarBefore, calendarNow, calendarPoints})
            labels.emplace_back(numbers, NumberForm::amount);
        page_.labels(labels);
        for (const ProjectChange& each : changes_)
            page_.row(changeRow(each));
    }

    std::vector<DraftCell> changeRow(const ProjectChange& each) const
    {
        const Project &before = each.before, &now = each.now;
        std::vector<DraftCell> cells{
            wrappedCell(std::string(now.name())),
            wrappedCell(shownPhase(std::string(before.text(Field::phase)))),
            wrappedCell(shownPhase(std::string(now.text(Field::phase)))),
            costCell(before),
            costCell(now),
            optionalNumber(shareOf(valueOf(before.cost()), valueOf(now.cost())), NumberForm::percent),
            optionalDate(dayOf(before.end())),
            optionalDate(dayOf(now.end())),
            optionalNumber(each.monthsLater(), NumberForm::count)};
        for (const auto rate : {&Project::budgetRate, &Project::calendarRate}) {
            const auto then = (before.*rate)(), current = (now.*rate)();
            cells.push_back(optionalNumber(then, NumberForm::percent));
            cells.push_back(optionalNumber(current, NumberForm::percent));
            cells.push_back(optionalNumber(pointsOf(then, current), NumberForm::points));
        }
        return cells;
    }

    static Look lookOf(Severity severity)
    {
        return severity == Severity::error     ? Look::error
               : severity == Severity::warning ? Look::warning
                                               : Look::information;
    }

    void addFindings()
    {
        page_.heading(findingsHeading);
        bool any = false;
        for (const Finding& finding : checked_.findings) {
            if (!finding.rule->id.starts_with("D")) continue;
            if (!any)
                page_.row({textCell(vocabulary::rule.in(language_), Look::label),
                           textCell(vocabulary::severity.in(language_), Look::label),
                           page_.words(concerned, Look::label),
                           page_.words(vocabulary::finding, Look::label)});
            any = true;
            std::string words = messageOf(finding, language_);
            if (finding.accepted) words += " (" + shownAcceptance(*finding.accepted, language_) + ")";
            page_.row({textCell(finding.rule->id),
                       textCell(panorama::nameOf(finding.severity, language_), lookOf(finding.severity)),
                       wrappedCell(projectOf(finding)), textCell(words)});
        }
        if (!any) page_.none();
    }

    std::string reasonOf(const WatchSuggestion& each) const
    {
        switch (each.why) {
        case WatchSuggestion::Why::recurringDrift:
            return say(recurring, language_, percent(each.before), percent(each.now));
        case WatchSuggestion::Why::heightenedVigilance:
            return each.before > 0 ? say(moved, language_, each.before)
                                   : say(vigilance, language_, percent(each.now));
        case WatchSuggestion::Why::risingCost: return say(dearer, language_, percent(each.now));
        case WatchSuggestion::Why::newTrajectory: return say(trajectory, language_);
        case WatchSuggestion::Why::closing: return say(closing, language_, each.now);
        case WatchSuggestion::Why::entering: break;
        }
        return say(isNew, language_);
    }

    void addWatch()
    {
        page_.heading(watchHeading);
        const auto found = watchSuggestions(earlier_, table_, changes_, checked_.edition.month);
        if (found.empty()) return page_.none();
        page_.labels({suggested, listed, why});
        for (const WatchSuggestion& each : found)
            page_.row({wrappedCell(nameOf(table_, each.row)), page_.words(each.isListed ? yes : no),
                       textCell(reasonOf(each))});
    }

    const CheckedTable& checked_;
    const EditionComparison& comparison_;
    Language language_;
    const Table& table_;
    const EarlierEdition& earlier_;
    std::vector<ProjectChange> changes_;
    SectionedDraft page_;
};

} // namespace

SheetDraft comparisonSheet(const CheckedTable& checked, const EditionComparison& comparison,
                           Language language)
{
    return ComparisonSheet(checked, comparison, language).draft();
}

} // namespace panorama
