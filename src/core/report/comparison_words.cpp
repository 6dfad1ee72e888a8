#include "core/report/comparison_words.hpp"

#include "core/report/finding_words.hpp"
#include "core/report/phrases.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace panorama {

namespace {

std::string signedPoints(double points, Language language)
{
    const std::string number = shownNumber(points, 1, 2, language);
    return say(Phrase::pointsAmount, language, points > 0 ? "+" + number : number);
}

class ComparisonWords
{
  public:
    ComparisonWords(const Comparison& comparison, Language language)
        : comparison_(comparison), language_(language)
    {
    }

    std::vector<ComparisonPart> parts()
    {
        addFigures();
        addNames(Phrase::entering, comparison_.entering);
        addNames(Phrase::leaving, comparison_.leaving);
        addConfirmed();
        addCandidates(Phrase::renamed, Proposal::Kind::renamed);
        addCandidates(Phrase::successors, Proposal::Kind::successor);
        addCandidates(Phrase::splits, Proposal::Kind::split);
        addCandidates(Phrase::mergers, Proposal::Kind::merged);
        return std::move(parts_);
    }

  private:
    void add(std::string heading, std::vector<std::string> lines)
    {
        parts_.push_back({std::move(heading), std::move(lines)});
    }

    void addFigures()
    {
        std::vector<std::string> lines;
        if (comparison_.totalBefore && comparison_.totalNow)
            lines.push_back(say(Phrase::changeOfTotal, language_,
                                shownNumber(*comparison_.totalBefore, 0, 2, language_),
                                shownNumber(*comparison_.totalNow, 0, 2, language_)));
        addRate(lines, Phrase::changeBudget, comparison_.budget, comparison_.budgetBefore,
                comparison_.budgetNow);
        addRate(lines, Phrase::changeCalendar, comparison_.calendar, comparison_.calendarBefore,
                comparison_.calendarNow);
        for (const auto& found : comparison_.breaks)
            lines.push_back(say(Phrase::acrossBreak, language_, found.reason.in(language_)));
        if (!lines.empty()) add(std::string(phrase(Phrase::keyFigures, language_)), std::move(lines));
    }

    void addRate(std::vector<std::string>& lines, Phrase label, const std::optional<SlippageBreakdown>& parts,
                 const std::optional<double>& before, const std::optional<double>& now) const
    {
        if (!parts || !before || !now) return;
        const auto points = [&](double value) { return signedPoints(value, language_); };
        lines.push_back(say(Phrase::changeOfRate, language_, phrase(label, language_),
                            shownPercent(*before, language_), shownPercent(*now, language_),
                            points(parts->total), points(parts->common), points(parts->leaving),
                            points(parts->entering)));
    }

    void addNames(Phrase label, const std::vector<std::string>& names)
    {
        add(fmt::format("{} ({})", phrase(label, language_), names.size()), names);
    }

    void addConfirmed()
    {
        std::vector<std::string> lines;
        for (const auto& [before, now] : comparison_.confirmed)
            lines.push_back(say(Phrase::confirmedItem, language_, before, now));
        if (!lines.empty()) addNames(Phrase::confirmedRenames, lines);
    }

    void addCandidates(Phrase label, Proposal::Kind kind)
    {
        std::vector<std::string> lines;
        for (const auto& candidate : comparison_.candidates)
            if (candidate.kind == kind)
                lines.push_back(say(Phrase::renamedItem, language_,
                                    fmt::format("{}", fmt::join(candidate.before, ", ")),
                                    fmt::format("{}", fmt::join(candidate.now, ", ")),
                                    shownPercent(candidate.confidence, language_),
                                    shownEvidence(candidate.evidence, language_)));
        if (!lines.empty()) addNames(label, lines);
    }

    const Comparison& comparison_;
    Language language_;
    std::vector<ComparisonPart> parts_;
};

} // namespace

std::vector<ComparisonPart> comparisonParts(const Comparison& comparison, Language language)
{
    return ComparisonWords(comparison, language).parts();
}

} // namespace panorama
