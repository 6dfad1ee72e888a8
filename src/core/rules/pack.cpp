#include "core/rules/pack.hpp"

#include "core/rules/check_kind.hpp"
#include "core/text/fold.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace panorama {

namespace {

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

/// What the packs that extend a file say before it is read: who they are, and their parameters.
struct PackReader::Descent
{
    std::vector<std::string> lineage; ///< from the pack asked for to the file's own
    Parameters parameters;            ///< the nearest to the pack asked for wins
};

/// Reads one pack file; its parents are asked of the PackReader.
class PackFileReader
{
  public:
    using Element = XmlFile::Element;

    PackFileReader(const PackReader& packs, XmlFile& file, const PackReader::Descent& descent)
        : packs_(packs), file_(file), descent_(descent)
    {
    }

    DataResult<Pack> read()
    {
        Element root = file_.root();
        readHead(root);
        file_.children(root, {{"title", [this](Element e) { localised(e, pack_.title); }},
                              {"parameter", [this](Element e) { addParameter(e); }},
                              {"header", [this](Element e) { addHeader(e); }},
                              {"rule", [](Element) {}},
                              {"silence", [](Element) {}}});
        if (const auto parents = takeParents(root); !parents) return tl::unexpected(parents.error());
        file_.children(root, {{"title", [](Element) {}},
                              {"parameter", [](Element) {}},
                              {"header", [](Element) {}},
                              {"rule", [this](Element e) { addRule(e); }},
                              {"silence", [this](Element e) { silence(e); }}});
        file_.requireBoth(root, pack_.title, "title");
        requireUse(root);
        std::sort(pack_.rules.begin(), pack_.rules.end(),
                  [](const auto& a, const auto& b) { return a->id < b->id; });
        if (file_.error()) return tl::unexpected(*file_.error());
        return std::move(pack_);
    }

  private:
    /// A parent is one of the rules that came along: no path, which could lead anywhere, or back.
    static bool isPackName(std::string_view name)
    {
        return name.size() <= longestName && std::all_of(name.begin(), name.end(), [](unsigned char c) {
                   return std::isalnum(c) != 0 || c == '-';
               });
    }
    static constexpr std::size_t longestName = 60;

    void readHead(Element root)
    {
        file_.allowAttributes(
            root, {"id", "version", "date", "layout", "extends", "first-edition", "last-edition"});
        pack_.id = file_.required(root, "id");
        pack_.version = file_.required(root, "version");
        pack_.date = file_.required(root, "date");
        pack_.layout = file_.optional(root, "layout");
        for (auto [name, edition] :
             {std::pair("first-edition", &pack_.firstEdition), std::pair("last-edition", &pack_.lastEdition)})
            if (const auto value = file_.optional(root, name); !value.empty())
                *edition = static_cast<int>(file_.number(root, value));
        descent_.lineage.push_back(pack_.id);
    }

    void localised(Element element, Bilingual& text,
                   std::initializer_list<std::string_view> attributes = {"xml:lang"})
    {
        file_.localised(element, text, attributes);
        text.french = oneLine(text.french);
        text.english = oneLine(text.english);
    }

    void addParameter(Element element)
    {
        file_.allowAttributes(element, {"name", "value"});
        const std::string name = file_.required(element, "name");
        if (!own_.insert("$" + name).second) file_.fail(element, DataProblem::duplicate, name);
        descent_.parameters.emplace(name, file_.required(element, "value")); // a child's value stays
        unused_.insert(name);
    }

    /// A header of a ministry's own forms, and the field it means.
    void addHeader(Element element)
    {
        file_.allowAttributes(element, {"field"});
        const std::string key = file_.required(element, "field");
        const auto field = fieldNamed(key);
        if (!field) return file_.fail(element, DataProblem::unknownReference, key);
        pack_.headers.emplace_back(file_.text(element), *field);
    }

    /// A parameter nobody uses is a slip of the pen: the threshold would silently stay what it was.
    void requireUse(Element root)
    {
        if (!unused_.empty()) file_.fail(root, DataProblem::unknownReference, "$" + *unused_.begin());
    }

