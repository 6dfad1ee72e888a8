#include "core/publication/table_schema.hpp"

#include "core/publication/publication.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace panorama {

namespace {

using Json = nlohmann::ordered_json;

/// Columns that every published row must fill: without them the rules find an error whatever the project.
bool isRequired(Field field)
{
    static constexpr Field fields[] = {Field::ministry,         Field::ministryName, Field::name,
                                       Field::interministerial, Field::phase,        Field::publicationDate};
    return std::find(std::begin(fields), std::end(fields), field) != std::end(fields);
}

const char* typeOf(FieldType type)
{
    switch (type) {
    case FieldType::money:
    case FieldType::years:
    case FieldType::rate:
    case FieldType::number: return "number";
    case FieldType::date: return "date";
    default: return "string";
    }
}

const char* listOf(Field field)
{
    if (field == Field::phase) return "phases";
    if (field == Field::band) return "bands";
    return field == Field::interministerial ? "yes-no" : nullptr;
}

} // namespace

std::string publishedTableSchema(const Columns& columns, const Nomenclatures& lists,
                                 std::optional<YearMonth> month)
{
    Json schema;
    schema["$schema"] = "https://specs.frictionlessdata.io/schemas/table-schema.json";
    schema["name"] = "panorama-grands-projets-numeriques";
    schema["title"] = "Panorama des grands projets numériques de l’État";
    schema["version"] = lists.version();
    schema["fields"] = Json::array();
    const auto* layout = publishedLayout(columns);
    if (!layout) return schema.dump(2);
    for (const auto& [id, header] : layout->published) {
        const Columns::Description& field = columns.field(id);
        Json entry{{"name", header}, {"title", field.label.french}, {"type", typeOf(field.type)}};
        if (field.type == FieldType::money) entry["description"] = "En millions d’euros.";
        if (field.type == FieldType::years) entry["description"] = "En années.";
        Json constraints = Json::object();
        if (isRequired(id)) constraints["required"] = true;
        if (std::string_view(typeOf(field.type)) == "number") constraints["minimum"] = 0;
        const auto* list = listOf(id) ? lists.find(listOf(id)) : nullptr;
        if (list) constraints["enum"] = list->labels(month);
        if (!constraints.empty()) entry["constraints"] = constraints;
        schema["fields"].push_back(std::move(entry));
    }
    schema["missingValues"] = Json::array({""});
    for (const Withheld reason : {Withheld::cadrage, Withheld::revision, Withheld::tender, Withheld::other})
        schema["missingValues"].push_back(mentionOf(reason));
    return schema.dump(2) + "\n";
}

} // namespace panorama
