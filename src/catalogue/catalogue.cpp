#include "catalogue/catalogue.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <system_error>
#include <tinyxml2.h>
#include <utility>

namespace panorama {
namespace {

using tinyxml2::XMLElement;
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
    Bilingual words;
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

/// Walks the document once. Only the first error is kept; what follows it may be a consequence.
class Reader
{
  public:
    tl::expected<Catalogue, CatalogueError> read(std::string_view xml)
    {
        tinyxml2::XMLDocument document(true, tinyxml2::COLLAPSE_WHITESPACE);
        if (document.Parse(xml.data(), xml.size()) != tinyxml2::XML_SUCCESS)
            return tl::unexpected(CatalogueError{
                document.ErrorLineNum(), "not well-formed XML: " + std::string(document.ErrorName())});
        if (document.RootElement() == nullptr)
            return tl::unexpected(CatalogueError{1, "there is no root element"});
        readRoot(*document.RootElement());
        if (error_) return tl::unexpected(*error_);
        return std::move(catalogue_);
    }

  private:
    void readRoot(const XMLElement& root)
    {
        if (std::string_view(root.Name()) != "catalogue")
            return fail(root, "the root element is <" + std::string(root.Name()) + ">, expected <catalogue>");
        checkAttributes(root, {});
        for (const auto* child : children(root)) {
            const std::string_view name = child->Name();
            if (name == "group")
                readGroup(*child);
            else if (name == "function")
                readFunction(*child);
            else
                failUnknown(*child);
        }
        if (catalogue_.functions.empty()) fail(root, "the catalogue holds no function");
    }

    void readGroup(const XMLElement& element)
    {
        checkAttributes(element, {"name"});
        CatalogueGroup group;
        group.name = required(element, "name");
        for (const auto* child : children(element)) {
            if (std::string_view(child->Name()) == "title")
                addWords(group.title, *child);
            else
                failUnknown(*child);
        }
        requireBoth(group.title, element, "title");
        if (findGroup(group.name)) fail(element, "group \"" + group.name + "\" is declared twice");
        catalogue_.groups.push_back(std::move(group));
    }

    void readFunction(const XMLElement& element)
    {
        CatalogueFunction function;
        readFunctionAttributes(function, element);
        for (const auto* child : children(element))
            readFunctionChild(function, *child);
        requireBoth(function.label, element, "name");
        requireBoth(function.description, element, "description");
        checkLabel(element, function.label.french, frenchLabels_);
        checkLabel(element, function.label.english, englishLabels_);
        checkArgumentOrder(function, element);
        checkExamples(function, element);
        if (function.failures.empty()) fail(element, function.name + ": no <error> is described");
        catalogue_.functions.push_back(std::move(function));
    }

    void readFunctionAttributes(CatalogueFunction& function, const XMLElement& element)
    {
        checkAttributes(element, {"name", "category", "format", "group", "array", "document"});
        function.name = identifier(element);
        function.category = oneOf(element, "category", categories);
        function.format = oneOf(element, "format", formats);
        function.group = required(element, "group");
        if (!findGroup(function.group))
            fail(element, function.name + ": no <group> named \"" + function.group + "\" comes before");
        if (const auto* array = element.Attribute("array")) {
            function.array = array;
            if (!isArrayShape(function.array))
                fail(element,
                     "array=\"" + function.array + "\": expected column, or rows x columns such as 7x2");
        }
        function.needsDocument = flag(element, "document");
        if (!names_.insert(function.name).second)
            fail(element, "function \"" + function.name + "\" is declared twice");
    }

    void readFunctionChild(CatalogueFunction& function, const XMLElement& element)
    {
        const std::string_view name = element.Name();
        if (name == "name")
            addWords(function.label, element);
        else if (name == "description")
            addWords(function.description, element);
        else if (name == "argument")
            readArgument(function, element);
        else if (name == "error")
            readFailure(function, element);
        else if (name == "example")
            readExample(function, element);
        else
            failUnknown(element);
    }

