#include "core/rules/pack.hpp"

#include "core/text/fold.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace panorama {

namespace {

// A pack, the State's pack it extends, the common one: more is a circle.
constexpr int deepestExtension = 8;

/// The text of an element on one line: packs are written with line breaks for their readers.
std::string oneLine(std::string_view text)
{
    std::string line;
    bool space = false;
    for (const char character : trimmed(text)) {
        const bool isSpace = character == ' ' || character == '\n' || character == '\t' || character == '\r';
        if (!isSpace && space) line += ' ';
        if (!isSpace) line += character;
        space = isSpace;
    }
    return line;
}

/// The names in braces of a message.
std::vector<std::string> placeholdersOf(std::string_view message)
{
    std::vector<std::string> names;
    for (std::size_t open = message.find('{'); open != std::string_view::npos;
         open = message.find('{', open + 1)) {
        const std::size_t close = message.find('}', open);
        if (close == std::string_view::npos) break;
        names.emplace_back(message.substr(open + 1, close - open - 1));
    }
    return names;
}

} // namespace

const Rule* Pack::find(std::string_view ruleId) const
{
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return rule->id == ruleId; });
    return found == rules.end() ? nullptr : found->get();
}

/// Reads one pack file; the parent, if any, is asked of the PackReader.
class PackFileReader
{
  public:
    using Element = XmlFile::Element;

    PackFileReader(const PackReader& packs, XmlFile& file, int depth)
        : packs_(packs), file_(file), depth_(depth)
    {
    }

    DataResult<Pack> read()
    {
        Element root = file_.root();
        file_.allowAttributes(
            root, {"id", "version", "date", "layout", "extends", "first-edition", "last-edition"});
        pack_.id = file_.required(root, "id");
        pack_.version = file_.required(root, "version");
        pack_.date = file_.required(root, "date");
        pack_.layout = file_.optional(root, "layout");
        if (const auto parent = takeParent(root); !parent) return tl::unexpected(parent.error());
        file_.children(root, {{"title", [this](Element e) { localised(e, pack_.title); }},
                              {"rule", [this](Element e) { addRule(e); }},
                              {"silence", [this](Element e) { silence(e); }}});
        file_.requireBoth(root, pack_.title, "title");
        std::sort(pack_.rules.begin(), pack_.rules.end(),
                  [](const auto& a, const auto& b) { return a->id < b->id; });
        if (file_.error()) return tl::unexpected(*file_.error());
        return std::move(pack_);
    }

  private:
    void localised(Element element, Bilingual& text,
                   std::initializer_list<std::string_view> attributes = {"xml:lang"})
    {
        file_.localised(element, text, attributes);
        text.french = oneLine(text.french);
        text.english = oneLine(text.english);
    }

    DataResult<bool> takeParent(Element root)
    {
        const std::string parent = file_.optional(root, "extends");
        if (parent.empty()) return true;
        if (depth_ >= deepestExtension) {
            file_.fail(root, DataProblem::unknownReference, parent);
            return tl::unexpected(*file_.error());
        }
        auto read = packs_.read(packs_.standardPacks_ / (parent + ".xml"), depth_ + 1);
        if (!read && read.error().problem == DataProblem::unreadable) {
            file_.fail(root, DataProblem::unknownReference, parent);
            return tl::unexpected(*file_.error());
        }
        if (!read) return tl::unexpected(read.error());
        pack_.rules = read->rules;
        if (pack_.layout.empty()) pack_.layout = read->layout;
        return true;
    }

    void remove(const std::string& id)
    {
        std::erase_if(pack_.rules, [&](const auto& rule) { return rule->id == id; });
    }

    void silence(Element element)
    {
        file_.allowAttributes(element, {"rule"});
        const std::string id = file_.required(element, "rule");
        if (!pack_.find(id)) file_.fail(element, DataProblem::unknownReference, id);
        remove(id);
    }

