#include "core/rules/check.hpp"

#include "core/rules/pack.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace panorama {

bool Check::looksAt(Findings& findings, std::size_t row) const
{
    const RowState state = findings.table().state(row);
    const bool inRows = rows == RowsLookedAt::open          ? state == RowState::open
                        : rows == RowsLookedAt::withheld    ? state != RowState::open
                        : rows == RowsLookedAt::pastCadrage ? state != RowState::cadrage
                                                            : true;
    return inRows && std::all_of(conditions.begin(), conditions.end(),
                                 [&](const Condition& c) { return c.admits(findings, row); });
}

bool Check::admits(const Table& table) const
{
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        if (condition.figure) return true;
        const bool wantsColumn = condition.test == Condition::Test::present;
        if (!wantsColumn && condition.test != Condition::Test::absent) return true;
        return (table.has(condition.field) == wantsColumn) != condition.excuses;
    });
}

std::optional<Field> Check::firstField(const Table& table) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](Field f) { return table.has(f); });
    return found == fields.end() ? std::nullopt : std::optional(*found);
}

void Findings::startRule(const Rule& rule)
{
    rule_ = &rule;
    spoken_.clear();
}

void Findings::add(Finding finding)
{
    const std::string cell =
        fmt::format("{} {} {}", finding.place.row, finding.place.column, finding.subject);
    if (!spoken_.insert(cell).second) return;
    finding.rule = rule_;
    finding.table = &table_;
    finding.severity = finding.check->severity;
    if (finding.project) addFigures(finding);
    if (finding.fix)
        for (CellEdit& edit : finding.fix->edits) {
            if (edit.place.row < 0) edit.place = finding.place;
            edit.sheet = table_.sheet().name();
        }
    findings_.push_back(std::move(finding));
}

/// The figures that the check's messages name, unless the check gave them itself.
void Findings::addFigures(Finding& finding)
{
    for (const RowFigure figure : finding.check->figuresInWords) {
        const std::string_view name = rowFigureNames()[static_cast<std::size_t>(figure)];
        const bool given = std::any_of(finding.arguments.begin(), finding.arguments.end(),
                                       [&](const Argument& a) { return a.name == name; });
        const auto& estimate = figures_.of(figure, *finding.project);
        if (given || !estimate) continue;
        using Kind = Argument::Kind;
        Kind kind = Kind::share;
        if (figure == RowFigure::cost || figure == RowFigure::highestKnownCost ||
            figure == RowFigure::yearlyCost)
            kind = Kind::cost;
        if (figure == RowFigure::years || figure == RowFigure::monthsPastEnd) kind = Kind::rough;
        finding.arguments.push_back(numberArgument(name, estimate->value, kind));
    }
}

void Findings::atCell(const Check& check, std::size_t messageCase, Field field, std::size_t row,
                      std::vector<Argument> arguments, std::optional<Fix> fix)
{
    const Place place = table_.place(field, row);
    Finding finding{.check = &check,
                    .messageCase = messageCase,
                    .place = place,
                    .project = row,
                    .field = field,
                    .value = std::string(table_.sheet().text(place)),
                    .number = {},
                    .arguments = std::move(arguments),
                    .fix = std::move(fix)};
    const CellKind kind = table_.sheet().kind(place);
    if (kind == CellKind::number || kind == CellKind::date || kind == CellKind::logical) {
        finding.number = table_.sheet().number(place);
        finding.numberIsDate = kind == CellKind::date;
    }
    add(std::move(finding));
}

void Findings::atHeader(const Check& check, std::size_t messageCase, Field field,
                        std::vector<Argument> arguments, std::string subject)
{
    atPlace(check, messageCase, field, table_.headerPlace(field), std::move(arguments), {},
            std::move(subject));
}

void Findings::atPlace(const Check& check, std::size_t messageCase, Field field, Place place,
                       std::vector<Argument> arguments, std::optional<Fix> fix, std::string subject)
{
    add({.check = &check,
         .messageCase = messageCase,
         .place = place,
         .project = {},
         .field = field,
         .value = std::string(table_.sheet().text(place)),
         .number = {},
         .arguments = std::move(arguments),
         .fix = std::move(fix),
         .subject = std::move(subject)});
}

std::vector<Finding> Findings::take()
{
    return std::move(findings_);
}

std::string CheckSource::text(const char* attribute)
{
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

const std::vector<CheckKind>& checkKinds()
{
    static const std::vector<CheckKind> kinds = [] {
        std::vector<CheckKind> all;
        addTextKinds(all);
        addNumberKinds(all);
        addDateKinds(all);
        addFigureKinds(all);
        addPortfolioKinds(all);
        addPatternKinds(all);
        addProgrammeKinds(all);
        addPlausibilityKinds(all);
        addOrderKinds(all);
        addRateKinds(all);
        addImplicationKinds(all);
        addDuplicateKinds(all);
        addAbsenceKinds(all);
        addChangeKinds(all);
        addRenewalKinds(all);
        addPublicationKinds(all);
        addQuotationKinds(all);
        addWaiverKinds(all);
        return all;
    }();
    return kinds;
}

} // namespace panorama