    void readArgument(CatalogueFunction& function, const XMLElement& element)
    {
        checkAttributes(element, {"name", "shape", "unit", "optional", "default"});
        CatalogueArgument argument;
        argument.name = identifier(element);
        const std::string shape(oneOf(element, "shape", shapes));
        argument.isRange = shape != "value";
        argument.isCells = shape == "cells";
        argument.unit = required(element, "unit");
        if (unitWords(argument.unit) == nullptr)
            fail(element, "unit=\"" + argument.unit + "\" is not a known unit");
        argument.isOptional = flag(element, "optional");
        if (const auto* value = element.Attribute("default")) {
            argument.defaultValue = value;
            if (!argument.isOptional)
                fail(element, "argument \"" + argument.name + "\" has a default but is not optional");
        }
        for (const auto* child : children(element))
            readArgumentChild(argument, *child);
        requireBoth(argument.label, element, "name");
        requireBoth(argument.help, element, "help");
        if (std::ranges::find(function.arguments, argument.name, &CatalogueArgument::name) !=
            function.arguments.end())
            fail(element, function.name + ": argument \"" + argument.name + "\" is declared twice");
        function.arguments.push_back(std::move(argument));
    }

    void readArgumentChild(CatalogueArgument& argument, const XMLElement& element)
    {
        const std::string_view name = element.Name();
        if (name == "name")
            addWords(argument.label, element);
        else if (name == "help")
            addWords(argument.help, element);
        else
            failUnknown(element);
    }

    void readFailure(CatalogueFunction& function, const XMLElement& element)
    {
        checkAttributes(element, {"value"});
        CatalogueFailure failure;
        failure.value = oneOf(element, "value", errorValues);
        for (const auto* child : children(element)) {
            if (std::string_view(child->Name()) == "when")
                addWords(failure.when, *child);
            else
                failUnknown(*child);
        }
        requireBoth(failure.when, element, "when");
        function.failures.push_back(std::move(failure));
    }

    void readExample(CatalogueFunction& function, const XMLElement& element)
    {
        checkAttributes(element, {"args", "gives"});
        for (const auto* child : children(element))
            failUnknown(*child);
        const auto* arguments = element.Attribute("args");
        if (arguments == nullptr) return fail(element, "<example> has no args attribute");
        const auto result = required(element, "gives");
        if (!isResult(result))
            fail(element, "gives=\"" + result +
                              "\": expected a number, a \"text\", an {array}, DATE(...) or an error among " +
                              joined(errorValues));
        function.examples.push_back({arguments, result, element.GetLineNum()});
    }

    void checkLabel(const XMLElement& element, const std::string& label, std::set<std::string>& known)
    {
        if (!isFunctionLabel(label))
            fail(element, "\"" + label + "\" is no function name: capitals, digits and inner dots only");
        if (!known.insert(label).second)
            fail(element, "the name \"" + label + "\" is given to two functions");
    }

    void checkArgumentOrder(const CatalogueFunction& function, const XMLElement& element)
    {
        const auto& arguments = function.arguments;
        const auto firstOptional = std::ranges::find(arguments, true, &CatalogueArgument::isOptional);
        const auto late = std::find_if(firstOptional, arguments.end(), [](auto& a) { return !a.isOptional; });
        if (late != arguments.end())
            fail(element,
                 function.name + ": required argument \"" + late->name + "\" comes after an optional one");
    }

    void checkExamples(const CatalogueFunction& function, const XMLElement& element)
    {
        const auto& examples = function.examples;
        if (function.readsCells()) return;
        if (examples.size() < fewestExamples)
            fail(element, function.name + ": " + std::to_string(examples.size()) + " example(s), at least " +
                              std::to_string(fewestExamples) + " expected");
        if (std::ranges::none_of(examples, [](auto& example) { return isErrorValue(example.result); }))
            fail(element, function.name + ": no example gives an error");
    }

    bool findGroup(std::string_view name) const
    {
        return std::ranges::find(catalogue_.groups, name, &CatalogueGroup::name) != catalogue_.groups.end();
    }

    /// The child elements. Text between them is a slip of the pen, never data.
    std::vector<const XMLElement*> children(const XMLElement& parent)
    {
        std::vector<const XMLElement*> elements;
        for (const auto* node = parent.FirstChild(); node != nullptr; node = node->NextSibling()) {
            if (node->ToText() != nullptr)
                fail(node->GetLineNum(),
                     "text is not expected directly inside <" + std::string(parent.Name()) + ">");
            if (const auto* element = node->ToElement()) elements.push_back(element);
        }
        return elements;
    }

