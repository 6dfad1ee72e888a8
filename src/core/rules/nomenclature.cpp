#include "core/rules/nomenclature.hpp"

#include "core/data/xml_file.hpp"
#include "core/text/fold.hpp"
#include "core/text/plain_text.hpp"

#include <algorithm>

namespace panorama {

namespace {
// A reshuffle comes between the filling of the sheets and their publication: the former label is right for so
// long.
constexpr int monthsOfGrace = 6;
// "Ministère de la Justise": more edits than this and the guess would be one.
constexpr int nearestEdits = 3;

/// "Publiable ?" asks, and answers nothing; folding would drop its mark.
bool isQuestion(std::string_view text)
{
    return text.find('?') != std::string_view::npos;
}
} // namespace

class NomenclatureReader
{
  public:
    explicit NomenclatureReader(XmlFile& file) : file_(file) {}

    Nomenclatures read()
    {
        file_.allowAttributes(file_.root(), {"version"});
        lists_.version_ = file_.required(file_.root(), "version");
        file_.children(file_.root(), {{"nomenclature", [this](XmlFile::Element e) { readList(e); }}});
        return std::move(lists_);
    }

  private:
    using Match = Nomenclature::Match;

    void readList(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"id"});
        Nomenclature list;
        list.id_ = file_.required(element, "id");
        if (lists_.find(list.id_)) file_.fail(element, DataProblem::duplicate, list.id_);
        file_.children(element, {{"entry", [&](XmlFile::Element e) { readEntry(e, list); }}});
        lists_.lists_.push_back(std::move(list));
    }

    void readEntry(XmlFile::Element element, Nomenclature& list)
    {
        file_.allowAttributes(element, {"label", "code"});
        const std::size_t index = list.entries_.size();
        list.entries_.emplace_back();
        const auto spell = [&](std::string_view text, Match match, Nomenclature::Period period) {
            list.spellings_.emplace(wordKey(text), Nomenclature::Spelling{index, match, period});
        };
        const auto label = [&](const std::string& text, Nomenclature::Period period) {
            list.entries_[index].labels.push_back({text, period});
            spell(text, Match::allowed, period);
        };
        if (const auto text = file_.optional(element, "label"); !text.empty()) label(text, {});
        if (const auto code = file_.optional(element, "code"); !code.empty()) {
            list.entries_[index].code = code;
            spell(code, Match::code, {});
        }
        file_.children(
            element,
            {{"name", [&](XmlFile::Element e) { label(file_.text(e), period(e)); }},
             {"accept", [&](XmlFile::Element e) { spell(file_.text(e), Match::allowed, period(e)); }},
             {"alias", [&](XmlFile::Element e) { spell(plainText(e), Match::alias, {}); }},
             {"code", [&](XmlFile::Element e) { spell(plainText(e), Match::code, {}); }}});
        if (list.entries_[index].labels.empty()) file_.fail(element, DataProblem::missingElement, "name");
    }

    std::string plainText(XmlFile::Element element)
    {
        file_.allowAttributes(element, {});
        return file_.text(element);
    }

    Nomenclature::Period period(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"from", "to"});
        return {.from = month(element, "from"), .to = month(element, "to")};
    }

    std::optional<YearMonth> month(XmlFile::Element element, const char* attribute)
    {
        const auto text = file_.optional(element, attribute);
        if (text.empty()) return std::nullopt;
        const auto month = parseYearMonth(text);
        if (!month) file_.fail(element, DataProblem::badValue, text, "2021-11");
        return month;
    }

    XmlFile& file_;
    Nomenclatures lists_;
};

bool Nomenclature::Period::holds(std::optional<YearMonth> month) const
{
    if (!month) return true;
    return (!from || *month >= *from) && (!to || *month <= *to + std::chrono::months(monthsOfGrace));
}

