// Renders one mustache template with the catalogue of functions, or with the fields of a vocabulary of
// columns:
//   panorama-generate functions.xml|columns.xml TEMPLATE OUTPUT [--insert-between MARKER] [--check]

#include "catalogue/catalogue.hpp"
#include "core/words/vocabulary.hpp"
#include "generator/fields.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <kainjow/mustache.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace panorama {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::object;

/// What Calc says and shows in its own words; files have the English ones.
constexpr Text calcWords[] = {{"VRAI", "TRUE"},        {"FAUX", "FALSE"},        {"#N/D", "#N/A"},
                              {"#DIV/0 !", "#DIV/0!"}, {"#VALEUR !", "#VALUE!"}, {"Err :502", "Err:502"},
                              {"Err :511", "Err:511"}, {"Err :523", "Err:523"}};
constexpr Text columnSeparator{".", ","}; ///< of an inline array
constexpr Text asPercentage{", soit {}\u00A0%", ", that is {}%"};

data both(const Text& words)
{
    return object{{"fr", std::string(words.french)}, {"en", std::string(words.english)}};
}

template <typename Render>
data inBoth(Render render)
{
    return both({render(Language::french), render(Language::english)});
}

std::string_view calcWord(std::string_view word, Language language)
{
    const auto* found = std::ranges::find(calcWords, word, &Text::english);
    return found == std::end(calcWords) ? word : found->in(language);
}

/// What a user types in Calc in this language, where the separators of inline arrays are not those of files.
/// Texts between quotes are data and stay.
std::string localised(std::string_view formula, Language language)
{
    std::string typed;
    int depth = 0;
    for (std::size_t i = 0; i < formula.size(); ++i) {
        const char c = formula[i];
        if (c == '"' || c == '#' || std::isalpha(static_cast<unsigned char>(c)) != 0) {
            const auto end = c == '"' ? formula.find('"', i + 1) + 1 : formula.find_first_of(" ;|(){}", i);
            const auto word = formula.substr(i, end - i);
            typed += calcWord(word, language);
            i += word.size() - 1;
            continue;
        }
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        const bool inArray = depth > 0;
        if (c == '.')
            typed += vocabulary::decimalPoint.in(language);
        else if (inArray && c == ';')
            typed += columnSeparator.in(language);
        else
            typed += inArray && c == '|' ? ';' : c;
    }
    return typed;
}

