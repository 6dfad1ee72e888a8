#include "core/publication/press_note.hpp"

#include "core/data/text.hpp"
#include "core/table/portfolio.hpp"
#include "core/table/project.hpp"
#include "core/text/fold.hpp"
#include "core/text/plain_text.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace panorama {

namespace {

// How many of the editions before are compared with: a press note looks back a year or two.
constexpr std::size_t mostEditionsBefore = 3;

constexpr Text title{"Chiffres du communiqué", "Figures of the press note"};
constexpr Text titleEdition{"Chiffres du communiqué, édition {} ({})",
                            "Figures of the press note, edition {} ({})"};
constexpr Text titleMonth{"Chiffres du communiqué, {}", "Figures of the press note, {}"};
constexpr Text projects{"Projets suivis", "Projects followed"};
constexpr Text total{"Coût total", "Total cost"};
constexpr Text billions{"{0}{1} Md€", "{0}€{1}bn"}; // sign, amount
constexpr Text totalValue{"{} ({} M€), {}", "{} (€{}m), {}"};
constexpr Text withheld{"Projets aux chiffres non publiés, hors de ce total",
                        "Projects withheld, not in this total"};
constexpr Text withheldFigures{"Chiffres non publiés et remplacés par leur motif",
                               "Figures withheld and replaced by their reason"};
constexpr Text costWithheld{"coût non communiqué", "cost not disclosed"};
constexpr Text withheldItem{"{} ({})", "{}, {}"}; // English reasons have brackets of their own
constexpr Text withheldUnderstood{"{} (Diffusion « {} » non comprise : non publié par prudence)",
                                  "{}, kept back to be safe (Diffusion “{}” not understood)"};
constexpr Text betweenWithheld{", ", "; "};
constexpr Text noneWithheld{"aucun", "none"};
constexpr Text missing{"Projets sans coût ni motif, hors de ce total",
                       "Projects without cost or reason, not in this total"};
constexpr Text sinceEdition{"{}, depuis {}", "{}, since {}"};
constexpr Text toConfirm{" ; renommages à confirmer : {}", "; renamings to be confirmed: {}"};
constexpr Text notCounted{"non calculés, faute du tableau de l’édition précédente",
                          "not computed, for want of the table of the edition before"};
constexpr Text duration{"Durée moyenne", "Mean duration"};
constexpr Text durationValue{"{} ans, {}", "{} years, {}"};
constexpr Text notComputable{
    "non calculable : le tableau ne donne pas, côte à côte, la prévision initiale et l’actuelle",
    "cannot be computed: the table does not give the initial and the current forecast side by side"};
constexpr Text published{"publié : {}", "published: {}"};
constexpr Text gap{"écart avec le tableau : {}", "gap with the table: {}"};
constexpr Text mayBeWithheld{
    "le chiffre publié peut compter des projets dont les chiffres ne sont pas publiés ici (à vérifier)",
    "the published figure may count projects that are withheld here (to be checked)"};
constexpr Text changes{"Évolutions, en points", "Changes, in points"};
constexpr Text change{"{} : {} par rapport à {} ({}, après {})", "{}: {} from {} ({}, after {})"};
constexpr Text acrossBreak{"Depuis {} : attention, rupture de série entre les deux éditions. {}",
                           "Since {}: note, a break in the series lies between the two editions. {}"};
constexpr Text noChange{"Évolutions : {}", "Changes: {}"};
constexpr Text noneBefore{"pas d’édition antérieure", "no edition before this one"};
constexpr Text noRates{"pas de taux des deux éditions à comparer", "no rates of both editions to compare"};
constexpr Text avoided{
    "Dépenses évitées (estimation calculée ici : baisse du glissement budgétaire × coût total actualisé)",
    "Spending avoided (an estimate computed here: fall of the budget slippage × updated total cost)"};
constexpr Text avoidedSince{"Dépenses évitées depuis {} : {} M€ = ({} - {}) × {} M€ ({})",
                            "Spending avoided since {}: €{}m = ({} - {}) × €{}m ({})"};
constexpr Text onePoint{"{} point", "{} points"};
constexpr Text publishedTotal{"coût total publié", "published total cost"};
constexpr Text tableTotal{"coût total du tableau", "total cost of the table"};
constexpr Text withBreak{", rupture de série", ", across a break"};
constexpr Text saidBy{"{} selon {}", "{} according to {}"};
/// The sources of published figures as a sentence names them; the table of editions has them as labels.
constexpr struct
{
    std::string_view source;
    Text words;
} saidSources[] = {
    {"dashboard", Text{"le tableau de bord", "the dashboard"}},
    {"article", Text{"l’article de l’édition", "the edition’s article"}},
    {"press", Text{"la presse", "the press"}},
    {"source-document", Text{"un document source", "a source document"}},
    {"cour", Text{"la Cour des comptes", "the Cour des comptes"}},
    {"cosinum", Text{"la note COSINUM", "the COSINUM note"}},
    {"bilan14", Text{"le bilan de la 14e édition", "the review of the 14th edition"}},
};
constexpr Text inTable{"{} dans le tableau", "{} in the table"};
constexpr Text inPreviousTable{"{} dans le tableau de l’édition précédente",
                               "{} in the table of the edition before"};
constexpr Text previousTable{"l’édition précédente", "the edition before"};
constexpr Text unknownEdition{"Édition non connue : ni chiffres publiés ni évolutions à mettre en regard.",
                              "Edition not known: no published figures or changes to put beside."};
constexpr Text notesTitle{"Ce que la publication retient, déduit ou laisse de côté",
                          "What publishing withholds, derives or leaves out"};

constexpr Text notes[] = {
    {"Ministère : sigle ou nom complet déduit de la liste des ministères ({})",
     "Ministry: acronym or full name derived from the list of ministries ({})"},
    {"Durée calculée à partir des dates de début et de fin, dernier jour compris, en mois entiers / 12 ({})",
     "Duration computed from start and end, the last day included, in whole months / 12 ({})"},
    {"Dates à l’année sur deux chiffres, lues comme 20xx : à confirmer ({})",
     "Dates with a two-digit year, read as 20xx: to be confirmed ({})"},
    {"Nombres ou dates saisis comme du texte, lus ({})", "Numbers or dates typed as text, read ({})"},
    {"Phase ou oui/non récrits comme dans les listes ({})", "Phase or yes/no written as in the lists ({})"},
    {"Date de publication tirée de l’édition ({})", "Date of publication taken from the edition ({})"},
    {"Textes qu’un tableur prendrait pour une formule, publiés avec une apostrophe devant ({})",
     "Texts that a spreadsheet would take for a formula, published with an apostrophe in front ({})"},
    {"Lignes de total, remarques ou « rien à déclarer », non publiées ({})",
     "Totals, remarks or “nothing to declare”, not published ({})"},
    {"Colonnes du tableau qui n’existent pas dans le fichier publié ({})",
     "Columns of the table that the published file does not have ({})"},
    {"Attention : aucune colonne « Diffusion » ne dit ce qui peut être publié ; rien n’est caché hors "
     "cadrage (projets : {}).",
     "Note: no column “Diffusion” says what may be published; nothing is hidden but projects in cadrage "
     "(projects: {})."},
    {"Attention : « Diffusion » est vide pour des projets qui sont publiés ({}). Vérifiez qu’ils peuvent "
     "l’être.",
     "Note: “Diffusion” is empty for projects that are published ({}). Check that they may be."},
    {"Attention : autres tableaux de projets du classeur, non publiés ({}). Pour les publier ensemble, "
     "consolidez-les d’abord.",
     "Note: other tables of projects in the workbook, not published ({}). To publish them together, "
     "consolidate them first."},
};

std::string shownWithheld(const Publication::WithheldProject& project, Language language)
{
    if (!project.said.empty()) return say(withheldUnderstood, language, project.name, project.said);
    const bool isUndisclosed = project.onlyCost && project.reason == Withheld::other;
    return say(withheldItem, language, project.name,
               isUndisclosed ? say(costWithheld, language) : shownReason(project.reason, language));
}

std::string nameOf(const EditionTable::Source& source, Language language)
{
    const auto found = std::find_if(std::begin(saidSources), std::end(saidSources),
                                    [&](const auto& each) { return each.source == source.id; });
    return std::string(found == std::end(saidSources) ? source.name.in(language) : found->words.in(language));
}

std::string joined(const std::vector<std::string>& parts, std::string_view between)
{
    std::string text;
    for (const auto& part : parts)
        text += (text.empty() ? "" : std::string(between)) + part;
    return text;
}

/// A figure and where it comes from.
struct Rate
{
    enum class From : std::uint8_t { table, previousTable, published };
    double value = 0;
    From from = From::table;
    std::string sources = {}; ///< of a published one
};

/// The budget slippage of an edition before, for what was avoided since.
struct RateBefore
{
    Rate rate;
    std::string when; ///< the edition's month, as a sentence says it
    bool acrossBreak = false;
};

class PressNote
{
  public:
    PressNote(const PressSource& source, Language language)
        : source_(source), language_(language), edition_(source.source.edition),
          figures_(source.published.mainTable() ? source.published.mainTable()->figures
                                                : source.source.figures)
    {
        if (edition_.number) known_ = source.editions.find(*edition_.number);
    }

