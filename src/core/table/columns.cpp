#include "core/table/columns.hpp"

#include "core/data/xml_file.hpp"
#include "core/table/header_words.hpp"
#include "core/text/fold.hpp"
#include "core/text/words.hpp"

#include <algorithm>
#include <utility>

namespace panorama {

std::optional<FieldType> fieldTypeNamed(std::string_view name)
{
    static constexpr std::pair<std::string_view, FieldType> types[] = {
        {"text", FieldType::text}, {"money", FieldType::money}, {"years", FieldType::years},
        {"date", FieldType::date}, {"list", FieldType::list},   {"flag", FieldType::flag},
        {"rate", FieldType::rate}, {"url", FieldType::url},     {"number", FieldType::number}};
    for (const auto& [known, type] : types)
        if (name == known) return type;
    return std::nullopt;
}

class ColumnsReader
{
  public:
    explicit ColumnsReader(XmlFile& file) : file_(file) {}

    Columns read()
    {
        file_.allowAttributes(file_.root(), {});
        file_.children(file_.root(), {{"field", [this](XmlFile::Element e) { readField(e); }},
                                      {"layout", [this](XmlFile::Element e) { readLayout(e); }}});
        return std::move(columns_);
    }

  private:
    bool isDescribed(Field field) const
    {
        return std::find(columns_.fields_.begin(), columns_.fields_.end(), field) != columns_.fields_.end();
    }

    FieldType type(XmlFile::Element element)
    {
        const std::string name = file_.required(element, "type");
        if (const auto type = fieldTypeNamed(name)) return *type;
        file_.fail(element, DataProblem::badValue, name,
                   "text, money, years, date, list, flag, rate, url, number");
        return FieldType::text;
    }

    void readField(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"key", "type", "list"});
        const std::string key = file_.required(element, "key");
        const auto known = fieldNamed(key);
        if (!known) file_.fail(element, DataProblem::unknownReference, key);
        const Field id = known.value_or(Field{});
        if (known && isDescribed(id)) file_.fail(element, DataProblem::duplicate, key);
        Columns::Description field{
            .type = type(element), .label = {}, .list = file_.optional(element, "list")};
        file_.children(element, {{"label", [&](XmlFile::Element e) { file_.localised(e, field.label); }},
                                 {"header", [&](XmlFile::Element e) {
                                      file_.allowAttributes(e, {});
                                      const auto [at, isNew] = columns_.addHeader(file_.text(e), id);
                                      if (!isNew && at->second != id)
                                          file_.fail(e, DataProblem::duplicate, file_.text(e));
                                  }}});
        file_.requireBoth(element, field.label, "label");
        columns_.addHeader(field.label.french, id);
        columns_.descriptions_[indexOf(id)] = std::move(field);
        columns_.fields_.push_back(id);
    }

    Field reference(XmlFile::Element element, const char* attribute)
    {
        file_.allowAttributes(element, {attribute});
        const std::string key = file_.required(element, attribute);
        const auto field = fieldNamed(key);
        if (!field || !isDescribed(*field)) file_.fail(element, DataProblem::unknownReference, key);
        return field.value_or(Field{});
    }

    void readLayout(XmlFile::Element element)
    {
        file_.allowAttributes(element, {"id", "pack", "role", "durations"});
        Columns::Layout layout;
        layout.id = file_.required(element, "id");
        layout.role = role(element);
        const bool hasPack = layout.role == LayoutRole::projects || layout.role == LayoutRole::fiche;
        if (hasPack) layout.pack = file_.required(element, "pack");
        const std::string durations = file_.optional(element, "durations");
        layout.showsAllDurations = durations == "all";
        if (!durations.empty() && durations != "all")
            file_.fail(element, DataProblem::badValue, durations, "all");
        file_.children(
            element,
            {{"needs", [&](XmlFile::Element e) { layout.needed.push_back(reference(e, "field")); }},
             {"lacks", [&](XmlFile::Element e) { layout.lacking.push_back(reference(e, "field")); }},
             {"published",
              [&](XmlFile::Element e) {
                  file_.allowAttributes(e, {"field", "header"});
                  const auto field = fieldNamed(file_.required(e, "field"));
                  if (!field) file_.fail(e, DataProblem::unknownReference, file_.optional(e, "field"));
                  layout.published.emplace_back(field.value_or(Field{}), file_.required(e, "header"));
              }},
             {"any", [&](XmlFile::Element e) {
                  file_.allowAttributes(e, {"count"});
                  layout.anyCount = static_cast<std::size_t>(file_.number(e, file_.required(e, "count")));
                  file_.children(
                      e, {{"field", [&](XmlFile::Element f) { layout.any.push_back(reference(f, "key")); }}});
              }}});
        columns_.layouts_.push_back(std::move(layout));
    }

    LayoutRole role(XmlFile::Element element)
    {
        static constexpr std::string_view names[] = {"projects", "fiche", "waivers", "opinions"};
        const std::string name = file_.optional(element, "role");
        if (name.empty()) return LayoutRole::projects;
        const auto* found = std::find(std::begin(names), std::end(names), name);
        if (found == std::end(names))
            file_.fail(element, DataProblem::badValue, name, "projects, fiche, waivers, opinions");
        return static_cast<LayoutRole>(found == std::end(names) ? 0 : found - std::begin(names));
    }

    XmlFile& file_;
    Columns columns_;
};

DataResult<Columns> Columns::read(const std::filesystem::path& path)
{
    return readWith<ColumnsReader>(XmlFile::open(path, "columns"));
}