    DataResult<bool> takeParents(Element root)
    {
        std::set<std::string> taken;
        for (const std::string& parent : attributeWords(file_.optional(root, "extends"))) {
            if (!taken.insert(parent).second) continue; // named twice, it is one parent
            if (!isPackName(parent)) {
                file_.fail(root, DataProblem::badValue, parent, "panorama, open-data");
                return tl::unexpected(*file_.error());
            }
            const auto& line = descent_.lineage;
            const bool circle = std::find(line.begin(), line.end(), parent) != line.end();
            auto read = circle ? DataResult<Pack>(Pack())
                               : packs_.read(packs_.standardPacks_ / (parent + ".xml"), descent_);
            if (circle || (!read && read.error().problem == DataProblem::unreadable)) {
                file_.fail(root, DataProblem::unknownReference, parent);
                return tl::unexpected(*file_.error());
            }
            if (!read) return tl::unexpected(read.error());
            for (auto& rule : read->rules) {
                remove(rule->id);
                pack_.rules.push_back(std::move(rule));
            }
            for (const auto& name : read->parametersUsed) {
                unused_.erase(name);
                pack_.parametersUsed.insert(name);
            }
            if (pack_.layout.empty()) pack_.layout = read->layout;
        }
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
        file_.allowAttributes(element, {"id", "slug", "yields-to"});
        auto rule = std::make_shared<Rule>();
        rule->id = file_.required(element, "id");
        rule->slug = file_.required(element, "slug");
        rule->yieldsTo = attributeWords(file_.optional(element, "yields-to"));
        if (!own_.insert(rule->id).second) file_.fail(element, DataProblem::duplicate, rule->id);
        bool hasCheck = false;
        const auto words = [this](Bilingual& text) {
            return [this, &text](Element e) { localised(e, text); };
        };
        file_.children(element, {{"title", words(rule->title)},
                                 {"why", words(rule->why)},
                                 {"expected", words(rule->expected)},
                                 {"repair", words(rule->repair)},
                                 {"source", words(rule->source)},
                                 {"check",
                                  [&](Element e) {
                                      addCheck(e, *rule);
                                      hasCheck = true;
                                  }},
                                 {"example", [&](Element e) { addExample(e, *rule); }}});
        const std::pair<const char*, const Bilingual&> required[] = {{"title", rule->title},
                                                                     {"why", rule->why},
                                                                     {"expected", rule->expected},
                                                                     {"repair", rule->repair},
                                                                     {"source", rule->source}};
        for (const auto& [name, text] : required)
            file_.requireBoth(element, text, name);
        requireExamples(element, *rule);
        if (!hasCheck) file_.fail(element, DataProblem::missingElement, "check");
        std::erase_if(rule->examples,
                      [](const RuleExample& example) { return example.rows.empty() && example.csv.empty(); });
        remove(rule->id);
        if (!rule->checks.empty()) pack_.rules.push_back(std::move(rule));
    }

    /// Whether what an element says holds in the pack being read.
    bool holdsHere(Element element)
    {
        const auto packs = attributeWords(file_.optional(element, "packs"));
        bool here = packs.empty();
        for (const std::string& id : packs) {
            const auto& line = descent_.lineage;
            const bool inLine = std::find(line.begin(), line.end(), id) != line.end();
            here = here || inLine;
            if (!inLine && !std::filesystem::exists(packs_.standardPacks_ / (id + ".xml")))
                file_.fail(element, DataProblem::unknownReference, id);
        }
        return here;
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
        const auto found =
            std::find_if(kinds.begin(), kinds.end(), [&](const auto* kind) { return kind->name == name; });
        if (found == kinds.end()) {
            std::vector<std::string_view> names;
            names.reserve(kinds.size());
            for (const CheckKind* known : kinds)
                names.push_back(known->name);
            return file_.fail(element, DataProblem::badValue, name,
                              fmt::format("{}", fmt::join(names, ", ")));
        }
        const CheckKind& kind = **found;
        CheckSource source(file_, element, packs_.columns_, packs_.nomenclatures_, descent_.parameters);
        auto check = kind.make(source);
        readCause(source, *check);
        allowCheckAttributes(element, source.asked());
        check->severity = severity(element, file_.required(element, "severity")).value_or(Severity::error);
        check->fields = source.fields("fields");
        check->rows = rows(element);
        check->leavesPartial = file_.optional(element, "partial") == "yes";
        readChildren(element, kind, *check);
        if (holdsHere(element)) rule.checks.push_back(std::move(check));
    }

    /// When its findings are told together: cause="value" together-from="5".
    static void readCause(CheckSource& source, Check& check)
    {
        if (!source.has("cause")) return;
        constexpr Cause causes[] = {Cause::column, Cause::fix, Cause::value, Cause::found};
        check.cause = causes[source.choice("cause", {"column", "fix", "value", "found"})];
        const double from = source.number("together-from");
        if (from >= 2 && from <= 1e6)
            check.togetherFrom = static_cast<std::size_t>(from);
        else
            source.refuse("together-from", "2, 5");
    }