    std::string write()
    {
        line(heading());
        line("");
        addCounts();
        addMovements();
        addTotal();
        addDuration();
        addRates(vocabulary::budgetSlippage, "budget", budgetForecasts(source_.source.table),
                 source_.source.figures.budget);
        addRates(vocabulary::calendarSlippage, "calendar", calendarForecasts(source_.source.table),
                 source_.source.figures.calendar);
        addChanges();
        addAvoided();
        return std::move(text_);
    }

  private:
    void line(const std::string& text) { text_ += onOneLine(text) + "\n"; }
    /// What is added meanwhile, set apart: a heading stands over lines only.
    template <typename Add>
    std::string linesOf(Add add)
    {
        std::string above = std::exchange(text_, {});
        add();
        return std::exchange(text_, std::move(above));
    }
    void addItem(std::string_view label, const std::string& value)
    {
        line(say(vocabulary::labelled, language_, label, value));
    }
    std::string number(double value, int fewest, int most) const
    {
        return shownNumber(value, fewest, most, language_);
    }
    std::string inBillions(double value, int most, std::string_view sign = {}) const
    {
        return say(billions, language_, sign, number(value, 2, most));
    }
    std::string rate(double value) const { return shownPercent(value, language_); }

    std::string heading() const
    {
        if (edition_.number && edition_.month)
            return say(titleEdition, language_, *edition_.number, shownMonth(*edition_.month, language_));
        if (edition_.month) return say(titleMonth, language_, shownMonth(*edition_.month, language_));
        return say(title, language_);
    }