/// At most six decimals: nobody wants to read 1.6666666666666667 in a reference page.
std::string decimals(double number)
{
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::optional<double> asNumber(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// The result as the cell shows it; a rate is given as a number and as a percentage.
std::string shownResult(const CatalogueFunction& function, const std::string& result, Language language)
{
    const auto number = asNumber(result);
    auto shown = "`" + localised(number ? decimals(*number) : result, language) + "`";
    if (!number || function.format != "percent") return shown;
    const auto percentage = localised(decimals(std::round(*number * 1000) / 10), language);
    return shown + say(asPercentage, language, percentage);
}

data exampleData(const CatalogueFunction& function, const CatalogueExample& example)
{
    const auto call = [&](Language language) {
        return "=" + function.label.in(language) + "(" + localised(example.arguments, language) + ")";
    };
    const auto result = [&](Language language) { return shownResult(function, example.result, language); };
    return object{{"call", inBoth(call)}, {"result", inBoth(result)}};
}

std::string shownDefault(const std::string& value, Language language)
{
    if (asNumber(value)) return localised(value, language);
    return say(vocabulary::quoted, language, value);
}

data argumentData(const CatalogueArgument& argument)
{
    const auto byDefault = [&](Language language) { return shownDefault(argument.defaultValue, language); };
    return object{
        {"name", argument.name},
        {"shape", argument.isCells   ? "cells"
                  : argument.isRange ? "range"
                                     : "value"},
        {"cells", argument.isCells},
        {"range", argument.isRange},
        {"label", both(argument.label)},
        {"help", both(argument.help)},
        {"unit", both(*unitWords(argument.unit))},
        {"optional", argument.isOptional},
        {"hasDefault", !argument.defaultValue.empty()},
        {"default", inBoth(byDefault)},
    };
}

data failureData(const CatalogueFailure& failure)
{
    const auto value = [&](Language language) { return localised(failure.value, language); };
    return object{{"value", inBoth(value)}, {"when", both(failure.when)}};
}

/// Every item also knows whether it is the last, for the commas of a list.
template <typename Items, typename Convert>
data listOf(const Items& items, Convert convert)
{
    list objects;
    for (const auto& item : items) {
        objects.push_back(convert(item));
        objects.back().set("last", &item == &items.back());
    }
    return objects;
}

/// What comes before the first full stop or colon: enough to choose a function from a table.
std::string summary(const std::string& french)
{
    return french.substr(0, std::min({french.find(". "), french.find("\u00a0:"), french.size() - 1}));
}

data functionData(const CatalogueFunction& function)
{
    auto upperName = function.name;
    std::ranges::transform(upperName, upperName.begin(), [](unsigned char c) { return std::toupper(c); });
    const auto example = [&function](const auto& item) { return exampleData(function, item); };
    return object{
        {"name", function.name},
        {"upperName", upperName},
        {"category", function.category},
        {"document", function.needsDocument},
        {"isArray", !function.array.empty()},
        {"label", both(function.label)},
        {"description", both(function.description)},
        {"summary", summary(function.description.french)},
        {"requiredCount", std::to_string(function.requiredCount())},
        {"hasArguments", !function.arguments.empty()},
        {"arguments", listOf(function.arguments, argumentData)},
        {"failures", listOf(function.failures, failureData)},
        {"examples", listOf(function.examples, example)},
        {"hasExamples", !function.examples.empty()},
    };
}

data catalogueData(const Catalogue& catalogue)
{
    const auto groupData = [&catalogue](const CatalogueGroup& group) -> data {
        std::vector<CatalogueFunction> members;
        std::ranges::copy_if(catalogue.functions, std::back_inserter(members),
                             [&](auto& function) { return function.group == group.name; });
        return object{{"title", both(group.title)}, {"functions", listOf(members, functionData)}};
    };
    return object{
        {"groups", listOf(catalogue.groups, groupData)},
        {"functions", listOf(catalogue.functions, functionData)},
    };
}

data fieldsData(const std::vector<std::string>& keys)
{
    return object{{"fields", listOf(keys, [](const std::string& key) -> data {
                       return object{{"name", nameOfKey(key)}, {"key", key}};
                   })}};
}

std::string readText(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error(file.string() + ": cannot be opened");
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Options
{
    std::filesystem::path catalogue;
    std::filesystem::path pageTemplate;
    std::filesystem::path output;
    std::string marker = {}; ///< empty: the output is the whole file
    bool check = false;
};

std::optional<Options> parseOptions(const std::vector<std::string>& arguments)
{
    if (arguments.size() < 3) return std::nullopt;
    Options options{arguments[0], arguments[1], arguments[2]};
    for (std::size_t i = 3; i < arguments.size(); ++i) {
        if (arguments[i] == "--check")
            options.check = true;
        else if (arguments[i] == "--insert-between" && i + 1 < arguments.size())
            options.marker = arguments[++i];
        else
            return std::nullopt;
    }
    return options;
}

/// What a data file says, or an exception that says where it is wrong.
template <typename Result>
Result required(DataResult<Result> read, const std::filesystem::path& file)
{
    if (read) return std::move(*read);
    throw std::runtime_error(file.string() + ":" + std::to_string(read.error().line) + ": " +
                             described(read.error()));
}

data modelOf(const std::filesystem::path& file)
{
    if (file.filename() == "columns.xml") return fieldsData(required(readFieldKeys(file), file));
    return catalogueData(required(readCatalogue(file), file));
}

std::string rendered(const Options& options)
{
    kainjow::mustache::mustache page{readText(options.pageTemplate)};
    auto text = page.render(modelOf(options.catalogue));
    if (!page.is_valid())
        throw std::runtime_error(options.pageTemplate.string() + ": " + page.error_message());
    return text;
}

/// The file as it is, with the text put between its lines `<!-- marker:begin -->` and `<!-- marker:end -->`.
std::string insertedBetween(const Options& options, const std::string& text)
{
    const auto begin = "<!-- " + options.marker + ":begin -->\n";
    const auto end = "<!-- " + options.marker + ":end -->";
    auto page = readText(options.output);
    const auto from = page.find(begin);
    const auto to = from == std::string::npos ? from : page.find(end, from);
    if (to == std::string::npos)
        throw std::runtime_error(options.output.string() + ": lacks the lines\n" + begin + end);
    return page.replace(from + begin.size(), to - from - begin.size(), text);
}

bool isCurrent(const Options& options, const std::string& expected)
{
    const auto actual = std::filesystem::exists(options.output) ? readText(options.output) : std::string();
    if (actual == expected) return true;
    const auto [found, wanted] = std::ranges::mismatch(actual, expected);
    std::cerr
        << options.output.string() << ":" << std::count(actual.begin(), found, '\n') + 1
        << ": is not what the catalogue gives. Refresh it: cmake --build build --target panorama_refresh\n";
    return false;
}

void write(const std::filesystem::path& file, const std::string& text)
{
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    stream.close();
    if (!stream) throw std::runtime_error(file.string() + ": cannot be written");
}

int run(const std::vector<std::string>& arguments)
{
    const auto options = parseOptions(arguments);
    if (!options) {
        std::cerr
            << "usage: panorama-generate CATALOGUE TEMPLATE OUTPUT [--insert-between MARKER] [--check]\n";
        return 2;
    }
    auto text = rendered(*options);
    if (!options->marker.empty()) text = insertedBetween(*options, text);
    if (options->check) return isCurrent(*options, text) ? 0 : 1;
    write(options->output, text);
    return 0;
}

} // namespace
} // namespace panorama

int main(int argumentCount, char** arguments)
{
    try {
        return panorama::run({arguments + 1, arguments + argumentCount});
    } catch (const std::exception& error) {
        std::cerr << "panorama-generate: " << error.what() << '\n';
        return 2;
    }
}
