#include "core/drafts/field_guidance.hpp"

#include "core/data/text.hpp"

#include <algorithm>

namespace panorama {

namespace {

using Kind = CellGuidance::Kind;

// Wide enough for every project and every mistake that is worth asking about.
constexpr double earliestDate = 32874; // 1990-01-01
constexpr double latestDate = 73050;   // 2099-12-31

constexpr Text dateRefused{
    "Une date est attendue, par exemple 15/03/2026. Pour un mois, saisissez son premier jour\u00A0: "
    "01/03/2026.",
    "A date is expected, for example 2026-03-15. For a month, enter its first day: 2026-03-01."};
constexpr Text rateRefused{"Un taux est attendu, par exemple 20\u00A0%.",
                           "A rate is expected, for example 20%."};
constexpr Text numberRefused{"Un nombre positif est attendu.", "A positive number is expected."};
constexpr Text figureRefused{
    "Un nombre positif est attendu, ou une mention telle que «\u00A0En cadrage\u00A0».",
    "A positive number is expected, or a mention such as “En cadrage”."};
constexpr Text listRefused{"Cette valeur n’est pas dans la liste.", "This value is not in the list."};

/// Only costs and durations are ever withheld, and say so by a mention in place of the number.
const Text& numberRefusalOf(FieldType type)
{
    if (type == FieldType::money || type == FieldType::years) return figureRefused;
    return type == FieldType::rate ? rateRefused : numberRefused;
}

Kind kindOf(FieldType type)
{
    switch (type) {
    case FieldType::money:
    case FieldType::years:
    case FieldType::rate:
    case FieldType::number: return Kind::number;
    case FieldType::date: return Kind::date;
    case FieldType::text:
    case FieldType::list:
    case FieldType::flag:
    case FieldType::url: break;
    }
    return Kind::anything;
}

} // namespace

NumberForm numberFormOf(FieldType type)
{
    switch (type) {
    case FieldType::money: return NumberForm::amount;
    case FieldType::years: return NumberForm::years;
    case FieldType::date: return NumberForm::date;
    case FieldType::rate: return NumberForm::percent;
    case FieldType::text:
    case FieldType::list:
    case FieldType::flag:
    case FieldType::url:
    case FieldType::number: break;
    }
    return NumberForm::general;
}

CellGuidance FieldGuidance::of(FieldType type, const std::string& list, const std::string& title,
                               const CellBlock& block) const
{
    CellGuidance guidance{.block = block, .kind = kindOf(type)};
    guidance.helpTitle = guidance.refusalTitle = title;
    guidance.choices = choices(list);
    if (!guidance.choices.empty()) {
        guidance.kind = Kind::list;
        guidance.refusal = say(listRefused, language_);
    } else if (guidance.kind == Kind::date) {
        guidance.lowest = earliestDate;
        guidance.highest = latestDate;
        guidance.refusal = say(dateRefused, language_);
    } else if (guidance.kind == Kind::number) {
        guidance.lowest = type == FieldType::rate ? -1 : 0; // a slippage may be negative
        guidance.refusal = say(numberRefusalOf(type), language_);
    }
    return guidance;
}

CellGuidance FieldGuidance::of(Field id, const CellBlock& block, const std::string& help) const
{
    const Columns::Description& field = columns_.field(id);
    CellGuidance guidance = of(field.type, field.list, field.label.in(language_), block);
    if (takesCodes(id)) offerCodes(field.list, guidance.choices);
    const std::string expected = expectedOf(id);
    guidance.help = help;
    if (!expected.empty()) guidance.help += (help.empty() ? "" : "\n") + expected;
    return guidance;
}

std::vector<std::string> FieldGuidance::choices(const std::string& list) const
{
    const Nomenclature* found = list.empty() ? nullptr : nomenclatures_.find(list);
    if (!found) return {};
    const auto labels = found->labels(month_);
    std::vector<std::string> choices;
    for (std::size_t entry = 0; entry < labels.size(); ++entry)
        if (found->isInForce(entry, month_)) choices.push_back(labels[entry]);
    return choices;
}

bool FieldGuidance::takesCodes(Field field) const
{
    const auto takes = [&](const auto& check) {
        return check->takesCodes() &&
               std::find(check->fields.begin(), check->fields.end(), field) != check->fields.end();
    };
    return std::any_of(pack_.rules.begin(), pack_.rules.end(), [&](const auto& rule) {
        return std::any_of(rule->checks.begin(), rule->checks.end(), takes);
    });
}

void FieldGuidance::offerCodes(const std::string& list, std::vector<std::string>& choices) const
{
    const Nomenclature* found = list.empty() ? nullptr : nomenclatures_.find(list);
    if (!found) return;
    const auto codes = found->codes(month_);
    choices.insert(choices.end(), codes.begin(), codes.end());
}

/// The rules of fields and of rows say what belongs into a cell; others only how it may change.
std::string FieldGuidance::expectedOf(Field field) const
{
    for (const char group : {'F', 'R', 'D'})
        for (const auto& rule : pack_.rules) {
            if (!rule->id.starts_with(group)) continue;
            for (const auto& check : rule->checks)
                if (std::find(check->fields.begin(), check->fields.end(), field) != check->fields.end())
                    return rule->expected.in(language_);
        }
    return {};
}

} // namespace panorama
