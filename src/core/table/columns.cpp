#include "core/table/columns.hpp"

#include "core/data/xml_file.hpp"
#include "core/text/fold.hpp"

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
        file_.allowAttributes(element, {"id", "pack", "role"});
        Columns::Layout layout;
        layout.id = file_.required(element, "id");
        layout.role = role(element);
        const bool hasPack = layout.role == LayoutRole::projects || layout.role == LayoutRole::fiche;
        if (hasPack) layout.pack = file_.required(element, "pack");
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

namespace {

/// The header without what stands in parentheses or brackets.
std::string withoutBrackets(std::string_view header)
{
    std::string kept;
    int depth = 0;
    for (const char character : header) {
        if (character == '(' || character == '[') ++depth;
        if (depth == 0) kept += character;
        if ((character == ')' || character == ']') && depth > 0) --depth;
    }
    return kept;
}

/// The folded header without a unit at its end ("cout initial en meur ttc" -> "cout initial").
std::string withoutUnit(std::string key)
{
    static constexpr std::string_view units[] = {" ttc",
                                                 " ht",
                                                 " en meur",
                                                 " meur",
                                                 " en keur",
                                                 " keur",
                                                 " en m",
                                                 " en eur",
                                                 " eur",
                                                 " en euros",
                                                 " en annees",
                                                 " en annee",
                                                 " annees",
                                                 " en ans",
                                                 " en mois",
                                                 " mois",
                                                 " en millions d euros",
                                                 " en k",
                                                 " en jours",
                                                 " en pourcentage",
                                                 " en pour cent",
                                                 " en points",
                                                 " en"}; // "en %"
    for (bool again = true; again;) {
        again = false;
        for (const auto unit : units)
            if (key.ends_with(unit)) {
                key.erase(key.size() - unit.size());
                again = true;
            }
    }
    return key;
}

bool hasWord(std::string_view key, std::string_view word)
{
    for (std::size_t at = key.find(word); at != std::string_view::npos; at = key.find(word, at + 1)) {
        const bool starts = at == 0 || key[at - 1] == ' ';
        const bool ends = at + word.size() == key.size() || key[at + word.size()] == ' ';
        if (starts && ends) return true;
    }
    return false;
}

double divisorOf(std::string_view header, std::string_view key, FieldType type)
{
    const bool perCent = header.find('%') != std::string_view::npos || hasWord(key, "pourcentage") ||
                         hasWord(key, "pourcent") || hasWord(key, "pour cent") || hasWord(key, "points") ||
                         hasWord(key, "pts") || hasWord(key, "percent");
    if (type == FieldType::rate && perCent) return 100;
    if (type == FieldType::money) return unitOfMoney(header).divisor;
    if (type == FieldType::years && hasWord(key, "mois")) return 12;
    if (type == FieldType::years && hasWord(key, "jours"))
        return 365; // as the panorama's first editions counted
    return 1;
}

std::vector<std::string> wordsOf(const std::string& key)
{
    std::vector<std::string> words;
    for (std::size_t start = 0; start < key.size();) {
        const std::size_t end = std::min(key.find(' ', start), key.size());
        if (end > start) words.push_back(key.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string key;
    for (const auto& word : words)
        key += (key.empty() ? "" : " ") + word;
    return key;
}

bool isNumber(const std::string& word, std::size_t fewest, std::size_t most)
{
    return word.size() >= fewest && word.size() <= most &&
           word.find_first_not_of("0123456789") == std::string::npos;
}

bool isYear(const std::string& word)
{
    return isNumber(word, 4, 4) && (word.starts_with("20") || word.starts_with("199"));
}

/// A folded header without what forms put around it: its number in the form, the mark of a footnote, the year
/// it is of, "obligatoire".
struct PlainHeader
{
    std::string key;
    std::optional<int> year;
};

PlainHeader withoutMarks(const std::string& key)
{
    auto words = wordsOf(key);
    PlainHeader plain;
    while (words.size() > 1 && isNumber(words.front(), 1, 2))
        words.erase(words.begin());
    for (std::size_t i = 0; i < words.size();) {
        const bool mark = words[i] == "obligatoire" || words[i] == "facultatif" || words[i] == "optionnel" ||
                          words[i] == "requis" ||
                          (i + 1 == words.size() && i > 0 && isNumber(words[i], 1, 2));
        if (isYear(words[i])) {
            plain.year = std::stoi(words[i]);
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
            // "au 31/12/2025", "en 2026"
            while (i > 0 && (isNumber(words[i - 1], 1, 2) || words[i - 1] == "au" || words[i - 1] == "en"))
                words.erase(words.begin() + static_cast<std::ptrdiff_t>(--i));
        } else if (mark)
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    }
    plain.key = joined(words);
    return plain;
}

/// Words that tell nothing apart in a header.
bool isFiller(const std::string& word)
{
    static constexpr std::string_view fillers[] = {"de", "du", "des", "la", "le",   "les",
                                                   "l",  "d",  "et",  "en", "date", "par"};
    return std::find(std::begin(fillers), std::end(fillers), word) != std::end(fillers);
}

std::vector<std::string> tellingWords(const std::string& key)
{
    auto words = wordsOf(key);
    std::erase_if(words, isFiller);
    return words;
}

/// Whether each word is the beginning of the one at its place, and at least one is cut short.
bool areCutShort(const std::vector<std::string>& words, const std::vector<std::string>& known)
{
    if (words.size() != known.size() || words.empty()) return false;
    bool cut = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == known[i]) continue;
        constexpr std::size_t fewestLetters = 3; // two letters begin too many words
        if (words[i].size() < fewestLetters || !known[i].starts_with(words[i])) return false;
        cut = true;
    }
    return cut;
}

} // namespace

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
    return headers_.emplace(key, field);
}

