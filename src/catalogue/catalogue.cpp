#include "catalogue/catalogue.hpp"

#include "core/data/xml_file.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <set>
#include <span>
#include <system_error>
#include <utility>

namespace panorama {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 6> categories = {"Financial", "Date&Time",   "Statistical",
                                                        "Text",      "Information", "Add-In"};
constexpr std::array<std::string_view, 8> formats = {"percent", "points", "meur",  "years",
                                                     "date",    "text",   "count", "number"};
constexpr std::array<std::string_view, 3> shapes = {"value", "range", "cells"};
constexpr std::array<std::string_view, 1> yes = {"yes"};
constexpr std::array<std::string_view, 6> errorValues = {"#N/A",    "#DIV/0!", "#VALUE!",
                                                         "Err:502", "Err:511", "Err:523"};

/// A name becomes an IDL identifier and a C++ one: the keywords of both, and the name the generator itself
/// uses.
constexpr std::string_view reservedWords[] = {
    "any",       "attribute", "bool",     "boolean",  "bound",     "break",       "byte",     "case",
    "catch",     "char",      "class",    "const",    "constants", "constrained", "context",  "continue",
    "default",   "delete",    "do",       "document", "double",    "else",        "enum",     "exception",
    "explicit",  "export",    "extern",   "false",    "fixed",     "float",       "for",      "friend",
    "get",       "goto",      "hyper",    "if",       "in",        "inline",      "inout",    "int",
    "interface", "long",      "module",   "mutable",  "namespace", "native",      "needs",    "new",
    "observes",  "oneway",    "operator", "optional", "out",       "private",     "property", "protected",
    "public",    "published", "raises",   "readonly", "register",  "removable",   "return",   "sequence",
    "service",   "set",       "short",    "signed",   "singleton", "sizeof",      "static",   "string",
    "struct",    "switch",    "template", "this",     "throw",     "transient",   "true",     "try",
    "type",      "typedef",   "union",    "unsigned", "using",     "virtual",     "void",     "volatile",
    "while",
};

constexpr std::size_t fewestExamples = 3;

struct UnitWords
{
    std::string_view key;
    Text words;
};

bool contains(Words words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

std::string joined(Words words)
{
    std::string list;
    for (const auto word : words)
        list.append(list.empty() ? "" : ", ").append(word);
    return list;
}

bool isLowerCamel(std::string_view name)
{
    const auto isAlnum = [](unsigned char c) { return std::isalnum(c) != 0; };
    return !name.empty() && std::islower(static_cast<unsigned char>(name.front())) != 0 &&
           std::ranges::all_of(name, isAlnum);
}

bool isFunctionLabel(std::string_view label)
{
    const auto isAllowed = [](unsigned char c) {
        return std::isupper(c) != 0 || std::isdigit(c) != 0 || c == '.';
    };
    return !label.empty() && std::isupper(static_cast<unsigned char>(label.front())) != 0 &&
           label.back() != '.' && std::ranges::all_of(label, isAllowed);
}

/// "column", or rows x columns such as "7x2".
bool isArrayShape(std::string_view shape)
{
    if (shape == "column") return true;
    const auto cross = shape.find('x');
    const auto isNumber = [](std::string_view digits) {
        return !digits.empty() && digits.front() != '0' &&
               std::ranges::all_of(digits, [](unsigned char c) { return std::isdigit(c) != 0; });
    };
    return cross != std::string_view::npos && isNumber(shape.substr(0, cross)) &&
           isNumber(shape.substr(cross + 1));
}

bool isNumber(const std::string& text)
{
    double number = 0;
    const auto* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    return parsed.ec == std::errc() && parsed.ptr == end && std::isfinite(number);
}

bool isResult(const std::string& text)
{
    const auto isBetween = [&text](std::string_view open, char close) {
        return text.size() > open.size() && text.starts_with(open) && text.ends_with(close);
    };
    return isErrorValue(text) || isBetween("\"", '"') || isBetween("{", '}') || isBetween("DATE(", ')') ||
           isNumber(text);
}

/// What a developer reads of a problem, before what it is about.
constexpr std::string_view nameOf(DataProblem problem)
{
    switch (problem) {
    case DataProblem::unreadable: return "the file cannot be read";
    case DataProblem::tooLarge: return "the file is too large";
    case DataProblem::notXml: return "not well-formed XML";
    case DataProblem::unknownElement: return "unknown element";
    case DataProblem::unknownAttribute: return "unknown attribute";
    case DataProblem::missingElement: return "missing element";
    case DataProblem::missingAttribute: return "missing attribute";
    case DataProblem::missingText: return "not in both languages";
    case DataProblem::badValue: return "bad value";
    case DataProblem::duplicate: return "given twice";
    case DataProblem::unknownReference: break;
    }
    return "nothing before has the name";
}

class CatalogueReader
{
  public:
    explicit CatalogueReader(XmlFile& file) : file_(file) {}

    Catalogue read()
    {
        const XmlFile::Element root = file_.root();
        file_.allowAttributes(root, {});
        file_.children(root, {{"group", [this](auto& child) { readGroup(child); }},
                              {"function", [this](auto& child) { readFunction(child); }}});
        if (catalogue_.functions.empty()) file_.fail(root, DataProblem::missingElement, "function");
        return std::move(catalogue_);
    }

  private:
    using Element = XmlFile::Element;

    void readGroup(Element element)
    {
        file_.allowAttributes(element, {"name"});
        CatalogueGroup group;
        group.name = file_.required(element, "name");
        file_.children(element, {{"title", into(group.title)}});
        file_.requireBoth(element, group.title, "title");
        if (findGroup(group.name)) file_.fail(element, DataProblem::duplicate, group.name);
        catalogue_.groups.push_back(std::move(group));
    }

    void readFunction(Element element)
    {
        CatalogueFunction function;
        readFunctionAttributes(function, element);
        file_.children(element, {{"name", into(function.label)},
                                 {"description", into(function.description)},
                                 {"argument", [&](auto& child) { readArgument(function, child); }},
                                 {"error", [&](auto& child) { readFailure(function, child); }},
                                 {"example", [&](auto& child) { readExample(function, child); }}});
        file_.requireBoth(element, function.label, "name");
        file_.requireBoth(element, function.description, "description");
        checkLabel(element, function.label.french, frenchLabels_);
        checkLabel(element, function.label.english, englishLabels_);
        checkArgumentOrder(function, element);
        checkExamples(function, element);
        if (function.failures.empty()) file_.fail(element, DataProblem::missingElement, "error");
        catalogue_.functions.push_back(std::move(function));
    }

    void readFunctionAttributes(CatalogueFunction& function, Element element)
    {
        file_.allowAttributes(element, {"name", "category", "format", "group", "array", "document"});
        function.name = identifier(element);
        function.category = oneOf(element, "category", categories);
        function.format = oneOf(element, "format", formats);
        function.group = file_.required(element, "group");
        if (!findGroup(function.group))
            file_.fail(element, DataProblem::unknownReference, function.group, "a group");
        function.array = file_.optional(element, "array");
        if (element.Attribute("array") != nullptr && !isArrayShape(function.array))
            refuse(element, function.array, "column, or rows x columns such as 7x2");
        function.needsDocument = flag(element, "document");
        if (!names_.insert(function.name).second) file_.fail(element, DataProblem::duplicate, function.name);
    }

    void readArgument(CatalogueFunction& function, Element element)
    {
        file_.allowAttributes(element, {"name", "shape", "unit", "optional", "default"});
        CatalogueArgument argument;
        argument.name = identifier(element);
        const std::string shape = oneOf(element, "shape", shapes);
        argument.isRange = shape != "value";
        argument.isCells = shape == "cells";
        argument.unit = file_.required(element, "unit");
        if (unitWords(argument.unit) == nullptr) refuse(element, argument.unit, "a known unit");
        argument.isOptional = flag(element, "optional");
        argument.defaultValue = file_.optional(element, "default");
        if (!argument.isOptional && element.Attribute("default") != nullptr)
            refuse(element, argument.defaultValue, "no default, as the argument is required");
        file_.children(element, {{"name", into(argument.label)}, {"help", into(argument.help)}});
        file_.requireBoth(element, argument.label, "name");
        file_.requireBoth(element, argument.help, "help");
        if (std::ranges::find(function.arguments, argument.name, &CatalogueArgument::name) !=
            function.arguments.end())
            file_.fail(element, DataProblem::duplicate, argument.name);
        function.arguments.push_back(std::move(argument));
    }

    void readFailure(CatalogueFunction& function, Element element)
    {
        file_.allowAttributes(element, {"value"});
        CatalogueFailure failure;
        failure.value = oneOf(element, "value", errorValues);
        file_.children(element, {{"when", into(failure.when)}});
        file_.requireBoth(element, failure.when, "when");
        function.failures.push_back(std::move(failure));
    }

    void readExample(CatalogueFunction& function, Element element)
    {
        file_.allowAttributes(element, {"args", "gives"});
        file_.children(element, {});
        if (element.Attribute("args") == nullptr)
            file_.fail(element, DataProblem::missingAttribute, "args"); // it may be empty
        const auto result = file_.required(element, "gives");
        if (!isResult(result))
            refuse(element, result,
                   "a number, a \"text\", an {array}, DATE(...) or an error among " + joined(errorValues));
        function.examples.push_back({file_.optional(element, "args"), result, element.GetLineNum()});
    }

    void checkLabel(Element element, const std::string& label, std::set<std::string>& known)
    {
        if (!isFunctionLabel(label))
            refuse(element, label, "a function name: capitals, digits and inner dots only");
        if (!known.insert(label).second) file_.fail(element, DataProblem::duplicate, label);
    }

    void checkArgumentOrder(const CatalogueFunction& function, Element element)
    {
        const auto& arguments = function.arguments;
        const auto firstOptional = std::ranges::find(arguments, true, &CatalogueArgument::isOptional);
        const auto late = std::find_if(firstOptional, arguments.end(), [](auto& a) { return !a.isOptional; });
        if (late != arguments.end()) refuse(element, late->name, "required arguments before optional ones");
    }

    void checkExamples(const CatalogueFunction& function, Element element)
    {
        const auto& examples = function.examples;
        if (function.readsCells()) return;
        if (examples.size() < fewestExamples)
            file_.fail(element, DataProblem::missingElement, "example",
                       "at least " + std::to_string(fewestExamples));
        if (std::ranges::none_of(examples, [](auto& example) { return isErrorValue(example.result); }))
            file_.fail(element, DataProblem::missingElement, "example", "one that gives an error");
    }

    bool findGroup(std::string_view name) const
    {
        return std::ranges::find(catalogue_.groups, name, &CatalogueGroup::name) != catalogue_.groups.end();
    }

    /// Reads the words of an element into a text of both languages.
    XmlFile::Handler into(Bilingual& words)
    {
        return [this, &words](Element element) { file_.localised(element, words); };
    }

    std::string oneOf(Element element, const char* attribute, Words known)
    {
        auto value = file_.required(element, attribute);
        if (!contains(known, value)) refuse(element, value, joined(known));
        return value;
    }

    bool flag(Element element, const char* attribute)
    {
        return element.Attribute(attribute) != nullptr && !oneOf(element, attribute, yes).empty();
    }

    std::string identifier(Element element)
    {
        auto name = file_.required(element, "name");
        if (!isLowerCamel(name)) refuse(element, name, "letters and digits, a small letter first");
        if (contains(reservedWords, name)) refuse(element, name, "no reserved word");
        return name;
    }

    void refuse(Element element, const std::string& value, std::string expected)
    {
        file_.fail(element, DataProblem::badValue, value, std::move(expected));
    }

    XmlFile& file_;
    Catalogue catalogue_;
    std::set<std::string> names_;
    std::set<std::string> frenchLabels_;
    std::set<std::string> englishLabels_;
};

} // namespace

bool CatalogueFunction::readsCells() const
{
    return std::ranges::any_of(arguments, &CatalogueArgument::isCells);
}

std::size_t CatalogueFunction::requiredCount() const
{
    return static_cast<std::size_t>(std::ranges::count(arguments, false, &CatalogueArgument::isOptional));
}

bool isErrorValue(std::string_view result)
{
    return contains(errorValues, result);
}

const Text* unitWords(std::string_view unit)
{
    static constexpr UnitWords units[] = {
        {"M€", Text{"M€", "M€"}},
        {"rate", Text{"taux", "rate"}},
        {"months", Text{"mois", "months"}},
        {"years", Text{"années", "years"}},
        {"days", Text{"jours", "days"}},
        {"date", Text{"date", "date"}},
        {"text", Text{"texte", "text"}},
        {"edition", Text{"numéro", "number"}},
        {"flag", Text{"oui ou non", "yes or no"}},
        {"count", Text{"nombre", "count"}},
        {"weight", Text{"coefficient", "weight"}},
    };
    const auto* found = std::ranges::find(units, unit, &UnitWords::key);
    return found == std::end(units) ? nullptr : &found->words;
}

DataResult<Catalogue> parseCatalogue(std::string_view xml)
{
    return readWith<CatalogueReader>(XmlFile::parse(xml, {}, "catalogue"));
}

DataResult<Catalogue> readCatalogue(const std::filesystem::path& file)
{
    return readWith<CatalogueReader>(XmlFile::open(file, "catalogue"));
}

std::string described(const DataError& error)
{
    std::string text(nameOf(error.problem));
    if (!error.subject.empty()) text += ": " + error.subject;
    if (!error.expected.empty()) text += " (expected: " + error.expected + ")";
    return text;
}

} // namespace panorama