    /// What sources published for a figure of this edition, each with its name where they disagree.
    std::vector<Rate> publishedValues(const EditionTable::Edition* edition, std::string_view id) const
    {
        std::vector<Rate> values;
        const auto figure = source_.editions.figure(id);
        if (!edition || !figure) return values;
        for (const auto& value : edition->of(*figure)) {
            const std::string name = nameOf(source_.editions.sources()[value.source], language_);
            const auto same = std::find_if(values.begin(), values.end(),
                                           [&](const Rate& each) { return each.value == value.value; });
            if (same == values.end())
                values.push_back({value.value, Rate::From::published, name});
            else
                same->sources += ", " + name;
        }
        return values;
    }

    /// " (publié : 50, tableau de bord)", or nothing.
    template <typename Shown>
    std::string besides(std::string_view id, Shown shown) const
    {
        std::vector<std::string> parts;
        for (const Rate& value : publishedValues(known_, id))
            parts.push_back(say(saidBy, language_, shown(value.value), value.sources));
        return parts.empty()
                   ? std::string()
                   : " (" + say(published, language_, joined(parts, vocabulary::semicolon.in(language_))) +
                         ")";
    }

    void addCounts()
    {
        const auto whole = [&](double value) { return number(value, 0, 0); };
        addItem(projects.in(language_),
                whole(static_cast<double>(source_.publication.rows.size())) + besides("projects", whole));
        if (figures_.interministerial)
            addItem(vocabulary::interministerialProjects.in(language_),
                    whole(static_cast<double>(*figures_.interministerial)) +
                        besides("interministerial", whole));
    }

