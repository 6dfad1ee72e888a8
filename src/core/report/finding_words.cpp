#include "core/report/finding_words.hpp"

#include "core/data/text.hpp"
#include "core/rules/causes.hpp"
#include "core/rules/check.hpp"
#include "core/text/fold.hpp"
#include "core/text/withheld.hpp"
#include "core/words/shown_values.hpp"
#include "core/words/vocabulary.hpp"

#include <algorithm>
#include <cmath>

namespace panorama {

namespace {

constexpr Text proposedSure{"Correction sûre : {}", "Sure fix: {}"};
constexpr Text proposedToConfirm{"Correction à confirmer : {}", "Fix to confirm: {}"};
constexpr Text proposedIndicative{"Piste : {}", "Hint: {}"};
constexpr Text evidenceSameDescription{"même description", "same description"};
constexpr Text evidenceLikeDescription{"description proche", "similar description"};
constexpr Text evidenceLikeName{"nom proche", "similar name"};
constexpr Text evidenceSameStart{"même début", "same start"};
constexpr Text evidenceSameCost{"même coût", "same cost"};
constexpr Text evidenceLikeCost{"coût proche", "similar cost"};
constexpr Text evidenceSameDuration{"même durée", "same duration"};
constexpr Text evidenceSameZone{"même zone fonctionnelle", "same functional zone"};
constexpr Text evidenceSameProgramme{"même programme", "same programme"};
constexpr Text billions{"{}\u00A0Md€", "{}\u00A0bn€"};
constexpr Text formulaError{"erreur de formule {}", "formula error {}"};
constexpr Text projectOfRow{"sans nom, ligne {}", "without a name, row {}"};
constexpr Text alsoInOne{"De même en {}.", "The same in {}."};
constexpr Text alsoInSeveral{"De même dans {} autres cellules : {}.", "The same in {} other cells: {}."};
constexpr Text foundTimes{"Relevé {} fois.", "Found {} times."};
constexpr Text cellsInAll{"{}… ({} cellules)", "{}… ({} cells)"};
constexpr Text acceptedBy{"Accepté par {} : {}", "Accepted by {}: {}"};
constexpr Text acceptedUntil{"Accepté par {} jusqu’au {} : {}", "Accepted by {} until {}: {}"};

// Descriptions of a page are no help inside a sentence.
constexpr std::size_t longestValue = 120;
// So many cells of a finding that stands for many are named, and so many of their new values shown.
constexpr std::size_t mostRanges = 8;
constexpr std::size_t mostValues = 3;

/// On one line, cut between characters with a sign that something was cut.
std::string shortened(std::string_view text)
{
    std::size_t end = std::min(text.size(), longestValue);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    std::string line(text.substr(0, end));
    for (char& character : line)
        if (character == '\n' || character == '\r' || character == '\t') character = ' ';
    return end < text.size() ? line + "…" : line;
}

/// One argument in the words and number format of a language.
struct ArgumentWords
{
    Language language;

