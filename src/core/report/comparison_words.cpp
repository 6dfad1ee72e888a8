#include "core/report/comparison_words.hpp"

#include "core/data/text.hpp"
#include "core/report/finding_words.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace panorama {

namespace {

constexpr Text renamed{"Renommages à confirmer", "Renamings to confirm"};
constexpr Text renamedItem{"« {} » devient « {} » (confiance {} ; {})",
                           "“{}” becomes “{}” (confidence {}; {})"};
constexpr Text successors{"Successeurs possibles (le premier sort, le second entre)",
                          "Possible successors (the first leaves, the second enters)"};
constexpr Text splits{"Scissions à confirmer", "Splits to confirm"};
constexpr Text mergers{"Fusions à confirmer", "Mergers to confirm"};
constexpr Text confirmedRenames{"Renommages confirmés", "Confirmed renamings"};
constexpr Text confirmedItem{"« {} » devient « {} »", "“{}” becomes “{}”"};
constexpr Text changeOfRate{"{} : de {} à {}, soit {} (projets communs {}, sortants {}, entrants {})",
                            "{}: from {} to {}, that is {} (common projects {}, leaving {}, entering {})"};
constexpr Text changeOfTotal{"Coût total : de {} à {} M€", "Total cost: from {} to {} M€"};

std::string signedPoints(double points, Language language)
{
    const std::string number = shownNumber(points, 1, 2, language);
    return say(vocabulary::points, language, points > 0 ? "+" + number : number);
}

class ComparisonWords
{
  public:
    ComparisonWords(const EditionComparison& comparison, Language language)
        : comparison_(comparison), language_(language)
    {
    }

    std::vector<ComparisonPart> parts()
    {
        addFigures();
        addNames(vocabulary::entering, comparison_.entering);
        addNames(vocabulary::leaving, comparison_.leaving);
        addConfirmed();
        addCandidates(renamed, Proposal::Kind::renamed);
        addCandidates(successors, Proposal::Kind::successor);
        addCandidates(splits, Proposal::Kind::split);
        addCandidates(mergers, Proposal::Kind::merged);
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
            lines.push_back(say(changeOfTotal, language_,
                                shownNumber(*comparison_.totalBefore, 0, 2, language_),
                                shownNumber(*comparison_.totalNow, 0, 2, language_)));
        addRate(lines, vocabulary::budgetSlippage, comparison_.budget, comparison_.budgetBefore,
                comparison_.budgetNow);
        addRate(lines, vocabulary::calendarSlippage, comparison_.calendar, comparison_.calendarBefore,
                comparison_.calendarNow);
        for (const auto& found : comparison_.breaks)
            lines.push_back(say(vocabulary::acrossBreak, language_, found.reason.in(language_)));
        if (comparison_.onSeveralSheets)
            lines.push_back(say(vocabulary::severalSheets, language_, comparison_.sheet));
        if (!lines.empty()) add(say(vocabulary::keyFigures, language_), std::move(lines));
    }

    void addRate(std::vector<std::string>& lines, const Text& label,
                 const std::optional<SlippageBreakdown>& parts, const std::optional<double>& before,
                 const std::optional<double>& now) const
    {
        if (!parts || !before || !now) return;
        const auto points = [&](double value) { return signedPoints(value, language_); };
        lines.push_back(say(changeOfRate, language_, label.in(language_), shownPercent(*before, language_),
                            shownPercent(*now, language_), points(parts->total), points(parts->common),
                            points(parts->leaving), points(parts->entering)));
    }

    void addNames(const Text& label, const std::vector<std::string>& names)
    {
        add(fmt::format("{} ({})", label.in(language_), names.size()), names);
    }

    void addConfirmed()
    {
        std::vector<std::string> lines;
        for (const auto& [before, now] : comparison_.confirmed)
            lines.push_back(say(confirmedItem, language_, before, now));
        if (!lines.empty()) addNames(confirmedRenames, lines);
    }

    void addCandidates(const Text& label, Proposal::Kind kind)
    {
        std::vector<std::string> lines;
        for (const auto& candidate : comparison_.candidates)
            if (candidate.kind == kind)
                lines.push_back(say(renamedItem, language_,
                                    fmt::format("{}", fmt::join(candidate.before, ", ")),
                                    fmt::format("{}", fmt::join(candidate.now, ", ")),
                                    shownPercent(candidate.confidence, language_),
                                    shownEvidence(candidate.evidence, language_)));
        if (!lines.empty()) addNames(label, lines);
    }

    const EditionComparison& comparison_;
    Language language_;
    std::vector<ComparisonPart> parts_;
};

} // namespace

std::vector<ComparisonPart> comparisonParts(const EditionComparison& comparison, Language language)
{
    return ComparisonWords(comparison, language).parts();
}

} // namespace panorama