    void addMovements()
    {
        const EarlierEdition* earlier = source_.source.earlier.get();
        addMovement(vocabulary::entering, "entering",
                    earlier ? std::optional(earlier->match.entering().size()) : std::nullopt);
        addMovement(vocabulary::leaving, "leaving",
                    earlier ? std::optional(earlier->match.leaving().size()) : std::nullopt);
    }

    /// Who came or went can only be counted against the table of the edition before.
    void addMovement(const Text& label, std::string_view id, std::optional<std::size_t> count)
    {
        const auto whole = [&](double value) { return number(value, 0, 0); };
        const std::string beside = besides(id, whole);
        if (!count && beside.empty()) return;
        addItem(label.in(language_), (count ? sinceBefore(*count) : say(notCounted, language_)) + beside);
    }

    std::string sinceBefore(std::size_t count) const
    {
        const EarlierEdition& earlier = *source_.source.earlier;
        std::string text =
            say(sinceEdition, language_, number(static_cast<double>(count), 0, 0), whenOf(earlier.edition));
        // A project that may only have been renamed counts neither as entering nor as leaving.
        const auto& proposals = earlier.match.proposals();
        const auto open = std::count_if(proposals.begin(), proposals.end(), [](const Proposal& proposal) {
            return proposal.kind != Proposal::Kind::successor;
        });
        return open == 0 ? text : text + say(toConfirm, language_, open);
    }

    std::string whenOf(const EditionContext& edition) const
    {
        return edition.month ? shownMonth(*edition.month, language_) : say(previousTable, language_);
    }

    void addTotal()
    {
        const auto shown = [&](double value) { return inBillions(value, 3); };
        std::string value(vocabulary::unknown.in(language_));
        if (figures_.total)
            value = say(
                totalValue, language_, inBillions(*figures_.total / 1000, 2), number(*figures_.total, 2, 2),
                say(vocabulary::overProjects, language_, shownProjects(figures_.costsCounted, language_)));
        addItem(total.in(language_), value + besides("total", shown));
        addGap();
        std::vector<std::string> names;
        for (const auto& project : source_.publication.withheld)
            names.push_back(shownWithheld(project, language_));
        addItem(say(withheld, language_) + " (" + std::to_string(names.size()) + ")",
                names.empty() ? say(noneWithheld, language_) : joined(names, betweenWithheld.in(language_)));
        addMissing();
    }

    /// The published total may hold what a table may not show.
    void addGap()
    {
        for (const Rate& value : publishedValues(known_, "total")) {
            if (!figures_.total) continue;
            const double difference = value.value - *figures_.total / 1000;
            if (std::fabs(difference) < 0.005) continue; // the headline is the table's sum, rounded
            std::string text =
                say(gap, language_, inBillions(std::fabs(difference), 2, difference > 0 ? "+" : "-"));
            if (difference > 0 && !source_.publication.withheld.empty())
                text += say(vocabulary::semicolon, language_) + say(mayBeWithheld, language_);
            line("  " + text);
        }
    }

    void addMissing()
    {
        const Table& table = source_.source.table;
        std::vector<std::string> names;
        for (std::size_t row = 0; costField(table) && row < table.rowCount(); ++row)
            if (const Project project(table, row); !isWithheld(row) && !project.cost())
                names.emplace_back(project.name());
        if (!names.empty())
            addItem(say(missing, language_) + " (" + std::to_string(names.size()) + ")", joined(names, ", "));
    }

    bool isWithheld(std::size_t row) const
    {
        const auto& all = source_.publication.withheld;
        return std::any_of(all.begin(), all.end(), [&](const auto& project) { return project.row == row; });
    }

    /// Whose cost alone is kept back has a calendar rate all the same.
    void keepBack(std::vector<Forecast>& forecasts) const
    {
        for (const auto& project : source_.publication.withheld)
            if (!project.onlyCost) forecasts[project.row].withheld = true;
    }

    void addDuration()
    {
        const auto years = [&](double value) { return number(value, 1, 1); };
        std::string value(vocabulary::unknown.in(language_));
        if (figures_.meanDuration)
            value = say(durationValue, language_, years(*figures_.meanDuration),
                        say(vocabulary::overProjects, language_,
                            shownProjects(figures_.durationsCounted, language_)));
        addItem(duration.in(language_), value + besides("mean_duration", years));
    }