DataResult<Columns> Columns::parse(std::string_view xml, const std::string& fileName)
{
    return readWith<ColumnsReader>(XmlFile::parse(xml, fileName, "columns"));
}

std::pair<std::unordered_map<std::string, Field>::iterator, bool>
Columns::addHeader(const std::string& header, Field field)
{
    const std::string key = fold(header);
    firstWords_.insert(key.substr(0, key.find(' ')));
    firstWords_.insert(singular(key.substr(0, key.find(' '))));
    singular_.emplace(singular(key), field);
    return headers_.emplace(key, field);
}

Columns Columns::corrected(const Corrections& corrections) const
{
    Columns result = *this;
    for (const auto& [header, field] : corrections) {
        const std::string key = fold(header);
        if (field) {
            result.headers_.erase(key);
            result.singular_.erase(singular(key));
            result.meaningless_.erase(key);
            result.addHeader(header, *field);
        } else
            result.meaningless_.insert(key);
    }
    return result;
}

bool isFigure(FieldType type)
{
    return type == FieldType::money || type == FieldType::years || type == FieldType::rate ||
           type == FieldType::number;
}

void Columns::addWordsTo(KnownWords& words) const
{
    for (const auto& [header, field] : headers_)
        words.add(header);
}

bool Columns::mayMean(std::string_view header) const
{
    const std::string word = firstWordOf(header);
    return word.find(' ') != std::string::npos || word.empty() || firstWords_.contains(word) ||
           firstWords_.contains(singular(word));
}

std::optional<Field> Columns::named(const HeaderKeys& header) const
{
    for (const std::string& key : header.keys)
        if (const auto found = headers_.find(key); found != headers_.end()) return found->second;
    for (const std::string& key : header.keys)
        if (const auto found = singular_.find(singular(key)); found != singular_.end()) return found->second;
    return std::nullopt;
}

namespace {

/// "Écart (jours)", "Écart de coût (M€)": a variance in days or money is no rate.
bool countsNoShare(std::string_view header)
{
    const std::string key = fold(header);
    const bool share = header.find('%') != std::string_view::npos || hasWord(key, "points") ||
                       hasWord(key, "pourcentage") || key.find("pour cent") != std::string::npos;
    return !share && unitOfAmounts(header).money;
}

} // namespace

std::optional<HeaderMeaning> Columns::meaning(std::string_view header) const
{
    if (meaningless_.contains(fold(header))) return std::nullopt;
    // The number of a form stands before the first word: "1. Coût initial", "a) Nom".
    std::string_view text = trimmed(header);
    const auto isNumbering = [](char c) {
        return std::string_view("0123456789.)(-* ").find(c) != std::string::npos;
    };
    while (!text.empty() && isNumbering(text.front()))
        text.remove_prefix(1);
    const bool lettered = isLettered(text);
    if (!lettered && !mayMean(header) && !mayMean(text)) return std::nullopt;
    const HeaderKeys keys = keysOf(header);
    const auto field = named(keys);
    if (!field) return std::nullopt;
    const FieldType type = this->field(*field).type;
    if (type == FieldType::rate && countsNoShare(header)) return std::nullopt;
    const double divisor = divisorOf(header, type);
    const UnitSaid unit = type == FieldType::money ? unitOfAmounts(header) : UnitSaid{};
    const bool exact = headers_.contains(fold(header)); // whose year is its name
    return HeaderMeaning{.field = *field,
                         .divisor = divisor,
                         .unitConverted = divisor != 1 && type != FieldType::rate, // per cent is a rate's own
                         .unitSaid = unit.money,
                         .foreignCurrency = unit.foreign,
                         .year = exact ? std::nullopt : keys.year};
}

std::vector<Field> Columns::abbreviated(std::string_view header) const
{
    const HeaderKeys keys = keysOf(header);
    const auto words = tellingWords(keys.barest());
    std::vector<Field> found;
    if (words.empty()) return found;
    for (const auto& [known, field] : headers_)
        if (areCutShort(words, tellingWords(known)) &&
            std::find(found.begin(), found.end(), field) == found.end())
            found.push_back(field);
    return found;
}

std::optional<Field> Columns::nearest(std::string_view header) const
{
    constexpr std::size_t lettersForOneSlip = 4; // of so many typed letters one may be wrong
    const HeaderKeys keys = keysOf(header);
    const std::string_view key = keys.barest();
    if (key.empty()) return std::nullopt;
    const auto words = tellingWords(singular(key));
    std::optional<Field> best;
    double bestScore = 0.5; // half of the words, or three letters of four
    std::string bestKnown;
    for (const auto& [known, field] : headers_) {
        const int limit = static_cast<int>(std::max(key.size(), known.size()) / lettersForOneSlip);
        const int edits = limit > 0 ? editDistance(key, known, limit) : limit + 1;
        double score =
            edits <= limit ? 1 - static_cast<double>(edits) / static_cast<double>(known.size()) : 0;
        const auto others = tellingWords(singular(known));
        const auto shared = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
            return std::find(others.begin(), others.end(), word) != others.end();
        });
        const auto all = static_cast<double>(words.size() + others.size()) - static_cast<double>(shared);
        if (all > 0) score = std::max(score, static_cast<double>(shared) / all);
        // Of two alike the first in the alphabet: the order of a table of hashes tells nothing.
        if (score > bestScore || (score == bestScore && best && known < bestKnown)) {
            best = field;
            bestScore = score;
            bestKnown = known;
        }
    }
    return best;
}

} // namespace panorama
