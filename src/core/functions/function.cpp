#include "core/functions/function.hpp"

#include "core/functions/arguments.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

namespace panorama {

namespace functions {
// Declared from the catalogue, each defined in the file of its family.
#define PANORAMA_FUNCTION(name, required, ...) Value name(Arguments& arguments);
#include "core_signatures.inc"
#undef PANORAMA_FUNCTION
} // namespace functions

namespace {

struct Signature
{
    std::string_view name;
    Value (*body)(Arguments&);
    std::size_t required;
    std::vector<Shape> shapes;
};

const std::vector<Signature>& signatures()
{
    static const std::vector<Signature> all = {
#define PANORAMA_FUNCTION(name, required, ...) {#name, functions::name, required, __VA_ARGS__},
#include "core_signatures.inc"
#undef PANORAMA_FUNCTION
    };
    return all;
}

/// One argument as its body may expect it; an error where it cannot be.
Value settled(const Value& given, Shape shape)
{
    if (given.isAbsent()) return given;
    if (shape == Shape::cells)
        return given.kind() == Value::Kind::cells ? given : Value(CellError::notAvailable);
    if (shape == Shape::range || !given.isArray()) return given;
    if (given.array().size() != 1) return CellError::noValue;
    const Value& only = given.array().at(0);
    return only.isAbsent() ? Value("") : only; // an empty cell is there, an argument left out is not
}

} // namespace

Value compute(std::string_view programmaticName, std::span<const Value> given, const Host& host)
{
    const auto& all = signatures();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Signature& s) { return s.name == programmaticName; });
    if (found == all.end() || given.size() > found->shapes.size()) return CellError::illegalArgument;
    for (std::size_t i = 0; i < found->required; ++i)
        if (i >= given.size() || given[i].isAbsent()) return CellError::missingArgument;
    std::vector<Value> values(found->shapes.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = settled(i < given.size() ? given[i] : Value(), found->shapes[i]);
        if (values[i].isError()) return values[i];
    }
    Arguments arguments(values, host);
    Value result = found->body(arguments);
    return arguments.failed() ? arguments.error() : result;
}

std::span<const std::string_view> functionNames()
{
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> list;
        for (const Signature& signature : signatures())
            list.push_back(signature.name);
        return list;
    }();
    return names;
}

} // namespace panorama