    void addRates(const Text& label, std::string_view id, std::vector<Forecast> forecasts,
                  const std::optional<PortfolioSlippage>& known)
    {
        const auto shown = [&](double value) { return rate(value); };
        auto& mine = id == "budget" ? budget_ : calendar_;
        if (!known) {
            addItem(label.in(language_), say(notComputable, language_) + besides(id, shown));
        } else {
            keepBack(forecasts);
            for (const SlippageMethod method : {SlippageMethod::mean, SlippageMethod::aggregated})
                addRate(label, portfolioSlippage(forecasts, method),
                        method == SlippageMethod::mean ? besides(id, shown) : std::string(), mine);
        }
        if (mine.empty()) mine = publishedValues(known_, id);
    }

    void addRate(const Text& label, const PortfolioSlippage& slippage, const std::string& beside,
                 std::vector<Rate>& mine)
    {
        const std::string basis =
            say(vocabulary::usedAndExcluded, language_, nameOf(slippage.method), slippage.used,
                shownProjects(slippage.used + slippage.excluded, language_), slippage.excluded);
        const std::string value = slippage.rate ? rate(*slippage.rate) : say(vocabulary::unknown, language_);
        addItem(label.in(language_), value + ", " + basis + beside);
        if (slippage.rate && slippage.method == SlippageMethod::mean)
            mine.push_back({.value = *slippage.rate});
    }

    void addChanges()
    {
        line("");
        if (!edition_.month && !edition_.number && !source_.previous)
            return line(say(unknownEdition, language_));
        const std::string lines = linesOf([&] {
            if (source_.previous) addChangeFromTable();
            std::size_t compared = 0;
            const auto& all = source_.editions.editions();
            for (auto edition = all.rbegin(); edition != all.rend() && compared < mostEditionsBefore;
                 ++edition)
                if (isBefore(*edition) && addChange(*edition)) ++compared;
        });
        if (lines.empty()) return line(say(noChange, language_, whyNoChange().in(language_)));
        line(say(changes, language_));
        text_ += lines;
    }

    bool isBefore(const EditionTable::Edition& edition) const
    {
        if (edition_.month) return edition.date < *edition_.month && edition_.number != edition.number;
        return edition_.number && edition.number < *edition_.number;
    }

    const Text& whyNoChange() const
    {
        const auto& all = source_.editions.editions();
        const bool any = source_.previous || std::any_of(all.begin(), all.end(), [&](const auto& edition) {
                             return isBefore(edition);
                         });
        return any ? noRates : noneBefore;
    }

    void addChangeFromTable()
    {
        const PortfolioFigures& before = source_.previous->figures;
        const std::string when = whenOf(source_.previous->edition);
        constexpr auto from = Rate::From::previousTable;
        if (before.budget && before.budget->rate) {
            addLines(vocabulary::budgetSlippage, {{*before.budget->rate, from}}, budget_, when);
            budgetsBefore_.push_back({{*before.budget->rate, from}, when});
        }
        if (before.calendar && before.calendar->rate)
            addLines(vocabulary::calendarSlippage, {{*before.calendar->rate, from}}, calendar_, when);
    }

    bool addChange(const EditionTable::Edition& edition)
    {
        const auto budgets = publishedValues(&edition, "budget"),
                   calendars = publishedValues(&edition, "calendar");
        const std::string when = shownMonth(edition.date, language_);
        const bool said = addLines(vocabulary::budgetSlippage, budgets, budget_, when) |
                          addLines(vocabulary::calendarSlippage, calendars, calendar_, when);
        if (!said) return false;
        bool acrossBudgets = false;
        if (edition_.number)
            for (const auto& found : source_.editions.breaksBetween(edition.number, *edition_.number)) {
                // Several lines may speak of that edition: the warning says that it is for all of them.
                if (concerns(found, "budget") || concerns(found, "calendar"))
                    line("  " + say(acrossBreak, language_, when, found.reason.in(language_)));
                acrossBudgets = acrossBudgets || concerns(found, "budget") || concerns(found, "total");
            }
        for (const Rate& was : budgets)
            budgetsBefore_.push_back({was, when, acrossBudgets});
        return true;
    }