    std::string operator()(const std::string& text) const { return shortened(text); }
    std::string operator()(const Bilingual& text) const { return shortened(text.in(language)); }
    std::string operator()(double number) const { return shownNumber(number, 0, 6, language); }
    std::string operator()(Argument::Cost cost) const
    {
        return say(vocabulary::millions, language, shownNumber(cost.value, 0, 2, language));
    }
    std::string operator()(Argument::Billions cost) const
    {
        return say(billions, language, shownNumber(cost.value, 2, 3, language));
    }
    std::string operator()(Argument::Share share) const { return shownPercent(share.fraction, language); }
    std::string operator()(Argument::Points points) const
    {
        return say(vocabulary::points, language, shownNumber(points.value, 0, 1, language));
    }
    std::string operator()(Argument::Rough number) const { return shownNumber(number.value, 0, 1, language); }
    std::string operator()(Argument::Projects projects) const
    {
        return shownProjects(projects.count, language);
    }
    std::string operator()(Date date) const { return shownDate(date, language); }
    std::string operator()(YearMonth month) const { return shownMonth(month, language); }
    std::string operator()(Withheld reason) const { return shownReason(reason, language); }
    std::string operator()(Evidence evidence) const { return shownEvidence(evidence, language); }
};

/// Whether the cell shows what became of a formula, also in a file that holds texts alone.
bool isFormulaError(const Finding& finding)
{
    if (finding.table->sheet().kind(finding.place) == CellKind::error) return true;
    static constexpr std::string_view shown[] = {"#REF!",  "#N/A",  "#VALEUR!", "#VALUE!", "#DIV/0!", "#NOM?",
                                                 "#NAME?", "#NUM!", "#NOMBRE!", "#NUL!",   "#NULL!"};
    const auto value = trimmed(finding.value);
    return std::find(std::begin(shown), std::end(shown), value) != std::end(shown) ||
           value.starts_with("Err:");
}

/// By its name; without one by its row, as the sheet numbers it.
std::string projectCalled(const Finding& finding, Language language)
{
    const auto name = trimmed(finding.table->projectName(*finding.project));
    if (!name.empty()) return shortened(name);
    return say(projectOfRow, language, finding.table->place(Field::name, *finding.project).row + 1);
}

std::string placeholder(const Finding& finding, std::string_view name, Language language)
{
    if (name == "value") {
        const std::string value = shortened(valueOf(finding, language));
        return isFormulaError(finding) ? say(formulaError, language, value) : value;
    }
    if (name == "field") {
        const auto header = trimmed(finding.table->header(finding.field));
        return std::string(header.empty() ? finding.table->columns().field(finding.field).label.in(language)
                                          : header);
    }
    if (name == "project") return finding.project ? projectCalled(finding, language) : std::string();
    const auto found = std::find_if(finding.arguments.begin(), finding.arguments.end(),
                                    [&](const auto& a) { return a.slot.name == name; });
    return found == finding.arguments.end() ? std::string()
                                            : std::visit(ArgumentWords{language}, found->value);
}

bool beginsWithVowel(std::string_view text)
{
    constexpr std::string_view vowels = "aeiou";
    const std::string folded = fold(text);
    return !text.starts_with("«") && !folded.empty() && vowels.find(folded.front()) != std::string_view::npos;
}

/// Adds what takes a placeholder's place; « de » before a vowel is « d’ », as in « d’août 2021 ».
void insert(std::string& message, const std::string& value, Language language)
{
    constexpr std::string_view of = " de ";
    if (language == Language::french && message.ends_with(of) && beginsWithVowel(value))
        message.replace(message.size() - of.size(), of.size(), " d’");
    message += value;
}

} // namespace

std::string shownEvidence(Evidence evidence, Language language)
{
    constexpr std::pair<Evidence, Text> words[] = {{Evidence::sameDescription, evidenceSameDescription},
                                                   {Evidence::likeDescription, evidenceLikeDescription},
                                                   {Evidence::likeName, evidenceLikeName},
                                                   {Evidence::sameStart, evidenceSameStart},
                                                   {Evidence::sameCost, evidenceSameCost},
                                                   {Evidence::likeCost, evidenceLikeCost},
                                                   {Evidence::sameDuration, evidenceSameDuration},
                                                   {Evidence::sameZone, evidenceSameZone},
                                                   {Evidence::sameProgramme, evidenceSameProgramme},
                                                   {Evidence::sameMinistry, vocabulary::sameMinistry}};
    std::string text;
    for (const auto& [one, word] : words)
        if (has(evidence, one)) text += (text.empty() ? "" : ", ") + say(word, language);
    return text;
}

namespace {

/// "K5:K9, K12": cells one below the other as a range.
std::string shownRanges(const std::vector<Place>& places)
{
    std::string text;
    std::size_t ranges = 0;
    for (std::size_t at = 0; at < places.size(); ++ranges) {
        std::size_t last = at;
        while (last + 1 < places.size() && places[last + 1].column == places[at].column &&
               places[last + 1].row == places[last].row + 1)
            ++last;
        if (ranges == mostRanges) return text + "…";
        text += (text.empty() ? "" : ", ") + a1(places[at]) + (last == at ? "" : ":" + a1(places[last]));
        at = last + 1;
    }
    return text;
}

/// The sentence on the cells that a finding stands for beside its own; empty where it stands for itself.
std::string otherCells(const Finding& finding, Language language)
{
    if (finding.others.empty()) return {};
    std::vector<Place> places;
    for (const Finding& other : finding.others)
        if (other.place != finding.place) places.push_back(other.place);
    if (places.empty()) return " " + say(foundTimes, language, finding.others.size() + 1);
    if (places.size() == 1) return " " + say(alsoInOne, language, a1(places.front()));
    return " " + say(alsoInSeveral, language, places.size(), shownRanges(places));
}

} // namespace

std::string messageOf(const Finding& finding, Language language)
{
    const std::string& words = finding.check->messages[finding.messageCase.index].in(language);
    std::string message;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t open = std::min(words.find('{', at), words.size());
        const std::size_t close = words.find('}', open);
        message.append(words, at, open - at);
        if (close == std::string::npos) {
            message.append(words, open, std::string::npos);
            break;
        }
        const auto name = std::string_view(words).substr(open + 1, close - open - 1);
        insert(message, placeholder(finding, name, language), language);
        at = close + 1;
    }
    return message + otherCells(finding, language);
}

