#include "core/rules/check_kind.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace panorama {

namespace {

/// Filled before main, or when the component is loaded, by the kinds themselves.
std::vector<const CheckKind*>& declaredKinds()
{
    static std::vector<const CheckKind*> kinds;
    return kinds;
}

} // namespace

CheckKind::CheckKind(std::string_view kindName, Names kindCases, Names kindSlots, Maker maker)
    : name(kindName), cases(kindCases), slots(kindSlots), make(maker)
{
    declaredKinds().push_back(this);
}

const std::vector<const CheckKind*>& checkKinds()
{
    static const std::vector<const CheckKind*> kinds = [] {
        auto all = declaredKinds();
        std::sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->name < b->name; });
        return all;
    }();
    return kinds;
}

bool CheckSource::has(const char* attribute)
{
    if (std::find(asked_.begin(), asked_.end(), attribute) == asked_.end()) asked_.emplace_back(attribute);
    return element_.Attribute(attribute) != nullptr;
}

std::string CheckSource::text(const char* attribute)
{
    has(attribute);
    std::string value = file_.required(element_, attribute);
    if (!value.starts_with('$')) return value;
    const auto parameter = parameters_.find(std::string_view(value).substr(1));
    if (parameter != parameters_.end()) return parameter->second;
    file_.fail(element_, DataProblem::unknownReference, value);
    return {};
}

bool CheckSource::yes(const char* attribute)
{
    return has(attribute) && choice(attribute, {"no", "yes"}) == 1;
}

std::size_t CheckSource::choice(const char* attribute, std::initializer_list<std::string_view> choices)
{
    const std::string value = text(attribute);
    const auto* found = std::find(choices.begin(), choices.end(), value);
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    file_.fail(element_, DataProblem::badValue, value, fmt::format("{}", fmt::join(choices, ", ")));
    return 0;
}

double CheckSource::number(const char* attribute)
{
    return file_.number(element_, text(attribute));
}

Field CheckSource::field(const char* attribute)
{
    const auto all = fields(attribute);
    return all.empty() ? Field{} : all.front();
}

std::vector<Field> CheckSource::fields(const char* attribute)
{
    std::vector<Field> ids;
    for (const auto& key : attributeWords(text(attribute))) {
        const auto id = fieldNamed(key);
        if (id)
            ids.push_back(*id);
        else
            file_.fail(element_, DataProblem::unknownReference, key);
    }
    if (ids.empty() && !file_.error()) file_.fail(element_, DataProblem::missingAttribute, attribute);
    return ids;
}

void CheckSource::refuse(const char* attribute, std::string expected)
{
    file_.fail(element_, DataProblem::badValue, element_.Attribute(attribute), std::move(expected));
}

const Nomenclature* CheckSource::list(const char* attribute)
{
    const std::string id = text(attribute);
    const Nomenclature* list = nomenclatures_.find(id);
    if (!list) file_.fail(element_, DataProblem::unknownReference, id);
    return list;
}

} // namespace panorama