    void allowCheckAttributes(Element element, const std::vector<std::string_view>& own)
    {
        constexpr std::string_view common[] = {"kind", "severity", "fields", "rows", "packs", "partial"};
        for (const auto* attribute = element.FirstAttribute(); attribute; attribute = attribute->Next()) {
            const std::string_view name = attribute->Name();
            noteUse(attribute->Value());
            if (std::find(std::begin(common), std::end(common), name) != std::end(common) ||
                std::find(own.begin(), own.end(), name) != own.end())
                continue;
            file_.fail(element, DataProblem::unknownAttribute, std::string(name),
                       fmt::format("{}, {}", fmt::join(common, ", "), fmt::join(own, ", ")));
        }
    }

    void noteUse(std::string_view value)
    {
        if (!value.starts_with('$')) return;
        unused_.erase(std::string(value.substr(1)));
        pack_.parametersUsed.emplace(value.substr(1));
    }

    std::optional<Severity> severity(Element element, const std::string& name)
    {
        if (name == "error") return Severity::error;
        if (name == "warning") return Severity::warning;
        if (name == "info") return Severity::information;
        file_.fail(element, DataProblem::badValue, name, "error, warning, info");
        return std::nullopt;
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

    void readChildren(Element element, const CheckKind& kind, Check& check)
    {
        check.messages.resize(kind.cases.size());
        file_.children(element, {{"message", [&](Element e) { addMessage(e, kind, check); }},
                                 {"when", [&](Element e) { addCondition(e, check, false); }},
                                 {"unless", [&](Element e) { addCondition(e, check, true); }}});
        for (std::size_t i = 0; i < kind.cases.size(); ++i)
            if (check.canFind({i}))
                file_.requireBoth(element, check.messages[i],
                                  fmt::format("message case=\"{}\"", kind.cases[i]));
    }

    void addMessage(Element element, const CheckKind& kind, Check& check)
    {
        file_.allowAttributes(element, {"case", "xml:lang"});
        const std::string name = file_.required(element, "case");
        const auto found = std::find(kind.cases.begin(), kind.cases.end(), name);
        if (found == kind.cases.end())
            return file_.fail(element, DataProblem::badValue, name,
                              fmt::format("{}", fmt::join(kind.cases, ", ")));
        localised(element, check.messages[static_cast<std::size_t>(found - kind.cases.begin())],
                  {"xml:lang", "case"});
        for (const std::string& placeholder : placeholdersOf(file_.text(element)))
            usePlaceholder(element, placeholder, kind, check);
    }

    void usePlaceholder(Element element, const std::string& name, const CheckKind& kind, Check& check)
    {
        const bool own = std::find(kind.slots.begin(), kind.slots.end(), name) != kind.slots.end();
        if (own || name == "field" || name == "value" || name == "project") return;
        if (const auto figure = rowFigure(name)) return check.figuresInWords.push_back(*figure);
        file_.fail(element, DataProblem::badValue, "{" + name + "}",
                   fmt::format("field, value, project, {}, {}", fmt::join(kind.slots, ", "),
                               fmt::join(rowFigureNames(), ", ")));
    }

    void addCondition(Element element, Check& check, bool excuses)
    {
        file_.allowAttributes(element, {"field", "figure", "is", "value"});
        CheckSource source(file_, element, packs_.columns_, packs_.nomenclatures_, descent_.parameters);
        Condition condition;
        condition.excuses = excuses;
        if (source.has("figure")) {
            const std::string name = file_.required(element, "figure");
            condition.figure = rowFigure(name);
            if (!condition.figure)
                file_.fail(element, DataProblem::badValue, name,
                           fmt::format("{}", fmt::join(rowFigureNames(), ", ")));
        } else
            condition.field = source.field("field");
        const std::string test = file_.required(element, "is");
        const auto tests = Condition::testNames();
        const auto found = std::find(tests.begin(), tests.end(), test);
        if (found == tests.end())
            return file_.fail(element, DataProblem::badValue, test,
                              fmt::format("{}", fmt::join(tests, ", ")));
        condition.test = static_cast<Condition::Test>(found - tests.begin());
        readOperand(element, source, condition);
        check.conditions.push_back(std::move(condition));
    }

    void readOperand(Element element, CheckSource& source, Condition& condition)
    {
        using Test = Condition::Test;
        if (condition.test <= Test::absent) {
            if (source.has("value")) file_.fail(element, DataProblem::unknownAttribute, "value", "field, is");
            return;
        }
        noteUse(file_.optional(element, "value"));
        if (condition.test == Test::among || condition.test == Test::notAmong) {
            const std::string texts = source.text("value");
            for (std::size_t start = 0; start <= texts.size();) {
                const std::size_t end = std::min(texts.find('|', start), texts.size());
                condition.keys.push_back(fold(texts.substr(start, end - start)));
                start = end + 1;
            }
        } else if (condition.test == Test::before || condition.test == Test::since) {
            condition.month = parseYearMonth(source.text("value"));
            if (!condition.month) source.refuse("value", "2014-08");
        } else
            condition.number = source.number("value");
    }

    void addExample(Element element, Rule& rule)
    {
        file_.allowAttributes(element,
                              {"finds", "field", "fix", "edition", "previous-edition", "packs", "origin"});
        RuleExample example;
        example.line = element.GetLineNum();
        if (const auto finds = file_.required(element, "finds"); finds != "nothing") {
            example.finds = severity(element, finds);
            example.field = file_.required(element, "field");
            if (!fieldNamed(example.field)) file_.fail(element, DataProblem::unknownReference, example.field);
        }
        if (element.Attribute("fix")) example.fix = element.Attribute("fix");
        example.edition = month(element, "edition");
        example.previousEdition = month(element, "previous-edition");
        if (const auto origin = file_.optional(element, "origin"); !origin.empty()) {
            example.fromCsv = origin == "csv";
            if (!example.fromCsv) file_.fail(element, DataProblem::badValue, origin, "csv");
        }
        readRows(element, example);
        if (example.rows.empty() && example.csv.empty())
            file_.fail(element, DataProblem::missingElement, "row");
        if (!holdsHere(element))
            example.rows.clear(), example.csv.clear(); // counted as an example, dropped afterwards
        rule.examples.push_back(std::move(example));
    }

    /// Without the spaces that indent the lines in the pack.
    static std::string linesOf(const std::string& text)
    {
        std::string lines;
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find('\n', start), text.size());
            lines += std::string(trimmed(std::string_view(text).substr(start, end - start))) + "\n";
            start = end + 1;
        }
        return lines;
    }