std::string projectOf(const Finding& finding)
{
    const bool several = std::any_of(finding.others.begin(), finding.others.end(),
                                     [&](const Finding& other) { return other.project != finding.project; });
    return several ? std::string() : ownProjectOf(finding);
}

std::string ownProjectOf(const Finding& finding)
{
    if (finding.project) return std::string(trimmed(finding.table->projectName(*finding.project)));
    for (const Argument& argument : finding.arguments)
        if (argument.slot.name == "left") return std::get<std::string>(argument.value);
    return {};
}

std::string shownCell(const Finding& finding, const Table& table)
{
    const Sheet& sheet = finding.table->sheet();
    return &sheet == &table.sheet() ? a1(finding.place) : sheet.name() + "." + a1(finding.place);
}

std::string shownCells(const Finding& finding, Language language)
{
    std::string cell = shownCell(finding, *finding.table);
    if (finding.others.empty()) return cell;
    return say(
        vocabulary::inBrackets, language, cell,
        shownCount(finding.others.size() + 1, vocabulary::oneCell, vocabulary::severalCells, language));
}

std::string valueOf(const Finding& finding, Language language)
{
    if (!finding.number) return finding.value;
    const auto date = finding.numberIsDate ? dateOfSerial(*finding.number) : std::nullopt;
    return date ? shownDate(*date, language)
                : shownNumber(*finding.number, 0, decimalsOf(*finding.number), language);
}

std::string shownEdit(const CellEdit& edit, Language language)
{
    if (edit.kind == CellEdit::Kind::text) return shortened(edit.text);
    if (edit.kind == CellEdit::Kind::number)
        return shownNumber(edit.number, 0, decimalsOf(edit.number), language);
    const auto date = dateOfSerial(edit.number);
    return date ? shownDate(*date, language) : std::string();
}

std::string shownFix(const Finding& finding, Language language)
{
    const auto fix = wholeFix(finding);
    if (!fix) return {};
    std::string text = finding.others.empty() ? "" : a1(fix->edits.front().place) + " = ";
    text += shownEdit(fix->edits.front(), language);
    const std::size_t shown = finding.others.empty() ? fix->edits.size() : mostValues;
    for (std::size_t i = 1; i < std::min(shown, fix->edits.size()); ++i)
        text += ", " + a1(fix->edits[i].place) + " = " + shownEdit(fix->edits[i], language);
    return fix->edits.size() > shown ? say(cellsInAll, language, text + " ", fix->edits.size()) : text;
}

std::string shownAcceptance(const Acceptance& acceptance, Language language)
{
    if (!acceptance.until) return say(acceptedBy, language, acceptance.by, acceptance.why);
    return say(acceptedUntil, language, acceptance.by, shownDate(*acceptance.until, language),
               acceptance.why);
}

std::string shownProposal(const Finding& finding, Language language)
{
    if (!finding.fix) return {};
    const FixDegree trust = finding.fix->degree;
    const Text& degree = trust == FixDegree::sure        ? proposedSure
                         : trust == FixDegree::toConfirm ? proposedToConfirm
                                                         : proposedIndicative;
    return say(degree, language, shownFix(finding, language));
}

std::string_view keyOf(Severity severity)
{
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::information: break;
    }
    return "info";
}

std::string_view nameOf(Severity severity, Language language)
{
    switch (severity) {
    case Severity::error: return vocabulary::error.in(language);
    case Severity::warning: return vocabulary::warning.in(language);
    case Severity::information: break;
    }
    return vocabulary::information.in(language);
}

} // namespace panorama