Columns Columns::corrected(const Corrections& corrections) const
{
    Columns result = *this;
    for (const auto& [header, field] : corrections) {
        const std::string key = fold(header);
        if (field) {
            result.headers_.erase(key);
            result.meaningless_.erase(key);
            result.addHeader(header, *field);
        } else
            result.meaningless_.insert(key);
    }
    return result;
}

UnitSaid unitOfMoney(std::string_view text)
{
    const std::string key = fold(text);
    const auto has = [&](std::string_view word) { return hasWord(key, word); };
    const auto holds = [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; };
    if (has("usd") || has("dollar") || has("dollars") || has("gbp") || has("chf") || has("fcfa") ||
        has("xof") || has("xaf") || has("xpf") || has("jpy") || has("livres") || has("sterling") ||
        holds("$") || holds("£") || holds("¥"))
        return {.money = true, .foreign = true};
    if (has("mdeur") || has("milliards d euros") || has("milliards")) return {.money = true, .divisor = 1e-3};
    if (has("meur") || has("millions d euros") || has("millions") || has("meuros")) return {.money = true};
    if (has("keur") || has("milliers d euros") || has("milliers") || has("keuros"))
        return {.money = true, .divisor = 1e3};
    if (has("eur") || has("euros") || has("euro")) return {.money = true, .divisor = 1e6};
    return {};
}

void Columns::addWordsTo(KnownWords& words) const
{
    for (const auto& [header, field] : headers_)
        words.add(header);
}

bool Columns::mayMean(std::string_view header) const
{
    std::size_t end = 0;
    const auto isBorder = [](char c) {
        return c == ' ' || c == '\n' || c == '-' || c == '/' || c == '(' || c == '\'';
    };
    header = trimmed(header);
    while (end < header.size() && !isBorder(header[end]))
        ++end;
    const std::string word = fold(header.substr(0, end));
    return word.find(' ') != std::string::npos || word.empty() || firstWords_.contains(word);
}

std::optional<Field> Columns::named(const std::string& key) const
{
    const auto found = headers_.find(key);
    return found == headers_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<HeaderMeaning> Columns::meaning(std::string_view header) const
{
    // The number of a form stands before the first word: "1. Coût initial".
    std::string_view text = trimmed(header);
    while (!text.empty() &&
           std::string_view("0123456789.)(-*° ").find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    if (!mayMean(header) && !mayMean(text)) return std::nullopt;
    const std::string key = fold(header);
    if (meaningless_.contains(key)) return std::nullopt;
    auto field = named(key);
    if (!field) field = named(withoutUnit(key));
    if (!field) field = named(withoutUnit(fold(withoutBrackets(header))));
    std::optional<int> year;
    if (!field) {
        const PlainHeader plain = withoutMarks(key), outside = withoutMarks(fold(withoutBrackets(header)));
        for (const PlainHeader& each : {plain, outside}) {
            if (!field) field = named(each.key);
            if (!field) field = named(withoutUnit(each.key));
        }
        year = plain.year;
    }
    if (!field) return std::nullopt;
    const FieldType type = this->field(*field).type;
    const double divisor = divisorOf(header, key, type);
    const UnitSaid unit = type == FieldType::money ? unitOfMoney(header) : UnitSaid{};
    return HeaderMeaning{.field = *field,
                         .divisor = divisor,
                         .unitConverted = divisor != 1 && type != FieldType::rate, // per cent is a rate's own
                         .unitSaid = unit.money,
                         .foreignCurrency = unit.foreign,
                         .year = year};
}

std::vector<Field> Columns::abbreviated(std::string_view header) const
{
    const auto words = tellingWords(withoutUnit(withoutMarks(fold(withoutBrackets(header))).key));
    std::vector<Field> found;
    for (const auto& [known, field] : headers_)
        if (areCutShort(words, tellingWords(known)) &&
            std::find(found.begin(), found.end(), field) == found.end())
            found.push_back(field);
    return found;
}

} // namespace panorama