    void readRows(Element element, RuleExample& example)
    {
        file_.children(
            element, {{"row", [&](Element e) { example.rows.push_back(row(e)); }},
                      {"csv", [&](Element e) { example.csv = linesOf(file_.text(e)); }},
                      {"previous", [&](Element e) { example.previous.push_back(row(e)); }},
                      {"beside",
                       [&](Element e) {
                           auto& rows = example.beside.emplace_back();
                           file_.children(e, {{"row", [&](Element r) { rows.push_back(row(r)); }}});
                       }},
                      {"fact", [&](Element e) {
                           file_.allowAttributes(e, {"kind", "value"});
                           example.facts.emplace_back(file_.required(e, "kind"), file_.required(e, "value"));
                       }}});
    }

    std::optional<YearMonth> month(Element element, const char* attribute)
    {
        const auto text = file_.optional(element, attribute);
        if (text.empty()) return std::nullopt;
        const auto month = parseYearMonth(text);
        if (!month) file_.fail(element, DataProblem::badValue, text, "2021-11");
        return month;
    }

    RuleExample::Row row(Element element)
    {
        file_.children(element, {});
        RuleExample::Row row;
        for (const auto* attribute = element.FirstAttribute(); attribute; attribute = attribute->Next()) {
            if (!fieldNamed(attribute->Name()))
                file_.fail(element, DataProblem::unknownReference, attribute->Name());
            row.emplace_back(attribute->Name(), attribute->Value());
        }
        return row;
    }

    const PackReader& packs_;
    XmlFile& file_;
    PackReader::Descent descent_;
    Pack pack_;
    std::set<std::string> own_;    ///< rules and parameters of this file
    std::set<std::string> unused_; ///< parameters of this file that no check has used yet
};

PackReader::PackReader(const Columns& columns, const Nomenclatures& nomenclatures,
                       std::filesystem::path standardPacks)
    : columns_(columns), nomenclatures_(nomenclatures), standardPacks_(std::move(standardPacks))
{
}

DataResult<Pack> PackReader::readStandard(const std::string& name) const
{
    return read(standardPacks_ / (name + ".xml"), Descent());
}

DataResult<Pack> PackReader::read(const std::filesystem::path& path) const
{
    return read(path, Descent());
}

DataResult<Pack> PackReader::read(const std::filesystem::path& path, const Descent& descent) const
{
    auto file = XmlFile::open(path, "pack");
    if (!file) return tl::unexpected(file.error());
    return PackFileReader(*this, **file, descent).read();
}

} // namespace panorama
