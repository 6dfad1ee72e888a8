#include "core/report/finding_details.hpp"

#include "core/data/text.hpp"
#include "core/report/finding_words.hpp"
#include "core/rules/pack.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

namespace panorama {

namespace {

constexpr Text why{"Pourquoi", "Why"};
constexpr Text source{"Source", "Source"};

void add(std::string& text, const Text& label, const std::string& words, Language language)
{
    if (words.empty()) return;
    text += "\n\n" + say(vocabulary::labelled, language, label.in(language), words);
}

} // namespace

std::string detailsOf(const Finding& finding, Language language)
{
    const Rule& rule = *finding.rule;
    std::string text(nameOf(finding.severity, language));
    text += " " + rule.id + ", " + shownCell(finding, *finding.table);
    if (const std::string project = projectOf(finding); !project.empty()) text += ", " + project;
    text += "\n" + messageOf(finding, language);
    if (finding.accepted) text += "\n\n" + shownAcceptance(*finding.accepted, language);
    if (finding.fix) text += "\n\n" + shownProposal(finding, language);
    add(text, vocabulary::expected, rule.expected.in(language), language);
    add(text, vocabulary::repair, rule.repair.in(language), language);
    add(text, why, rule.why.in(language), language);
    add(text, source, rule.source.in(language), language);
    return text;
}

} // namespace panorama