const std::string& Nomenclature::Entry::inForce(std::optional<YearMonth> month) const
{
    for (const Label& label : labels) {
        const bool begun = !month || !label.period.from || *month >= *label.period.from;
        const bool ended = label.period.to && (!month || *month > *label.period.to);
        if (begun && !ended) return label.text;
    }
    for (const Label& label : labels)
        if (label.period.holds(month)) return label.text;
    return labels.front().text;
}

Nomenclature::Answer Nomenclature::look(std::string_view text, std::optional<YearMonth> month) const
{
    const std::string key = wordKey(text);
    const auto [first, last] =
        isQuestion(text) ? std::pair(spellings_.end(), spellings_.end()) : spellings_.equal_range(key);
    Answer best;
    for (auto at = first; at != last; ++at) {
        const Spelling& spelling = at->second;
        const Match match = spelling.match == Match::allowed && !spelling.period.holds(month)
                                ? Match::outdated
                                : spelling.match;
        if (best.match > match || best.expected.empty())
            best = {match, entries_[spelling.entry].inForce(month)};
    }
    if (best.match == Match::unknown) best.expected = nearest(key, month);
    // A name no longer used whose ministry has none in force: saying what is wrong would be a guess.
    if (best.match == Match::outdated && fold(best.expected) == key) best.match = Match::allowed;
    return best;
}

std::optional<std::size_t> Nomenclature::entryOf(std::string_view text) const
{
    if (isQuestion(text)) return std::nullopt;
    const auto [first, last] = spellings_.equal_range(wordKey(text));
    const auto best = std::min_element(
        first, last, [](const auto& a, const auto& b) { return a.second.match < b.second.match; });
    return best == last ? std::nullopt : std::optional(best->second.entry);
}

bool Nomenclature::isInForce(std::size_t entry, std::optional<YearMonth> month) const
{
    const auto& labels = entries_[entry].labels;
    return std::any_of(labels.begin(), labels.end(),
                       [&](const Label& label) { return label.period.holds(month); });
}

std::string Nomenclature::nearest(const std::string& key, std::optional<YearMonth> month) const
{
    int fewest = nearestEdits + 1;
    std::string found;
    for (const auto& [spelling, meaning] : spellings_) {
        if (meaning.match == Match::code || key.size() < 2 * nearestEdits) continue;
        const int edits = editDistance(key, spelling, fewest);
        if (edits >= fewest) continue;
        fewest = edits;
        found = entries_[meaning.entry].inForce(month);
    }
    return found;
}

std::vector<std::string> Nomenclature::labels(std::optional<YearMonth> month) const
{
    std::vector<std::string> labels;
    for (const Entry& entry : entries_)
        labels.push_back(entry.inForce(month));
    return labels;
}

std::vector<std::string> Nomenclature::codes(std::optional<YearMonth> month) const
{
    std::vector<std::string> codes;
    for (std::size_t entry = 0; entry < entries_.size(); ++entry)
        if (!entries_[entry].code.empty() && isInForce(entry, month)) codes.push_back(entries_[entry].code);
    return codes;
}

DataResult<Nomenclatures> Nomenclatures::read(const std::filesystem::path& path)
{
    return readWith<NomenclatureReader>(XmlFile::open(path, "nomenclatures"));
}

DataResult<Nomenclatures> Nomenclatures::parse(std::string_view xml, const std::string& fileName)
{
    return readWith<NomenclatureReader>(XmlFile::parse(xml, fileName, "nomenclatures"));
}

void Nomenclatures::addWordsTo(KnownWords& words) const
{
    for (const Nomenclature& list : lists_)
        for (const auto& [text, spelling] : list.spellings_)
            words.add(text);
}

const Nomenclature* Nomenclatures::find(std::string_view id) const
{
    const auto found =
        std::find_if(lists_.begin(), lists_.end(), [&](const auto& list) { return list.id() == id; });
    return found == lists_.end() ? nullptr : &*found;
}

} // namespace panorama
