#include "core/editions/edition_table.hpp"

#include "core/data/xml_file.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace panorama {

class EditionTableReader
{
  public:
    explicit EditionTableReader(XmlFile& file) : file_(file) {}

    EditionTable read()
    {
        const auto& root = file_.root();
        file_.allowAttributes(root, {"date"});
        table_.date_ = file_.required(root, "date");
        file_.children(root, {{"source", [this](XmlFile::Element e) { readSource(e); }},
                              {"figure", [this](XmlFile::Element e) { readFigure(e); }},
                              {"edition", [this](XmlFile::Element e) { readEdition(e); }},
                              {"break", [this](XmlFile::Element e) { readBreak(e); }},
                              {"target", [this](XmlFile::Element e) { readTarget(e); }}});
        return std::move(table_);
    }

  private:
    /// The children of this name: nothing else stands in the element.
    Bilingual words(XmlFile::Element element, const char* child)
    {
        Bilingual words;
        file_.children(element, {{child, [&](XmlFile::Element e) { file_.localised(e, words); }}});
        file_.requireBoth(element, words, child);
        return words;
    }

    int edition(XmlFile::Element element, const char* attribute)
    {
        const std::string text = file_.required(element, attribute);
        const double number = file_.number(element, text);
        if (number < 1 || number > 1000 || number != std::floor(number))
            file_.fail(element, DataProblem::badValue, text, "14");
        return static_cast<int>(number);
    }

    YearMonth month(XmlFile::Element element, const char* attribute)
    {
        const std::string text = file_.required(element, attribute);
        const auto month = parseYearMonth(text);
        if (!month) file_.fail(element, DataProblem::badValue, text, "2021-11");
        return month.value_or(YearMonth());
    }

    template <typename List>
    std::size_t reference(XmlFile::Element element, const char* attribute, const List& list)
    {
        const std::string id = file_.required(element, attribute);
        const auto found =
            std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.id == id; });
        if (found == list.end()) file_.fail(element, DataProblem::unknownReference, id);
        return found == list.end() ? 0 : static_cast<std::size_t>(found - list.begin());
    }

    void readSource(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"id"});
        table_.sources_.push_back({.id = file_.required(element, "id"), .name = words(element, "name")});
    }

    void readFigure(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"id", "unit"});
        const std::string unit = file_.required(element, "unit");
        using Unit = EditionTable::Unit;
        const auto known = unit == "count"     ? std::optional(Unit::count)
                           : unit == "billion" ? std::optional(Unit::billion)
                           : unit == "years"   ? std::optional(Unit::years)
                           : unit == "rate"    ? std::optional(Unit::rate)
                                               : std::nullopt;
        if (!known) file_.fail(element, DataProblem::badValue, unit, "count, billion, years, rate");
        table_.figures_.push_back({.id = file_.required(element, "id"),
                                   .name = words(element, "name"),
                                   .unit = known.value_or(Unit::count)});
    }

    void readEdition(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"number", "date"});
        EditionTable::Edition edition{.number = this->edition(element, "number"),
                                      .date = month(element, "date"),
                                      .values = {},
                                      .notes = {}};
        if (table_.find(edition.number))
            file_.fail(element, DataProblem::duplicate, std::to_string(edition.number));
        file_.children(element,
                       {{"value",
                         [&](XmlFile::Element e) {
                             file_.allowAttributes(e, {"figure", "source"});
                             edition.values.push_back({.figure = reference(e, "figure", table_.figures_),
                                                       .source = reference(e, "source", table_.sources_),
                                                       .value = file_.number(e, file_.text(e))});
                         }},
                        {"note", [&](XmlFile::Element e) {
                             file_.allowAttributes(e, {"figure"});
                             edition.notes.push_back({.figure = reference(e, "figure", table_.figures_),
                                                      .text = words(e, "text")});
                         }}});
        table_.editions_.push_back(std::move(edition));
    }

    void readBreak(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"after", "before", "figures", "certain"});
        table_.breaks_.push_back({.after = edition(element, "after"),
                                  .before = edition(element, "before"),
                                  .reason = words(element, "reason"),
                                  .certain = certain(element),
                                  .figures = attributeWords(file_.required(element, "figures"))});
    }

    bool certain(XmlFile::Element element)
    {
        const std::string text = file_.required(element, "certain");
        if (text != "yes" && text != "no") file_.fail(element, DataProblem::badValue, text, "yes, no");
        return text == "yes";
    }

    void readTarget(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"by", "announced", "rate", "source"});
        reference(element, "source", table_.sources_);
        table_.targets_.push_back({.by = month(element, "by"),
                                   .announced = month(element, "announced"),
                                   .rate = file_.number(element, file_.required(element, "rate"))});
    }

    XmlFile& file_;
    EditionTable table_;
};

namespace {

template <typename List>
std::optional<std::size_t> named(const List& list, std::string_view name)
{
    const std::string key = fold(name);
    for (std::size_t i = 0; i < list.size(); ++i)
        if (key == fold(list[i].id) || key == fold(list[i].name.french) || key == fold(list[i].name.english))
            return i;
    return std::nullopt;
}

} // namespace

DataResult<EditionTable> EditionTable::read(const std::filesystem::path& path)
{
    return readWith<EditionTableReader>(XmlFile::open(path, "editions"));
}

DataResult<EditionTable> EditionTable::parse(std::string_view xml, const std::string& fileName)
{
    return readWith<EditionTableReader>(XmlFile::parse(xml, fileName, "editions"));
}

std::vector<EditionTable::Published> EditionTable::Edition::of(std::size_t figure) const
{
    std::vector<Published> found;
    std::copy_if(values.begin(), values.end(), std::back_inserter(found),
                 [&](const auto& v) { return v.figure == figure; });
    return found;
}

std::optional<double> EditionTable::Edition::agreed(std::size_t figure) const
{
    const auto found = of(figure);
    if (found.empty()) return std::nullopt;
    const double first = found.front().value;
    const bool agree =
        std::all_of(found.begin(), found.end(), [&](const auto& v) { return v.value == first; });
    return agree ? std::optional(first) : std::nullopt;
}

const EditionTable::Edition* EditionTable::find(int number) const
{
    const auto found =
        std::find_if(editions_.begin(), editions_.end(), [&](const auto& e) { return e.number == number; });
    return found == editions_.end() ? nullptr : &*found;
}

const EditionTable::Edition* EditionTable::near(YearMonth month) const
{
    const Edition* best = nullptr;
    for (const Edition& edition : editions_) {
        const auto distance = std::abs((edition.date - month).count());
        if (distance <= 1 && (!best || distance < std::abs((best->date - month).count()))) best = &edition;
    }
    return best;
}

std::optional<std::size_t> EditionTable::figure(std::string_view name) const
{
    return named(figures_, name);
}
std::optional<std::size_t> EditionTable::source(std::string_view name) const
{
    return named(sources_, name);
}

std::vector<EditionTable::Break> EditionTable::breaksBetween(int earlier, int later) const
{
    std::vector<Break> found;
    std::copy_if(breaks_.begin(), breaks_.end(), std::back_inserter(found),
                 [&](const Break& b) { return b.after >= earlier && b.before <= later; });
    return found;
}

std::optional<double> EditionTable::target(std::chrono::year year) const
{
    const Target* latest = nullptr;
    for (const Target& target : targets_)
        if (target.by.year() == year && (!latest || target.announced > latest->announced)) latest = &target;
    return latest ? std::optional(latest->rate) : std::nullopt;
}

} // namespace panorama
