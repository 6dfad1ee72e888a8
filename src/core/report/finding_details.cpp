#include "core/report/finding_details.hpp"

#include "core/report/finding_words.hpp"
#include "core/report/phrases.hpp"
#include "core/rules/pack.hpp"

namespace panorama {

namespace {

void add(std::string& text, Phrase label, const std::string& words, Language language)
{
    if (words.empty()) return;
    text += "\n\n" + std::string(phrase(label, language)) +
            (language == Language::french ? "\xC2\xA0: " : ": ") + words;
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
    if (finding.fix) text += "\n\n" + shownProposal(*finding.fix, language);
    add(text, Phrase::expected, rule.expected.in(language), language);
    add(text, Phrase::repair, rule.repair.in(language), language);
    add(text, Phrase::why, rule.why.in(language), language);
    add(text, Phrase::source, rule.source.in(language), language);
    return text;
}

} // namespace panorama