    void addRule(Element element)
    {
        file_.allowAttributes(element, {"id", "slug"});
        auto rule = std::make_shared<Rule>();
        rule->id = file_.required(element, "id");
        rule->slug = file_.required(element, "slug");
        if (std::find(own_.begin(), own_.end(), rule->id) != own_.end())
            file_.fail(element, DataProblem::duplicate, rule->id);
        own_.push_back(rule->id);
        const auto words = [this](Bilingual& text) {
            return [this, &text](Element e) { localised(e, text); };
        };
        file_.children(element, {{"title", words(rule->title)},
                                 {"why", words(rule->why)},
                                 {"expected", words(rule->expected)},
                                 {"repair", words(rule->repair)},
                                 {"source", words(rule->source)},
                                 {"check", [&](Element e) { addCheck(e, *rule); }},
                                 {"example", [&](Element e) { addExample(e, *rule); }}});
        const std::pair<const char*, const Bilingual&> required[] = {{"title", rule->title},
                                                                     {"why", rule->why},
                                                                     {"expected", rule->expected},
                                                                     {"repair", rule->repair},
                                                                     {"source", rule->source}};
        for (const auto& [name, text] : required)
            file_.requireBoth(element, text, name);
        requireExamples(element, *rule);
        if (rule->checks.empty()) file_.fail(element, DataProblem::missingElement, "check");
        remove(rule->id);
        pack_.rules.push_back(std::move(rule));
    }

    void requireExamples(Element element, const Rule& rule)
    {
        const auto conforming =
            std::count_if(rule.examples.begin(), rule.examples.end(), [](const auto& e) { return !e.finds; });
        const auto faulty = static_cast<std::ptrdiff_t>(rule.examples.size()) - conforming;
        if (conforming == 0) file_.fail(element, DataProblem::missingElement, "example finds=\"nothing\"");
        if (faulty == 0) file_.fail(element, DataProblem::missingElement, "example finds=\"error\"");
    }

    void addCheck(Element element, Rule& rule)
    {
        const std::string name = file_.required(element, "kind");
        const auto& kinds = checkKinds();
        const auto kind =
            std::find_if(kinds.begin(), kinds.end(), [&](const CheckKind& k) { return k.name == name; });
        if (kind == kinds.end()) {
            std::vector<std::string_view> names;
            for (const CheckKind& known : kinds)
                names.push_back(known.name);
            return file_.fail(element, DataProblem::badValue, name,
                              fmt::format("{}", fmt::join(names, ", ")));
        }
        allowCheckAttributes(element, *kind);
        CheckSource source(file_, element, packs_.columns_, packs_.nomenclatures_);
        auto check = kind->make(source);
        check->severity = severity(element, file_.required(element, "severity")).value_or(Severity::error);
        check->fields = fields(element);
        check->rows = rows(element);
        addMessages(element, *kind, *check);
        rule.checks.push_back(std::move(check));
    }

    void allowCheckAttributes(Element element, const CheckKind& kind)
    {
        for (const auto* attribute = element.FirstAttribute(); attribute; attribute = attribute->Next()) {
            const std::string_view name = attribute->Name();
            const bool common = name == "kind" || name == "severity" || name == "fields" || name == "rows";
            if (common ||
                std::find(kind.attributes.begin(), kind.attributes.end(), name) != kind.attributes.end())
                continue;
            file_.fail(element, DataProblem::unknownAttribute, std::string(name),
                       fmt::format("kind, severity, fields, rows, {}", fmt::join(kind.attributes, ", ")));
        }
    }

    std::optional<Severity> severity(Element element, const std::string& name)
    {
        if (name == "error") return Severity::error;
        if (name == "warning") return Severity::warning;
        if (name == "info") return Severity::information;
        file_.fail(element, DataProblem::badValue, name, "error, warning, info");
        return std::nullopt;
    }

    std::vector<FieldId> fields(Element element)
    {
        std::vector<FieldId> ids;
        const std::string keys = oneLine(file_.required(element, "fields"));
        for (std::size_t start = 0; start < keys.size();) {
            const std::size_t end = std::min(keys.find(' ', start), keys.size());
            const std::string key = keys.substr(start, end - start);
            const auto id = packs_.columns_.find(key);
            if (!id)
                file_.fail(element, DataProblem::unknownReference, key);
            else
                ids.push_back(*id);
            start = end + 1;
        }
        return ids;
    }