    void addWords(Bilingual& words, const XMLElement& element)
    {
        checkAttributes(element, {"xml:lang"});
        if (const auto* inner = element.FirstChildElement()) failUnknown(*inner);
        const auto language = required(element, "xml:lang");
        if (language != "fr" && language != "en")
            return fail(element, "xml:lang=\"" + language + "\": expected fr or en");
        auto& text = language == "fr" ? words.french : words.english;
        const std::string tag = element.Name();
        if (!text.empty()) fail(element, "<" + tag + "> is given twice in language " + language);
        text = element.GetText() != nullptr ? element.GetText() : "";
        if (text.empty()) fail(element, "<" + tag + "> is empty");
    }

    void requireBoth(const Bilingual& words, const XMLElement& parent, const std::string& tag)
    {
        for (const auto& [text, language] : {std::pair(&words.french, "fr"), std::pair(&words.english, "en")})
            if (text->empty())
                fail(parent,
                     "<" + std::string(parent.Name()) + "> lacks a <" + tag + "> in language " + language);
    }

    void checkAttributes(const XMLElement& element, std::initializer_list<std::string_view> known)
    {
        for (const auto* attribute = element.FirstAttribute(); attribute != nullptr;
             attribute = attribute->Next())
            if (!contains(Words(known.begin(), known.size()), attribute->Name()))
                fail(attribute->GetLineNum(), "unknown attribute \"" + std::string(attribute->Name()) +
                                                  "\" on <" + element.Name() + ">");
    }

    std::string required(const XMLElement& element, const char* attribute)
    {
        const auto* value = element.Attribute(attribute);
        if (value != nullptr && *value != '\0') return value;
        fail(element, "<" + std::string(element.Name()) + "> has no " + attribute + " attribute");
        return {};
    }

    std::string oneOf(const XMLElement& element, const char* attribute, Words known)
    {
        auto value = required(element, attribute);
        if (!contains(known, value))
            fail(element, attribute + ("=\"" + value + "\": expected one of " + joined(known)));
        return value;
    }

    bool flag(const XMLElement& element, const char* attribute)
    {
        return element.Attribute(attribute) != nullptr && !oneOf(element, attribute, yes).empty();
    }

    std::string identifier(const XMLElement& element)
    {
        auto name = required(element, "name");
        if (!isLowerCamel(name))
            fail(element, "name=\"" + name + "\": expected letters and digits, a small letter first");
        if (contains(reservedWords, name)) fail(element, "name=\"" + name + "\" is a reserved word");
        return name;
    }

    void failUnknown(const XMLElement& element)
    {
        fail(element, "unknown element <" + std::string(element.Name()) + "> in <" +
                          element.Parent()->ToElement()->Name() + ">");
    }

    void fail(const XMLElement& element, std::string what) { fail(element.GetLineNum(), std::move(what)); }

    void fail(int line, std::string what)
    {
        if (!error_) error_ = CatalogueError{line, std::move(what)};
    }

    Catalogue catalogue_;
    std::set<std::string> names_;
    std::set<std::string> frenchLabels_;
    std::set<std::string> englishLabels_;
    std::optional<CatalogueError> error_;
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

const Bilingual* unitWords(std::string_view unit)
{
    static const std::vector<UnitWords> units = {
        {"M€", {"M€", "M€"}},
        {"rate", {"taux", "rate"}},
        {"months", {"mois", "months"}},
        {"years", {"années", "years"}},
        {"days", {"jours", "days"}},
        {"date", {"date", "date"}},
        {"text", {"texte", "text"}},
        {"edition", {"numéro", "number"}},
        {"flag", {"oui ou non", "yes or no"}},
        {"count", {"nombre", "count"}},
        {"weight", {"coefficient", "weight"}},
    };
    const auto found = std::ranges::find(units, unit, &UnitWords::key);
    return found == units.end() ? nullptr : &found->words;
}

tl::expected<Catalogue, CatalogueError> parseCatalogue(std::string_view xml)
{
    return Reader().read(xml);
}

tl::expected<Catalogue, CatalogueError> readCatalogue(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return tl::unexpected(CatalogueError{0, "the file cannot be opened"});
    const std::string xml{std::istreambuf_iterator<char>(stream), {}};
    return parseCatalogue(xml);
}

} // namespace panorama