    static bool concerns(const EditionTable::Break& found, std::string_view figure)
    {
        return std::find(found.figures.begin(), found.figures.end(), figure) != found.figures.end();
    }

    /// What the fall of the rate spared, with all that it was computed from.
    void addAvoided()
    {
        const std::string lines = linesOf([&] {
            for (const RateBefore& before : budgetsBefore_)
                for (const Rate& now : budget_)
                    if (now.value < before.rate.value && isOfOnePerimeter(before.rate, now))
                        addAvoidedSince(before, now);
        });
        if (lines.empty()) return;
        line("");
        line(say(avoided, language_));
        text_ += lines;
    }

    /// A ministry's own rate is no later value of the rate that was published for all of them.
    bool isOfOnePerimeter(const Rate& before, const Rate& now) const
    {
        return (before.from == Rate::From::published) == (now.from == Rate::From::published) ||
               mayBeWholeEdition(source_.source.table);
    }

    /// A rate applies to the total that it was given with: the published one to the published total.
    std::vector<double> totalsOf(const Rate& rate) const
    {
        std::vector<double> totals;
        if (rate.from == Rate::From::published)
            for (const Rate& value : publishedValues(known_, "total"))
                totals.push_back(value.value * 1000);
        else if (figures_.total)
            totals.push_back(*figures_.total);
        return totals;
    }

    void addAvoidedSince(const RateBefore& before, const Rate& now)
    {
        std::string basis((now.from == Rate::From::published ? publishedTotal : tableTotal).in(language_));
        if (before.acrossBreak) basis += withBreak.in(language_);
        for (const double base : totalsOf(now)) {
            const double spared = (before.rate.value - now.value) * base;
            line("  " + say(avoidedSince, language_, before.when, number(spared, 0, 0),
                            rate(before.rate.value), rate(now.value), number(base, 0, 2), basis));
        }
    }

    /// As press notes have it: "-1,5 point", "-14,9 points".
    std::string shownPoints(double points) const
    {
        const Text& text = numbered(std::fabs(points), onePoint, vocabulary::points, language_);
        return (points > 0 ? "+" : "") + say(text, language_, number(points, 1, 1));
    }

    std::string shownRate(const Rate& shown) const
    {
        if (shown.from == Rate::From::published)
            return say(saidBy, language_, rate(shown.value), shown.sources);
        return say(shown.from == Rate::From::table ? inTable : inPreviousTable, language_, rate(shown.value));
    }

    bool addLines(const Text& label, const std::vector<Rate>& before, const std::vector<Rate>& now,
                  const std::string& when)
    {
        for (const Rate& was : before)
            for (const Rate& is : now) {
                const double points = std::round(pointsBetween(was.value, is.value) * 10) / 10;
                line(say(change, language_, label.in(language_), shownPoints(points), when, shownRate(is),
                         shownRate(was)));
            }
        return !before.empty() && !now.empty();
    }

    const PressSource& source_;
    Language language_;
    EditionContext edition_;
    PortfolioFigures figures_;
    const EditionTable::Edition* known_ = nullptr;
    std::vector<Rate> budget_, calendar_; ///< of this edition: of the table, or else as published
    std::vector<RateBefore> budgetsBefore_;
    std::string text_;
};

} // namespace

std::string pressNote(const PressSource& source, Language language)
{
    return PressNote(source, language).write();
}

std::string shownNote(const Publication::Note& note, Language language)
{
    return say(notes[static_cast<std::size_t>(note.kind)], language, note.count);
}

std::string publicationNotes(const Publication& publication, Language language)
{
    std::string text(notesTitle.in(language));
    text += "\n";
    std::vector<std::string> names;
    for (const auto& project : publication.withheld)
        names.push_back(onOneLine(shownWithheld(project, language)));
    text += "  " +
            say(vocabulary::labelled, language,
                say(withheldFigures, language) + " (" + std::to_string(names.size()) + ")",
                names.empty() ? say(noneWithheld, language) : joined(names, betweenWithheld.in(language))) +
            "\n";
    for (const auto& note : publication.notes)
        text += "  " + shownNote(note, language) + "\n";
    return text;
}

} // namespace panorama
