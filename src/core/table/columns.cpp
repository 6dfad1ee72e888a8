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
                                                 " en jours"};
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

double divisorOf(std::string_view key, FieldType type)
{
    const auto has = [&](std::string_view word) { return hasWord(key, word); };
    if (type == FieldType::money) {
        if (has("meur") || has("millions d euros") || has("millions")) return 1;
        if (has("keur") || has("milliers d euros") || has("milliers")) return 1e3;
        if (has("mdeur") || has("milliards d euros") || has("milliards")) return 1e-3;
        if (has("eur") || has("euros") || has("euro")) return 1e6;
    }
    if (type == FieldType::years && has("mois")) return 12;
    if (type == FieldType::years && has("jours")) return 365; // as the panorama's first editions counted
    return 1;
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

std::optional<HeaderMeaning> Columns::meaning(std::string_view header) const
{
    if (!mayMean(header)) return std::nullopt;
    const std::string key = fold(header);
    if (meaningless_.contains(key)) return std::nullopt;
    auto found = headers_.find(key);
    if (found == headers_.end()) found = headers_.find(withoutUnit(key));
    if (found == headers_.end()) found = headers_.find(withoutUnit(fold(withoutBrackets(header))));
    if (found == headers_.end()) return std::nullopt;
    const double divisor = divisorOf(key, field(found->second).type);
    return HeaderMeaning{.field = found->second, .divisor = divisor, .unitConverted = divisor != 1};
}

} // namespace panorama