    RowsLookedAt rows(Element element)
    {
        const std::string name = file_.optional(element, "rows");
        if (name.empty() || name == "all") return RowsLookedAt::all;
        if (name == "open") return RowsLookedAt::open;
        if (name == "withheld") return RowsLookedAt::withheld;
        if (name == "past-cadrage") return RowsLookedAt::pastCadrage;
        file_.fail(element, DataProblem::badValue, name, "all, open, withheld, past-cadrage");
        return RowsLookedAt::all;
    }

    void addMessages(Element element, const CheckKind& kind, Check& check)
    {
        check.messages.resize(kind.cases.size());
        file_.children(
            element, {{"message", [&](Element e) {
                           file_.allowAttributes(e, {"case", "xml:lang"});
                           const std::string name = file_.required(e, "case");
                           const auto found = std::find(kind.cases.begin(), kind.cases.end(), name);
                           if (found == kind.cases.end())
                               return file_.fail(e, DataProblem::badValue, name,
                                                 fmt::format("{}", fmt::join(kind.cases, ", ")));
                           localised(e, check.messages[static_cast<std::size_t>(found - kind.cases.begin())],
                                     {"xml:lang", "case"});
                           checkPlaceholders(e, kind);
                       }}});
        for (std::size_t i = 0; i < kind.cases.size(); ++i)
            if (check.canFind(i))
                file_.requireBoth(element, check.messages[i],
                                  fmt::format("message case=\"{}\"", kind.cases[i]));
    }

    void checkPlaceholders(Element element, const CheckKind& kind)
    {
        for (const std::string& name : placeholdersOf(file_.text(element))) {
            const bool common = name == "field" || name == "value" || name == "project";
            if (common || std::find(kind.placeholders.begin(), kind.placeholders.end(), name) !=
                              kind.placeholders.end())
                continue;
            file_.fail(element, DataProblem::badValue, "{" + name + "}",
                       fmt::format("field, value, project, {}", fmt::join(kind.placeholders, ", ")));
        }
    }

    void addExample(Element element, Rule& rule)
    {
        file_.allowAttributes(element, {"finds", "field", "fix", "edition"});
        RuleExample example{
            .line = element.GetLineNum(), .finds = {}, .field = {}, .fix = {}, .edition = {}, .rows = {}};
        if (const auto finds = file_.required(element, "finds"); finds != "nothing") {
            example.finds = severity(element, finds);
            example.field = file_.required(element, "field");
            if (!packs_.columns_.find(example.field))
                file_.fail(element, DataProblem::unknownReference, example.field);
        }
        if (element.Attribute("fix")) example.fix = element.Attribute("fix");
        if (const auto month = file_.optional(element, "edition"); !month.empty()) {
            example.edition = parseYearMonth(month);
            if (!example.edition) file_.fail(element, DataProblem::badValue, month, "2021-11");
        }
        file_.children(element, {{"row", [&](Element e) { example.rows.push_back(row(e)); }}});
        if (example.rows.empty()) file_.fail(element, DataProblem::missingElement, "row");
        rule.examples.push_back(std::move(example));
    }

    RuleExample::Row row(Element element)
    {
        file_.children(element, {});
        RuleExample::Row row;
        for (const auto* attribute = element.FirstAttribute(); attribute; attribute = attribute->Next()) {
            if (!packs_.columns_.find(attribute->Name()))
                file_.fail(element, DataProblem::unknownReference, attribute->Name());
            row.emplace_back(attribute->Name(), attribute->Value());
        }
        return row;
    }

    const PackReader& packs_;
    XmlFile& file_;
    int depth_;
    Pack pack_;
    std::vector<std::string> own_;
};

PackReader::PackReader(const Columns& columns, const Nomenclatures& nomenclatures,
                       std::filesystem::path standardPacks)
    : columns_(columns), nomenclatures_(nomenclatures), standardPacks_(std::move(standardPacks))
{
}

DataResult<Pack> PackReader::readStandard(const std::string& name) const
{
    return read(standardPacks_ / (name + ".xml"), 0);
}

DataResult<Pack> PackReader::read(const std::filesystem::path& path) const
{
    return read(path, 0);
}

DataResult<Pack> PackReader::read(const std::filesystem::path& path, int depth) const
{
    auto file = XmlFile::open(path, "pack");
    if (!file) return tl::unexpected(file.error());
    return PackFileReader(*this, **file, depth).read();
}

} // namespace panorama
